"""Roles of navigation, lists and links."""

from __future__ import annotations

import re

from tagwright.markup.elements import HEADINGS, LISTS
from tagwright.markup.tree import Element, walk
from tagwright_training.corpus.restyle_tree import Trail, attr, inside, kids, words

_MORE = re.compile(r"(?:read|learn|find out|see|view|show|more) ?(?:more|details|all)?\b", re.I)
# What main menus are called, in lower case; other lists of links are called something else.
_MAIN_NAV = re.compile(
    r"main|primary|haupt|princip|hoofd|huvud|hoved|główn|nav|men[uúü]|меню|навиг|ナビ|メニュー|导航"
)


def _nav_kind(nav: Element, trail: Trail) -> str:
    """What kind of navigation a nav is: "nav" (the main one), "crumb", "page" or "side"."""
    label = attr(nav, "aria-label").lower()
    if "pagin" in label or any(attr(e, "href").startswith("?page=") for e in walk(nav.children)):
        return "page"
    if "bread" in label or kids(nav, "ol"):
        return "crumb"
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


def nav_role(nav: Element, trail: Trail) -> str:
    return _nav_kind(nav, trail)


def list_role(element: Element, trail: Trail) -> str:
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


def item_role(element: Element, trail: Trail) -> str:
    if inside(trail, "nav"):
        return _nav_part("item", element, trail)
    outer = trail[-1]
    if kids(element, "input"):
        return "check-item"
    if "aria-current" in element.attrs:
        return "list-item-current"
    # A fragment of items: what is around them is known by its name alone.
    plain = len(trail) > 1 and not list_role(outer, trail[:-1]).startswith("list")
    return "" if plain or kids(element, *LISTS) else "list-item"


def link_role(element: Element, trail: Trail) -> str:
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
    if outer.name == "header" and attr(element, "href") == "/":
        return "header-brand"
    if outer.name == "article":
        return "more-link" if _MORE.match(words(element)) else "card-action"
    if outer.name in ("section", "header") and kids(outer, *HEADINGS):
        return "more-link" if _MORE.match(words(element)) and _series(outer) else "action"
    return "link"


def _series(element: Element) -> bool:
    return bool(kids(element, "article", "ul", "ol", "dl", "table", "div"))
