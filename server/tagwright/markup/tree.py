"""The tree between a model's answer and the markup made of it.

Text and attribute values are kept as source with correct character references, so that a
``&mdash;`` stays one; ``serialise`` only has to write them out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.entities import html5

from tagwright.markup.elements import (
    BREAKS_OUT,
    FOREIGN_ROOTS,
    INTEGRATION_POINTS,
    KNOWN,
    PHRASING,
    RAW_TEXT,
    VOID,
    implied_ends,
    matching_open,
)
from tagwright.markup.tokens import Token, scan

# Deeper nesting is a model that repeats itself; its tags are ignored, its content kept.
MAX_DEPTH = 80
_SHELL = ("html", "head", "body")
_BLANK = " \t\n\f\r"
_REFERENCE = re.compile(r"&(?:#([0-9]{1,8}|[xX][0-9a-fA-F]{1,6});?|([a-zA-Z][a-zA-Z0-9]*;?))?")
_BAD_ATTRIBUTE_NAME = re.compile(r"[\"'<>=\x00-\x20\x7f]|\A\Z")


@dataclass
class Text:
    """Character data, escaped but in script and style."""

    data: str


@dataclass
class Comment:
    """A comment; ``data`` stands between the delimiters."""

    data: str


@dataclass
class Doctype:
    """The HTML doctype, always written ``<!DOCTYPE html>``."""


@dataclass
class Element:
    """An element. Attribute values are escaped for double quotes; None is a bare attribute."""

    name: str
    attrs: dict[str, str | None] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    foreign: bool = False  # SVG or MathML


Node = Element | Text | Comment | Doctype


@dataclass
class Parsed:
    """What ``parse`` made of a text.

    unclosed: the elements still open at the end, outermost first; each is the last child of the
    one before. ends_in_text: the last token was text, raw or not.
    """

    nodes: list[Node]
    unclosed: list[Element]
    ends_in_text: bool


def escape(source: str, quotes: bool = False) -> str:
    """Make character data right: references that mean a character stay, other ``&`` are escaped.

    quotes: for a double-quoted attribute value, where a reference needs its semicolon.
    """

    def reference(match: re.Match[str]) -> str:
        found, number, name = match.group(0, 1, 2)
        if number:
            return f"&#{number};" if _is_character(number) else html.unescape(found)
        if name and name.endswith(";"):
            return found if name in html5 else "&amp;" + found[1:]
        if name and name in html5 and not quotes:
            return f"{found};"
        return "&amp;" + found[1:]

    text = _REFERENCE.sub(reference, source)
    if quotes:
        return text.replace('"', "&quot;")
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _is_character(number: str) -> bool:
    """Whether a numeric reference means a character that a page may hold (13.2.5.80)."""
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    if code < 0xA0:
        return 0x20 <= code < 0x7F or code in (0x9, 0xA)
    return code <= 0x10FFFF and not 0xD800 <= code < 0xE000 and not is_noncharacter(code)


def is_noncharacter(code: int) -> bool:
    """Whether Unicode keeps a code point from being a character at all."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def is_blank(node: Node) -> bool:
    """Whether a node is white space only."""
    return isinstance(node, Text) and not node.data.strip(_BLANK)


