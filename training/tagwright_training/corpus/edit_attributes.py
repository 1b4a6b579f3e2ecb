"""Edits of single elements: texts, attributes, wrappers, other tags."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tagwright.codec.pointer import cap
from tagwright.markup.tree import Element, Text, walk
from tagwright_training.corpus import lexicon
from tagwright_training.corpus.edit_tree import ELEMENTS, label_of, texts
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.natural_say import Value

Wish = tuple[Sequence[str], dict[str, Value]]

# Elements that can't stand in a div.
_DEPENDENT = frozenset(
    "li option optgroup tr td th thead tbody tfoot caption dt dd legend summary main head meta "
    "title link figcaption source track".split()
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _some(g: Gen, root: Element, names: Sequence[str] = ()) -> Element | None:
    """The only element of its name among these names, or those that requests can name."""
    found = [e for e in walk(root.children) if e.name in (names or ELEMENTS)]
    single = [e for e in found if sum(other.name == e.name for other in found) == 1]
    return g.pick(single) if single else None


def _called(g: Gen, element: Element) -> str:
    return g.pick(ELEMENTS[element.name])


def rename(g: Gen, root: Element) -> Wish | None:
    """Another text for one that the request repeats."""
    found = [t for t in texts(root) if len(t.data) < 40]
    said = [t.data.strip() for t in found]
    single = [t for t in found if said.count(t.data.strip()) == 1 and "&" not in t.data]
    if not single:
        return None
    text = g.pick(single)
    old, new = text.data.strip(), lexicon.phrase(g)
    text.data = escape(cap(new), quote=False)
    return (
        "[rename|change] {x} to {y}",
        "[replace|exchange] {x} [with|by] {y}",
        "[write|say] {y} instead of {x}",
        "{x} should [read|say|be|be called] {y}",
        "{y} instead of {x}",
        "{x} -> {y}",
        "call {x} {y_q}",
        "{x} [is now called|becomes] {y}",
    ), {"x": old, "y": new}


def retitle(g: Gen, root: Element) -> Wish | None:
    """Another text for the heading, button, caption or legend."""
    nouns = {
        "button": ("button", "button text", "label of the button"),
        "caption": ("caption", "table caption"),
        "legend": ("legend",),
        "summary": ("summary",),
        "figcaption": ("caption", "image caption"),
        **{name: ("title", "heading", "headline", name) for name in _HEADINGS},
    }
    element = _some(g, root, tuple(nouns))
    if element is None or len(element.children) != 1 or not isinstance(element.children[0], Text):
        return None
    new = lexicon.phrase(g)
    element.children[0].data = escape(cap(new), quote=False)
    noun = g.pick(nouns[element.name])
    return (
        f"[change|set] the {noun} to {{x}}",
        f"the {noun} should [be|say|read] {{x}}",
        f"[make|let] the {noun} [say|read] {{x}}",
        f"new {noun}: {{x}}",
        f"{noun}: {{x}}",
        f"{{x}} as [the|] {noun}",
    ), {"x": new}


def set_class(g: Gen, root: Element) -> Wish | None:
    element = _some(g, root)
    if element is None:
        return None
    value = lexicon.identifier(g)
    name = _called(g, element)
    every = g.chance(0.25)
    chosen = [e for e in walk(root.children) if e.name == "li"] if every else [element]
    if not chosen:
        return None
    for one in chosen:
        held = one.attrs.get("class")
        one.attrs["class"] = f"{held} {value}" if held else value
    if every:
        name = g.pick(["every li", "all list items", "each item", "every list item", "all li"])
    return (
        f"[add|give it] the class {{x_b}} to {name}".replace("give it the", "add the"),
        f"give {name} the class {{x_b}}",
        f"{name} [needs|should have|gets] the class {{x_b}}",
        f"class {{x_b}} [on|for] {name}",
    ), {"x": value}


def set_id(g: Gen, root: Element) -> Wish | None:
    element = _some(g, root)
    if element is None or "id" in element.attrs:
        return None
    value = lexicon.identifier(g)
    element.attrs["id"] = value
    name = _called(g, element)
    return (
        f"give {name} the id {{x_b}}",
        f"[add|set] the id {{x_b}} [on|to] {name}",
        f"{name} [needs|should have|gets] the id {{x_b}}",
        f"id {{x_b}} [on|for] {name}",
    ), {"x": value}


def set_href(g: Gen, root: Element) -> Wish | None:
    links = [e for e in walk(root.children) if e.name == "a" and 0 < len(label_of(e)) < 40]
    if not links:
        return None
    link = g.pick(links)
    value = lexicon.url(g)
    link.attrs["href"] = escape(value)
    return (
        "[link|point] {y} to {x_b}",
        "{y} should [link|go|lead] to {x_b}",
        "[set|change] the [href|link|address] of {y} to {x_b}",
        "href of {y}: {x_b}",
    ), {"x": value, "y": label_of(link)}


def _labelled(root: Element) -> list[tuple[str, Element]]:
    """Controls with the text of their label."""
    controls = {
        e.attrs.get("id"): e
        for e in walk(root.children)
        if e.name in ("input", "select", "textarea") and e.attrs.get("id")
    }
    labels = [e for e in walk(root.children) if e.name == "label" and e.attrs.get("for")]
    return [
        (label_of(e), controls[e.attrs["for"]])
        for e in labels
        if e.attrs["for"] in controls and 0 < len(label_of(e)) < 40
    ]


def field_flag(g: Gen, root: Element) -> Wish | None:
    found = _labelled(root)
    if not found:
        return None
    flag = g.pick(["required", "required", "required", "disabled"])
    if g.chance(0.3):
        changed = [e for _, e in found if e.attrs.get("type") not in ("checkbox", "radio")]
        for element in changed:
            element.attrs[flag] = None
        return (
            f"make [all fields|every field|them all|everything] {flag}",
            f"all fields [are|should be] {flag}",
        ), {}
    label, element = g.pick(found)
    if flag in element.attrs:
        del element.attrs[flag]
        return (
            f"{{x}} [is|should be] [not|no longer] {flag}",
            "make {x} optional" if flag == "required" else "enable {x}",
        ), {"x": label}
    element.attrs[flag] = None
    return (
        f"make {{x}} {flag}",
        f"{{x}} [is|should be|must be] {flag}",
        f"{flag}: {{x}}",
        f"set {{x}} to {flag}",
    ), {"x": label}


def placeholder(g: Gen, root: Element) -> Wish | None:
    found = [(t, e) for t, e in _labelled(root) if e.attrs.get("type") in ("text", "email", "tel")]
    if not found:
        return None
    label, element = g.pick(found)
    value = lexicon.phrase(g)
    element.attrs["placeholder"] = escape(cap(value))
    return (
        "[add|set] the placeholder {y} [to|for|on] {x}",
        "[give|add to] {x} the placeholder {y}",
        "placeholder {y} [in|for] {x}",
    ), {"x": label, "y": value}


def new_tab(g: Gen, root: Element) -> Wish | None:
    links = [e for e in walk(root.children) if e.name == "a" and "target" not in e.attrs]
    if not links:
        return None
    for link in links:
        link.attrs |= {"target": "_blank", "rel": "noopener"}
    return (
        "open [the links|links|the link|them] in a new [tab|window]",
        "[links|all links] should open in a new [tab|window]",
        "target blank [on|for] the links",
    ), {}


def alt_text(g: Gen, root: Element) -> Wish | None:
    element = _some(g, root, ("img",))
    if element is None:
        return None
    value = lexicon.phrase(g)
    element.attrs["alt"] = escape(cap(value))
    return (
        "[set|change] the alt text to {x}",
        "alt text[:|] {x}",
        "the image shows {x}",
        "alt should [be|say] {x}",
    ), {"x": value}


def wrap(g: Gen, root: Element) -> Wish | None:
    tops = {child.name for child in root.children if isinstance(child, Element)}
    if tops & _DEPENDENT:
        return None
    name = g.pick(["div", "div", "div", "section", "main", "article", "header", "footer", "aside"])
    wrapper = Element(name, children=root.children)
    values: dict[str, Value] = {}
    tail = ""
    if g.chance(0.5):
        key = g.pick(["class", "class", "id"])
        wrapper.attrs[key] = lexicon.identifier(g)
        values["x"] = wrapper.attrs[key] or ""
        tail = f"[ with the {key}| with {key}|, {key}] {{x_b}}"
    root.children = [wrapper]
    tag = g.pick([name, f"<{name}>", f"{name} element"])
    return (
        f"[wrap|put|enclose] [it|this|everything|the whole thing|that] in[|to] a {tag}{tail}",
        f"a {tag} around [it|this|everything]{tail}",
        f"[surround|wrap] with a {tag}{tail}",
    ), values


def change_list(g: Gen, root: Element) -> Wish | None:
    element = _some(g, root, ("ul", "ol"))
    if element is None:
        return None
    ordered = element.name == "ul"
    element.name = "ol" if ordered else "ul"
    kind = "[an ordered|a numbered] list" if ordered else "[an unordered|a bulleted] list"
    return (
        f"[make|turn] it [into |]{kind}",
        f"use {kind}[| instead]",
        f"[it|this] should be {kind}",
        f"change the list to {kind}",
        f"{element.name} instead of {'ul' if ordered else 'ol'}",
    ), {}


def change_heading(g: Gen, root: Element) -> Wish | None:
    element = _some(g, root, _HEADINGS)
    if element is None:
        return None
    old = element.name
    element.name = new = g.pick([name for name in _HEADINGS if name != old])
    return (
        f"[make|turn] the [heading|title|{old}] [into |]an {new}",
        f"use {new} [instead of|not] {old}",
        f"{old} -> {new}",
        f"change [the |]{old} to {new}",
        f"the [heading|title] should be an {new}",
    ), {}
