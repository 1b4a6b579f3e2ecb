"""Edits of siblings: add, remove, move, sort; fields of forms and columns of tables."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright.codec.pointer import cap
from tagwright.markup.tree import Element, Text, parse, walk
from tagwright_training.corpus import lexicon
from tagwright_training.corpus.edit_tree import NOUNS, ORDINALS, Run, copy_named, label_of, runs
from tagwright_training.corpus.field_words import LABELS
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.natural_say import Value
from tagwright_training.corpus.parts_forms import Field, field_html
from tagwright_training.corpus.site_words import PAGES

Wish = tuple[Sequence[str], dict[str, Value]]


_FIELDS = "Email|Phone|Name|Message|Password|Address|City|Company|Subject|Age|Country|Date".split(
    "|"
)


def _run(root: Element, named: bool = False) -> Run | None:
    """The only run: where there are two, a wish could mean either."""
    found = runs(root)
    if len(found) != 1 or (named and copy_named(found[0].items[-1], "x") is None):
        return None
    return found[0]


def _noun(g: Gen, run: Run) -> str:
    return g.pick(NOUNS[run.name])


def _plural(noun: str) -> str:
    if noun.endswith("ry"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith("x") else f"{noun}s"


def _said(g: Gen, value: str) -> str:
    """A label short enough to be repeated by a person, who may not care for capitals."""
    return (value.lower() if g.chance(0.25) else value) if len(value) < 40 else ""


def _new(g: Gen) -> str:
    return g.pick(PAGES) if g.chance(0.35) else lexicon.phrase(g, 1, 2)


def add(g: Gen, root: Element) -> Wish | None:
    run = _run(root, named=True)
    if run is None:
        return None
    value = _new(g)
    made = copy_named(run.items[-1], cap(value))
    assert made is not None
    first = g.chance(0.2)
    at = run.parent.children.index(run.items[0 if first else -1]) + (not first)
    run.parent.children.insert(at, made)
    noun = _noun(g, run)
    if first:
        return (
            f"add {{x}} [at the top|as the first {noun}|at the beginning|before the others]",
            "[put|insert] {x} [first|in first place|on top]",
            f"a new first {noun}[:|] {{x}}",
        ), {"x": value}
    if any(e.name == "a" for e in [made, *walk(made.children)]) and g.chance(0.4):
        return (
            "add a link to {x}",
            "add a link to [the|our] {x}",
            "add a {x} link",
            "link to {x} as well",
            "[another|one more] link[:| to] {x}",
        ), {"x": value}
    return (
        "add {x}",
        "[also|please] add {x}",
        f"add a[|nother] {noun} {{x}}",
        f"add [a|another|one more] {noun}[:|] {{x}}",
        f"add [a|another] {noun} [called|named|for|with the text] {{x}}",
        "[append|insert] {x}[| at the end]",
        f"add a {ORDINALS[min(len(run.items), 5)]} {noun} [for|called|with] {{x}}",
        f"[one more|another] {noun}[:|,] {{x}}",
        "{x} is missing[|, add it]",
        "include {x} [as well|too]",
        f"new {noun} {{x}} [at the end|at the bottom|as the last one]",
        "we need {x} [as well|too|here]",
        "+ {x}",
    ), {"x": value}


def add_several(g: Gen, root: Element) -> Wish | None:
    run = _run(root, named=True)
    if run is None:
        return None
    values = lexicon.phrases(g, g.rng.choice([2, 2, 3]), 1, 2)
    at = run.parent.children.index(run.items[-1]) + 1
    for value in reversed(values):
        made = copy_named(run.items[-1], cap(value))
        assert made is not None
        run.parent.children.insert(at, made)
    noun = _noun(g, run)
    return (
        "add {x}",
        f"add [the|these] {_plural(noun)}[:|] {{x}}",
        "append {x}",
        f"[{len(values)} more|more] {_plural(noun)}: {{x}}",
        "[also|now with] {x}",
        "{x} are missing",
    ), {"x": values}


def add_at(g: Gen, root: Element) -> Wish | None:
    """A new sibling before or behind a named one."""
    run = _run(root, named=True)
    if run is None:
        return None
    value, beside = _new(g), g.pick(run.items)
    made = copy_named(run.items[-1], cap(value))
    name = _said(g, label_of(beside))
    if made is None or not name:
        return None
    after = g.chance(0.5)
    run.parent.children.insert(run.parent.children.index(beside) + after, made)
    where = "[after|behind|below]" if after else "[before|in front of|above]"
    noun = _noun(g, run)
    return (
        f"[add|insert|put] {{x}} {where} {{y}}",
        f"add [a|another] {noun} {{x}} {where} {{y}}",
        f"{where} {{y}} [comes|should come|add|insert] {{x}}",
    ), {"x": value, "y": name}


def remove(g: Gen, root: Element) -> Wish | None:
    run = _run(root)
    if run is None:
        return None
    item = g.pick(run.items)
    name = _said(g, label_of(item))
    if not name:
        return None
    run.parent.children.remove(item)
    noun = _noun(g, run)
    return (
        "[remove|delete|drop|take out|take away] {x}",
        f"[remove|delete|drop] the {noun} {{x}}",
        f"[remove|delete] the {{x}} {noun}",
        "without {x}",
        "[we don't need|get rid of|leave out] {x}",
        "{x} can go",
        "no {x} [please|anymore]",
    ), {"x": name}


def remove_at(g: Gen, root: Element) -> Wish | None:
    run = _run(root)
    if run is None:
        return None
    at = g.rng.randrange(min(len(run.items), len(ORDINALS)))
    word = "last" if at == len(run.items) - 1 else ORDINALS[at]
    run.parent.children.remove(run.items[at])
    noun = _noun(g, run)
    return (
        f"[remove|delete|drop] the {word} {noun}",
        f"the {word} {noun} [can go|should go|is not needed]",
        f"take out the {word} {noun}",
        f"without the {word} {noun}",
    ), {}


def _put(run: Run, order: Sequence[Element]) -> None:
    """Let the items stand in another order in the places that they have."""
    places = [run.parent.children.index(item) for item in run.items]
    for place, item in zip(places, order, strict=True):
        run.parent.children[place] = item


def move(g: Gen, root: Element) -> Wish | None:
    run = _run(root)
    if run is None:
        return None
    item = g.pick(run.items)
    others = [other for other in run.items if other is not item]
    name = _said(g, label_of(item))
    beside = g.pick(others)
    other = _said(g, label_of(beside))
    if not name or not other:
        return None
    style = g.rng.random()
    if style < 0.3:
        _put(run, [item, *others])
        return (
            "[move|put] {x} [to the top|first|to the front|to the beginning|in first place]",
            "{x} should [come first|be first|be on top]",
            "{x} first",
        ), {"x": name}
    if style < 0.6:
        _put(run, [*others, item])
        return (
            "[move|put] {x} [to the end|last|to the bottom]",
            "{x} should [come last|be last|be at the end]",
            "{x} last",
        ), {"x": name}
    after = g.chance(0.5)
    at = others.index(beside) + after
    _put(run, [*others[:at], item, *others[at:]])
    where = "[after|behind|below]" if after else "[before|in front of|above]"
    return (
        f"[move|put] {{x}} {where} {{y}}",
        f"{{x}} should [come|be] {where} {{y}}",
    ), {"x": name, "y": other}


def swap(g: Gen, root: Element) -> Wish | None:
    run = _run(root)
    if run is None:
        return None
    a, b = g.rng.sample(range(len(run.items)), 2)
    order = list(run.items)
    order[a], order[b] = order[b], order[a]
    names = _said(g, label_of(run.items[a])), _said(g, label_of(run.items[b]))
    if not all(names):
        return None
    _put(run, order)
    return (
        "[swap|switch|exchange] {x} and {y}",
        "[swap|switch] {x} with {y}",
        "{x} and {y} should [swap|change] places",
    ), {"x": names[0], "y": names[1]}


def order(g: Gen, root: Element) -> Wish | None:
    run = _run(root)
    if run is None:
        return None
    noun = _noun(g, run)
    if g.chance(0.4):
        _put(run, list(reversed(run.items)))
        return (
            "reverse the order",
            f"[reverse|turn around] the {_plural(noun)}",
            "the other way round",
            f"{_plural(noun)} in reverse order",
        ), {}
    _put(run, sorted(run.items, key=lambda item: label_of(item).casefold()))
    return (
        "sort [alphabetically|by name|from A to Z|a-z]",
        "sort [these|them|the list|it] [alphabetically|by name]",
        f"sort the {_plural(noun)}[| alphabetically| by name]",
        "[in|put them in] alphabetical order",
        f"order the {_plural(noun)} alphabetically",
    ), {}


def add_field(g: Gen, root: Element) -> Wish | None:
    """A labelled field above a form's button."""
    forms = [e for e in walk(root.children) if e.name == "form"]
    form = forms[0] if forms else None
    if form is None or form.attrs.get("role") == "search":
        return None
    buttons = [c for c in form.children if isinstance(c, Element) and c.name == "button"]
    if not buttons:
        return None
    label = g.pick(_FIELDS if g.chance(0.6) else LABELS)
    if g.chance(0.25):
        label = lexicon.phrase(g, 1, 2)
    elif g.chance(0.5):
        label = label.lower()
    if label.casefold() in {label_of(e).casefold() for e in walk(form.children)}:
        return None
    made = parse(field_html(g, Field(label))).nodes
    bare = any(isinstance(c, Element) and c.name == "label" for c in form.children)
    if bare and len(made) == 1 and isinstance(made[0], Element) and made[0].name == "div":
        made = made[0].children
    at = form.children.index(buttons[0])
    form.children[at:at] = made
    return (
        "add [a|the] field [|for |called |named ]{x}",
        "add {x}",
        "[also ask|ask] for {x}",
        "[one more|another|new] field: {x}",
        "[we need|it needs|include] {x} [as well|too]",
        "add [a|an] {x} field",
        "add a field for the {x}",
        "[insert|put] {x} before the button",
    ), {"x": label}