def walk(nodes: Iterable[Node]) -> Iterator[Element]:
    """Yield all elements in document order."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from walk(node.children)


def start_tag(element: Element) -> str:
    """Return the start tag of an element, ``<br>`` or ``<path d="..."/>`` for one without end."""
    parts = [element.name]
    for name, value in element.attrs.items():
        parts.append(name if value is None else f'{name}="{value}"')
    return f"<{' '.join(parts)}{'/' if element.foreign and not has_end_tag(element) else ''}>"


def has_end_tag(element: Element) -> bool:
    """Whether the element is written with an end tag."""
    if element.foreign:
        return not all(map(is_blank, element.children))
    return element.name not in VOID


def serialise(nodes: Iterable[Node]) -> str:
    """Write nodes out as they are, without adding white space."""
    parts = []
    for node in nodes:
        if isinstance(node, Text):
            parts.append(node.data)
        elif isinstance(node, Comment):
            parts.append(f"<!--{node.data}-->")
        elif isinstance(node, Doctype):
            parts.append("<!DOCTYPE html>")
        else:
            parts.append(start_tag(node))
            if has_end_tag(node):
                parts.append(f"{serialise(node.children)}</{node.name}>")
    return "".join(parts)


def parse(source: str) -> Parsed:
    """Build the tree of any text; never raises. Open elements are closed where they must be."""
    builder = _Builder(source)
    for token in scan(source):
        builder.take(token)
    return Parsed(builder.nodes, builder.stack, builder.ends_in_text)


class _Builder:
    def __init__(self, source: str) -> None:
        self.source = source
        self.nodes: list[Node] = []
        self.stack: list[Element] = []
        self.ends_in_text = False
        self._shell: dict[str, Element] = {}
        # Inline elements whose end tag came inside a block that they contain: they end with it.
        self._ending: list[Element] = []

    def take(self, token: Token) -> None:
        self.ends_in_text = token.kind in ("text", "raw")
        text = self.source[token.start : token.end]
        if token.kind == "start":
            if token.complete:
                self._start(token)
        elif token.kind == "end":
            self._end(token)
        elif token.kind == "text":
            self._add_text(escape(text))
        elif token.kind == "raw":
            raw = token.tag in RAW_TEXT and not (self.stack and self.stack[-1].foreign)
            self._add_text(text if raw else escape(text))
        elif token.kind == "comment" and token.complete:
            # "--" within or a dash at the end would not survive every parser.
            data = re.sub(r"--+", "-", text[4:].removesuffix("-->").removesuffix("--!>"))
            self._children().append(Comment(data.strip("->")))
        elif token.kind == "declaration":
            if text[2:9].lower() == "doctype":
                self.nodes.append(Doctype())
            elif text.startswith("<![CDATA["):
                self._add_text(escape(text[9:].removesuffix("]]>").replace("&", "&amp;")))

    def _children(self) -> list[Node]:
        return self.stack[-1].children if self.stack else self.nodes

    def _add_text(self, data: str) -> None:
        children = self._children()
        last = children[-1] if children else None
        if isinstance(last, Text):
            last.data += data
        elif data:
            children.append(Text(data))

    def _names(self) -> list[str]:
        return [element.name.lower() for element in self.stack]

    def _start(self, token: Token) -> None:
        tag = token.tag
        if self._is_placeholder(token):
            self._add_text(escape(self.source[token.start : token.end]))
            return
        self._leave_foreign(tag)
        foreign = tag in FOREIGN_ROOTS or self._in_foreign()
        attrs = _attributes(token, foreign)
        if tag in self._shell:
            for name, value in attrs.items():
                self._shell[tag].attrs.setdefault(name, value)
            return
        if not foreign:
            ended = implied_ends(self._names(), tag)
            if ended:
                self._pop(len(self.stack) - ended)
        element = Element(token.name if foreign else tag, attrs, foreign=foreign)
        if len(self.stack) >= MAX_DEPTH and tag not in VOID:
            return
        self._children().append(element)
        if tag in _SHELL:
            self._shell[tag] = element
        if not (token.slash if foreign else tag in VOID):
            self.stack.append(element)

    def _end(self, token: Token) -> None:
        names = self._names()
        index = matching_open(names, token.tag)
        if index is not None:
            self._pop(index)
            while self.stack and any(self.stack[-1] is element for element in self._ending):
                self.stack.pop()
        elif token.tag in PHRASING and token.tag in names:
            last = len(names) - 1 - names[::-1].index(token.tag)
            self._ending.append(self.stack[last])

    def _pop(self, index: int) -> None:
        del self.stack[index:]

    def _is_placeholder(self, token: Token) -> bool:
        """Whether a tag is words in angle brackets, as in ``Dear <your name>``."""
        if token.tag in KNOWN or "-" in token.name or self._in_foreign():
            return False
        return f"</{token.tag}" not in self.source[token.end :].lower()

    def _in_foreign(self) -> bool:
        return bool(
            self.stack
            and self.stack[-1].foreign
            and self.stack[-1].name.lower() not in INTEGRATION_POINTS
        )

    def _leave_foreign(self, tag: str) -> None:
        while tag in BREAKS_OUT and self._in_foreign():
            self.stack.pop()


def _attributes(token: Token, foreign: bool) -> dict[str, str | None]:
    attrs: dict[str, str | None] = {}
    for written, value in token.attrs:
        name = written if foreign else written.lower()
        # "<html html lang>": the start of the tag was written twice.
        if _BAD_ATTRIBUTE_NAME.search(name) or (value is None and name == token.tag):
            continue
        attrs.setdefault(name, None if value is None else escape(value, quotes=True))
    return attrs
