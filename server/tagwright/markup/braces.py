"""A tolerant tokenizer for markup with expressions in single braces: JSX, Astro and Svelte.

It yields the tokens of ``tagwright.markup.tokens``; programs and expressions are ``code``, and
markup within an expression is read as markup. ``{/* */}`` between elements is a ``comment``.
Source: the JSX specification (facebook.github.io/jsx) for elements and attributes; where a
program ends and an element begins is told by the token before ``<``, as parsers for colouring do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tagwright.markup.elements import VOID
from tagwright.markup.tokens import Token

Dialect = Literal["jsx", "astro", "svelte"]

_COMMENT = re.compile(r"\{\s*/\*(?:(?!\*/).)*\*/\s*\}", re.DOTALL)
_FRONTMATTER = re.compile(r"\s*---[ \t]*(?=\r?\n).*?(?:\r?\n---[ \t]*(?=\r?\n|\Z)|\Z)", re.DOTALL)
_RAW = re.compile(r"(?:(?!</(?:script|style)\b).)*", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z_$][\w$.:-]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"[^\s=<>{}/\"'][^\s=<>{}/\"']*|.", re.DOTALL)
_UNQUOTED = re.compile(r"[^\s>{]*")
_CHILD = re.compile(r"[<{]")
# In a program: strings, comments, braces, and what may begin an element or a regular expression.
_NOTABLE = re.compile(r"[\"'`{}</]")
_STRING = {
    '"': re.compile(r'"(?:\\.|[^"\\\n])*("|(?=\n)|\Z)', re.DOTALL),
    "'": re.compile(r"'(?:\\.|[^'\\\n])*('|(?=\n)|\Z)", re.DOTALL),
}
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
_TEMPLATE = re.compile(r"\\.|\$\{|`", re.DOTALL)
_BLOCK_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_LINE_COMMENT = re.compile(r"//[^\n]*")
_BEFORE_VALUE = re.compile(
    r"(?:\A|[(,=?:\[{;!&|]|=>|\b(?:return|default|yield|case|await|else))\s*\Z"
)
_GENERIC = re.compile(r"<[\w$]+\s*(?:,|\bextends\b)")
# The next declaration at the left margin ends an element that was left open while typing.
_DECLARATION = re.compile(r"\n(?=(?:[})]|export\s|function\s|const\s|import\s|class\s))")


@dataclass
class _Program:
    """Code of an expression (up to its brace) or of the file."""

    is_file: bool = False
    depth: int = 0


@dataclass
class _Markup:
    """The content of elements; ``is_file`` where the file itself is markup."""

    is_file: bool = False
    names: list[str] = field(default_factory=list)


def scan_braces(text: str, dialect: Dialect) -> Iterator[Token]:
    """Yield the tokens of ``text``, without gaps; never raises."""
    return _Scanner(text, dialect).tokens()


class _Scanner:
    def __init__(self, text: str, dialect: Dialect) -> None:
        self.text = text
        self.dialect = dialect
        self.frames: list[_Program | _Markup] = [
            _Program(is_file=True) if dialect == "jsx" else _Markup(is_file=True)
        ]

    def tokens(self) -> Iterator[Token]:
        text, at = self.text, 0
        if self.dialect == "astro" and (front := _FRONTMATTER.match(text)):
            at = front.end()
            yield Token("code", 0, at)
        while at < len(text):
            frame = self.frames[-1]
            token = self._code(at, frame) if isinstance(frame, _Program) else self._child(at, frame)
            if token.end > token.start:
                yield token
            at = token.end
            if token.kind == "start" and token.complete and self._is_raw(token):
                raw = _RAW.match(text, at)
                end = raw.end() if raw else at
                if end > at:
                    yield Token("raw", at, end, token.name)
                at = end

    def _is_raw(self, token: Token) -> bool:
        return self.dialect != "jsx" and token.tag in ("script", "style") and not token.slash

    def _code(self, start: int, frame: _Program) -> Token:
        """Read a program up to its end or to the markup in it."""
        text, at = self.text, start
        while found := _NOTABLE.search(text, at):
            at = found.start()
            char = text[at]
            if char == "{":
                frame.depth += 1
                at += 1
            elif char == "}":
                at += 1
                if frame.depth:
                    frame.depth -= 1
                elif not frame.is_file:
                    self.frames.pop()
                    return Token("code", start, at)
            elif char == "<" and self._begins_markup(start, at):
                self.frames.append(_Markup())
                return Token("code", start, at)
            else:
                at = self._past(at, start)
        return Token("code", start, len(text))

    def _begins_markup(self, start: int, at: int) -> bool:
        after = self.text[at + 1 : at + 2]
        if not (after.isalpha() or after in ("_", "$", ">")) or _GENERIC.match(self.text, at):
            return False
        return self._takes_value(start, at)

    def _takes_value(self, start: int, at: int) -> bool:
        """Whether a value can begin here; behind a value, ``<`` and ``/`` are operators."""
        before = self.text[max(0, start - 1, at - 300) : at]
        before = re.sub(r"/\*(?:(?!\*/).)*\*/|//[^\n]*(?=\n)", "", before, flags=re.DOTALL)
        return bool(_BEFORE_VALUE.search(before))

    def _past(self, at: int, start: int = 0) -> int:
        """Return the end of the string, comment or operator that begins here."""
        text, char = self.text, self.text[at]
        if char == "`":
            return self._past_template(at + 1)
        if char in _STRING:
            found = _STRING[char].match(text, at)
        elif char == "/":
            found = _BLOCK_COMMENT.match(text, at) or _LINE_COMMENT.match(text, at)
            if found is None and self._takes_value(start, at):
                found = _REGEX.match(text, at)
        else:
            found = None
        return found.end() if found else at + 1

    def _past_template(self, at: int) -> int:
        while found := _TEMPLATE.search(self.text, at):
            at = found.end()
            if found.group() == "`":
                return at
            if found.group() == "${":
                at = self._past_braces(at)
        return len(self.text)

    def _past_braces(self, at: int) -> int:
        """Return what follows the closing brace of an expression that began before ``at``."""
        depth = 1
        while found := _NOTABLE.search(self.text, at):
            at = found.start()
            if found.group() in "{}":
                depth += 1 if found.group() == "{" else -1
                at += 1
                if not depth:
                    return at
            else:
                at = self._past(at, max(0, at - 300))
        return len(self.text)

    def _child(self, start: int, frame: _Markup) -> Token:
        text = self.text
        found = _CHILD.search(text, start)
        end = found.start() if found else len(text)
        if end > start:
            left = _DECLARATION.search(text, start, end + 1) if self.dialect == "jsx" else None
            if left is not None:
                del self.frames[1:]
                end = left.end()
            return Token("text", start, end)
        if text[start] == "{":
            return self._expression(start)
        if self.dialect != "jsx" and text.startswith("<!", start):
            return self._declaration(start)
        if text.startswith(("</>", "<>"), start):
            return self._fragment(start, frame)
        closing = text.startswith("</", start)
        named = _NAME.match(text, start + 2 if closing else start + 1)
        if named is None:
            return Token("text", start, start + 1)
        if closing:
            return self._end_tag(start, named, frame)
        token = self._start_tag(start, named)
        if token.complete and not token.slash and token.tag not in VOID and not self._is_raw(token):
            frame.names.append(token.name)
        else:
            self._leave(frame)
        return token

    def _expression(self, start: int) -> Token:
        comment = _COMMENT.match(self.text, start)
        if comment is not None and self.dialect != "svelte":
            return Token("comment", start, comment.end())
        if self.dialect == "svelte":
            # A lone brace must not hide the page below it.
            end = self._past_braces(start + 1)
            lone = end == len(self.text) and not self.text.endswith("}")
            return Token("text" if lone else "code", start, start + 1 if lone else end)
        self.frames.append(_Program())
        return Token("code", start, start + 1)

    def _declaration(self, start: int) -> Token:
        comment = self.text.startswith("<!--", start)
        end = self.text.find("-->" if comment else ">", start + (4 if comment else 2))
        kind: Literal["comment", "declaration"] = "comment" if comment else "declaration"
        if end < 0:
            return Token(kind, start, len(self.text), complete=False)
        return Token(kind, start, end + (3 if comment else 1))

    def _fragment(self, start: int, frame: _Markup) -> Token:
        if self.text.startswith("<>", start):
            frame.names.append("")
            return Token("code", start, start + 2)
        if frame.names:
            frame.names.pop()
        self._leave(frame)
        return Token("code", start, start + 3)

    def _end_tag(self, start: int, named: re.Match[str], frame: _Markup) -> Token:
        close = self.text.find(">", named.end())
        end = close + 1 if close >= 0 else len(self.text)
        if named.group() in frame.names:
            while frame.names.pop() != named.group():
                pass
        self._leave(frame)
        return Token("end", start, end, named.group(), complete=close >= 0)

    def _leave(self, frame: _Markup) -> None:
        """Go back to the program once its element is closed."""
        if not frame.names and not frame.is_file:
            self.frames.pop()

    def _start_tag(self, start: int, named: re.Match[str]) -> Token:
        text, at = self.text, named.end()
        attrs: list[tuple[str, str | None]] = []
        while True:
            at = self._blanks(at)
            if at >= len(text):
                return Token("start", start, at, named.group(), tuple(attrs), complete=False)
            if text[at] == ">":
                return Token("start", start, at + 1, named.group(), tuple(attrs))
            if text.startswith("/>", at):
                return Token("start", start, at + 2, named.group(), tuple(attrs), True)
            if text[at] == "{":
                at = self._past_braces(at + 1)
            elif text[at] == "<":
                return Token("start", start, at, named.group(), tuple(attrs))
            else:
                at, attribute = self._attribute(at)
                attrs.append(attribute)

    def _blanks(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _attribute(self, at: int) -> tuple[int, tuple[str, str | None]]:
        text = self.text
        named = _ATTRIBUTE.match(text, at)
        name = named.group() if named else text[at]
        at += len(name)
        equals = self._blanks(at)
        if not text.startswith("=", equals):
            return at, (name, None)
        start = self._blanks(equals + 1)
        quote = text[start : start + 1]
        if quote == "{":
            end = self._past_braces(start + 1)
            return end, (name, text[start:end])
        if quote in ("'", '"'):
            end = self._past_quoted(start + 1, quote)
            return min(end + 1, len(text)), (name, text[start + 1 : end])
        unquoted = _UNQUOTED.match(text, start)
        end = unquoted.end() if unquoted else start
        return max(end, start), (name, text[start:end])

    def _past_quoted(self, at: int, quote: str) -> int:
        """Return where a quoted value ends; in Svelte it may hold expressions with quotes."""
        if self.dialect == "svelte":
            while found := re.compile(rf"[{quote}{{]").search(self.text, at):
                if found.group() == quote:
                    return found.start()
                at = self._past_braces(found.end())
            return len(self.text)
        end = self.text.find(quote, at)
        return end if end >= 0 else len(self.text)
