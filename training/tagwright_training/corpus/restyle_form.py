"""Roles of forms, their fields and buttons."""

from __future__ import annotations

from tagwright.markup.tree import Element
from tagwright_training.corpus.restyle_tree import (
    CHECKS,
    CONTROLS,
    Trail,
    attr,
    inside,
    is_check,
    is_field,
    kids,
)


def button_role(element: Element, trail: Trail) -> str:
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


def input_role(element: Element, trail: Trail) -> str:
    kind = attr(element, "type")
    if kind in CHECKS:
        return "list-check" if trail[-1].name == "li" else "check"
    if kind in ("submit", "button"):
        return "primary" if kind == "submit" else "secondary"
    form = inside(trail, "form")
    if kind == "search" and form and attr(form, "role") == "search":
        return "search-input"
    return {"range": "range", "color": "color", "hidden": "", "image": ""}.get(kind, "input")


def label_role(element: Element, trail: Trail) -> str:
    around = kids(trail[-1])
    at = next(i for i, e in enumerate(around) if e is element)
    if at and attr(around[at - 1], "type") in CHECKS:
        return "check-label" if trail[-1].name == "div" else ""
    form = inside(trail, "form")
    if form and attr(form, "role") == "search" and trail[-1] is form:
        return "search-label"
    follows = around[at + 1].name if at + 1 < len(around) else ""
    return "label" if follows in CONTROLS else ""


def fieldset_role(element: Element, trail: Trail) -> str:
    choices = [div for div in kids(element, "div") if is_field(div)]
    return "choices" if choices and all(map(is_check, choices)) else "fieldset"


def form_role(element: Element, trail: Trail) -> str:
    return "search-form" if attr(element, "role") == "search" else "form"
