"""HTML as JSX: the markup that React and its like take.

Source: the JSX specification, and "Common components" of the React 19 reference for the names.
"""

from __future__ import annotations

import html
import json
import re
from html.entities import name2codepoint

from tagwright.markup.elements import FOREIGN_ROOTS, PHRASING, VOID, names
from tagwright.markup.tokens import Token, scan

_CAMEL = names(
    "tabIndex readOnly maxLength minLength colSpan rowSpan autoComplete autoFocus autoPlay encType "
    "formAction formEncType formMethod formNoValidate formTarget noValidate crossOrigin srcSet "
    "srcDoc srcLang useMap dateTime contentEditable spellCheck accessKey inputMode enterKeyHint "
    "hrefLang charSet allowFullScreen cellPadding cellSpacing frameBorder marginWidth marginHeight "
    "playsInline referrerPolicy fetchPriority itemProp itemScope itemType itemID itemRef noModule "
    "isMap popoverTarget popoverTargetAction imageSrcSet imageSizes controlsList autoCapitalize "
    "autoCorrect dirName classID radioGroup disablePictureInPicture disableRemotePlayback"
)
_NAMES = {name.lower(): name for name in _CAMEL} | {
    "class": "className",
    "for": "htmlFor",
    "http-equiv": "httpEquiv",
    "accept-charset": "acceptCharset",
}
_BOOLEAN = names(
    "allowfullscreen async autofocus autoplay checked controls default defer disabled download "
    "formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open "
    "playsinline readonly required reversed selected"
)
_NUMBERS = names("rows cols colspan rowspan size span start maxlength minlength tabindex")
# Inputs whose value is what they send, not what the user starts from.
_FIXED_VALUE = names("submit button reset hidden radio checkbox image")
_NAME = re.compile(r"[A-Za-z_$][\w$-]*\Z")
_HYPHEN = re.compile(r"(?<=\w)[-:]([a-zA-Z])")
_REFERENCE = re.compile(r"&([a-zA-Z][a-zA-Z0-9]*);")
_BRACE = re.compile(r"[{}]")
_LINE_EDGE = re.compile(r"[ \t]*\n[ \t\n]*")


def to_jsx(markup: str, quote: str = '"') -> str:
    """Return well-formed HTML as JSX, with its lines and indentation.

    quote: what attributes are quoted with. Inline styles and event handlers, which are programs
    in JSX, are left out; a doctype too.
    """
    return _Writer(markup, quote).write()


