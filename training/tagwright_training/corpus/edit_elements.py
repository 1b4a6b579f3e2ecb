"""Edits that add, take out or turn into another one a single element."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tagwright.codec.pointer import cap, slug
from tagwright.markup.tree import Element, Text, walk
from tagwright_training.corpus import lexicon
from tagwright_training.corpus.edit_tree import (
    Target,
    label_of,
    parent_of,
    place_of,
    target,
    texts,
)
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.kinds_shared import Attrs
from tagwright_training.corpus.natural_say import Value
from tagwright_training.corpus.site_words import ACTIONS

Wish = tuple[Sequence[str], dict[str, Value]]

_BOXES = frozenset("section article div header footer main aside form".split())
_PHRASES = ("li", "p", "a", "td", "h2", "h3")
_TAGS = {
    "div": ("section", "article", "main", "header", "footer"),
    "section": ("div", "article", "aside"),
    "article": ("section", "div"),
    "p": ("h2", "h3", "blockquote"),
    "header": ("div", "section"),
    "footer": ("div",),
    "aside": ("div", "section"),
}


def _values(found: Target, **values: Value) -> dict[str, Value]:
    return {**values, "t": found.label} if found.label else values


def _new(g: Gen, name: str, words: str, attrs: Attrs | None = None) -> Element:
    given = {key: str(value) for key, value in (attrs or {}).items() if value}
    return Element(name, dict(given), [Text(escape(words, quote=False))])


def _box(root: Element) -> Element | None:
    """The element that holds everything, or the top itself where several stand side by side."""
    tops = [child for child in root.children if isinstance(child, Element)]
    if len(tops) == 1:
        return tops[0] if tops[0].name in _BOXES else None
    return root if all(child.name in ("h1", "h2", "h3", "p") for child in tops) else None


def _words(g: Gen, bank: Sequence[str]) -> str:
    return g.pick(bank) if g.chance(0.4) else lexicon.phrase(g)


def add_heading(g: Gen, root: Element) -> Wish | None:
    box = _box(root)
    if box is None or any(e.name in ("h1", "h2", "h3", "h4") for e in walk(root.children)):
        return None
    words = lexicon.phrase(g)
    box.children.insert(0, _new(g, g.hn(), cap(words)))
    return (
        "add [a|the] [heading|title|headline] {x}",
        "[add|put] {x} as [heading|title|headline]",
        "[it needs|give it] [a|the] [heading|title] {x}",
        "heading[:|] {x}",
    ), {"x": words}


def add_text(g: Gen, root: Element) -> Wish | None:
    """A paragraph at the end, or behind the heading where the wish says so."""
    box = _box(root)
    if box is None or box.name == "form":
        return None
    words = lexicon.phrase(g, 2, 4)
    made = _new(g, "p", cap(words))
    heads = [c for c in box.children if isinstance(c, Element) and c.name in ("h1", "h2", "h3")]
    if len(heads) == 1 and g.chance(0.5):
        box.children.insert(place_of(box, heads[0]) + 1, made)
        where = "[below|under|after] the [heading|title]"
        return (
            f"[add|put] [a|the] paragraph {{x_q}} {where}",
            f"[add|insert|put] {{x_q}} {where}",
            f"{where} [add|put] a paragraph {{x_q}}",
        ), {"x": words}
    box.children.append(made)
    return (
        "add [a|another] paragraph {x_q}",
        "add a paragraph [with the text|saying] {x_q}",
        "add the text {x_q}[| at the end| as a paragraph]",
        "[one more|a new|another] paragraph[:|] {x_q}",
        "[append|add] a p [with|saying] {x_q}",
    ), {"x": words}


def add_button(g: Gen, root: Element) -> Wish | None:
    """A button or link at the end of a box that has none."""
    box = _box(root)
    if box is None or any(e.name in ("button", "a") for e in walk(root.children)):
        return None
    words = _words(g, ACTIONS)
    if g.chance(0.6):
        cls = g.cls("", "btn btn-primary")
        box.children.append(_new(g, "button", cap(words), {"type": "button", "class": cls}))
        return (
            "add a button {x}",
            "add a {x} button",
            "[add|put] a button [called|saying|with the text|labelled] {x}",
            "[it needs|we need] a {x} button",
            "button {x} at the [end|bottom]",
        ), {"x": words}
    if g.chance(0.5):
        box.children.append(_new(g, "a", cap(words), {"href": f"/{slug(words)}"}))
        return ("add a link to {x}", "link to {x} at the end"), {"x": words}
    address = lexicon.url(g)
    box.children.append(_new(g, "a", cap(words), {"href": escape(address)}))
    return (
        "add a link {x} to {y_b}",
        "add a link to {y_b} with the text {x}",
        "[put|add] the link {x} ({y_b})[| at the end]",
    ), {"x": words, "y": address}


def add_image(g: Gen, root: Element) -> Wish | None:
    """An image before everything else in a box that has none."""
    box = _box(root)
    if box is None or box.name == "form" or any(e.name == "img" for e in walk(root.children)):
        return None
    file, alt = lexicon.image_file(g), lexicon.phrase(g, 1, 2)
    box.children.insert(0, Element("img", {"src": escape(file), "alt": escape(cap(alt))}))
    return (
        "add the image {y_b} with alt text {x}[| at the top]",
        "[put|add] an image {y_b} (alt {x})[| at the top]",
        "image {y_b}, alt {x}, [at the top|on top]",
    ), {"x": alt, "y": file}


def add_caption(g: Gen, root: Element) -> Wish | None:
    tables = [e for e in walk(root.children) if e.name in ("table", "figure")]
    if len(tables) != 1:
        return None
    box = tables[0]
    tag = "caption" if box.name == "table" else "figcaption"
    if any(e.name == tag for e in walk(box.children)):
        return None
    words = lexicon.phrase(g)
    box.children.insert(0 if tag == "caption" else len(box.children), _new(g, tag, cap(words)))
    return (
        "add [a|the] caption[:|] {x}",
        "caption {x}",
        f"give the {box.name} the caption {{x}}",
        "add a caption saying {x}",
    ), {"x": words}


def add_row(g: Gen, root: Element) -> Wish | None:
    """A row of given cells at the end of a table."""
    rows = [e for e in walk(root.children) if e.name == "tr"]
    if len(rows) < 2 or any(
        not isinstance(c, Element) or c.name != "td" for c in rows[-1].children
    ):
        return None
    width = len(rows[-1].children)
    values = lexicon.phrases(g, width, 1, 1)
    values[1:] = [lexicon.integer(g) if g.chance(0.4) else value for value in values[1:]]
    if len(set(values)) < width or width < 2:
        return None
    parent = parent_of(root, rows[-1])
    cells: list[Element] = [_new(g, "td", cap(value)) for value in values]
    parent.children.append(Element("tr", {}, list(cells)))
    return (
        "add [a|another] row[:| with] {x_comma}",
        "add a row with {x}",
        "[new|one more|another] row: {x_comma}",
        "row {x_comma} is missing",
        "append a row {x_comma}",
    ), {"x": values}


def take_out(g: Gen, root: Element) -> Wish | None:
    names = "button a img p h1 h2 h3 figcaption li option article details".split()
    found = target(g, root, names)
    tops = [child for child in root.children if isinstance(child, Element)]
    if found is None or (len(tops) == 1 and tops[0] is found.element):
        return None
    parent = parent_of(root, found.element)
    if len(parent.children) < 2:
        return None  # would leave an empty element
    del parent.children[place_of(parent, found.element)]
    return (
        f"[remove|delete|drop] {found.name}",
        f"[remove|delete] {found.name}",
        f"take out {found.name}",
        f"[no need for|we don't need|get rid of] {found.name}",
        f"without {found.name}",
    ), _values(found)


def take_out_field(g: Gen, root: Element) -> Wish | None:
    """A field with its label, and the box around the two."""
    names = [e for e in walk(root.children) if e.name == "label" and e.attrs.get("for")]
    if len(names) < 2:
        return None
    label = g.pick(names)
    value = label_of(label)
    if not 0 < len(value) < 30 or [label_of(e) for e in names].count(value) > 1:
        return None
    parent = parent_of(root, label)
    if parent.name == "div":
        around = parent_of(root, parent)
        del around.children[place_of(around, parent)]
    else:
        gone = [
            c
            for c in parent.children
            if c is label or (isinstance(c, Element) and c.attrs.get("id") == label.attrs["for"])
        ]
        parent.children = [c for c in parent.children if not any(c is other for other in gone)]
    said = value.lower() if g.chance(0.5) else value
    return (
        "[remove|delete|drop] the {x} field",
        "[remove|delete|drop] the field {x}",
        "[remove|delete] {x}",
        "without the {x} field",
        "[we don't need|get rid of] [the |]{x}",
    ), {"x": said}


def retext(g: Gen, root: Element) -> Wish | None:
    """Another text for an element by its number or name."""
    found = target(g, root, ("li", "a", "button", "option", "p", "h1", "h2", "h3", "td"))
    if found is None or found.label or len(texts(found.element)) != 1:
        return None
    words = _words(g, ACTIONS)
    texts(found.element)[0].data = escape(cap(words), quote=False)
    return (
        f"change {found.name} to {{x}}",
        f"[change|set] the text of {found.name} to {{x}}",
        f"{found.name} should [say|be|read] {{x}}",
        f"[make|let] {found.name} say {{x}}",
        f"rename {found.name} to {{x}}",
        f"replace the text of {found.name} with {{x}}",
    ), {"x": words}


def emphasize(g: Gen, root: Element) -> Wish | None:
    found = target(g, root, _PHRASES)
    if found is None or len(texts(found.element)) != 1:
        return None
    tag, word = g.pick([("strong", "bold"), ("strong", "bold"), ("strong", "strong")])
    if g.chance(0.3):
        tag, word = "em", g.pick(["italic", "emphasized"])
    if any(e.name in ("strong", "em") for e in walk(root.children)):
        return None
    holder = found.element
    while len(holder.children) == 1 and isinstance(holder.children[0], Element):
        holder = holder.children[0]
    if len(holder.children) != 1 or not isinstance(holder.children[0], Text):
        return None
    holder.children = [Element(tag, {}, holder.children)]
    return (
        f"make {found.name} {word}",
        f"{found.name} [should be|in] {word}",
        f"set {found.name} in {word}",
    ), _values(found)


def wrap_one(g: Gen, root: Element) -> Wish | None:
    found = target(g, root, ("button", "a", "img", "p", "table", "ul", "ol", "form", "h2"))
    if found is None:
        return None
    parent = parent_of(root, found.element)
    if parent is root and len(root.children) == 1:
        return None  # another edit's: everything
    name = g.pick(["div", "div", "div", "section", "header", "footer"])
    wrapper = Element(name, {}, [found.element])
    values = _values(found)
    tail = ""
    if g.chance(0.4):
        values["x"] = wrapper.attrs["class"] = lexicon.identifier(g)
        tail = "[ with the class| with class|, class] {x_b}"
    parent.children[place_of(parent, found.element)] = wrapper
    return (
        f"[wrap|put] {found.name} in a {name}{tail}",
        f"a {name} around {found.name}{tail}",
    ), values


def unwrap(g: Gen, root: Element) -> Wish | None:
    if len(root.children) != 1 or not isinstance(root.children[0], Element):
        return None
    box = root.children[0]
    if box.name not in ("div", "section", "article", "main", "header") or not all(
        isinstance(child, Element) for child in box.children
    ):
        return None
    root.children = box.children
    return (
        f"[remove|drop] the [outer |surrounding |wrapping |]{box.name}[| but keep the content]",
        f"unwrap [it|this|the {box.name}]",
        f"without the [outer |surrounding ]{box.name}",
    ), {}


def retag(g: Gen, root: Element) -> Wish | None:
    """Another tag with the same content."""
    found = target(g, root, tuple(_TAGS))
    if found is None or found.label or "the " not in found.name:
        return None
    old = found.element.name
    found.element.name = new = g.pick(_TAGS[old])
    article = "an" if new[0] in "ah" and new[:2] != "he" else "a"
    return (
        f"[make|turn] {found.name} into {article} {new}",
        f"make {found.name} {article} {new}",
        f"change {found.name} to {article} {new}",
        f"use {article} {new} instead of {found.name}",
        f"{found.name} should be {article} {new}",
    ), {}
