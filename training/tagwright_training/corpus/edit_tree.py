"""What edits look for in a tree: runs of similar siblings, texts, elements with a name."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from html import escape, unescape

from tagwright.codec.pointer import slug
from tagwright.markup.tree import Element, Text, walk

# What people call one of several siblings.
NOUNS = {
    "li": ("item", "entry", "list item", "point"),
    "option": ("option", "choice"),
    "tr": ("row", "line"),
    "article": ("card", "box", "article"),
    "details": ("question", "entry", "section"),
    "figure": ("image", "figure", "picture"),
    "p": ("paragraph", "text"),
    "button": ("button",),
    "a": ("link",),
    "section": ("section", "block"),
    "dt": ("term", "entry"),
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
}


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
