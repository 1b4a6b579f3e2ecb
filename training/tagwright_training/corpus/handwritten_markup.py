"""Markup of a hand-written pair as a tree, in which a value may stand instead of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tagwright.codec.notation import VOID

INLINE = frozenset(
    "a abbr b bdi bdo button cite code data del dfn em i img input ins kbd label mark meter output "
    "picture progress q s samp select small span strong sub sup svg textarea time u var".split()
)
_VERBATIM = frozenset(["pre", "textarea"])


@dataclass(frozen=True)
class Ref:
    """Where a value stands. value: its index; item: index in a list (0 for a single value).

    form: "text", "cap" (text with a capital), "attr" (as ``in_attribute`` writes it), "raw" (in an
    attribute as it is), "tel" (digits of a phone number).
    """

    value: int
    item: int
    form: str


Parts = tuple[str | Ref, ...]


@dataclass
class Text:
    parts: Parts
    verbatim: bool = False


@dataclass
class Element:
    """attrs: None is a boolean attribute. line: in the markup, from 0."""

    tag: str
    attrs: list[tuple[str, Parts | None]] = field(default_factory=list)
    children: list[Element | Text] = field(default_factory=list)
    line: int = 0


Node = Element | Text


class MarkupError(ValueError):
    """Markup that can't be a tree. line: from 0."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_decl(self, decl: str) -> None:
        self.open[-1].children.append(Element("!DOCTYPE html"))

    def handle_comment(self, data: str) -> None:
        raise MarkupError("the markup has a comment; leave it out", self.getpos()[0] - 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, line=self.getpos()[0] - 1)
        made.attrs = [(name, None if value is None else (value,)) for name, value in attrs]
        self.open[-1].children.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            wanted = f"</{self.open[-1].tag}>" if self.open[-1].tag else "nothing"
            raise MarkupError(f"</{tag}> where {wanted} is open; close it", self.getpos()[0] - 1)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        verbatim = any(element.tag in _VERBATIM for element in self.open)
        children = self.open[-1].children
        if children and isinstance(last := children[-1], Text):
            last.parts = (f"{last.parts[0]}{data}",)
        else:
            children.append(Text((data,), verbatim))

    def close(self) -> None:
        super().close()
        if len(self.open) > 1:
            raise MarkupError(f"<{self.open[-1].tag}> is never closed", self.open[-1].line)


def tree(html: str) -> Element:
    """The markup below a nameless root, without whitespace that does not matter.

    Raises ``MarkupError``.
    """
    builder = _Builder()
    builder.feed(html)
    builder.close()
    _compact(builder.root)
    return builder.root


def _compact(element: Element) -> None:
    """Remove indentation; one space stays between words and inline elements."""
    kept: list[Node] = []
    for at, child in enumerate(element.children):
        if isinstance(child, Element):
            _compact(child)
            kept.append(child)
            continue
        if not child.verbatim:
            value = str(child.parts[0])
            before = element.children[at - 1] if at else None
            after = element.children[at + 1] if at + 1 < len(element.children) else None
            if not value.strip() and "\n" in value:
                continue
            value = re.sub(r"[ \t\r\n]+", " ", value)
            if not isinstance(before, Element) or before.tag not in INLINE:
                value = value.lstrip(" ")
            if not isinstance(after, Element) or after.tag not in INLINE:
                value = value.rstrip(" ")
            child.parts = (value,)
        if child.parts[0]:
            kept.append(child)
    element.children = kept


def elements(node: Node) -> Iterator[Element]:
    """The element and all below it, in document order."""
    if isinstance(node, Element):
        yield node
        for child in node.children:
            yield from elements(child)


def all_parts(node: Node) -> Iterator[Parts]:
    """Texts and attribute values of the node and all below it."""
    if isinstance(node, Text):
        yield node.parts
        return
    yield from (parts for _, parts in node.attrs if parts is not None)
    for child in node.children:
        yield from all_parts(child)


def refs(node: Node) -> Iterator[Ref]:
    """The references of the node and all below it."""
    for parts in all_parts(node):
        yield from (part for part in parts if isinstance(part, Ref))


def mapped(node: Node, change: Callable[[Parts], Parts]) -> Node:
    """A copy of the node with every text and attribute value changed."""
    if isinstance(node, Text):
        return Text(change(node.parts), node.verbatim)
    attrs = [(name, None if parts is None else change(parts)) for name, parts in node.attrs]
    return Element(node.tag, attrs, [mapped(child, change) for child in node.children], node.line)


def attr(element: Element, name: str) -> Parts | None:
    """The attribute's value; None where the element has none or it is boolean."""
    return next((parts for known, parts in element.attrs if known == name), None)


def words_of(node: Node) -> str:
    """The literal text of the node, without values."""
    return " ".join(
        str(part) for parts in all_parts(node) for part in parts if part.__class__ is str
    )
