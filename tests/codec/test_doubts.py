"""What makes an answer of the small model look wrong."""

from __future__ import annotations

import re

import pytest

from tagwright.codec.pointer import PointerCodec
from tagwright.prompt import PageContext, Request

# slots: menu 0, Home 1, About 2, Contact 3
NAV = Request("menu: Home, About, Contact")
ITEMS = "<ul><li><|1|><|/|><|n2|><li><|2|><|/|><|n3|><li><|3|><|/|><|/|>"
# slots: list 0, 3 1, items 48
COUNTED = Request("list with 3 items")
THREE = "<ul><li> a<|/|><|n2|><li> b<|/|><|n3|><li> c<|/|><|/|>"


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (NAV, ITEMS),
        (NAV, re.sub(r"<li>(<\|\d\|>)", r'<li><a href="/\1">\1<|/|>', ITEMS)),
        (COUNTED, THREE),
        (Request("form with name"), "<form><input><|/|>"),
        (Request("form with a name field", PageContext(parent="form")), "<input>"),
        (Request('section saying "Our table"'), "<section><|2|><|/|>"),
        (Request("image a/cat.png"), '<img src="<|1|>">'),
        (Request("remove Contact, keep the table", input="<p>Hi</p><b>x</b>"), "<|3|>"),
        (Request("total 3"), "<p><|48|><|/|>"),
        (Request("team"), "<td> active<|/|><td> active<|/|>"),
    ],
)
def test_good_answers_raise_none(request_: Request, answer: str) -> None:
    assert PointerCodec().doubts(request_, answer) == 0


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (NAV, ITEMS.replace("<|n3|><li><|3|><|/|>", "")),
        (NAV, ITEMS.replace("<|2|>", "<|1|>")),
        (NAV, ITEMS.replace("<|/|><|/|>", "<|/|><|n4|><li><|/|><|/|>")),
        (NAV, ITEMS.replace("<li><|3|>", '<li><|3|> class="x">')),
        (COUNTED, THREE.replace("<|n3|><li> c<|/|>", "")),
        (Request("pets"), "<article><p> cat<|/|><|/|><|n2|><article><p> cat<|/|><|/|>"),
        (Request("team"), " hello"),
        (Request("a table of pets"), "<ul><li> cat<|/|><|/|>"),
        (Request("image a/cat.png"), '<img src="image.jpg">'),
        (Request("progress bar at 70 percent"), "<progress><|/|>"),
        (Request("list: Big tree, Tea"), "<ul><li><|+|><|48|><|/|><|n2|><li><|2|><|/|><|/|>"),
        (Request("remove the price", input="<p>Hi</p>"), "<p> Hi<|/|>"),
        (NAV, f"<nav><p><|2|><|/|>{ITEMS}<|/|>"),
    ],
    ids=[
        "item left out",
        "item twice",
        "empty item",
        "markup as text",
        "wrong count",
        "same card",
        "no markup",
        "no table",
        "literal",
        "number",
        "half an item",
        "nothing changed",
        "an item as heading too",
    ],
)
def test_bad_answers_raise_some(request_: Request, answer: str) -> None:
    assert PointerCodec().doubts(request_, answer) > 0
