"""What each element of plain markup is there for: "card-title", "nav-link", "primary".

The styles (``restyle_bootstrap``, ``restyle_tailwind``, ``restyle_page``) put their classes on
roles, so all of them agree on what is a card, and the same structure always gets the same classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tagwright.markup.elements import HEADINGS
from tagwright.markup.tree import Element, Node
from tagwright_training.corpus.restyle_form import (
    button_role,
    fieldset_role,
    form_role,
    input_role,
    label_role,
)
from tagwright_training.corpus.restyle_nav import item_role, link_role, list_role, nav_role
from tagwright_training.corpus.restyle_tree import (
    Trail,
    attr,
    inside,
    is_check,
    is_columns,
    is_field,
    is_grid,
    is_quote,
    kids,
    only,
)


def roles(nodes: Sequence[Node], parent: str = "", root: str = "") -> Iterator[tuple[Element, str]]:
    """Yield the elements that have a role with it, in document order.

    parent: name of the element that the markup stands in, where its content depends on that
    ("ul"), else ``""``. root: the role of the outermost element when the markup does not show it.
    """
    around = Element(parent, children=list(nodes))
    for element, role in _found((around,)):
        yield element, root if root and element is kids(around)[0] else role


def _found(trail: Trail) -> Iterator[tuple[Element, str]]:
    for child in kids(trail[-1]):
        if child.foreign:
            continue
        name = "h" if child.name in HEADINGS else child.name
        role = _RULES[name](child, trail) if name in _RULES else _SAME.get(name, "")
        if role:
            yield child, role
        yield from _found((*trail, child))


def _div(element: Element, trail: Trail) -> str:
    role = attr(element, "role")
    if role in ("alert", "status", "region", "group", "tablist", "timer"):
        named = {"alert": "alert", "status": "status", "region": "banner", "group": "buttons"}
        return named.get(role, role)
    if is_field(element):
        if not is_check(element):
            return "field"
        box = kids(element, "input")[0]
        return "option" if "value" in box.attrs else "check-field"
    if trail[-1].name == "dl":
        return "stat"
    if is_grid(element, "article"):
        return "grid"
    if is_grid(element, "img", "figure") and not is_quote(kids(element)[-1]):
        return "gallery"
    if only(element, "div") and all(is_field(cell) for cell in kids(element)):
        return "field-row"
    if is_columns(element):
        return "columns"
    return "column" if trail[-1].name == "div" and is_columns(trail[-1]) else ""


def _section(element: Element, trail: Trail) -> str:
    if trail[-1].name == "footer":
        return "foot-section"
    if "carousel" in attr(element, "aria-label").lower():
        return "carousel"
    if is_grid(element, "article"):
        return "section-grid"
    if is_grid(element, "img", "figure") and not is_quote(kids(element)[-1]):
        return "section-gallery"
    return "hero" if kids(element, "h1") else "section"


def _article(element: Element, trail: Trail) -> str:
    texts = len(kids(element, "p"))
    is_text = texts > 2 and texts + 1 == len(kids(element))
    return "article" if is_text or kids(element, "header", "section") else "card"


def _heading(element: Element, trail: Trail) -> str:
    outer = trail[-1]
    if outer.name == "article" and _article(outer, trail[:-1]) == "card":
        first = kids(outer, *HEADINGS)[0]
        return "card-title" if first is element else "card-subtitle"
    if outer.name in ("section", "header") and element.name == "h1":
        return "hero-title"
    if outer.name == "dialog" or inside(trail, "footer", "aside"):
        return "small-title"
    if outer.name == "section" and kids(outer, *HEADINGS)[0] is element:
        return "section-title"
    return {"h1": "h1", "h2": "h2", "h3": "h3"}.get(element.name, "h4")


def _paragraph(element: Element, trail: Trail) -> str:
    outer = trail[-1]
    if attr(element, "id").endswith("-hint"):
        return "hint"
    if outer.name == "article" and _article(outer, trail[:-1]) == "card":
        return "meta" if kids(element, "time") and len(kids(element)) == 1 else "card-text"
    if outer.name in ("section", "header") and kids(outer, "h1"):
        return "lead" if kids(outer, "p")[0] is element else "text"
    if outer.name == "details":
        return "answer"
    if outer.name in ("section", "main", "article", "aside", "body"):
        return "text"
    return "counter" if attr(outer, "role") == "timer" else ""


def _image(element: Element, trail: Trail) -> str:
    outer = trail[-1]
    if outer.name == "article":
        return "card-image"
    if outer.name == "figure":
        return "figure-image"
    if inside(trail, "nav") or (outer.name == "a" and attr(outer, "href") == "/"):
        return ""
    width = attr(element, "width")
    square = width and width == attr(element, "height")
    return "avatar" if square and int(width) <= 128 else "image"


def _figure(element: Element, trail: Trail) -> str:
    return "quote" if is_quote(element) else "figure"


def _figcaption(element: Element, trail: Trail) -> str:
    return "quote-caption" if is_quote(trail[-1]) else "figure-caption"


def _description(element: Element, trail: Trail) -> str:
    return "stats" if kids(element, "div") else "terms"


def _term(element: Element, trail: Trail) -> str:
    return f"stat-{element.name}" if trail[-1].name == "div" else element.name


def _cell(element: Element, trail: Trail) -> str:
    return "row-head" if attr(element, "scope") == "row" else "th"


def _header(element: Element, trail: Trail) -> str:
    if kids(element, "a") and not kids(element, *HEADINGS):
        return "header-bar"
    return "header" if kids(element, "nav") else "page-header"


def _footer(element: Element, trail: Trail) -> str:
    if trail[-1].name == "article":
        return "card-footer" if _article(trail[-1], trail[:-1]) == "card" else ""
    return "footer-columns" if kids(element, "section") else "footer"


def _aside(element: Element, trail: Trail) -> str:
    return "banner" if "announce" in attr(element, "aria-label").lower() else "aside"


def _span(element: Element, trail: Trail) -> str:
    return "badge" if len(trail) == len(kids(trail[0])) == 1 else ""


_RULES: dict[str, Callable[[Element, Trail], str]] = {
    "nav": nav_role,
    "ul": list_role,
    "ol": list_role,
    "li": item_role,
    "a": link_role,
    "button": button_role,
    "input": input_role,
    "label": label_role,
    "div": _div,
    "section": _section,
    "article": _article,
    "h": _heading,
    "p": _paragraph,
    "img": _image,
    "figure": _figure,
    "figcaption": _figcaption,
    "fieldset": fieldset_role,
    "dl": _description,
    "dt": _term,
    "dd": _term,
    "th": _cell,
    "header": _header,
    "footer": _footer,
    "aside": _aside,
    "form": form_role,
    "span": _span,
}
# Elements whose role is their name, whatever is around them.
_SAME = {
    name: name
    for name in (
        "body main select textarea legend table caption thead td blockquote details summary hr pre "
        "kbd video audio iframe progress meter address dialog"
    ).split()
}
