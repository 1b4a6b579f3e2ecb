"""Rows that change given markup."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import islice

import pytest

from tagwright.codec.notation import GLUE, slot
from tagwright.codec.reading import read_request
from tagwright.markup.tree import Element, parse, serialise
from tagwright.prompt import PageContext, Request
from tagwright_training.answers import encode_answer
from tagwright_training.corpus import edit_attributes, edit_elements, edit_runs, rows
from tagwright_training.corpus.edit_tree import target
from tagwright_training.corpus.edits import Edit, edited
from tagwright_training.corpus.gen import Gen
from tagwright_training.evaluate.wellformed import is_well_formed
from tagwright_training.rendering import render

LIST = "<ul><li>Red</li><li>Green</li><li>Cyan</li></ul>"
NAV = '<nav><ul><li><a href="/red">Red</a></li><li><a href="/green">Green</a></li></ul></nav>'
FORM = (
    '<form><div><label for="name">Name</label><input type="text" id="name" name="name"></div>'
    '<button type="submit">Send</button></form>'
)
TABLE = (
    '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
)
CARD = "<article><h2>Basic</h2><p>For one person.</p></article>"


def parsed(html: str) -> Element:
    return Element("", children=parse(html).nodes)


def change(edit: Edit, html: str, seed: int = 3) -> tuple[dict[str, object], str]:
    root = parsed(html)
    wish = edit(Gen(random.Random(seed), PageContext()), root)
    assert wish is not None
    return dict(wish[1]), serialise(root.children)


@pytest.mark.parametrize(
    ("edit", "html", "expected"),
    [
        (edit_runs.add, LIST, lambda v: v["x"]),
        (edit_runs.add, NAV, lambda v: v["x"]),
        (edit_runs.add_field, FORM, lambda v: v["x"]),
        (edit_runs.add_column, TABLE, lambda v: v["x"]),
        (edit_attributes.rename, LIST, lambda v: v["y"]),
        (edit_attributes.retitle, FORM, lambda v: v["x"]),
        (edit_attributes.set_class, FORM, lambda v: f'class="{v["x"]}"'),
        (edit_attributes.set_id, TABLE, lambda v: f'id="{v["x"]}"'),
        (edit_attributes.placeholder, FORM, lambda v: v["y"]),
        (edit_attributes.set_attribute, FORM, lambda v: f'="{v["x"]}"'),
        (edit_attributes.disable, FORM, lambda _: " disabled>"),
        (edit_elements.add_heading, FORM, lambda v: f"<form><h2>{v['x']}</h2>"),
        (edit_elements.add_text, CARD, lambda v: f"{v['x']}</p>"),
        (edit_elements.add_caption, TABLE, lambda v: f"<table><caption>{v['x']}</caption>"),
        (edit_elements.add_row, TABLE, lambda v: f"<tr><td>{v['x'][0]}</td><td>{v['x'][1]}</td>"),
        (edit_elements.retext, LIST, lambda v: f"<li>{v['x']}</li>"),
        (edit_elements.wrap_one, CARD, lambda _: "><h2>Basic</h2></"),
        (edit_elements.retag, CARD, lambda _: "<h2>Basic</h2>"),
        (edit_attributes.wrap, LIST, lambda _: LIST),
        (edit_attributes.change_list, LIST, lambda _: "<ol>"),
        (edit_attributes.new_tab, NAV, lambda _: 'target="_blank" rel="noopener"'),
    ],
)
def test_what_was_asked_for_is_in_the_answer(
    edit: Edit, html: str, expected: Callable[[dict[str, object]], str]
) -> None:
    values, after = change(edit, html)
    assert expected(values).casefold() in after.casefold()


def test_removed_and_moved_items() -> None:
    values, after = change(edit_runs.remove, LIST)
    assert f"<li>{values['x']}</li>" in LIST
    assert after == LIST.replace(f"<li>{values['x']}</li>", "")
    for edit in (edit_runs.swap, edit_runs.move, edit_runs.order):
        results = {change(edit, LIST, seed)[1] for seed in range(8)}
        assert results - {LIST}
        assert all(sorted(after) == sorted(LIST) for after in results)


def test_a_field_goes_with_its_label() -> None:
    both = FORM.replace("<button", '<label for="age">Age</label><input id="age"><button')
    values, after = change(edit_elements.take_out_field, both)
    assert str(values["x"]).casefold() in ("name", "age")
    assert after == (FORM if str(values["x"]).casefold() == "age" else both.replace(_field(), ""))


def _field() -> str:
    return FORM[FORM.index("<div>") : FORM.index("<button")]


def test_targets_are_named_without_doubt() -> None:
    for seed in range(40):
        found = target(Gen(random.Random(seed), PageContext()), parsed(NAV), ("a",))
        assert found is not None
        first = found.element.attrs["href"] == "/red"
        assert found.label == ("Red" if first else "Green") or (
            found.name.split()[1] in (("first",) if first else ("second", "last"))
        )


@pytest.mark.parametrize(
    ("prompt", "before", "after", "copied", "answer"),
    [
        (
            "add Blue",
            LIST,
            LIST.replace("</ul>", "<li>Blue</li></ul>"),
            "Blue",
            "+ 1 2 3 4 <li> w0",
        ),
        (
            "Blue first",
            LIST,
            LIST.replace("<ul>", "<ul><li>Blue</li>"),
            "Blue",
            "+ 1 <li> w0 2 3 4",
        ),
        ("remove Green", LIST, LIST.replace("<li>Green</li>", ""), "", "+ 1 2 4"),
        ("rename Green to Blue", LIST, LIST.replace("Green", "Blue"), "Blue", "+ 1 2 + 3 w0 4"),
        ("wrap in a ul", LIST, f"<ul>{LIST}</ul>", "", "<ul> 1"),
    ],
)
def test_what_stays_is_one_pointer(
    prompt: str, before: str, after: str, copied: str, answer: str
) -> None:
    request = Request(prompt, input=before)
    first = min(read_request(request).elements)
    encoded = encode_answer(request, after, (copied,) if copied else ())
    for number in range(first, first + 4):
        encoded = encoded.replace(slot(number), f" {number - first + 1} ")
    words = re.sub(r"(?:<\|w\|>)?<\|\d+\|>", " w0 ", encoded.replace(GLUE, " + "))
    assert words.replace("<|/|>", " ").replace(">", "> ").split() == answer.split()


def test_nothing_to_do_is_no_row() -> None:
    root = parsed("<p>Hello</p>")
    g = Gen(random.Random(1), PageContext())
    for edit in (edit_runs.add, edit_runs.remove_column, edit_attributes.field_flag):
        assert edit(g, root) is None


def test_edits_of_the_corpus_can_be_learned() -> None:
    rng = random.Random(11)
    made = [e for row in islice(rows(5, edits=0.0), 150) if (e := edited(row, rng))]
    assert len(made) > 70
    for row in made:
        render(row)  # raises NotEncodable
        assert row.html != row.input
        assert is_well_formed(row.html)
