"""Makes a tree fit HTML's content model, moving and renaming as little as possible.

Source: the content models of the HTML Living Standard, section 4, as far as model answers break
them: stray list items, cells and options, text in lists and tables, blocks within p and within
phrasing elements, forms, links, buttons and labels within their like. Nothing that a reader sees
is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tagwright.markup.elements import (
    BLOCK,
    CELLS,
    ESCAPABLE_TEXT,
    HEAD_ONLY,
    HEADINGS,
    LISTS,
    NEVER_NESTED,
    PHRASING_ONLY,
    SCRIPTING,
    SECTIONS,
    TABLE_PARTS,
    names,
)
from tagwright.markup.tree import Comment, Doctype, Element, Node, Text, is_blank

_SHELL = frozenset({"html", "head", "body"})
_TO_SPAN = HEADINGS | names(
    "address article aside div figure footer header hgroup main nav p search section"
)
# A p may not hold blocks at any depth, but within these a new scope begins (13.2.4.2).
_P_SCOPE = frozenset({"button", "caption", "object", "td", "th", "template", "marquee", "applet"})
_OPTIONS = frozenset({"option", "optgroup"})
# Root elements that repeat the element the answer goes into, or lie between the two.
_REPEATS: dict[str, frozenset[str]] = {
    **dict.fromkeys(LISTS, LISTS),
    **{name: SECTIONS | {"table"} for name in SECTIONS},
    "dl": frozenset({"dl"}),
    "select": frozenset({"select"}),
    "table": frozenset({"table"}),
    "tr": SECTIONS | {"table", "tr"},
}


def repair(nodes: list[Node], parent: str = "") -> list[Node]:
    """Return the nodes as they may stand inside ``parent`` (``""``: in flow content)."""
    repeats = _REPEATS.get(parent, frozenset())
    while (found := _elements(nodes)) and all(e.name in repeats for e in found):
        nodes = [child for e in found for child in e.children]
    fixed = _children(nodes, frozenset({parent}), parent in PHRASING_ONLY - {"p"})
    if parent == "table":
        before, fixed = _table(fixed)
        return [*(_wrap("tr", [_wrap("td", [node])]) for node in _shown(before)), *fixed]
    return _fit(parent, fixed)


def _elements(nodes: Iterable[Node]) -> list[Element]:
    return [node for node in nodes if isinstance(node, Element)]


def _shown(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if not is_blank(node)]


def _wrap(name: str, nodes: list[Node]) -> Element:
    return Element(name, {}, nodes)


def _children(nodes: list[Node], ancestors: frozenset[str], phrasing: bool) -> list[Node]:
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Doctype):
            continue
        if not isinstance(node, Element) or node.foreign:
            result.append(node)
        elif node.name in _SHELL or (node.name in NEVER_NESTED and node.name in ancestors):
            result += _children(node.children, ancestors, phrasing)
        elif node.name not in HEAD_ONLY or "itemprop" in node.attrs:
            result += _element(node, ancestors, phrasing)
    return result


def _element(node: Element, ancestors: frozenset[str], phrasing: bool) -> list[Node]:
    if phrasing and node.name in _TO_SPAN and not (node.name in HEADINGS and "legend" in ancestors):
        node.name = "span"
    inside = phrasing or node.name in PHRASING_ONLY - {"p", "span"}
    if node.name in CELLS | {"li", "dd", "dt"}:
        inside = False
    below = ancestors | {node.name} | ({"legend"} if node.name == "summary" else set())
    node.children = _children(node.children, below, inside)
    if node.name == "table":
        before, node.children = _table(node.children)
        return [*before, node]
    node.children = _fit(node.name, node.children)
    if (node.name == "p" and _has_block(node)) or (
        node.name == "span" and not phrasing and any(e.name in BLOCK for e in _elements_of(node))
    ):
        node.name = "div"
    return [node]


def _elements_of(node: Element) -> list[Element]:
    return [child for child in _elements(node.children) if not child.foreign]


def _has_block(node: Element) -> bool:
    return any(
        child.name in BLOCK or (child.name not in _P_SCOPE and _has_block(child))
        for child in _elements_of(node)
    )


def _fit(parent: str, nodes: list[Node]) -> list[Node]:
    """Make the children of one element fit it; they fit their own children already."""
    if parent in LISTS:
        return _list(nodes)
    if parent == "dl":
        return _each(nodes, {"dt", "dd", "div"} | SCRIPTING, lambda node: _wrap("dd", [node]))
    if parent == "tr":
        return _each(nodes, CELLS | SCRIPTING, lambda node: _wrap("td", [node]))
    if parent in SECTIONS:
        return _rows(nodes)
    if parent == "colgroup":
        return [e for e in _elements(nodes) if e.name in ("col", "template")]
    if parent in ("select", "optgroup"):
        return _options(nodes)
    if parent == "option" or parent in ESCAPABLE_TEXT:
        return [Text(_text_of(nodes))]
    return _flow(nodes, parent)


def _each(nodes: list[Node], fitting: Iterable[str], wrap: Callable[[Node], Element]) -> list[Node]:
    """Wrap each node that is neither a fitting element nor white space or a comment."""
    fits = set(fitting)
    return [
        node
        if is_blank(node)
        or isinstance(node, Comment)
        or (isinstance(node, Element) and node.name in fits)
        else wrap(node)
        for node in nodes
    ]


def _runs(
    nodes: list[Node], wanted: frozenset[str], wrap: Callable[[list[Node]], Node]
) -> list[Node]:
    """Wrap each run of elements with these names, with the white space between them."""
    result: list[Node] = []
    run: list[Node] = []
    for node in nodes:
        named = isinstance(node, Element) and node.name in wanted and not node.foreign
        if named or (run and is_blank(node)):
            run.append(node)
            continue
        if run:
            result.append(wrap(run))
            run = []
        result.append(node)
    return [*result, wrap(run)] if run else result


def _flow(nodes: list[Node], parent: str) -> list[Node]:
    nodes = _runs(nodes, frozenset({"li"}), lambda run: _wrap("ul", run))
    if not (parent == "div" and nodes and all(_in_dl_group(node) for node in nodes)):
        nodes = _runs(nodes, frozenset({"dt", "dd"}), lambda run: _wrap("dl", run))
    nodes = _runs(nodes, TABLE_PARTS, lambda run: _wrap("table", _table(run)[1]))
    if parent != "datalist":
        nodes = _runs(nodes, _OPTIONS, lambda run: _wrap("select", run))
    return nodes


def _in_dl_group(node: Node) -> bool:
    return is_blank(node) or (isinstance(node, Element) and node.name in ("dt", "dd"))


def _list(nodes: list[Node]) -> list[Node]:
    """Put text and other elements into items; a list straight in a list joins the item before."""
    result: list[Node] = []
    prose = any(isinstance(node, Text) and not is_blank(node) for node in nodes)
    loose: Element | None = None
    for node in nodes:
        last = next(iter(_elements(reversed(result))), None)
        if isinstance(node, Element) and node.name in {"li"} | SCRIPTING:
            loose = None
            result.append(node)
        elif isinstance(node, Element) and node.name in LISTS and last and last.name == "li":
            last.children.append(node)
        elif loose and prose:
            loose.children.append(node)
        elif is_blank(node) or isinstance(node, Comment):
            result.append(node)
        else:
            loose = _wrap("li", [node])
            result.append(loose)
    return result


def _rows(nodes: list[Node]) -> list[Node]:
    nodes = _runs(nodes, CELLS, lambda run: _wrap("tr", run))
    return _each(nodes, {"tr"} | SCRIPTING, lambda node: _wrap("tr", [_wrap("td", [node])]))


def _table(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """Return (what has to stand before the table, what may stand in it)."""
    before: list[Node] = []
    inside: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.name not in TABLE_PARTS | SCRIPTING | {"style"}:
            # The wrapper of stray parts is made before their table is known.
            inside += node.children if node.name == "table" else []
            before += [] if node.name == "table" else [node]
        elif isinstance(node, Text) and not is_blank(node):
            before.append(node)
        else:
            inside.append(node)
    captions = [e for e in _elements(inside) if e.name == "caption"]
    rest = [node for node in inside if not any(node is caption for caption in captions)]
    rest = _runs(rest, CELLS, lambda run: _wrap("tr", run))
    rest = _runs(rest, frozenset({"col"}), lambda run: _wrap("colgroup", _elements_only(run)))
    return before, [*captions, *rest]


def _elements_only(nodes: list[Node]) -> list[Node]:
    return list(_elements(nodes))


def _options(nodes: list[Node]) -> list[Node]:
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.name not in _OPTIONS | {"script"}:
            result += _options(node.children)
        elif isinstance(node, Text) and not is_blank(node):
            result.append(_wrap("option", [Text(node.data.strip())]))
        else:
            result.append(node)
    return result


def _text_of(nodes: list[Node]) -> str:
    return "".join(
        node.data if isinstance(node, Text) else _text_of(node.children)
        for node in nodes
        if isinstance(node, Text | Element)
    )
