"""Scores of likeness with values worked out by hand: equal is 1, nothing in common is low."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb

import numpy as np
import pytest

from tagwright_training.evaluate.appearance import Renderer, renderer, ssim
from tagwright_training.evaluate.browser import BrowserMissing
from tagwright_training.evaluate.overlap import overlap, rouge_l
from tagwright_training.evaluate.passes import pass_at_k
from tagwright_training.evaluate.tags import MOST_NODES, tag_similarity

LIST = "<ul><li>One</li><li>Two</li></ul>"


@pytest.mark.parametrize(
    ("answer", "reference", "expected"),
    [
        ("<p>one two</p>", "<p>one two</p>", 1),
        ("<p>ONE\n  two</p>", "<p>one two</p>", 1),
        # Words p one two p against p one three four p: p one p in common, 2 * 3 / (4 + 5).
        ("<p>one two</p>", "<p>one three four</p>", 6 / 9),
        # The order counts: of a b c and c b a one word is left.
        ("a b c", "c b a", 1 / 3),
        ("naïve Straße", "naïve strasse", 1 / 2),
        ("one", "two", 0),
        ("", "<p>one</p>", 0),
        ("", "", 1),
    ],
)
def test_rouge_l(answer: str, reference: str, expected: float) -> None:
    assert rouge_l(answer, reference) == pytest.approx(expected)


def test_overlap_of_equal_and_of_foreign_answers() -> None:
    equal = overlap([(LIST, LIST)])
    assert (equal.chrf, equal.chrf_pp) == (pytest.approx(100), pytest.approx(100))
    assert (equal.bleu_01, equal.rouge_l, equal.exact) == (pytest.approx(1), 1, 1)
    foreign = overlap([("qqqq", "zzzz")])
    assert (foreign.chrf, foreign.chrf_pp, foreign.bleu_01, foreign.rouge_l) == (0, 0, 0, 0)
    assert overlap([]).chrf is None


def test_chrf_plus_plus_counts_words_too() -> None:
    """All letters are right and no word is: chrF is full, because it leaves spaces out."""
    split = overlap([("a bc d", "ab cd")])
    assert split.chrf == pytest.approx(100)
    assert split.chrf_pp is not None
    assert split.chrf_pp < 80


@pytest.mark.parametrize(
    ("answer", "reference", "expected"),
    [
        (LIST, '<ul class="x"><li>Eins<li>Zwei</ul>', 1),
        (LIST, "<ol><li>One</li><li>Two</li></ol>", 1 - 1 / 3),  # one of three renamed
        (LIST, "<ul><li>One</li></ul>", 1 - 1 / 3),  # one of three missing
        # Around both: one inserted, of four.
        (LIST, f"<nav>{LIST}</nav>", 1 - 1 / 4),
        ("<p>x</p>", "<h1>x</h1>", 0),
        ("<p>x</p>", LIST, 0),
        ("", LIST, 0),
        ("only text", "other text", 1),
        ("<tr><td>1</td></tr>", "<tr><td>1</td><td>2</td></tr>", 1 - 1 / 3),
        ("<p>a</p><!-- b -->", "<p>a</p>", 1),
        # html, head, body, p against p alone
        ("<!DOCTYPE html><title>x</title><p>y", "<p>y</p>", 1 - 4 / 5),
    ],
)
def test_tag_trees(answer: str, reference: str, expected: float) -> None:
    assert tag_similarity(answer, reference) == pytest.approx(expected)
    assert tag_similarity(reference, answer) == pytest.approx(expected)


def test_large_trees_get_an_upper_bound_and_deep_ones_no_recursion() -> None:
    rows = MOST_NODES * 2
    table, longer = "<p>x</p>" * rows, "<p>x</p>" * rows + "<h1>x</h1>" * rows
    assert tag_similarity(table, longer) == pytest.approx(0.5)
    assert tag_similarity(table, table) == 1
    deep = "<div>" * 2000
    assert tag_similarity(deep, "<p>x</p>") < 0.01


def test_pass_at_k_is_the_share_of_draws_with_a_right_answer() -> None:
    """By counting: of all ways to take k of the n answers, those with one that is right."""
    for n, right, k in ((5, 0, 1), (5, 2, 1), (5, 2, 3), (5, 1, 5), (6, 4, 3), (5, 5, 2)):
        draws = [any(i < right for i in drawn) for drawn in combinations(range(n), k)]
        assert len(draws) == comb(n, k)
        assert pass_at_k(n, right, k) == pytest.approx(sum(draws) / len(draws))


def picture(height: int = 40, grey: float = 255) -> np.ndarray:  # type: ignore[type-arg]
    return np.full((height, 60), float(grey))


def test_ssim_of_pictures() -> None:
    text = picture()
    text[10:20, 10:50:3] = 0
    assert ssim(text, text) == pytest.approx(1)
    assert ssim(picture(), picture()) == 1
    assert ssim(text, picture()) == ssim(picture(), text) < 0.3
    assert ssim(255 - text, text) < 0.1
    # Two even greys differ in their mean alone: (2ab + C1) / (a² + b² + C1), Wang et al., eq. 6.
    a, b, c1 = 100, 200, (0.01 * 255) ** 2
    expected = (2 * a * b + c1) / (a * a + b * b + c1)
    assert ssim(picture(grey=a), picture(grey=b)) == pytest.approx(expected)


def test_a_longer_page_is_compared_with_the_white_below_the_shorter() -> None:
    short = picture(40)
    short[5:15, 5:55:2] = 0
    same = np.vstack([short, picture(20)])
    assert ssim(short, same) == pytest.approx(1)
    more = same.copy()
    more[45:55, 5:55:2] = 0
    assert 0.3 < ssim(short, more) < 0.8


@pytest.fixture(scope="module")
def look() -> Iterator[Renderer]:
    try:
        with renderer() as running:
            yield running
    except BrowserMissing as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize(
    ("answer", "low", "high"),
    [
        (LIST, 1, 1),
        ('<ul class="x">\n  <li>One\n  <li>Two\n</ul>', 0.999, 1),
        ("<ul><li>One</li><li>Ten</li></ul>", 0.6, 0.999),
        ("<script>document.body.textContent = 'x'</script>" + LIST, 0.999, 1),
        ('<img src="http://example.com/x.png"><hr>', 0, 0.3),
        ("<!-- nothing -->", 0, 0.2),
    ],
)
def test_answers_are_compared_as_a_browser_shows_them(
    look: Renderer, answer: str, low: float, high: float
) -> None:
    found = look.similarity(answer, LIST)
    assert found == pytest.approx(max(low, min(high, found)), abs=1e-6)


def test_the_browser_goes_on_after_a_page_that_never_ends(look: Renderer) -> None:
    high = look.picture('<div style="height: 999999px">x</div>')
    assert len(high) <= 3000
    assert look.similarity(LIST, LIST + " ") == pytest.approx(1)
