"""Selected markup, its instruction, and snippets."""

from __future__ import annotations

import pytest

from tagwright.page.edit import apply_edit
from tagwright.page.rewriting import (
    Markup,
    instruction_for,
    markup_again,
    markup_at,
    replace_markup,
)
from tagwright.page.snippet import to_snippet


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("[<p>x</p>]", "<p>x</p>"),
        ("[ \n<p>x</p>\n]", "<p>x</p>"),
        ("<div>[<p>x</p> <b>y</b>]</div>", "<p>x</p> <b>y</b>"),
        ("[<!-- bigger -->\n<p>x</p>]", "<p>x</p>"),
        ("<ul><li>a</li>[<li>b</li>]</ul>", "<li>b</li>"),
        ("[<img src=x>]", "<img src=x>"),
        ("[x]", None),
        ("[]", None),
        ("[<p>x]</p>", None),
        ("<p>[x</p>]", None),
        ("<div>[<p>x</p></div>]", None),
        ("<div>[</div><div>]</div>", None),
        ("[<p>x</p> y]", None),
    ],
)
def test_markup_at(marked: str, source: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = markup_at(text, start, end)
    assert (found.source if found is not None else None) == source
    if found is not None:
        assert text[found.start : found.end] == source


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<!-- bigger -->\n  [<p>x</p>]", "bigger"),
        ("[<!-- bigger -->\n<p>x</p>]", "bigger"),
        ("<!-- bigger --><b>y</b>[<p>x</p>]", None),
        ("[<p>x</p>]", None),
        ("<!-- TODO: bigger -->[<p>x</p>]", None),
    ],
)
def test_instruction(marked: str, words: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    place = instruction_for(marked.replace("[", "").replace("]", ""), start, end)
    assert (place.text if place is not None else None) == words


def test_markup_that_moved() -> None:
    assert markup_again("<i></i><p>x</p>", Markup(0, 8, "<p>x</p>")) == Markup(7, 15, "<p>x</p>")
    assert markup_again("<p>y</p>", Markup(0, 8, "<p>x</p>")) is None
    assert markup_again("<i></i><p>x</p><p>x</p>", Markup(0, 8, "<p>x</p>")) is None
    assert markup_again("<p>x</p><p>x</p>", Markup(8, 16, "<p>x</p>")) == Markup(8, 16, "<p>x</p>")


def test_replaced_with_its_indentation() -> None:
    text = "<div>\n\t<p>x</p>\n\t<p>y</p>\n</div>"
    edit = replace_markup(text, 7, 25, "<ul><li>x</li></ul>")
    assert apply_edit(text, edit) == "<div>\n\t<ul>\n\t\t<li>x</li>\n\t</ul>\n</div>"


@pytest.mark.parametrize(
    ("markup", "snippet"),
    [
        ("<p>Home</p>", "<p>Home</p>$0"),
        ("<p>My own home</p>", "<p>${1:My own home}</p>$0"),
        ('<a href="#">Home</a>', '<a href="${1:#}">Home</a>$0'),
        ('<a class="#" href="/home">x</a>', '<a class="#" href="/home">${1:x}</a>$0'),
        ('<img src="" alt="Home">', '<img src="${1:}" alt="Home">$0'),
        ("<p>costs $5 {a} \\ b</p>", "<p>${1:costs \\$5 {a\\} \\\\ b}</p>$0"),
        ("<b>home</b> costs $1", "<b>home</b> ${1:costs \\$1}$0"),
        ("<p>\n  text\n</p>", "<p>\n  ${1:text}\n</p>$0"),
        ("<script>f({a: '$'})</script>", "<script>f({a: '\\$'\\})</script>$0"),
        ("<textarea>text</textarea>", "<textarea>text</textarea>$0"),
        ('<p title="$x">Home</p>', '<p title="\\$x">Home</p>$0'),
    ],
)
def test_snippet(markup: str, snippet: str) -> None:
    assert to_snippet(markup, "A link to /home: Home") == snippet
