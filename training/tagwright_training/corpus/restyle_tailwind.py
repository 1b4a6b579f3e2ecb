"""Tailwind CSS 4 utilities on plain markup: one class string for each role.

The strings are few and fixed, because each whole attribute value is one token of the tokenizer.
Text and background colours have a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
Source: https://tailwindcss.com/docs.
"""

from __future__ import annotations

from collections.abc import Iterable

from tagwright.markup.elements import HEADINGS
from tagwright.markup.tree import Element, Node, walk
from tagwright_training.corpus.restyle_tree import kids

_SCRIPT = "https://cdn.jsdelivr.net/npm/@tailwindcss/browser@4"
_BUTTON = "rounded bg-blue-600 px-4 py-2 font-medium text-white hover:bg-blue-700"
_INPUT = "mt-1 block w-full rounded border border-gray-300 px-3 py-2"
_LINK = "text-blue-700 underline hover:text-blue-900"
_TITLE = "text-lg font-semibold text-gray-900"
_HEADING = "mb-4 text-2xl font-bold text-gray-900"
_BODY = "mt-2 text-gray-600"
_CARD = "rounded-lg border border-gray-200 bg-white p-6 shadow-sm"
_MUTED = "text-sm text-gray-600"
_STACK = "space-y-2"
_DISC = "list-disc space-y-1 pl-6"
_DECIMAL = "list-decimal space-y-1 pl-6"
_FOOTER = "border-t border-gray-200 px-6 py-8 text-sm text-gray-600"
_BAR = "flex flex-wrap items-center justify-between gap-4 px-6 py-4"
_BRAND = "text-xl font-bold text-gray-900"
_ROW = "flex flex-wrap gap-4"
_MENU_LINK = "text-gray-700 hover:text-blue-700"
_CURRENT = "font-semibold text-blue-700"
# Columns side by side, by their number.
_GRIDS = {2: "grid gap-6 sm:grid-cols-2", 4: "grid gap-6 sm:grid-cols-2 lg:grid-cols-4"}
_GRID = "grid gap-6 md:grid-cols-3"

