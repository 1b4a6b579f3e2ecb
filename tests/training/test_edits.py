"""Rows that change given markup."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import islice

import pytest

from tagwright.markup.tree import Element, parse, serialise
from tagwright.prompt import PageContext
from tagwright_training.corpus import edit_attributes, edit_runs, rows
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


def change(edit: Edit, html: str, seed: int = 3) -> tuple[dict[str, object], str]:
    root = Element("", children=parse(html).nodes)
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


def test_nothing_to_do_is_no_row() -> None:
    root = Element("", children=parse("<p>Hello</p>").nodes)
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
