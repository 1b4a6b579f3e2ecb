"""Edits of single elements: texts, attributes, wrappers, other tags."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tagwright.codec.pointer import cap, slug
from tagwright.markup.tree import Element, Text, walk
from tagwright_training.corpus import lexicon
from tagwright_training.corpus.edit_tree import ORDINALS, Target, label_of, target, texts
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.natural_say import Value

Wish = tuple[Sequence[str], dict[str, Value]]

# Elements that can't stand in a div.
_DEPENDENT = frozenset(
    "li option optgroup tr td th thead tbody tfoot caption dt dd legend summary main head meta "
    "title link figcaption source track".split()
)
# Classes that people give.
_CLASSES = (
    "active highlight lead btn card container row primary featured hidden selected large wide "
    "main-nav btn-primary nav-link text-center menu intro box wrapper current important title list"
).split()
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _some(g: Gen, root: Element, names: Sequence[str]) -> Element | None:
    """The only element of its name among these names."""
    found = [e for e in walk(root.children) if e.name in names]
    single = [e for e in found if sum(other.name == e.name for other in found) == 1]
    return g.pick(single) if single else None


def rename(g: Gen, root: Element) -> Wish | None:
    """Another text for one that the request repeats."""
    found = [t for t in texts(root) if len(t.data) < 30]
    said = [t.data.strip() for t in found]
    single = [t for t in found if said.count(t.data.strip()) == 1 and "&" not in t.data]
    if not single:
        return None
    text = g.pick(single)
    old, new = text.data.strip(), lexicon.phrase(g)
    if old.casefold() == new.casefold():
        return None
    # People are not careful with capitals.
    old = old.lower() if g.chance(0.2) else old
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
        "button": ("button", "button", "button text", "button label", "label of the button"),
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
        f"change the [text of the|] {noun} to {{x}}",
        f"the {noun} should [be|say|read] {{x}}",
        f"[make|let] the {noun} [say|read] {{x}}",
        f"new {noun}: {{x}}",
        f"{noun}: {{x}}",
        f"{{x}} as [the|] {noun}",
    ), {"x": new}


def _class(g: Gen) -> str:
    return g.pick(_CLASSES) if g.chance(0.6) else lexicon.identifier(g)


def _named(found: Target, values: dict[str, Value]) -> dict[str, Value]:
    return {**values, "t": found.label} if found.label else values


def set_class(g: Gen, root: Element) -> Wish | None:
    found = target(g, root)
    if found is None:
        return None
    value = _class(g)
    name, chosen = found.name, [found.element]
    items = [e for e in walk(root.children) if e.name in ("li", "a", "tr", "button", "img")]
    if items and g.chance(0.2):
        tag = g.pick(items).name
        chosen = [e for e in items if e.name == tag]
        noun = {"li": "list item", "a": "link", "tr": "row", "img": "image"}.get(tag, tag)
        name = g.pick([f"every {noun}", f"all {noun}s", f"each {noun}", f"the {noun}s"])
        found = Target(chosen[0], name)
    if any(value in (e.attrs.get("class") or "").split() for e in chosen):
        return None
    for one in chosen:
        held = one.attrs.get("class")
        one.attrs["class"] = f"{held} {value}" if held else value
    return (
        f"add the class {{x_b}} to {name}",
        f"add class {{x_b}} to {name}",
        f"add class {{x_b}} to {name}",
        f"give {name} the class {{x_b}}",
        f"{name} [needs|should have|gets] the class {{x_b}}",
        f"[set|put] class {{x_b}} on {name}",
        f"class {{x_b}} for {name}",
    ), _named(found, {"x": value})


def drop_class(g: Gen, root: Element) -> Wish | None:
    held = [e for e in walk(root.children) if e.attrs.get("class")]
    if not held or len(held) > 6:
        return None
    value = held[0].attrs["class"] or ""
    for one in held:
        del one.attrs["class"]
    if len(held) == 1 and " " not in value and g.chance(0.5):
        return ("[remove|delete|drop] the class {x_b}", "without the class {x_b}"), {"x": value}
    return (
        "[remove|delete|drop] [the|all] classes",
        "[no|without] classes",
        "remove [all|the] class attributes",
    ), {}


def set_id(g: Gen, root: Element) -> Wish | None:
    found = target(g, root)
    if found is None or "id" in found.element.attrs:
        return None
    value = lexicon.identifier(g)
    found.element.attrs["id"] = value
    name = found.name
    return (
        f"give {name} the id {{x_b}}",
        f"[add|set] the id {{x_b}} to {name}",
        f"add [an |]id {{x_b}} to {name}",
        f"{name} [needs|should have|gets] the id {{x_b}}",
        f"id {{x_b}} for {name}",
    ), _named(found, {"x": value})


def set_attribute(g: Gen, root: Element) -> Wish | None:
    """A title, a label for screen readers, the type of a field: an attribute said by its name."""
    name, tags = g.pick(
        [
            ("title", ("a", "button", "img")),
            ("aria-label", ("nav", "button", "a", "section", "form")),
            ("width", ("img", "table")),
            ("name", ("input", "select", "button")),
            ("rows", ("textarea",)),
            ("maxlength", ("input", "textarea")),
            ("value", ("button", "input")),
        ]
    )
    found = target(g, root, tags)
    if found is None or found.element.attrs.get(name):
        return None
    number = name in ("width", "rows", "maxlength")
    value = lexicon.integer(g, 2, 600) if number else lexicon.phrase(g, 1, 2)
    if name in ("name", "value"):
        value = lexicon.identifier(g)
        found.element.attrs[name] = slug(value)
    else:
        found.element.attrs[name] = value if number else escape(cap(value))
    shape = "{x_b}" if number or name in ("name", "value") else "{x}"
    return (
        f"set [the |]{name} of {found.name} to {shape}",
        f"give {found.name} the {name} {shape}",
        f"add [the |]{name} {shape} to {found.name}",
    ), _named(found, {"x": value})


def disable(g: Gen, root: Element) -> Wish | None:
    found = target(g, root, ("button", "select", "input", "textarea"))
    if found is None or "disabled" in found.element.attrs:
        return None
    found.element.attrs["disabled"] = None
    return (
        f"disable {found.name}",
        f"make {found.name} disabled",
        f"{found.name} should be disabled",
    ), _named(found, {})


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
            f"make [all fields|every field|them all|all inputs|the fields] {flag}",
            f"all fields [are|should be] {flag}",
        ), {}
    label, element = g.pick(found)
    label = label.lower() if g.chance(0.4) else label
    if flag in element.attrs:
        del element.attrs[flag]
        return (
            f"{{x}} [is|should be] [not|no longer] {flag}",
            "make {x} optional" if flag == "required" else "enable {x}",
        ), {"x": label}
    element.attrs[flag] = None
    return (
        f"make {{x}} {flag}",
        f"make the {{x}} field {flag}",
        f"the {{x}} field [is|should be|must be] {flag}",
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
    if len(links) > 1 and (found := target(g, root, ("a",))) and g.chance(0.3):
        if "target" in found.element.attrs:
            return None
        found.element.attrs |= {"target": "_blank", "rel": "noopener"}
        return (
            f"open {found.name} in a new [tab|window]",
            f"{found.name} should open in a new [tab|window]",
        ), _named(found, {})
    for link in links:
        link.attrs |= {"target": "_blank", "rel": "noopener"}
    return (
        "open [the links|links|the link|them] in a new [tab|window]",
        "[links|all links] should open in a new [tab|window]",
        "target blank [on|for] the links",
        "[make|let] all links open in a new tab",
        "add target blank to [the|all] links",
    ), {}


def alt_text(g: Gen, root: Element) -> Wish | None:
    found = target(g, root, ("img",))
    if found is None:
        return None
    value = lexicon.phrase(g)
    found.element.attrs["alt"] = escape(cap(value))
    name = found.name
    if "the " in name and any(word in name for word in ORDINALS + ("last",)):
        return (
            f"set the alt text of {name} to {{x}}",
            f"[give|add to] {name} the alt text {{x}}",
            f"{name} shows {{x}}",
        ), {"x": value}
    return (
        "[set|change] the alt text to {x}",
        "add [the|an] alt text {x}",
        "add alt text: {x}",
        "alt text[:|] {x}",
        f"{name} shows {{x}}",
        "alt should [be|say] {x}",
        f"[give|add to] {name} the alt text {{x}}",
    ), {"x": value}


def wrap(g: Gen, root: Element) -> Wish | None:
    tops = {child.name for child in root.children if isinstance(child, Element)}
    if tops & _DEPENDENT:
        return None
    name = g.pick(
        ["div", "div", "div", "section", "section", "main", "article", "header", "footer", "aside"]
    )
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
        f"wrap in a {tag}{tail}",
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
        f"[turn|make|convert] [this|it|the list] into {kind}",
        f"convert to {kind}",
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
