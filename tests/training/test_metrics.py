"""Scores of answers with known values, and how they are shown."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tagwright_training.evaluate.copies import has_all, has_copy
from tagwright_training.evaluate.metrics import Scored, Scores, score
from tagwright_training.evaluate.overlap import normal_space
from tagwright_training.evaluate.report import as_json, table

PLAIN = Scored("<p>x</p>", "", passed=True, well_formed=True, tokens=10, ms=100.0)
REFERENCE = "<ul> <li> one two three four </li> </ul>"
PAIR = replace(PLAIN, html=REFERENCE, reference=REFERENCE, passed=None)


def test_shares_and_means() -> None:
    answers = [
        PLAIN,
        replace(PLAIN, passed=False, tokens=20, ms=300.0),
        replace(PLAIN, passed=True, well_formed=False, tokens=0, ms=0.0, failed=True),
        replace(PLAIN, passed=None),
    ]
    scores = score("own", answers)
    assert (scores.suite, scores.cases, scores.failed) == ("own", 4, 1)
    assert scores.pass_at_1 == pytest.approx(2 / 3)
    assert scores.well_formed == 0.75
    assert (scores.tokens, scores.ms) == (10, 125)
    assert (scores.chrf, scores.bleu_01, scores.bleu_100, scores.exact) == (None,) * 4


def test_copies_and_violations_count_where_there_are_any() -> None:
    answers = [
        PLAIN,
        replace(PLAIN, copied=True, violations=()),
        replace(PLAIN, copied=False, violations=("minor", "moderate")),
        replace(PLAIN, violations=("minor", "serious", "critical")),
    ]
    scores = score("own", answers)
    assert scores.copied == 0.5
    assert scores.axe_100 == pytest.approx(500 / 3)
    assert scores.axe_clean == pytest.approx(2 / 3)
    plain = score("own", [PLAIN])
    assert (plain.copied, plain.axe_100, plain.axe_clean) == (None, None, None)


@pytest.mark.parametrize(
    ("html", "value", "there"),
    [
        ("<li>Zorf blick</li>", "zorf blick", True),
        ("<li>zorf\n  blick</li>", "Zorf blick", True),
        ("<p>R&amp;D zorf</p>", "R&D zorf", True),
        ('<a href="/zorf">x</a>', "/zorf", True),
        ("<li>Zorf Blick</li>", "zorf blick", False),
        ("<li>zorfblick</li>", "zorf blick", False),
        ("<li>zof blick</li>", "zorf blick", False),
        ("", "zorf", False),
    ],
)
def test_copies_are_exact_but_for_the_first_letter(html: str, value: str, there: bool) -> None:
    assert has_copy(html, value) is there
    assert has_all(html, [value, value]) is there


def test_equal_answers_have_full_marks() -> None:
    scores = score("own", [PAIR])
    assert scores.pass_at_1 is None
    assert scores.chrf == pytest.approx(100)
    assert scores.bleu_100 == pytest.approx(100)
    assert scores.bleu_01 == pytest.approx(1)
    assert scores.exact == 1


def test_answers_that_share_nothing_have_none() -> None:
    scores = score("own", [replace(PAIR, html="qqqq", reference="zzzz")])
    assert (scores.chrf, scores.bleu_100, scores.exact) == (0, 0, 0)


def test_bleu_of_a_worked_example() -> None:
    """6 words against 7: precisions by hand, the 0 of 3 four-grams smoothed to half a match
    (Chen & Cherry 2014, method 3), brevity penalty exp(1 - 7/6)."""
    answer, reference = "the cat sat on a mat", "the cat sat there on a mat"
    precisions = (6 / 6, 4 / 5, 2 / 4, (1 / 2) / 3)
    expected = 2.718281828 ** (1 - 7 / 6)
    for precision in precisions:
        expected *= precision**0.25
    scores = score("own", [replace(PAIR, html=answer, reference=reference)])
    assert scores.bleu_01 == pytest.approx(expected, rel=1e-6)
    assert scores.bleu_100 == pytest.approx(100 * expected, rel=1e-6)


def test_answers_without_a_reference_are_left_out_of_overlap() -> None:
    assert score("own", [PAIR, PLAIN]).exact == 1
    assert score("own", [PAIR, replace(PAIR, html="")]).exact == 0.5


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("<ul>\n  <li>a</li>\n</ul>", "<ul><li>a</li></ul>", True),
        ("<p>\n  one\n  two\n</p>\n", "<p>one two</p>", True),
        ('<a href="x"\n   class="y">z</a>', '<a href="x" class="y">z</a>', True),
        ("<p>one two</p>", "<p>onetwo</p>", False),
        ("<p>a</p>", "<p>A</p>", False),
    ],
)
def test_exact_match_ignores_layout_only(left: str, right: str, same: bool) -> None:
    assert (normal_space(left) == normal_space(right)) is same


def test_a_suite_without_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="without answers"):
        score("own", [])


def test_table_is_aligned_and_shows_no_score_as_a_dash() -> None:
    rows = [score("a-long-suite-name", [PLAIN]), score("pairs", [PAIR])]
    header, rule, first, second = table(rows).splitlines()
    names = "suite cases pass@1 copied well-formed axe/100 axe clean chrF 0-100 BLEU 0-1 exact"
    names += " chrF++ 0-100 ROUGE-L tags tokens ms no answer"
    assert header.split() == names.split()
    assert set(rule) == {"-", " "}
    assert len(rule) == len(header) == len(first) == len(second)
    assert first.split() == [
        *("a-long-suite-name", "1", "1.000", "-", "1.000", "-", "-", "-", "-", "-"),
        *("-", "-", "-", "10", "100", "0"),
    ]
    assert second.split()[2:10] == ["-", "-", "1.000", "-", "-", "100.0", "1.0000", "1.000"]
    assert second.split()[10:13] == ["100.0", "1.000", "1.000"]


def test_columns_that_no_suite_has_are_left_out() -> None:
    assert "ROUGE-L" not in table([score("own", [PLAIN])])
    several = [score("own", [PLAIN, replace(PLAIN, passed=False)], 2, (1, 2)), score("b", [PAIR])]
    header, _, first, second = table(several).splitlines()
    names = [name for name in header.split("  ") if name.strip()]
    assert "pass@2" in [name.strip() for name in names]
    assert first.split()[10] == "1.000"
    assert second.split()[10] == "-"


def test_json_keeps_full_precision_and_what_made_the_scores() -> None:
    row = score("own", [PLAIN, PLAIN, replace(PLAIN, passed=False)])
    document = json.loads(as_json([row], {"model": {"base": "tiny"}}))
    assert document["model"] == {"base": "tiny"}
    assert Scores(**document["suites"][0]) == row
