"""What each element of plain markup is there for: "card-title", "nav-link", "primary".

The styles (``restyle_bootstrap``, ``restyle_tailwind``, ``restyle_page``) put their classes on
roles, so all of them agree on what is a card, and the same structure always gets the same classes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tagwright.markup.elements import HEADINGS, LISTS
from tagwright.markup.tree import Element, Node, Text

# The open elements around an element, outermost first; the first one is made up for fragments.
Trail = tuple[Element, ...]

_CONTROLS = frozenset({"input", "select", "textarea"})
_CHECKS = ("checkbox", "radio")
_BLOCKS = frozenset({"section", "header", "div", "form"})
_MORE = re.compile(r"(?:read|learn|find out|see|view|show|more) ?(?:more|details|all)?\b", re.I)
_MAIN_NAV = re.compile(r"main|primary|haupt|principal|hoofd|nav|menu", re.I)


def roles(nodes: Sequence[Node], parent: str = "", root: str = "") -> Iterator[tuple[Element, str]]:
    """Yield the elements that have a role with it, in document order.

    parent: name of the element that the markup stands in, where its content depends on that
    ("ul"), else ``""``. root: the role of the outermost element when the markup does not show it.
    """
    around = Element(parent, children=list(nodes))
    for element, role in _walk((around,)):
        yield element, root if root and element is kids(around)[0] else role


def _walk(trail: Trail) -> Iterator[tuple[Element, str]]:
    for child in kids(trail[-1]):
        if child.foreign:
            continue
        name = "h" if child.name in HEADINGS else child.name
        role = _RULES[name](child, trail) if name in _RULES else _SAME.get(name, "")
        if role:
            yield child, role
        yield from _walk((*trail, child))


def kids(element: Element, *names: str) -> list[Element]:
    """Return the child elements, of the given names where there are any."""
    found = [child for child in element.children if isinstance(child, Element)]
    return [child for child in found if child.name in names] if names else found


def words(element: Element) -> str:
    """Return the text in an element."""
    parts = (c.data if isinstance(c, Text) else words(c) for c in element.children if _has(c))
    return "".join(parts).strip()


def _has(node: Node) -> bool:
    return isinstance(node, Text | Element)


def attr(element: Element, name: str) -> str:
    return element.attrs.get(name) or ""


def inside(trail: Trail, *names: str) -> Element | None:
    """Return the innermost open element of one of the names."""
    return next((e for e in reversed(trail) if e.name in names), None)


def _only(element: Element, *names: str) -> bool:
    """Whether an element has two or more children, all of these names."""
    found = kids(element)
    return len(found) > 1 and all(child.name in names for child in found)


def _is_grid(element: Element, *names: str) -> bool:
    """Whether an element is a series of these, perhaps below a heading and a line of text."""
    found = [c for c in kids(element) if c.name not in HEADINGS]
    if found and found[0].name == "p" and len(found) < len(kids(element)):
        found = found[1:]
    return len(found) > 1 and all(c.name in names for c in found)


def is_quote(element: Element) -> bool:
    return element.name == "figure" and bool(kids(element, "blockquote"))


def _is_field(element: Element) -> bool:
    return bool(kids(element, "label")) and bool(kids(element, *_CONTROLS))


def _check_of(element: Element) -> bool:
    """Whether the control in a field is a checkbox or radio button."""
    return any(attr(box, "type") in _CHECKS for box in kids(element, "input"))


def _nav_kind(nav: Element, trail: Trail) -> str:
    """What kind of navigation a nav is: "nav" (the main one), "crumb", "page" or "side"."""
    label = attr(nav, "aria-label").lower()
    if "bread" in label or (not label and kids(nav, "ol")):
        return "crumb"
    if "pagin" in label:
        return "page"
    if inside(trail, "footer"):
        return "foot"
    if inside(trail, "aside", "main", "section", "article", "details") or not _MAIN_NAV.search(
        label or "nav"
    ):
        return "side"
    return "nav"


def _nav_part(part: str, element: Element, trail: Trail) -> str:
    """Role of a list, an item or a link within a nav."""
    at = max(i for i, e in enumerate(trail) if e.name == "nav")
    if inside(trail[at + 1 :], "details") or (part == "item" and element.name != "li"):
        return "menu-link" if part == "link" else "menu" if part == "list" else ""
    kind = _nav_kind(trail[at], trail[:at])
    if part == "link" and element.attrs.get("aria-current") == "page" and kind in ("nav", "page"):
        return f"{kind}-link-current"
    if part == "item" and kind == "page" and any("aria-current" in k.attrs for k in kids(element)):
        return "page-item-current"
    if part == "item" and kind == "crumb" and "aria-current" in element.attrs:
        return "crumb-item-current"
    return f"{kind}-{part}"


def _nav(nav: Element, trail: Trail) -> str:
    return _nav_kind(nav, trail)


def _list(element: Element, trail: Trail) -> str:
    if inside(trail, "nav"):
        return _nav_part("list", element, trail)
    if inside(trail, "details") and all(kids(item, "a") for item in kids(element, "li")):
        return "menu"
    if inside(trail, "footer"):
        return "foot-list"
    if inside(trail, *LISTS) or any(kids(item, *LISTS) for item in kids(element)):
        return "nested-list" if element.name == "ul" else "nested-list-numbered"
    if inside(trail, "article", "section", "aside", "form"):
        return "bullets" if element.name == "ul" else "numbers"
    if any(kids(item, "input") for item in kids(element)):
        return "checklist"
    if any("aria-current" in item.attrs for item in kids(element)):
        return "list-steps"
    if any(kids(item, "time") for item in kids(element)):
        return "list-events"
    return "list" if element.name == "ul" else "list-numbered"


def _item(element: Element, trail: Trail) -> str:
    if inside(trail, "nav"):
        return _nav_part("item", element, trail)
    outer = trail[-1]
    if kids(element, "input"):
        return "check-item"
    if "aria-current" in element.attrs:
        return "list-item-current"
    # A fragment of items: what is around them is known by its name alone.
    plain = len(trail) > 1 and not _list(outer, trail[:-1]).startswith("list")
    return "" if plain or kids(element, *LISTS) else "list-item"


def _link(element: Element, trail: Trail) -> str:
    outer = trail[-1]
    if inside(trail, "nav") or outer.name == "nav":
        if outer.name == "nav" and kids(outer, "ul"):
            first = outer.children[0] is element
            return "brand" if first else "action"
        return _nav_part("link", element, trail)
    if inside(trail, "details") and outer.name == "li":
        return "menu-link"
    if inside(trail, "footer") or kids(element, "img", "picture", "article"):
        return "foot-link" if inside(trail, "footer") else ""
    if attr(element, "href").startswith("#") and "skip" in words(element).lower():
        return "skip-link"
    if outer.name == "article":
        return "more-link" if _MORE.match(words(element)) else "card-action"
    if outer.name in ("section", "header") and kids(outer, *HEADINGS):
        return "more-link" if _MORE.match(words(element)) and _series(outer) else "action"
    return "link"


def _series(element: Element) -> bool:
    return bool(kids(element, "article", "ul", "ol", "dl", "table", "div"))


def _button(element: Element, trail: Trail) -> str:
    outer = trail[-1]
    if attr(element, "aria-label") == "Close":
        return "close"
    if attr(outer, "role") == "tablist":
        return "tab-current" if attr(element, "aria-selected") == "true" else "tab"
    if attr(element, "type") == "submit":
        return "primary"
    if outer.name == "form":
        return "secondary"
    if len(trail) > 1 and attr(outer, "role") != "group":
        buttons = kids(outer, "button")
        first = buttons[-1] if outer.name == "dialog" else buttons[0]
        if element is not first:
            return "secondary"
    return "card-button" if outer.name == "article" else "primary"


def _input(element: Element, trail: Trail) -> str:
    kind = attr(element, "type")
    if kind in _CHECKS:
        return "list-check" if trail[-1].name == "li" else "check"
    if kind in ("submit", "button"):
        return "primary" if kind == "submit" else "secondary"
    form = inside(trail, "form")
    if kind == "search" and form and attr(form, "role") == "search":
        return "search-input"
    return {"range": "range", "color": "color", "hidden": "", "image": ""}.get(kind, "input")


def _label(element: Element, trail: Trail) -> str:
    around = kids(trail[-1])
    at = next(i for i, e in enumerate(around) if e is element)
    if at and attr(around[at - 1], "type") in _CHECKS:
        return "check-label" if trail[-1].name == "div" else ""
    form = inside(trail, "form")
    if form and attr(form, "role") == "search" and trail[-1] is form:
        return "search-label"
    follows = around[at + 1].name if at + 1 < len(around) else ""
    return "label" if follows in _CONTROLS else ""


def _div(element: Element, trail: Trail) -> str:
    role = attr(element, "role")
    if role in ("alert", "status", "region", "group", "tablist", "timer"):
        named = {"alert": "alert", "status": "status", "region": "banner", "group": "buttons"}
        return named.get(role, role)
    if _is_field(element):
        if not _check_of(element):
            return "field"
        box = kids(element, "input")[0]
        return "option" if "value" in box.attrs else "check-field"
    if trail[-1].name == "dl":
        return "stat"
    if _is_grid(element, "article"):
        return "grid"
    if _is_grid(element, "img", "figure") and not is_quote(kids(element)[-1]):
        return "gallery"
    if _only(element, "div") and all(_is_field(cell) for cell in kids(element)):
        return "field-row"
    if _is_columns(element):
        return "columns"
    return "column" if trail[-1].name == "div" and _is_columns(trail[-1]) else ""


def _is_columns(element: Element) -> bool:
    return _only(element, "div", "section") and not any("role" in e.attrs for e in kids(element))


def _section(element: Element, trail: Trail) -> str:
    if trail[-1].name == "footer":
        return "foot-section"
    if "carousel" in attr(element, "aria-label").lower():
        return "carousel"
    if _is_grid(element, "article"):
        return "section-grid"
    if _is_grid(element, "img", "figure") and not is_quote(kids(element)[-1]):
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


def _fieldset(element: Element, trail: Trail) -> str:
    choices = [div for div in kids(element, "div") if _is_field(div)]
    return "choices" if choices and all(map(_check_of, choices)) else "fieldset"


def _description(element: Element, trail: Trail) -> str:
    return "stats" if kids(element, "div") else "terms"


def _term(element: Element, trail: Trail) -> str:
    return f"stat-{element.name}" if trail[-1].name == "div" else element.name


def _cell(element: Element, trail: Trail) -> str:
    return "row-head" if attr(element, "scope") == "row" else "th"


def _header(element: Element, trail: Trail) -> str:
    return "header" if kids(element, "nav") else "page-header"


def _footer(element: Element, trail: Trail) -> str:
    if trail[-1].name == "article":
        return "card-footer"
    return "footer-columns" if kids(element, "section") else "footer"


def _aside(element: Element, trail: Trail) -> str:
    return "banner" if "announce" in attr(element, "aria-label").lower() else "aside"


def _form(element: Element, trail: Trail) -> str:
    return "search-form" if attr(element, "role") == "search" else "form"


def _span(element: Element, trail: Trail) -> str:
    return "badge" if len(trail) == len(kids(trail[0])) == 1 else ""


_RULES: dict[str, Callable[[Element, Trail], str]] = {
    "nav": _nav,
    "ul": _list,
    "ol": _list,
    "li": _item,
    "a": _link,
    "button": _button,
    "input": _input,
    "label": _label,
    "div": _div,
    "section": _section,
    "article": _article,
    "h": _heading,
    "p": _paragraph,
    "img": _image,
    "figure": _figure,
    "figcaption": _figcaption,
    "fieldset": _fieldset,
    "dl": _description,
    "dt": _term,
    "dd": _term,
    "th": _cell,
    "header": _header,
    "footer": _footer,
    "aside": _aside,
    "form": _form,
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
