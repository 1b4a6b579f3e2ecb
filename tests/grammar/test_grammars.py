"""What the grammars take and refuse, as tables; llguidance reads them byte by byte."""

from __future__ import annotations

from itertools import islice

import pytest

from tagwright.codec import get_codec
from tagwright.grammar import markup_grammar, pointer_grammar
from tagwright.prompt import PageContext, Request
from tagwright_training.answers import encode_answer
from tagwright_training.corpus import rows

llguidance = pytest.importorskip("llguidance")

ROWS = 60


def accepts(grammar: str, text: str) -> bool:
    view = llguidance.LLTokenizer("byte")
    matcher = llguidance.LLMatcher(view, grammar)
    assert not matcher.get_error()
    tokens = view.tokenize_str(text)
    return matcher.try_consume_tokens(tokens) == len(tokens) and matcher.is_accepting()


@pytest.mark.parametrize(
    ("parent", "html"),
    [
        ("", "<p>Hi <b>you</b> &amp; me &#169;</p>"),
        ("", "<ul>\n  <li>One</li>\n  <li><ul><li>Two</li></ul></li>\n</ul>\n"),
        ("", '<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body></body></html>'),
        ("", "<table><caption>x</caption><thead><tr><th>a</th></tr></thead><tr><td></td></tr>"
             "</table>"),
        ("", '<form><label>a <input required></label><button type="submit">b</button></form>'),
        ("", '<a href="?a=1&amp;b=2"><div><img src="x.png" alt=""></div></a>'),
        ("", "<select><optgroup label='x'><option>1</option></optgroup></select>"),
        ("", "<details><summary><h2>a</h2></summary>b</details><!-- c -->"),
        ("", '<script>if (a < b && c) { x = "<b></b>"; }</script>'),
        ("", '<svg viewBox="0 0 9 9"><linearGradient/><path d="M0 0"></path></svg>'),
        ("ul", "<li>One</li><li>Two</li>"),
        ("tr", "<td>1</td><th>2</th>"),
        ("p", "text with <em>stress</em>"),
        ("head", '<meta charset="utf-8"><link rel="icon" href="x"><style>a > b {}</style>'),
        ("video", '<track src="x.vtt">'),
        ("details", "<summary>x</summary>"),
        ("details", "<summary>x</summary> <p>y</p>"),
        ("my-card", "<p>x</p>"),
        ("UL", "<li>One</li>"),
    ],
)  # fmt: skip
def test_markup_that_is_taken(parent: str, html: str) -> None:
    assert accepts(markup_grammar(parent), html)


@pytest.mark.parametrize(
    ("parent", "html"),
    [
        ("", ""),
        ("", "Sure! <p>Here</p>"),
        ("", "```html\n<p>x</p>\n```"),
        ("", "<p>never closed"),
        ("", "<p>wrong</div>"),
        ("", "<p>a<div>b</div></p>"),
        ("", "<li>no list</li>"),
        ("", "<ul>text</ul>"),
        ("", "<p>a & b</p>"),
        ("", "<p>&nosuch;</p>"),
        ("", "<a href=x>unquoted</a>"),
        ("", '<p class="a" class="b">twice</p>'),
        ("", '<a href="/"><span><a href="/">a in a</a></span></a>'),
        ("", "<form><div><form></form></div></form>"),
        ("", "<button><button></button></button>"),
        ("", "<label><label></label></label>"),
        ("", "<br></br>"),
        ("", "<font>obsolete</font>"),
        ("", "<select><div></div></select>"),
        ("", "<script>a</scrip"),
        ("", "<p>\x01</p>"),
        ("ul", "<ul><li>list in list</li></ul>"),
        ("ul", "<p>x</p>"),
        ("form", "<form></form>"),
        ("label", "<label>x</label>"),
        ("p", "<div>x</div>"),
        ("div", "<!DOCTYPE html><html><head></head><body></body></html>"),
    ],
)
def test_markup_that_is_refused(parent: str, html: str) -> None:
    assert not accepts(markup_grammar(parent), html)


@pytest.mark.parametrize("parent", ["textarea", "br", "svg", "option", "script"])
def test_there_is_no_grammar_where_there_is_no_html(parent: str) -> None:
    assert markup_grammar(parent) == ""
    assert pointer_grammar(parent, [], {}) == ""


@pytest.mark.parametrize(
    ("answer", "taken"),
    [
        ("<ul><li><|1|><|/|><|n2|><li><|w|><|2|> x<|/|><|/|>", True),
        ("<ul><li><|1|><|/|>", False),  # never closed
        ("<p>a<|/|><|/|>", False),  # nothing is open
        ("<p><|3|><|/|>", False),  # the request has no such slot
        ('<a href="/<|1|>" class="x">&amp;<|up|> usa<|+|><|2|><|/|>', True),
        ("<p>&nbsp;<|/|>", False),
        ("<p>a</p>", False),
        ("<ul><|7|><|n2|><|7|><li>new<|/|><|/|>", True),  # an item that stays
        ("<ul><|+|><|7|> new<|/|><|/|>", True),  # and one whose content is new
        ("<p><|7|><|/|>", False),  # which has to be in a list
        ("<div><|8|><|+|><|8|>x<|/|><|/|>", True),  # an element that nobody knows
        ("<p><|9|><|/|>", True),
        ("<p><|+|><|9|><|/|><|/|>", False),  # an image has no content
        ("<!DOCTYPE html><html><head><title> x<|/|><|/|><body><|/|><|/|>", True),
    ],
)
def test_pointer_notation(answer: str, taken: bool) -> None:
    elements = {7: "li", 8: "my-card", 9: "img"}
    assert accepts(pointer_grammar("", [1, 2], elements), answer) == taken


@pytest.mark.parametrize("codec", ["pointer", "none"])
def test_the_corpus_is_taken(codec: str) -> None:
    for row in islice(rows(11), ROWS):
        request = Request(row.prompt, row.context, row.input)
        answer = encode_answer(request, row.html, row.copied) if codec == "pointer" else row.html
        assert accepts(get_codec(codec).grammar(request), answer), (row.context.parent, answer)


def test_a_page_is_taken_only_where_there_is_none() -> None:
    page = "<!DOCTYPE html><html><head></head><body></body></html>"
    for parent, taken in (("", True), ("body", False)):
        request = Request("x", PageContext(parent=parent))
        assert accepts(get_codec("none").grammar(request), page) == taken
