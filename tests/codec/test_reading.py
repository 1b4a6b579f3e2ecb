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
        (
            "<ul>\n <li>Red &amp; blue\n sky</li></ul>",
            "<ul><|2|><li><|3|> red<|48|> & blue sky<|/|><|/|>",
        ),
        (
            '<a class="b c" href="/x">Go</a>',
            '<a class="b c<|48|>" href="/x<|49|>"><|2|> go<|50|><|/|>',
        ),
        ('<input type="email" required>', '<input type="email" required><|2|>'),
        # end tags are missing
        ("<ul><li>A<li>B</ul>", "<ul><|2|><li><|3|> a<|48|><li><|4|> b<|49|></ul>"),
        ("<i>A</i><i>A</i>", "<i><|2|> a<|48|><|/|><|n2|><i><|3|> a<|48|><|/|>"),
    ],
)
def test_markup_to_change(markup: str, read: str) -> None:
    text = read_request(Request("tidy", input=markup)).text
    assert text == f" tidy<|0|><|/|><|1|><|input|>{read}"


def test_what_stays_is_pointed_at_and_exact() -> None:
    markup = '<p><a href="/A?b=1&amp;c">iPad &amp; co</a> from 5&nbsp;€</p>'
    request = Request("wrap it in a div", input=markup)
    answer = encode_answer(request, f"<div>{markup}</div>", ())
    assert answer == "<div><|2|><|/|>"
    decoded = CODEC.decode_answer(request, answer)
    assert decoded == '<div><p><a href="/A?b=1&amp;c">iPad &amp; co</a> from 5&nbsp;€</p></div>'


NAV = '<nav><a class="x" href="/a">A</a><a href="/b" data-k="1">B<!-- kept --></a></nav>'


@pytest.mark.parametrize(
    ("answer", "html"),
    [
        ("<|/|><|2|>", NAV),
        ("<|+|><|2|><|3|><|4|><a>C<|/|><|/|>", NAV.replace("</nav>", "<a>C</a></nav>")),
        ("<|+|><|2|><|4|><|/|>", NAV.replace('<a class="x" href="/a">A</a>', "")),
        ("<|+|><|2|><|+|><|3|>Z<|/|><|4|><|/|>", NAV.replace(">A<", ">Z<")),
        ('<p id="<|48|>"><|50|><|/|>', '<p id="x">A</p>'),
        ("<|+|><|2|><|3|>", NAV[: NAV.index('<a href="/b"')]),  # the answer so far
        ("<|2|><|44|>", NAV),
    ],
)
def test_pointers_to_elements(answer: str, html: str) -> None:
    assert CODEC.decode_answer(Request("tidy", input=NAV), answer) == html


def test_only_slots_of_the_request_are_allowed() -> None:
    request = Request("tidy", PageContext(classes=("card",)), "<p>Hello</p>")
    allowed = {"<|0|>", "<|2|>", "<|3|>", "<|48|>"}
    assert not allowed & set(CODEC.forbidden(request))
    assert len(CODEC.forbidden(request)) == 96 - len(allowed)


def test_marks_in_the_users_markup_mean_nothing() -> None:
    text = read_request(Request("tidy", input="<p><|7|></p>")).text
    assert "<|7|>" not in text
