"""Values in the markup of hand-written pairs: finding them, and writing others in their place.

Marks follow ``answers``: a value stands in texts as it is or with a capital letter, in ids and
paths as its slug. So what is replaced here is just what the pointer codec copies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from html import escape

from tagwright.codec.notation import FIXED_ATTRIBUTES, TEXT_ATTRIBUTES, VOID
from tagwright.codec.pointer import cap, in_attribute
from tagwright_training.corpus.handwritten_markup import (
    Element,
    Node,
    Parts,
    Ref,
    Text,
    attr,
    elements,
)

HOME = ("home", "homepage", "startseite", "accueil", "inicio", "start")
# What makes a place a part of a longer word or number.
_BEFORE = re.compile(r"(?:\w|\d[.,])\Z")
_AFTER = re.compile(r"\w|[.,]\d")
# reference, name of the attribute or "", whether it begins its text
Show = Callable[[Ref, str, bool], str]


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
        start = text.find(shape) if shape else -1
        while start >= 0:
            end = start + len(shape)
            free = all(end <= other[0] or start >= other[1] for other in taken)
            if free and not _BEFORE.search(text[:start]) and not _AFTER.match(text, end):
                taken.append((start, end, ref))
            start = text.find(shape, end)
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


def unmark_chance(root: Element, group: Collection[int], values: Sequence[Sequence[str]]) -> None:
    """Leave items of lists unmarked within longer texts, where they also stand as whole texts.

    With the item "Bikes" in a menu, "Bikes for every road" need not speak of that item.
    """
    texts = [c for e in elements(root) for c in e.children if isinstance(c, Text)]
    whole = {c.parts[0] for c in texts if len(c.parts) == 1}
    items = {(r.value, r.item) for r in whole if isinstance(r, Ref) and r.value in group}

    def literal(part: str | Ref) -> str | Ref:
        if not isinstance(part, Ref) or (part.value, part.item) not in items:
            return part
        value = values[part.value][part.item]
        return cap(value) if part.form == "cap" else value

    for child in texts:
        if len(child.parts) > 1:
            child.parts = tuple(literal(part) for part in child.parts)


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
    return value
