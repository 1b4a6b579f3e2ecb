"""Bootstrap 5.3 classes and the few elements that Bootstrap needs, on plain markup.

The same idioms as the kinds that write both (``parts_forms``, ``parts_cards``, ...).
Source: https://getbootstrap.com/docs/5.3/.
"""

from __future__ import annotations

from collections.abc import Iterable

from tagwright.markup.elements import HEADINGS
from tagwright.markup.tree import Element, Node, walk
from tagwright_training.corpus.restyle_tree import attr, kids

_CSS = "https://cdn.jsdelivr.net/npm/bootstrap@5.3.3/dist/css/bootstrap.min.css"
# Column for so many cards side by side.
_COLUMNS = {1: "col-12", 2: "col-md-6", 3: "col-md-4", 4: "col-md-3", 6: "col-md-4"}

CLASSES = {
    "action": "btn btn-primary",
    "alert": "alert alert-danger",
    "avatar": "rounded-circle",
    "badge": "badge text-bg-primary",
    "banner": "alert alert-info",
    "blockquote": "blockquote",
    "brand": "navbar-brand",
    "button-link": "btn btn-primary",
    "buttons": "btn-group",
    "card": "card",
    "card-action": "btn btn-primary",
    "card-button": "btn btn-primary",
    "card-footer": "card-footer",
    "card-image": "card-img-top",
    "card-text": "card-text",
    "card-title": "card-title",
    "check": "form-check-input",
    "check-field": "mb-3 form-check",
    "check-item": "list-group-item",
    "check-label": "form-check-label",
    "checklist": "list-group",
    "choices": "mb-3",
    "close": "btn-close",
    "color": "form-control form-control-color",
    "column": "col",
    "columns": "row",
    "counter": "col",
    "crumb-item": "breadcrumb-item",
    "crumb-item-current": "breadcrumb-item active",
    "crumb-list": "breadcrumb",
    "dd": "col-sm-9",
    "dt": "col-sm-3",
    "field": "mb-3",
    "field-row": "row",
    "figure": "figure",
    "figure-caption": "figure-caption",
    "figure-image": "figure-img img-fluid",
    "foot-list": "list-unstyled",
    "foot-section": "col",
    "footer-columns": "container",
    "grid": "row",
    "hint": "form-text",
    "image": "img-fluid",
    "input": "form-control",
    "label": "form-label",
    "lead": "lead",
    "list": "list-group",
    "list-check": "form-check-input me-2",
    "list-events": "list-group",
    "list-item": "list-group-item",
    "list-item-current": "list-group-item active",
    "list-numbered": "list-group list-group-numbered",
    "list-steps": "list-group list-group-horizontal",
    "main": "container",
    "menu": "list-unstyled",
    "nav": "navbar navbar-expand",
    "nav-item": "nav-item",
    "nav-link": "nav-link",
    "nav-link-current": "nav-link active",
    "nav-list": "navbar-nav",
    "option": "form-check",
    "page-item": "page-item",
    "page-item-current": "page-item active",
    "page-link": "page-link",
    "page-link-current": "page-link",
    "page-list": "pagination",
    "primary": "btn btn-primary",
    "quote-caption": "blockquote-footer",
    "range": "form-range",
    "search-form": "d-flex",
    "search-input": "form-control me-2",
    "search-label": "visually-hidden",
    "secondary": "btn btn-secondary",
    "select": "form-select",
    "side-list": "list-unstyled",
    "skip-link": "visually-hidden-focusable",
    "stat": "col",
    "stat-dd": "fs-3",
    "stats": "row",
    "status": "alert alert-success",
    "tab": "nav-link",
    "tab-current": "nav-link active",
    "table": "table",
    "tablist": "nav nav-tabs",
    "terms": "row",
    "textarea": "form-control",
    "timer": "row",
}


def add_elements(nodes: list[Node], found: Iterable[tuple[Element, str]]) -> None:
    """Put in the elements around content that Bootstrap's classes need, and the style sheet."""
    for element, role in found:
        if role == "card":
            _fill_card(element)
        elif role == "nav":
            element.children = [_div("container", element.children)]
        elif role in ("grid", "gallery", "section-grid", "section-gallery"):
            _fill_row(element, role)
        elif role == "check-field" and attr(kids(element, "input")[0], "role") == "switch":
            element.attrs["class"] = f"{attr(element, 'class')} form-switch"
        elif role == "close":
            element.children = []
        elif role == "footer-columns":
            columns = [e for e in element.children if _is(e, "section")]
            rest = [node for node in element.children if not _is(node, "section")]
            element.children = [_div("row", columns), *rest]
        elif role in ("alert", "status"):
            only = kids(element, "p")
            if len(element.children) == len(only) == 1:
                element.children = only[0].children
    for head in (e for e in walk(nodes) if e.name == "head"):
        head.children.append(Element("link", {"rel": "stylesheet", "href": _CSS}))


def _fill_card(card: Element) -> None:
    """Everything but an image on top and a footer goes into the body."""
    top = card.children[:1] if _is(card.children[0], "img") else []
    foot = [node for node in card.children if _is(node, "footer")]
    body = [node for node in card.children[len(top) :] if not _is(node, "footer")]
    for footer in kids(card, "footer"):
        footer.name = "div"
        if len(footer.children) == 1 and kids(footer, "p"):
            footer.children = kids(footer, "p")[0].children
    card.children = [*top, *([_div("card-body", body)] if body else []), *foot]


def _fill_row(element: Element, role: str) -> None:
    pictures = role.endswith("gallery")
    names = ("img", "figure") if pictures else ("article",)
    cells = kids(element, *names)
    column = "col-md-4" if pictures else _COLUMNS.get(len(cells), "col-md-4")
    columns: list[Node] = [_div(column, [cell]) for cell in cells]
    rest = [node for node in element.children if not _is(node, *names)]
    headed = any(_is(node, *HEADINGS) for node in rest)
    in_row = role == "grid" and not headed
    element.children = [*rest, *(columns if in_row else [_div("row", columns)])]
    if role == "grid" and headed:
        element.attrs.pop("class", None)


def _is(node: Node, *names: str) -> bool:
    return isinstance(node, Element) and node.name in names


def _div(cls: str, children: list[Node]) -> Element:
    return Element("div", {"class": cls}, children)
