"""The gate between a model's answer and the page: well-formed markup, or nothing at all."""

from __future__ import annotations

from collections.abc import Collection

import html5lib
from html5lib.html5parser import ParseError

from tagwright.errors import NothingUsable
from tagwright.markup.answer import clean, document_parts, is_document, without_prose
from tagwright.markup.cut import trim_cut
from tagwright.markup.elements import HEAD_ONLY, LISTS, METADATA, SECTIONS
from tagwright.markup.ids import make_ids_free
from tagwright.markup.repair import repair
from tagwright.markup.tree import Doctype, Element, Node, is_blank, parse, serialise

# html5lib parses a fragment as the content of one of these as a browser would in that place;
# "div" stands for all the others.
_CONTAINERS = LISTS | SECTIONS | {"colgroup", "select", "tr"}


def gate(html: str, *, complete: bool, taken_ids: Collection[str] = (), parent: str = "") -> str:
    """Return one well-formed fragment, or a whole page, made of a model's answer.

    complete: False if the answer was cut at the token budget; then the unfinished end is dropped
    before open elements are closed. taken_ids: ids of the page, avoided in the answer. parent:
    the element that the answer goes into, ``""`` for body or nothing.

    The result has no parse error in html5lib's strict parser, keeps the answer's white space and
    is not indented. Raises ``NothingUsable``.
    """
    parsed = parse(clean(html))
    if not complete:
        trim_cut(parsed)
    nodes = parsed.nodes
    whole = parent == "" and is_document(nodes)
    nodes = _page(nodes, complete) if whole else _fragment(nodes, parent)
    make_ids_free(nodes, taken_ids)
    return _judged(serialise(nodes).strip(), parent)


def body_only(html: str) -> str:
    """Return the content of a page's body, or a fragment as it is: for use inside a page.

    Style sheets and scripts of the head come along, what describes the page itself does not.
    """
    nodes = parse(html).nodes
    if not is_document(nodes):
        return html
    return serialise(_body_content(nodes)).strip()


def is_well_formed(html: str, parent: str = "") -> bool:
    """Whether html5lib's strict parser takes the markup inside ``parent`` without an error."""
    parser = html5lib.HTMLParser(strict=True)
    try:
        if html[:9].lower() == "<!doctype" or html[:5].lower() == "<html":
            parser.parse(html)
        elif parent == "table":
            # As a fragment, rows without tbody would count as a table that never ends.
            parser.parseFragment(f"<table>{html}</table>")
        else:
            parser.parseFragment(html, container=parent if parent in _CONTAINERS else "div")
    except (ParseError, KeyError):  # html5lib 1.1 lacks the words for some errors
        return False
    return True


def _page(nodes: list[Node], complete: bool) -> list[Node]:
    html, head, body = document_parts(nodes)
    head.children = [n for n in head.children if isinstance(n, Element) and n.name in METADATA]
    body.children = repair(body.children)
    if all(map(is_blank, body.children)) and not (complete and head.children):
        raise _nothing()
    return [Doctype(), html]


def _fragment(nodes: list[Node], parent: str) -> list[Node]:
    fragment: list[Node]
    if parent == "head":
        if is_document(nodes):
            nodes = document_parts(nodes)[1].children
        fragment = [n for n in nodes if isinstance(n, Element) and n.name in METADATA]
    else:
        nodes = without_prose(_body_content(nodes) if is_document(nodes) else nodes)
        elements = [node for node in nodes if isinstance(node, Element)]
        only_metadata = all(element.name in METADATA for element in elements)
        fragment = list(elements) if only_metadata else repair(nodes, parent)
    if not _has_elements(fragment):
        raise _nothing()
    return fragment


def _body_content(nodes: list[Node]) -> list[Node]:
    _, head, body = document_parts(nodes)
    kept = [
        node for node in head.children if isinstance(node, Element) and node.name not in HEAD_ONLY
    ]
    return [*kept, *body.children]


def _has_elements(nodes: list[Node]) -> bool:
    return any(isinstance(node, Element) for node in nodes)


def _judged(markup: str, parent: str) -> str:
    if is_well_formed(markup, parent):
        return markup
    # What the small repair does not know is left to the parser that browsers agree on.
    if markup.startswith("<!DOCTYPE"):
        tree = html5lib.parse(markup)
    else:
        tree = html5lib.parseFragment(markup, container="div")
    again = html5lib.serialize(tree, omit_optional_tags=False, quote_attr_values="always")
    if not _has_elements(parse(again).nodes) or not is_well_formed(again, parent):
        raise _nothing()
    return again


def _nothing() -> NothingUsable:
    return NothingUsable(
        "The model's answer holds no usable markup; say in the comment what to build, "
        "or raise the limit of new tokens."
    )
