"""The pretty-printer: containers over lines, inline content on one line.

White space that a reader could see is neither added nor taken away: between two inline pieces a
line break comes only where white space stood already, or beside a control, picture or link in a
container without text of its own, where source code is always broken. The content of pre,
textarea, script and style stays as it is. Formatting twice changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagwright.markup.elements import (
    BLOCK,
    HEAD_ONLY,
    METADATA,
    TABLE_PARTS,
    VERBATIM,
    names,
)
from tagwright.markup.tree import (
    Comment,
    Doctype,
    Element,
    Node,
    Text,
    has_end_tag,
    parse,
    serialise,
    start_tag,
)

_BLANKS = re.compile(r"[ \t\n\f\r]+")
_BLANK = " \t\n\f\r"
# On lines of their own wherever they stand.
_BLOCK = (
    BLOCK
    | TABLE_PARTS
    | names("html head body li dt dd legend optgroup option source track param")
    | HEAD_ONLY
)
# Broken over lines even around one inline child.
_OPEN = names(
    "html head body form table thead tbody tfoot tr ul ol menu dl colgroup select optgroup "
    "datalist fieldset figure picture video audio hgroup"
)
# Broken over lines when they hold controls, pictures or links and no text of their own.
_STRUCTURAL = names(
    "div nav section article main aside header footer form fieldset figure body details "
    "dialog search address center blockquote template noscript head"
)
_LOOSE_STRUCTURAL = frozenset({"li", "td", "th", "dd"})
# Inline elements beside which a line break shows at most as the gap that controls have anyway.
_LOOSE = (METADATA - {"meta", "title", "base"}) | names(
    "button input select textarea label img svg picture video audio iframe canvas object "
    "embed progress meter output datalist br"
)
# Inline elements whose own content is broken over lines, where the text around them allows it.
_BROKEN_INSIDE = frozenset({"select", "datalist", "picture", "video", "audio"})
_SVG_TEXT = frozenset({"text", "tspan", "textpath", "title", "desc", "style", "script"})


@dataclass
class _Item:
    """One child with its white space: text has none at its ends, ``space`` tells what stood."""

    node: Node
    space: bool  # white space stood between the item before and this one


def format_html(html: str, unit: str = "  ", indent: str = "", newline: str = "\n") -> str:
    """Return the markup indented, without a line break at the end.

    unit: one level of indentation. indent: what each line begins with, the first too; lines of
    pre, textarea, script and style keep their own. newline: the line break to write.
    """
    items = _items(parse(html.replace("\r\n", "\n").replace("\r", "\n")).nodes)
    lines = _lines(items, unit, indent, split=not _has_text(items))
    return "\n".join(lines).replace("\n", newline)


def _items(nodes: list[Node]) -> list[_Item]:
    items: list[_Item] = []
    space = False
    for node in nodes:
        if isinstance(node, Text):
            words = node.data.strip(_BLANK)
            if not words:
                space = True
                continue
            lead = node.data[0] in _BLANK
            items.append(_Item(Text(_BLANKS.sub(" ", words)), space or lead))
            space = node.data[-1] in _BLANK
        else:
            items.append(_Item(node, space))
            space = False
    return items


def _is_block(node: Node) -> bool:
    """Whether white space around a node means nothing."""
    if isinstance(node, Doctype):
        return True
    if not isinstance(node, Element):
        return False
    if node.foreign:
        return node.name.lower() not in ("svg", "math")
    if node.name in VERBATIM | _BROKEN_INSIDE:
        return node.name in _BLOCK
    return node.name in _BLOCK or any(map(_is_block_in_html, node.children))


def _is_block_in_html(node: Node) -> bool:
    return isinstance(node, Element) and not node.foreign and _is_block(node)


def _breaks(node: Node) -> bool:
    """Whether a node wants lines of its own."""
    if not isinstance(node, Element):
        return isinstance(node, Doctype)
    if _is_block(node) or node.name in METADATA:
        return True
    if node.foreign or node.name in VERBATIM:
        return False
    if node.name in _BROKEN_INSIDE and any(isinstance(c, Element) for c in node.children):
        return True
    return any(map(_breaks, node.children))


def _splittable(left: Node, right: _Item) -> bool:
    """Whether a line may be broken between two neighbours."""
    if right.space or _is_block(left) or _is_block(right.node):
        return True
    if isinstance(left, Element) and left.name == "br":
        return True
    if not isinstance(left, Element) or not isinstance(right.node, Element):
        return False
    names = (left.name, right.node.name)
    return names == ("a", "a") or any(name in _LOOSE for name in names)


def _lines(items: list[_Item], unit: str, indent: str, *, split: bool) -> list[str]:
    """Return the lines of a container's content.

    split: break wherever it is allowed, not only around what wants lines of its own.
    """
    groups: list[list[_Item]] = []
    for item in items:
        last = groups[-1][-1].node if groups else None
        if last is not None and not (
            _splittable(last, item)
            and (split or _breaks(last) or _breaks(item.node) or _is_break(last))
        ):
            groups[-1].append(item)
        else:
            groups.append([item])
    lines: list[str] = []
    for group in groups:
        node = group[0].node
        if len(group) == 1 and isinstance(node, Element):
            lines += _element(node, unit, indent)
        else:
            lines.append(indent + _flat(group))
    return lines


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.name == "br"


def _element(element: Element, unit: str, indent: str) -> list[str]:
    items = _items(element.children)
    if element.name in VERBATIM and not element.foreign:
        return [indent + serialise([element])]
    if not items or not _is_open(element, items):
        return [indent + _flat([_Item(element, False)], edge=_is_block(element))]
    inner = indent + ("" if element.name == "html" else unit)
    lines = _lines(items, unit, inner, split=_is_split(element, items))
    return [indent + start_tag(element), *lines, f"{indent}</{element.name}>"]


def _has_text(items: list[_Item]) -> bool:
    return any(isinstance(item.node, Text) for item in items)


def _is_open(element: Element, items: list[_Item]) -> bool:
    """Whether an element's content goes on lines of its own."""
    if element.foreign:
        return element.name.lower() not in _SVG_TEXT and not _has_text(items)
    for index, item in enumerate(items):
        before = index == 0 or _splittable(items[index - 1].node, item)
        after = index + 1 == len(items) or _splittable(item.node, items[index + 1])
        if _breaks(item.node) and before and after:
            return True
    if element.name in _OPEN:
        return True
    return _is_split(element, items)


