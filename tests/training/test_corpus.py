"""Every kind of the corpus: strict HTML, honest copying, one row per seed."""

from __future__ import annotations

import random
from itertools import islice

import html5lib
import pytest

from tagwright_training.corpus import Row, rows
from tagwright_training.corpus.gen import Kind
from tagwright_training.corpus.stream import build_row, load_kinds, page_context

ROWS_PER_KIND = 20
KINDS = load_kinds()


def sample(kind: Kind) -> list[Row]:
    rng = random.Random(kind.name)
    return [build_row(kind, rng, page_context(rng)) for _ in range(ROWS_PER_KIND)]


def parse(row: Row) -> None:
    parser = html5lib.HTMLParser(strict=True)
    if row.html.lower().startswith("<!doctype"):
        parser.parse(row.html)
    else:
        parser.parseFragment(row.html, container=row.context.parent or "div")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_markup_parses_strictly(kind: Kind) -> None:
    for row in sample(kind):
        try:
            parse(row)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{error}: {row.html}")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_prompts_are_words_and_copied_values_stand_in_them(kind: Kind) -> None:
    for row in sample(kind):
        assert row.prompt.strip() == row.prompt != ""
        assert "{" not in row.prompt.replace("{}", "") or row.kind == "table_rows", row.prompt
        assert all(value and value in row.prompt for value in row.copied)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_markup_stays_short(kind: Kind) -> None:
    lengths = sorted(len(row.html) for row in sample(kind))
    assert lengths[len(lengths) // 2] <= 1500


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_wording_varies(kind: Kind) -> None:
    assert len({row.prompt for row in sample(kind)}) >= ROWS_PER_KIND * 0.6


def test_same_seed_gives_the_same_rows() -> None:
    assert list(islice(rows(7), 50)) == list(islice(rows(7), 50))
    assert list(islice(rows(7), 50)) != list(islice(rows(8), 50))
