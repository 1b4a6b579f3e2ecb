"""Questions about plain markup that the roles of its elements depend on."""

from __future__ import annotations

from tagwright.markup.elements import HEADINGS
from tagwright.markup.tree import Element, Text

# The open elements around an element, outermost first; the first one is made up for fragments.
Trail = tuple[Element, ...]

CONTROLS = frozenset({"input", "select", "textarea"})
CHECKS = ("checkbox", "radio")


def kids(element: Element, *names: str) -> list[Element]:
    """Return the child elements, of the given names where there are any."""
    found = [child for child in element.children if isinstance(child, Element)]
    return [child for child in found if child.name in names] if names else found


def words(element: Element) -> str:
    """Return the text in an element."""
    parts = [c.data for c in element.children if isinstance(c, Text)]
    return " ".join([*parts, *map(words, kids(element))]).strip()


def attr(element: Element, name: str) -> str:
    """Return an attribute's value, ``""`` where there is none."""
    return element.attrs.get(name) or ""


def inside(trail: Trail, *names: str) -> Element | None:
    """Return the innermost open element of one of the names."""
    return next((e for e in reversed(trail) if e.name in names), None)


def only(element: Element, *names: str) -> bool:
    """Whether an element has two or more children, all of these names."""
    found = kids(element)
    return len(found) > 1 and all(child.name in names for child in found)


def is_grid(element: Element, *names: str) -> bool:
    """Whether an element is a series of these, perhaps below a heading and a line of text."""
    found = [c for c in kids(element) if c.name not in HEADINGS]
    if found and found[0].name == "p" and len(found) < len(kids(element)):
        found = found[1:]
    return len(found) > 1 and all(c.name in names for c in found)


def is_quote(element: Element) -> bool:
    """Whether a figure is a quotation and not a picture."""
    return element.name == "figure" and bool(kids(element, "blockquote"))


def is_field(element: Element) -> bool:
    """Whether an element holds a label and its control."""
    return bool(kids(element, "label")) and bool(kids(element, *CONTROLS))


def is_check(element: Element) -> bool:
    """Whether the control in a field is a checkbox or radio button."""
    return any(attr(box, "type") in CHECKS for box in kids(element, "input"))


def is_columns(element: Element) -> bool:
    """Whether an element is a row of blocks side by side."""
    return only(element, "div", "section") and not any("role" in e.attrs for e in kids(element))