CLASSES = {
    "action": f"mt-6 inline-block {_BUTTON}",
    "address": "space-y-1 text-gray-600",
    "alert": "rounded border border-red-300 bg-red-50 p-4 text-red-800",
    "answer": _BODY,
    "aside": "rounded-lg bg-gray-50 p-6",
    "audio": "w-full",
    "avatar": "rounded-full",
    "badge": "rounded-full bg-blue-100 px-3 py-1 text-sm font-medium text-blue-800",
    "banner": "flex flex-wrap items-center gap-4 bg-blue-50 p-4 text-blue-900",
    "blockquote": "text-lg italic text-gray-700",
    "body": "bg-white text-gray-900",
    "brand": _BRAND,
    "bullets": _DISC,
    "button-link": f"inline-block {_BUTTON}",
    "buttons": "flex flex-wrap gap-2",
    "caption": "mb-2 text-left text-sm text-gray-600",
    "card": _CARD,
    "card-action": f"mt-4 inline-block {_BUTTON}",
    "card-button": f"mt-4 {_BUTTON}",
    "card-footer": "mt-4 text-sm text-gray-600",
    "card-image": "mb-4 w-full rounded",
    "card-subtitle": "mt-4 font-semibold text-gray-900",
    "card-text": _BODY,
    "card-title": _TITLE,
    "carousel": "flex gap-4 overflow-x-auto",
    "check": "size-4",
    "check-field": "flex items-center gap-2",
    "check-item": "flex items-center gap-2",
    "checklist": _STACK,
    "choices": _STACK,
    "close": "text-gray-600 hover:text-gray-900",
    "color": "mt-1 block h-10 w-16",
    "columns": _GRID,
    "crumb-item-current": "text-gray-900",
    "crumb-link": _LINK,
    "crumb-list": "flex flex-wrap gap-3 text-sm text-gray-600",
    "dd": "mb-2 text-gray-600",
    "details": "mb-2 rounded border border-gray-200 p-4",
    "dialog": "m-auto space-y-4 rounded-lg p-6 shadow-xl",
    "dt": "font-medium text-gray-900",
    "field-row": "grid gap-4 sm:grid-cols-2",
    "fieldset": "space-y-4",
    "figure": _STACK,
    "figure-caption": _MUTED,
    "figure-image": "w-full rounded-lg",
    "foot-link": "hover:underline",
    "foot-list": _ROW,
    "foot-section": _STACK,
    "footer": _FOOTER,
    "footer-columns": f"flex flex-wrap gap-12 {_FOOTER}",
    "form": "max-w-md space-y-4",
    "gallery": _GRID,
    "grid": _GRID,
    "h1": "mb-6 text-4xl font-bold text-gray-900",
    "h2": _HEADING,
    "h3": _TITLE,
    "h4": "font-semibold text-gray-900",
    "header": "border-b border-gray-200",
    "header-bar": f"{_BAR} border-b border-gray-200",
    "header-brand": _BRAND,
    "hero": "px-6 py-20 text-center",
    "hero-title": "text-4xl font-bold text-gray-900 sm:text-5xl",
    "hint": "mt-1 text-sm text-gray-600",
    "hr": "my-8 border-gray-200",
    "iframe": "aspect-video w-full rounded-lg",
    "image": "h-auto max-w-full rounded-lg",
    "input": _INPUT,
    "kbd": "rounded border border-gray-300 px-2 font-mono text-sm",
    "label": "block text-sm font-medium text-gray-700",
    "lead": "mt-4 text-lg text-gray-600",
    "legend": "font-medium text-gray-900",
    "link": _LINK,
    "list": _DISC,
    "list-events": "space-y-4 border-l border-gray-300 pl-4",
    "list-item-current": _CURRENT,
    "list-numbered": _DECIMAL,
    "list-steps": _ROW,
    "main": "mx-auto max-w-5xl px-6 py-8",
    "menu": "mt-2 space-y-2",
    "menu-link": _MENU_LINK,
    "meta": "mt-1 text-sm text-gray-600",
    "meter": "mt-1 block w-full",
    "more-link": "mt-4 inline-block font-medium text-blue-700 hover:underline",
    "nav": _BAR,
    "nav-link": _MENU_LINK,
    "nav-link-current": _CURRENT,
    "nav-list": _ROW,
    "nested-list": _DISC,
    "nested-list-numbered": _DECIMAL,
    "numbers": _DECIMAL,
    "option": "flex items-center gap-2",
    "page-header": "py-8",
    "page-link": "block rounded border border-gray-300 px-3 py-1 text-gray-700 hover:bg-gray-50",
    "page-link-current": "block rounded bg-blue-600 px-3 py-1 text-white",
    "page-list": "flex flex-wrap gap-1",
    "pre": "overflow-x-auto rounded bg-gray-900 p-4 text-sm text-gray-100",
    "primary": _BUTTON,
    "progress": "mt-1 block w-full",
    "quote": "rounded-lg bg-gray-50 p-6",
    "quote-caption": "mt-4 text-sm font-medium text-gray-900",
    "range": "mt-1 block w-full",
    "row-head": "border-b border-gray-200 px-4 py-2 font-medium",
    "search-form": "flex gap-2",
    "search-input": "w-full rounded border border-gray-300 px-3 py-2",
    "search-label": "sr-only",
    "secondary": "rounded border border-gray-300 px-4 py-2 font-medium hover:bg-gray-50",
    "section": "py-8",
    "section-gallery": "py-8",
    "section-grid": "py-8",
    "section-title": _HEADING,
    "select": _INPUT,
    "side-link": _MENU_LINK,
    "side-list": _STACK,
    "skip-link": "sr-only focus:not-sr-only",
    "small-title": "mb-2 font-semibold text-gray-900",
    "stat-dd": "text-3xl font-bold text-gray-900",
    "stat-dt": _MUTED,
    "stats": "grid gap-6 text-center sm:grid-cols-3",
    "status": "rounded border border-green-300 bg-green-50 p-4 text-green-800",
    "summary": "cursor-pointer font-medium text-gray-900",
    "tab": "px-4 py-2 text-gray-600 hover:text-gray-900",
    "tab-current": "border-b-2 border-blue-700 px-4 py-2 font-medium text-blue-700",
    "table": "w-full text-left",
    "tablist": "mb-4 flex border-b border-gray-200",
    "td": "border-b border-gray-200 px-4 py-2",
    "text": "mb-4 text-gray-600",
    "textarea": _INPUT,
    "th": "border-b border-gray-300 px-4 py-2 font-semibold",
    "timer": "flex flex-wrap justify-center gap-6",
    "video": "w-full rounded-lg",
}
# All values of class attributes that this style writes.
TAILWIND_CLASSES: tuple[str, ...] = tuple(
    sorted({*CLASSES.values(), *_GRIDS.values(), _GRID} - {""})
)


def add_elements(nodes: list[Node], found: Iterable[tuple[Element, str]]) -> None:
    """Choose grids by the number of their cells, give cards below a heading one, add the script."""
    for element, role in found:
        if role in ("grid", "columns", "gallery", "section-grid", "section-gallery"):
            _fill_grid(element, role)
    for head in (e for e in walk(nodes) if e.name == "head"):
        head.children.append(Element("script", {"src": _SCRIPT}))


def _fill_grid(element: Element, role: str) -> None:
    names = {"columns": ("div", "section")}.get(
        role, ("img", "figure") if role.endswith("gallery") else ("article",)
    )
    cells = kids(element, *names)
    grid = _GRIDS.get(len(cells), _GRID)
    rest = [n for n in element.children if not (isinstance(n, Element) and n.name in names)]
    given = (element.attrs.get("class") or "").split(" ")
    if not any(isinstance(node, Element) and node.name in HEADINGS for node in rest):
        own = CLASSES[role].count(" ") + 1
        element.attrs["class"] = " ".join([grid, *given[own:]])
        return
    element.children = [*rest, Element("div", {"class": grid}, list(cells))]
    if role in ("grid", "gallery"):
        element.attrs["class"] = " ".join(["py-8", *given[3:]])
