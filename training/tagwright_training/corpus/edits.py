"""Rows that change given markup: a generated answer, a wish, and what it becomes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tagwright.markup.tree import Element, parse, serialise
from tagwright.prompt import PageContext
from tagwright_training.corpus import edit_attributes, edit_elements, edit_runs
from tagwright_training.corpus.edit_inputs import small
from tagwright_training.corpus.gen import Gen, Row, cap
from tagwright_training.corpus.natural_say import Value, fill
from tagwright_training.corpus.phrasing import noise

# An edit changes the tree below the given element and returns templates of requests with their
# values, or None where it finds nothing to do.
Wish = tuple[Sequence[str], dict[str, Value]]
Edit = Callable[[Gen, Element], "Wish | None"]

# What people ask for most has most of the weight: all changes together are a small share of the
# rows, and each has to repeat what stays before it can do anything else.
_EDITS: tuple[tuple[Edit, float], ...] = (
    (edit_runs.add, 7.0),
    (edit_runs.add_several, 1.5),
    (edit_runs.add_at, 1.0),
    (edit_runs.remove, 4.0),
    (edit_runs.remove_at, 2.5),
    (edit_runs.move, 1.5),
    (edit_runs.swap, 0.5),
    (edit_runs.order, 0.6),
    (edit_runs.add_field, 4.0),
    (edit_runs.add_column, 0.2),
    (edit_runs.remove_column, 0.2),
    (edit_elements.add_row, 2.0),
    (edit_elements.add_heading, 1.2),
    (edit_elements.add_text, 1.2),
    (edit_elements.add_button, 1.5),
    (edit_elements.add_image, 0.2),
    (edit_elements.add_caption, 0.5),
    (edit_elements.take_out, 3.0),
    (edit_elements.take_out_field, 2.0),
    (edit_elements.retext, 4.0),
    (edit_elements.emphasize, 1.2),
    (edit_elements.wrap_one, 0.4),
    (edit_elements.unwrap, 0.3),
    (edit_elements.retag, 0.5),
    (edit_attributes.rename, 5.0),
    (edit_attributes.retitle, 3.0),
    (edit_attributes.set_class, 4.0),
    (edit_attributes.drop_class, 0.2),
    (edit_attributes.set_id, 1.0),
    (edit_attributes.set_href, 1.0),
    (edit_attributes.set_attribute, 0.3),
    (edit_attributes.disable, 0.5),
    (edit_attributes.field_flag, 2.5),
    (edit_attributes.placeholder, 0.5),
    (edit_attributes.new_tab, 0.6),
    (edit_attributes.alt_text, 0.8),
    (edit_attributes.wrap, 1.8),
    (edit_attributes.change_list, 1.2),
    (edit_attributes.change_heading, 1.2),
)
_LONGEST = 300  # characters of a generated answer that is to be changed
_SMALL = 0.85  # share of the changes of what people select: a list, a form, one element
_EDITS_TRIED = 2  # kinds of changes that look for something to do
_TRIES = 6  # pieces of markup in which each of them looks
_PARENTS = ("main", "div", "section", "article", "header", "aside", "footer")
_WITHIN = re.compile(r"<(ul|ol|nav|form|select)(?: [^>]*)?>(.*)</\1>", re.DOTALL)
_COMPLETE = (
    "[close|complete] the [missing|open|unclosed] tags",
    "[add|insert] the missing [end|closing] tags",
    "[fix|repair|mend|correct] [this|the] [markup|HTML|html|code]",
    "there are tags missing[| here]",
    "fix the [broken|unclosed] tags",
    "make [this|it] valid[| HTML]",
    "complete [this|the] [markup|html|snippet]",
    "close what is open",
)


def edited(row: Row, rng: random.Random) -> Row | None:
    """A row that changes ``row``'s answer or a small piece of markup on the same page; None if
    nothing was found to do."""
    g = Gen(rng, row.context)
    given = "" if g.chance(_SMALL) or row.html.startswith("<!") else row.html
    if len(given) > _LONGEST:
        given = ""
    if g.chance(0.04):
        context, markup = (row.context, given) if given else _selected(g)
        broken, whole = _without_ends(g, markup)
        return _row(g, context, broken, whole, (_COMPLETE, {}))
    edits, weights = [edit for edit, _ in _EDITS], [weight for _, weight in _EDITS]
    for edit in rng.choices(edits, weights, k=_EDITS_TRIED):
        for _ in range(_TRIES):
            context, before = (row.context, given) if given else _selected(g)
            given = ""
            root = Element("", children=parse(before).nodes)
            wish = edit(g, root)
            if wish is not None:
                return _row(g, context, before, serialise(root.children), wish)
    return None


def _selected(g: Gen) -> tuple[PageContext, str]:
    """A small piece of markup and its place, at times all that is in an element."""
    html = small(g)
    parent = g.context.parent if g.context.parent in _PARENTS else ""
    inside = _WITHIN.fullmatch(html)
    if inside and g.chance(0.1):
        return replace(g.context, parent=inside[1]), inside[2]
    return replace(g.context, parent=parent), html


def _row(g: Gen, context: PageContext, before: str, after: str, wish: Wish) -> Row | None:
    if before == after:
        return None
    templates, values = wish
    prompt = noise(g, fill(g, g.pick(templates), values), typos=0.03)
    for value in list(g.copied):
        if prompt.startswith(cap(value)):
            g.given(cap(value))  # a request may begin with a capital
    copied = tuple(value for value in g.copied if value in prompt)
    return Row(prompt, after, copied, replace(context, classes=()), before, kind="edit")


def _without_ends(g: Gen, html: str) -> tuple[str, str]:
    """Markup that lacks end tags, at its end or one within, and the same completed."""
    ends = [at for at in range(len(html)) if html.startswith("</", at)]
    if g.chance(0.5) or len(ends) < 2:  # what is still being typed
        broken = html[: g.pick(ends)] if ends else html
        return broken, serialise(parse(broken).nodes)
    at = g.pick(ends[:-1])
    return html[:at] + html[html.index(">", at) + 1 :], html
