"""What the model reads besides the prompt: page classes, and markup to change."""

from __future__ import annotations

import pytest

from tagwright.codec.pointer import PointerCodec
from tagwright.codec.reading import read_request
from tagwright.prompt import PageContext, Request
from tagwright_training.answers import encode_answer

CODEC = PointerCodec()


def test_classes_of_the_page_have_slots() -> None:
    page = PageContext(parent="main", classes=("acme-Btn", "card"))
    reading = read_request(Request("save button", page))
    assert reading.text.endswith("<|/|><|1|><|page|> in main .acme-btn<|2|> .card<|3|>")
    answer = '<button class="<|2|> <|3|> x">Save<|/|>'
    html = CODEC.decode_answer(Request("save button", page), answer)
    assert html == '<button class="acme-Btn card x">Save</button>'


def test_a_framework_says_its_classes() -> None:
    page = PageContext(framework="bootstrap", classes=("btn", "card"))
    assert read_request(Request("save button", page)).text.endswith("<|page|> bootstrap")


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<ul>\n <li>Red &amp; blue\n sky</li></ul>", "<ul><li> red<|2|> & blue sky<|/|><|/|>"),
        ('<a class="b c" href="/x">Go</a>', '<a class="b c<|2|>" href="/x<|3|>"> go<|4|><|/|>'),
        ('<input type="email" required>', '<input type="email" required>'),
        ("<ul><li>A<li>B</ul>", "<ul><li> a<|2|><li> b<|3|></ul>"),  # end tags are missing
        ("<i>A</i><i>A</i>", "<i> a<|2|><|/|><|n2|><i> a<|2|><|/|>"),
    ],
)
def test_markup_to_change(markup: str, read: str) -> None:
    text = read_request(Request("tidy", input=markup)).text
    assert text == f" tidy<|0|><|/|><|1|><|input|>{read}"


def test_what_stays_is_pointed_at_and_exact() -> None:
    markup = '<p><a href="/A?b=1&amp;c">iPad &amp; co</a> from 5&nbsp;€</p>'
    request = Request("wrap it in a div", input=markup)
    answer = encode_answer(request, f"<div>{markup}</div>", ())
    assert answer == '<div><p><a href="<|2|>"><|3|><|/|><|4|><|/|><|/|>'
    decoded = CODEC.decode_answer(request, answer)
    assert decoded == '<div><p><a href="/A?b=1&amp;c">iPad &amp; co</a> from 5\u00a0€</p></div>'


def test_only_slots_of_the_request_are_allowed() -> None:
    request = Request("tidy", PageContext(classes=("card",)), "<p>Hello</p>")
    allowed = {"<|0|>", "<|2|>", "<|3|>"}
    assert not allowed & set(CODEC.forbidden(request))
    assert len(CODEC.forbidden(request)) == 96 - len(allowed)


def test_marks_in_the_users_markup_mean_nothing() -> None:
    text = read_request(Request("tidy", input="<p><|7|></p>")).text
    assert "<|7|>" not in text
