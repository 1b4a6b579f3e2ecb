"""Completion and ghost text as text: where they are offered, and what they insert."""

from __future__ import annotations

from typing import Literal

import pytest

from tagwright.page.along import rest_of, typed_below
from tagwright.page.continuing import begun_at, continuation
from tagwright.page.cursor import cursor_edit, place_at_cursor
from tagwright.page.edit import apply_edit

LIST = "<ul><li>One</li><li>Two</li></ul>"


def split(marked: str) -> tuple[str, int]:
    return marked.replace("|", ""), marked.index("|")


@pytest.mark.parametrize(
    "marked",
    [
        "|",
        "<p>x</p>|",
        "<p>x</p>\n|",
        "<!-- a list |-->",
        "<!-- a list -|->",
        "<!-- a list -->\n<p>|</p>",
        "<!-- a list -->\n\n|",
        "<!-- a list -->\n |x",
        "<!-- a list -->\nx|",
        "<!-- TODO: a list -->|",
        "<!-- a list|",
        "</div><!-- /row -->|",
        "<pre><!-- a list -->|</pre>",
        "<script>if (a --> 1) {}|</script>",
        "<style>a{b:c}|</style>",
        "|<!-- a list -->",
    ],
)
def test_nothing_to_complete(marked: str) -> None:
    assert place_at_cursor(*split(marked)) is None


@pytest.mark.parametrize(
    ("marked", "comment", "page"),
    [
        ("<!-- l -->|", "keep", "<!-- l -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"),
        ("<!-- l -->  |", "keep", "<!-- l -->  \n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"),
        (
            "<!-- l -->\r\n|",
            "keep",
            "<!-- l -->\r\n<ul>\r\n  <li>One</li>\r\n  <li>Two</li>\r\n</ul>",
        ),
        (
            "\t<!-- l -->\n\t|\n",
            "keep",
            "\t<!-- l -->\n\t<ul>\n\t\t<li>One</li>\n\t\t<li>Two</li>\n\t</ul>\n",
        ),
        (
            "\t<!-- l -->\n|\t \n",
            "keep",
            "\t<!-- l -->\n\t<ul>\n\t\t<li>One</li>\n\t\t<li>Two</li>\n\t</ul>\n",
        ),
        (
            "\t<!-- l -->\n  |\n",
            "keep",
            "\t<!-- l -->\n\t<ul>\n\t\t<li>One</li>\n\t\t<li>Two</li>\n\t</ul>\n",
        ),
        (
            "<nav><!-- l -->|</nav>",
            "keep",
            "<nav><!-- l -->\n  <ul>\n    <li>One</li>\n    <li>Two</li>\n  </ul>\n</nav>",
        ),
        ("<!-- l -->|", "replace", "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"),
        (
            "<p></p>\n<!-- l -->\n|\n<p></p>",
            "replace",
            "<p></p>\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n<p></p>",
        ),
        (
            "<!-- l\nof two -->|",
            "replace",
            "<!-- l\nof two -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>",
        ),
        (
            "<p>😀</p>\n<!-- µ l -->|",
            "keep",
            "<p>😀</p>\n<!-- µ l -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>",
        ),
    ],
)
def test_completed(marked: str, comment: Literal["keep", "replace"], page: str) -> None:
    text, cursor = split(marked)
    place = place_at_cursor(text, cursor)
    assert place is not None
    inserted = cursor_edit(text, place, LIST, comment)
    assert inserted is not None
    edit = inserted.edit
    assert edit.start <= cursor <= edit.end
    assert not set("\r\n") & set(text[edit.start : edit.end])
    assert all(other.end <= edit.start for other in inserted.also)
    for other in (edit, *inserted.also):
        text = apply_edit(text, other)
    assert text == page