class _Writer:
    def __init__(self, markup: str, quote: str) -> None:
        self.markup = markup
        self.quote = quote
        self.tokens = list(scan(markup))
        self.verbatim = 0
        self.foreign = 0

    def write(self) -> str:
        out: list[str] = []
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            source = self.markup[token.start : token.end]
            if token.kind == "start" and token.tag == "textarea":
                at, piece = self._textarea(at)
                out.append(piece)
            elif token.kind == "start":
                self.verbatim += token.tag == "pre"
                self.foreign += token.tag in FOREIGN_ROOTS and not token.slash
                out.append(self._start(at))
            elif token.kind == "end":
                self.verbatim -= token.tag == "pre"
                self.foreign -= token.tag in FOREIGN_ROOTS
                out.append(source)
            elif token.kind == "raw":
                out.append(_template(source) if token.tag in ("script", "style") else _text(source))
            elif token.kind == "comment":
                words = source[4:].removesuffix("-->").replace("*/", "* /")
                out.append(f"{{/*{words}*/}}")
            elif token.kind == "text":
                out.append(self._text(at, source))
            at += 1
        return "".join(out)

    def _text(self, at: int, source: str) -> str:
        if self.verbatim:
            return f"{{{json.dumps(html.unescape(source), ensure_ascii=False)}}}"
        text = _text(source)
        if not source.strip():
            return text
        # A line break between words and an element is no space in JSX.
        lead, tail = _LINE_EDGE.match(text), re.search(r"[ \t]*\n[ \t\n]*\Z", text)
        if lead and self._is_inline(at - 1):
            text = '{" "}' + text
        if tail and self._is_inline(at + 1):
            cut = len(text) - len(tail.group())
            text = text[:cut] + '{" "}' + text[cut:]
        return text

    def _is_inline(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].tag in PHRASING - {"br"}

    def _start(self, at: int) -> str:
        token = self.tokens[at]
        attrs = dict(token.attrs)
        if token.tag == "select":
            chosen = self._chosen(at)
            if chosen is not None:
                attrs["defaultValue"] = chosen
        elif token.tag == "option":
            attrs.pop("selected", None)
        elif token.tag == "input":
            attrs = _input(attrs)
        return self._tag(token, attrs, token.slash or token.tag in VOID)

    def _tag(self, token: Token, attrs: dict[str, str | None], closed: bool) -> str:
        parts = [token.name, *(self._attribute(*item) for item in attrs.items())]
        return f"<{' '.join(filter(None, parts))}{' /' if closed else ''}>"

    def _attribute(self, name: str, value: str | None) -> str:
        lower = name.lower()
        written = _NAMES.get(lower, name)
        if self.foreign and not lower.startswith(("data-", "aria-")):
            written = _HYPHEN.sub(lambda m: m[1].upper(), written)
        handler = lower.startswith("on") and lower.isalpha()
        if lower == "style" or handler or lower.startswith("v-") or not _NAME.match(written):
            return ""
        if lower in _BOOLEAN and (value is None or value.lower() in ("", lower)):
            return written
        if name == "defaultChecked":
            return name
        value = _references(value or "")
        if lower in _NUMBERS and re.fullmatch(r"-?\d+", value):
            return f"{written}={{{int(value)}}}"
        return f"{written}={quoted(value, self.quote)}"

    def _textarea(self, at: int) -> tuple[int, str]:
        """Return the index of the last token of a textarea, and the element."""
        token = self.tokens[at]
        content = ""
        while at + 1 < len(self.tokens) and self.tokens[at].kind != "end":
            at += 1
            if self.tokens[at].kind == "raw":
                content = self.markup[self.tokens[at].start : self.tokens[at].end]
        attrs = dict(token.attrs)
        if content.strip():
            attrs["defaultValue"] = content.replace('"', "&quot;")
        return at, self._tag(token, attrs, closed=True)

    def _chosen(self, at: int) -> str | None:
        """Return the value of the selected option of the select at a token."""
        for index in range(at + 1, len(self.tokens)):
            token = self.tokens[index]
            if token.kind == "end" and token.tag == "select":
                return None
            attrs = dict(token.attrs)
            if token.kind != "start" or token.tag != "option" or "selected" not in attrs:
                continue
            if attrs.get("value") is not None:
                return attrs["value"]
            label = self.tokens[index + 1] if index + 1 < len(self.tokens) else token
            return self.markup[label.start : label.end].strip() if label.kind == "text" else None
        return None


def quoted(value: str, quote: str) -> str:
    """Return an attribute value that is escaped for double quotes, in these quotes if it can be."""
    if quote == "'" and "'" not in value:
        value = value.replace("&quot;", '"')
        return f"'{value}'"
    return f'"{value}"'


def _input(attrs: dict[str, str | None]) -> dict[str, str | None]:
    fixed = (attrs.get("type") or "").lower() in _FIXED_VALUE
    renamed = {"checked": "defaultChecked"} | ({} if fixed else {"value": "defaultValue"})
    return {renamed.get(name.lower(), name): value for name, value in attrs.items()}


def _text(source: str) -> str:
    return _BRACE.sub(lambda m: f'{{"{m[0]}"}}', _references(source))


def _references(source: str) -> str:
    """JSX knows the character references of HTML 4 only; others become their character."""

    def known(match: re.Match[str]) -> str:
        named = match[1] in name2codepoint or match[1] == "apos"
        return match[0] if named else html.unescape(match[0])

    return _REFERENCE.sub(known, source)


def _template(source: str) -> str:
    escaped = source.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return f"{{`{escaped}`}}"