def _table(root: Element) -> list[list[Element]] | None:
    """The cells of a plain table, by row."""
    rows = [
        [c for c in e.children if isinstance(c, Element)]
        for e in walk(root.children)
        if e.name == "tr"
    ]
    if len(rows) < 2 or len({len(row) for row in rows}) > 1 or not rows[0]:
        return None
    cells = [cell for row in rows for cell in row]
    return rows if not any("colspan" in c.attrs or "rowspan" in c.attrs for c in cells) else None


def add_column(g: Gen, root: Element) -> Wish | None:
    rows = _table(root)
    trs = [e for e in walk(root.children) if e.name == "tr"]
    if rows is None or rows[0][0].name != "th" or rows[-1][-1].name != "td":
        return None
    label = lexicon.phrase(g, 1, 2)
    for number, tr in enumerate(trs):
        if number:
            tr.children.append(Element("td", children=[Text(f"Cell {number}")]))
        else:
            head = Element("th", dict(rows[0][-1].attrs), [Text(cap(label))])
            tr.children.append(head)
    return (
        "add [a|another] column[| called| named| for|:] {x}",
        "[one more|another|new] column[:|] {x}",
        "column {x} is missing",
        "with {x} as [a|another|the last] column",
    ), {"x": label}


def remove_column(g: Gen, root: Element) -> Wish | None:
    rows = _table(root)
    if rows is None or len(rows[0]) < 2 or rows[0][0].name != "th":
        return None
    at = g.rng.randrange(len(rows[0]))
    name = _said(g, label_of(rows[0][at]))
    if not name:
        return None
    for tr, row in zip((e for e in walk(root.children) if e.name == "tr"), list(rows), strict=True):
        tr.children.remove(row[at])
    return (
        "[remove|delete|drop] the column {x}",
        "[remove|delete|drop] the {x} column",
        "without [the column|column] {x}",
        "the column {x} can go",
    ), {"x": name}
