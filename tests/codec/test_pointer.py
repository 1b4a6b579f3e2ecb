"""Answers in the pointer notation become HTML."""

from __future__ import annotations

import pytest

from tagwright.codec import get_codec
from tagwright.codec.notation import SLOTS
from tagwright.codec.pointer import PointerCodec, slug
from tagwright.errors import ModelError
from tagwright.prompt import PageContext, Request

PROMPT = 'form titled "log in here" with first name and E-mail'
# slots: form 0, titled 48, log 1, in 49, here 50, first 2, name 51, E-mail 3


def decode(answer: str, prompt: str = PROMPT) -> str:
    return PointerCodec().decode_answer(Request(prompt), answer)


@pytest.mark.parametrize(
    ("answer", "html"),
    [
        ("<p>< |x<|/|>", "<p>< |x</p>"),
        ("<h2><|1|><|/|>", "<h2>log in here</h2>"),
        ("<b><|2|><|/|>", "<b>First name</b>"),
        ("<b><|raw|><|2|><|/|>", "<b>first name</b>"),
        ("<b><|w|><|2|><|/|>", "<b>First</b>"),
        ("<b> your<|2|>, please<|/|>", "<b>Your first name, please</b>"),
        ("<b> (<|+|><|2|>)<|/|>", "<b>(first name)</b>"),
        ("<b> sign<|cap|> in<|/|>", "<b>Sign In</b>"),
        ("<b><|up|> faq page<|/|>", "<b>FAQ page</b>"),
        ('<label for="<|2|>"><|2|><|/|>', '<label for="first-name">First name</label>'),
        ('<input id="<|3|>" required>', '<input id="e-mail" required>'),
        ('<a href="/<|2|>"><|2|><|/|>', '<a href="/first-name">First name</a>'),
        ('<img alt=" photo of<|2|>">', '<img alt="Photo of first name">'),
        ('<i id="<|w|><|2|><|w|><|51|>"><|/|>', '<i id="first-name"></i>'),
        ("<ul><li> a<|/|><|n2|><li> b<|/|><|/|>", "<ul><li>A</li><li>B</li></ul>"),
        ("<p> read <a> this<|/|> now<|/|>", "<p>Read <a>This</a> now</p>"),
        ("<p>x<br>y<|/|>", "<p>X<br>y</p>"),
        ("<!DOCTYPE html><html><|/|>", "<!DOCTYPE html><html></html>"),
        ("<p> a &amp; b<|/|>", "<p>A &amp; b</p>"),
    ],
)
def test_decoding(answer: str, html: str) -> None:
    assert decode(answer) == html


@pytest.mark.parametrize(
    ("answer", "html"),
    [
        ("<p><|95|><|/|>", "<p></p>"),
        ("<|/|><|/|><p><|/|>", "<p></p>"),
        ('<p class="x', "<p"),
        ("<p", "<p"),
        ("<p> a<|", "<p>A<|"),
        ('<p "><|/|>', "<p></p>"),
        ("", ""),
    ],
)
def test_broken_answers_are_read_as_far_as_they_go(answer: str, html: str) -> None:
    assert decode(answer) == html


def test_copied_text_is_escaped() -> None:
    answer = '<p title="<|0|>"><|0|><|/|>'
    assert decode(answer, '"a<b & c"') == '<p title="a&lt;b &amp; c">a&lt;b &amp; c</p>'


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("First name", "first-name"),
        ("E-mail", "e-mail"),
        ("signUp", "signUp"),
        ("hero_box", "hero_box"),
        ("#main", "main"),
        ("Größe (cm)", "größe-cm"),
    ],
)
def test_slug(label: str, expected: str) -> None:
    assert slug(label) == expected


def test_page_is_told_only_where_it_says_something() -> None:
    codec = PointerCodec()
    assert "<|page|>" not in codec.encode_request(Request("nav"))
    page = PageContext(framework="bootstrap", parent="main", heading=2, lang="fr")
    assert codec.encode_request(Request("nav", page)).endswith("<|page|> bootstrap in main h2 fr")


def test_slots_that_the_prompt_lacks_are_forbidden() -> None:
    forbidden = PointerCodec().forbidden(Request("red tea"))
    assert len(forbidden) == SLOTS - 2
    assert not {"<|0|>", "<|48|>"} & set(forbidden)


def test_unknown_codec_is_refused_in_a_sentence() -> None:
    with pytest.raises(ModelError, match=r"update Tagwright"):
        get_codec("morse")