def _is_split(element: Element, items: list[_Item]) -> bool:
    """Whether each inline child gets a line of its own."""
    if element.foreign:
        return True
    if _has_text(items):
        return False
    nodes = [item.node for item in items if isinstance(item.node, Element)]
    if element.name in _STRUCTURAL:
        return any(node.name in _LOOSE or node.name == "a" for node in nodes)
    return (
        element.name in _LOOSE_STRUCTURAL
        and len(nodes) > 1
        and any(node.name in _LOOSE for node in nodes)
    )


def _flat(items: list[_Item], edge: bool = False) -> str:
    """Return items on one line; edge: white space at the ends of the only item's content goes."""
    parts = []
    for index, item in enumerate(items):
        if item.space and index:
            parts.append(" ")
        parts.append(_flat_node(item.node, edge))
    return "".join(parts)


def _flat_node(node: Node, edge: bool) -> str:
    if not isinstance(node, Element):
        return serialise([node]) if isinstance(node, Comment | Doctype) else node.data
    if node.name in VERBATIM and not node.foreign:
        return serialise([node])
    inner = _flat(_items(node.children))
    if not edge and node.children and not _is_block(node):
        first, last = node.children[0], node.children[-1]
        if isinstance(first, Text) and first.data[:1] and first.data[0] in _BLANK:
            inner = " " + inner
        if isinstance(last, Text) and last.data[-1:] and last.data[-1] in _BLANK and inner != " ":
            inner += " "
    return start_tag(node) + inner + (f"</{node.name}>" if has_end_tag(node) else "")
