"""The suites that come with Tagwright: cases, and rows of the corpus that training never sees.

All rows come from fixed seeds, and wordings and pairs are held out by ``corpus.handwritten``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import islice

from tagwright.prompt import Request
from tagwright_training.corpus import Row, handwritten, rows
from tagwright_training.evaluate.cases import Case, Suite, default_cases, load_cases
from tagwright_training.evaluate.copies import has_copy
from tagwright_training.evaluate.derive import derive

SIZE = 200
"""The rows of a generated suite, or fewer if there are not so many."""

_SEED = 2_000_000_000  # training counts from 0, its validation from 1,000,000,000
_SEEN = 2000  # generated rows whose words do not count as unseen
_LONGEST = 20_000  # rows in which strings of unseen words are looked for
_ROUNDS = 4  # times that each held-out wording may come, with other content
_WORD = re.compile(r"[^\W\d_]{4,}")


def public(limit: int | None) -> Suite:
    """The public cases: requests with hand-written checks."""
    return load_cases(default_cases(), limit)


def phrasing_held_out(limit: int | None) -> Suite:
    """Wordings kept from training, of pairs that it sees, with fresh content."""
    return _derived("phrasing-held-out", handwritten.held_out_rows, limit)


def unseen_pairs(limit: int | None) -> Suite:
    """Pairs of which training sees nothing, with fresh content."""
    return _derived("unseen-pairs", handwritten.unseen_pairs_rows, limit)


def copy(limit: int | None) -> Suite:
    """Generated rows with strings of unseen words; only the copies are scored."""
    seen = {word for row in islice(rows(0, edits=0), _SEEN) for word in _words(row.prompt)}
    cases: list[Case] = []
    for row in islice(rows(_SEED, edits=0), _LONGEST):
        given = tuple(
            value
            for value in row.copied
            if (words := _words(value)) and not words & seen and has_copy(row.html, value)
        )
        if given:
            request = Request(row.prompt, row.context, row.input)
            cases.append(Case(f"copy-{len(cases) + 1}", request, given=given))
        if len(cases) == min(SIZE, limit or SIZE):
            break
    return Suite("copy", tuple(cases))


BUILT_IN: dict[str, Callable[[int | None], Suite]] = {
    "public": public,
    "phrasing-held-out": phrasing_held_out,
    "unseen-pairs": unseen_pairs,
    "copy": copy,
}


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _derived(name: str, source: Callable[[int], Iterator[Row]], limit: int | None) -> Suite:
    """A suite of rows with checks derived from their references."""
    found = {row.prompt: row for seed in range(_SEED, _SEED + _ROUNDS) for row in source(seed)}
    # Mixed, so that the first rows are a fair sample too.
    chosen = list(found.values())
    random.Random(_SEED).shuffle(chosen)
    cases = [
        Case(
            f"{name}-{number}",
            Request(row.prompt, row.context, row.input),
            derive(row.html, row.copied, row.prompt),
            row.html,
        )
        for number, row in enumerate(chosen[: min(SIZE, limit or SIZE)], 1)
    ]
    return Suite(name, tuple(cases))