@pytest.mark.parametrize(
    ("marked", "page"),
    [
        ("<!-- l -->\n<u|", "<!-- l -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"),
        (
            "<!-- l -->\n<ul>\n  <li>O|\n<p>x</p>",
            "<!-- l -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n<p>x</p>",
        ),
        ("<!-- l -->\n<ul>|</ul>\n", "<!-- l -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n"),
        # One line cannot hold both closers: the answer has a line break between them.
        ("<!-- l -->\n<ul>\n  <li>|</li></ul>\n", None),
        ("<!-- l -->\n<ul>\n  <li>|</li>\n</ul>", None),
        ("<!-- l -->\n<ol|", None),
        ("<!-- l -->\n<ul>\n<li>|", None),
        ("<!-- l -->\n|", None),
        ("<!-- l -->\n<u|>", None),
    ],
)
def test_typed_along(marked: str, page: str | None) -> None:
    text, cursor = split(marked)
    typed = typed_below(text, cursor)
    edit = rest_of(typed, LIST) if typed is not None else None
    assert (apply_edit(text, edit) if edit is not None else None) == page


@pytest.mark.parametrize(
    ("marked", "page"),
    [
        ("<ul>\n  <li>One</li>\n  |\n</ul>", "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"),
        ("<ul>\n  <li>One</li>|\n</ul>", "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"),
        ("<ul>\n  <li>One</li>\n|", "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"),
        ("<ul><li>One</li>|</ul>", "<ul><li>One</li>\n  <li>Two</li>\n</ul>"),
        (
            "<nav>\n\t<ul>\n\t\t<li> One\n</li>|\n</nav>",
            "<nav>\n\t<ul>\n\t\t<li> One\n</li>\n\t\t<li>Two</li>\n\t</ul>\n</nav>",
        ),
        (
            "<ul>\r\n  <li>One</li>\r\n  |\r\n</ul>",
            "<ul>\r\n  <li>One</li>\r\n  <li>Two</li>\r\n</ul>",
        ),
        (
            "<ul>\n  <li>One</li>\n    |</ul></nav>",
            "<ul>\n  <li>One</li>\n    <li>Two</li>\n</ul></nav>",
        ),
        # What is there already is neither changed nor written twice.
        ("<ul>\n  <li>One</li>\n  |\n  <li>Two</li>\n</ul>", None),
        ("<ul>\n  <li>Onee</li>\n  |\n</ul>", None),
        ("<ul class=x>\n  <li>One</li>\n  |\n</ul>", None),
        ("<ul>\n  <li>One</li>\n  <li>Two</li>\n  |\n</ul>", None),
        ("<ol>\n  <li>One</li>\n  |\n</ol>", None),
        # No place to go on.
        ("<ul>\n  |\n</ul>", None),
        ("<ul>\n  <li>One</li>\n  | text</ul>", None),
        ("<ul>\n  <li>One|</li>\n</ul>", None),
        ('<ul>\n  <li>One</li>\n  <li class="|">\n</ul>', None),
        ("<ul>\n  <li>One</li>\n  <!-- <b></b>|\n -->\n</ul>", None),
        ("<ul><li>One</li></ul>|", None),
        ("<script>'<ul><li>One</li>|'</script>", None),
    ],
)
def test_continued(marked: str, page: str | None) -> None:
    text, cursor = split(marked)
    begun = begun_at(text, cursor)
    edit = continuation(text, begun, LIST) if begun is not None else None
    assert (apply_edit(text, edit) if edit is not None else None) == page


@pytest.mark.parametrize("before", [1, 2])
def test_equal_lines_are_neither_dropped_nor_repeated(before: int) -> None:
    line = "  <li></li>\n"
    text = f"<ul>\n{line * before}{line * (3 - before)}</ul>"
    begun = begun_at(text, text.index("\n") + len(line) * before)
    assert begun is not None
    assert continuation(text, begun, "<ul>" + "<li></li>" * 5 + "</ul>") is None
    more = continuation(text, begun, "<ul>" + "<li></li>" * before + "<li>x</li></ul>")
    assert more is not None
    assert apply_edit(text, more).count("<li></li>") == 3
