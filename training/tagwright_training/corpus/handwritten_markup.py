"""Markup of a hand-written pair as a tree in which the given values are marked.

Marks follow ``answers``: a value stands in texts as it is or with a capital letter, in ids and
paths as its slug. So what is replaced here is just what the pointer codec copies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser

from tagwright.codec.notation import FIXED_ATTRIBUTES, SLUG_ATTRIBUTES, TEXT_ATTRIBUTES, VOID
from tagwright.codec.pointer import cap, in_attribute, slug

INLINE = frozenset(
    "a abbr b bdi bdo button cite code data del dfn em i img input ins kbd label mark meter output "
    "picture progress q s samp select small span strong sub sup svg textarea time u var".split()
)
_VERBATIM = frozenset(["pre", "textarea"])
HOME = ("home", "homepage", "startseite", "accueil", "inicio", "start")


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
Show = Callable[[Ref, str, bool], str]  # reference, name of the attribute or "", begins its text


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


# --- marking -------------------------------------------------------------------------------------


def mark(root: Element, values: Sequence[Sequence[str]], phones: frozenset[int]) -> None:
    """Replace the values in the tree by references, longest first, whole words only.

    phones: indices of the values that also stand as digits in ``tel:`` addresses.
    """
    given = [(text, v, i) for v, texts in enumerate(values) for i, text in enumerate(texts)]
    given.sort(key=lambda value: -len(value[0]))
    for element in elements(root):
        for at, (name, parts) in enumerate(element.attrs):
            if parts is not None and name not in FIXED_ATTRIBUTES:
                shapes = _attribute_shapes(name, given, phones)
                element.attrs[at] = (name, _split(str(parts[0]), shapes))
        for child in element.children:
            if isinstance(child, Text):
                child.parts = _split(str(child.parts[0]), _text_shapes(given))
        _mark_home(element, values)


def _text_shapes(given: Sequence[tuple[str, int, int]]) -> list[tuple[str, Ref]]:
    shapes = [(text, Ref(v, i, "text")) for text, v, i in given]
    return shapes + [(cap(text), Ref(v, i, "cap")) for text, v, i in given if cap(text) != text]


def _attribute_shapes(
    name: str, given: Sequence[tuple[str, int, int]], phones: frozenset[int]
) -> list[tuple[str, Ref]]:
    if name in TEXT_ATTRIBUTES:
        return _text_shapes(given)
    shapes = [(in_attribute(name, text), Ref(v, i, "attr")) for text, v, i in given]
    shapes += [(text, Ref(v, i, "raw")) for text, v, i in given]
    shapes += [(dialled(text), Ref(v, i, "tel")) for text, v, i in given if v in phones]
    return shapes


def dialled(phone: str) -> str:
    """A phone number as in a ``tel:`` address."""
    return re.sub(r"[^\d+]", "", phone)


def _split(text: str, shapes: Sequence[tuple[str, Ref]]) -> Parts:
    taken: list[tuple[int, int, Ref]] = []
    for shape, ref in shapes:
        if not shape or shape not in text:
            continue
        # no part of a longer word or number
        pattern = rf"(?<!\w)(?<!\d[.,]){re.escape(shape)}(?!\w)(?![.,]\d)"
        for match in re.finditer(pattern, text):
            if all(match.end() <= start or match.start() >= end for start, end, _ in taken):
                taken.append((match.start(), match.end(), ref))
    out: list[str | Ref] = []
    at = 0
    for start, end, ref in sorted(taken, key=lambda found: found[0]):
        if start > at:
            out.append(text[at:start])
        out.append(ref)
        at = end
    if at < len(text) or not out:
        out.append(text[at:])
    return tuple(out)


def _mark_home(element: Element, values: Sequence[Sequence[str]]) -> None:
    """A link called Home leads to "/", whatever is put for Home leads to its own address."""
    if element.tag != "a" or len(element.children) != 1 or attr(element, "href") != ("/",):
        return
    child = element.children[0]
    ref = child.parts[0] if isinstance(child, Text) and len(child.parts) == 1 else ""
    if isinstance(ref, Ref) and values[ref.value][ref.item].lower() in HOME:
        element.attrs = [
            (name, ("/", replace(ref, form="attr")) if name == "href" else parts)
            for name, parts in element.attrs
        ]


# --- writing -------------------------------------------------------------------------------------


def written(node: Node, show: Show) -> str:
    """Compact HTML; show: what stands for a reference, not escaped."""
    if isinstance(node, Text):
        return escape(_joined(node.parts, show, ""), quote=False)
    out = [f"<{node.tag}" if node.tag else ""]
    for name, parts in node.attrs:
        if parts is None:
            out.append(f" {name}")
        else:
            value = _joined(parts, show, name)
            if name == "href" and len(parts) == 2 and value[:1] == "/" and value[1:] in HOME:
                value = "/"
            out.append(f' {name}="{escape(value)}"')
    out.append(">" if node.tag else "")
    out += [written(child, show) for child in node.children]
    if node.tag and node.tag not in VOID and not node.tag.startswith("!"):
        out.append(f"</{node.tag}>")
    return "".join(out)


def _joined(parts: Parts, show: Show, name: str) -> str:
    return "".join(
        show(part, name, at == 0) if isinstance(part, Ref) else part
        for at, part in enumerate(parts)
    )


def shown(ref: Ref, name: str, begins: bool, value: str, raise_first: bool) -> str:
    """How ``value`` is written in the place of ``ref``.

    begins: it begins its text. raise_first: a text that begins with it gets a capital letter.
    """
    if ref.form == "cap" or (ref.form == "text" and begins and raise_first):
        return cap(value)
    if ref.form == "attr":
        return in_attribute(name, value)
    if ref.form == "tel":
        return dialled(value)
    if ref.form == "raw" and name in SLUG_ATTRIBUTES:
        return value if " " in value else slug(value) or value
    return value
