"""Classes on plain semantic markup: Bootstrap, Tailwind, or the page's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tagwright.markup.tree import Element, parse, serialise
from tagwright_training.corpus import restyle_bootstrap, restyle_tailwind
from tagwright_training.corpus.restyle_roles import roles

__all__ = ["restyle", "with_classes"]

# Attributes that stand before the class, as the kinds write them.
_BEFORE = {
    "button": ("type", "id"),
    "input": ("type", "id", "name"),
    "label": ("for",),
    "select": ("id", "name"),
    "textarea": ("id", "name"),
}


def restyle(
    html: str, style: Literal["bootstrap", "tailwind"], parent: str = "", root: str = ""
) -> str:
    """Return plain markup with the framework's classes; the same structure gets the same classes.

    html: a fragment or a whole page ("<!DOCTYPE"), without classes or with a few given ones, which
    stay, behind the framework's. parent: name of the element that a fragment stands in, where its
    content depends on that ("ul", "table"), else ``""``. root: the role of its outermost element
    when the markup does not show it (``"button-link"``).
    """
    nodes = parse(html).nodes
    module = restyle_bootstrap if style == "bootstrap" else restyle_tailwind
    found = list(roles(nodes, parent, root))
    with_classes(found, module.CLASSES)
    module.add_elements(nodes, found)
    return serialise(nodes)


def with_classes(found: list[tuple[Element, str]], classes: Mapping[str, str]) -> None:
    """Put the class of its role on each element, before the classes that it has."""
    for element, role in found:
        if cls := classes.get(role):
            _add_class(element, cls)


def _add_class(element: Element, cls: str) -> None:
    given = element.attrs.get("class")
    if given:
        element.attrs["class"] = f"{cls} {given}"
        return
    before = _BEFORE.get(element.name, ("id",))
    attrs = dict(element.attrs)
    element.attrs.clear()
    element.attrs.update({name: attrs.pop(name) for name in list(attrs) if name in before})
    element.attrs["class"] = cls
    element.attrs.update(attrs)
