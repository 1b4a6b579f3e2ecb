"""What edits look for in a tree: runs of similar siblings, texts, elements with a name."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from html import escape, unescape

from tagwright.codec.pointer import slug
from tagwright.markup.tree import Element, Text, walk
from tagwright_training.corpus.gen import Gen

# What people call one of several siblings.
NOUNS = {
    "li": ("item", "entry", "list item", "point"),
    "option": ("option", "choice"),
    "tr": ("row", "line"),
    "article": ("card", "box", "article"),
    "details": ("question", "entry", "section"),
    "figure": ("image", "figure", "picture"),
    "button": ("button",),
    "a": ("link",),
    "section": ("section", "block"),
}
ELEMENTS = {
    "ul": ("the list", "the ul", "the <ul>"),
    "ol": ("the list", "the ol", "the numbered list"),
    "nav": ("the nav", "the navigation", "the <nav>"),
    "form": ("the form", "the form element"),
    "table": ("the table", "the <table>"),
    "button": ("the button", "the <button>"),
    "section": ("the section", "the <section>"),
    "article": ("the card", "the article"),
    "h1": ("the heading", "the h1", "the title"),
    "h2": ("the heading", "the h2", "the title"),
    "h3": ("the heading", "the h3", "the title"),
    "img": ("the image", "the img", "the picture"),
    "a": ("the link", "the a", "the anchor"),
    "p": ("the paragraph", "the p", "the text"),
    "input": ("the input", "the field"),
    "select": ("the select", "the dropdown"),
    "figure": ("the figure",),
    "header": ("the header",),
    "footer": ("the footer",),
    "main": ("the main element", "<main>"),
    "blockquote": ("the quote", "the blockquote"),
    "video": ("the video",),
    "label": ("the label",),
    "h4": ("the heading", "the h4", "the title"),
    "aside": ("the aside", "the sidebar"),
    "textarea": ("the textarea", "the text area"),
    "figcaption": ("the caption", "the figcaption"),
    "legend": ("the legend",),
    "summary": ("the summary",),
    "div": ("the div", "the <div>"),
    "li": ("the item", "the list item", "the li"),
}
# The words of ``ELEMENTS`` that fit more than one of these names say nothing where both are there.
_ALIKE = ({"ul", "ol"}, {"h1", "h2", "h3", "h4"}, {"article", "section"}, {"figure", "img"})
COUNTED = {
    **{name: NOUNS[name] for name in ("li", "option", "button", "a", "details", "section")},
    "p": ("paragraph", "text"),
    "article": ("card", "article"),
    "img": ("image", "img", "picture"),
    "h2": ("heading", "h2", "title"),
    "h3": ("heading", "h3", "title"),
    "input": ("input", "field", "input field"),
    "label": ("label",),
}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass
class Run:
    """Siblings of one name: ``items`` are among the children of ``parent``."""

    parent: Element
    items: list[Element]

    @property
    def name(self) -> str:
        return self.items[0].name


def runs(root: Element) -> list[Run]:
    """All runs of two or more siblings that have one text each to be known by."""
    found = []
    for element in [root, *walk(root.children)]:
        by_name: dict[str, list[Element]] = {}
        for child in element.children:
            if isinstance(child, Element):
                by_name.setdefault(child.name, []).append(child)
        for name, items in by_name.items():
            labels = [label_of(item) for item in items]
            if name in NOUNS and len(items) > 1 and all(labels) and len(set(labels)) == len(labels):
                found.append(Run(element, items))
    return found


def texts(element: Element) -> list[Text]:
    """The text nodes with more than spaces, in order."""
    out = []
    for child in element.children:
        if isinstance(child, Text) and child.data.strip():
            out.append(child)
        elif isinstance(child, Element):
            out += texts(child)
    return out


def label_of(element: Element) -> str:
    """The first text: what people call the element by."""
    found = texts(element)
    return unescape(found[0].data).strip() if found else ""


@dataclass(frozen=True)
class Target:
    """One element and what a wish calls it: ``name``, where ``{t}`` is its ``label``."""

    element: Element
    name: str
    label: str = ""


def target(g: Gen, root: Element, names: Sequence[str] = ()) -> Target | None:
    """An element that a wish can name without doubt: the only one, one by number, one by text."""
    by_name: dict[str, list[Element]] = {}
    for element in walk(root.children):
        if element.name in (names or ELEMENTS):
            by_name.setdefault(element.name, []).append(element)
    if not by_name:
        return None
    name = g.pick(list(by_name))
    found = by_name[name]
    alike = any(name in group and len(group & by_name.keys()) > 1 for group in _ALIKE)
    said = [label_of(element) for element in found]
    at = g.rng.randrange(min(len(found), len(ORDINALS)))
    if name in COUNTED and 0 < len(said[at]) < 30 and said.count(said[at]) == 1 and g.chance(0.3):
        noun = g.pick(COUNTED[name])
        return Target(
            found[at], g.pick([f"the {noun} {{t}}", f"the {{t}} {noun}", "{t}"]), said[at]
        )
    if len(found) == 1:
        return Target(
            found[0], f"the {name}" if alike else g.pick(ELEMENTS.get(name, (f"the {name}",)))
        )
    if name not in COUNTED or alike:
        return None
    word = "last" if at == len(found) - 1 and g.chance(0.8) else ORDINALS[at]
    return Target(found[at], f"the {word} {g.pick(COUNTED[name])}")


def parent_of(root: Element, element: Element) -> Element:
    """The element among whose children ``element`` is."""
    return next(e for e in [root, *walk(root.children)] if any(c is element for c in e.children))


def place_of(parent: Element, element: Element) -> int:
    """Its index there; equal elements are told apart."""
    return next(i for i, child in enumerate(parent.children) if child is element)


def copy_named(item: Element, value: str) -> Element | None:
    """A copy of ``item`` for another label, with its slugs; None if it says more than that."""
    made = deepcopy(item)
    found = texts(made)
    if len(found) != 1:
        return None
    old = slug(label_of(item))
    found[0].data = escape(value, quote=False)
    made.attrs.pop("aria-current", None)
    for element in [made, *walk(made.children)]:
        for name, held in element.attrs.items():
            if held is None or name == "class":
                continue
            if held.strip("/#") == old:
                element.attrs[name] = held.replace(old, slug(value))
            elif name in ("href", "id", "for", "value") and held not in ("#", ""):
                return None  # an address that doesn't follow from the label
    return made
