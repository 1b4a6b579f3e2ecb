"""Markup in the pointer notation and back."""

from __future__ import annotations

from itertools import islice

import pytest

from tagwright.prompt import Request
from tagwright_training.answers import NotEncodable, encode_answer, normalized
from tagwright_training.corpus import rows
from tagwright_training.rendering import ANSWER, END, messages, render
from tagwright_training.rows import guess_copied


@pytest.mark.parametrize(
    ("html", "copied", "answer"),
    [
        ("<li>Red tea</li>", ["red tea"], "<li><|1|><|/|>"),
        ("<li>Red</li>", ["red"], "<li><|w|><|1|><|/|>"),
        ('<i id="red-tea"></i>', ["red tea"], '<i id="<|1|>"><|/|>'),
        ('<i type="tea"></i>', ["tea"], '<i type="tea"><|/|>'),
        ("<p>more red tea</p>", ["red tea"], "<p><|raw|> more<|1|><|/|>"),
        ("<p>Sign In</p>", [], "<p> sign<|cap|> in<|/|>"),
        ("<br><br>", [], "<br><|n2|><br>"),
    ],
)
def test_encoding(html: str, copied: list[str], answer: str) -> None:
    assert encode_answer(Request("list: red tea"), html, copied) == answer


@pytest.mark.parametrize("html", ["<p>a", "<p>a</b></p>", "</p>"])
def test_malformed_markup_is_refused(html: str) -> None:
    with pytest.raises(NotEncodable):
        encode_answer(Request("p"), html, [])


def test_corpus_survives_the_round_trip() -> None:
    refused = 0
    for row in islice(rows(4242), 400):
        try:
            question, answer = render(row)  # decodes and compares
        except NotEncodable:
            refused += 1
            continue
        assert question.endswith(ANSWER)
        assert answer.endswith(END)
    assert refused < 4


def test_messages_carry_what_the_template_adds_around_them() -> None:
    row = next(rows(1))
    question, answer = messages(row)
    assert (question["content"] + ANSWER, answer["content"] + END) == render(row)


def test_same_seed_same_rows() -> None:
    assert list(islice(rows(9), 20)) == list(islice(rows(9), 20))


def test_whitespace_between_elements_does_not_count() -> None:
    assert normalized("<ul>\n  <li>a</li>\n</ul>") == normalized("<ul><li>a</li></ul>")


@pytest.mark.parametrize(
    ("prompt", "html", "copied"),
    [
        ('card "red tea"', "<p>red tea</p>", ("red tea",)),
        ("card, red tea, with 3 links", "<p>Red tea</p><a>1</a>", ("red tea",)),
        ("card for members", "<p>A card for all</p>", ()),
        ("contact Acme", "<p>contact Acme</p>", ("contact Acme",)),
        ("form", "<form></form>", ()),
    ],
)
def test_guessing_what_was_copied(prompt: str, html: str, copied: tuple[str, ...]) -> None:
    assert guess_copied(prompt, html) == copied
