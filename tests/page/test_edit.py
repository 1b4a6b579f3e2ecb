"""Edits, written as the page before (the first prompt is taken) and after."""

from __future__ import annotations

import pytest

from tagwright.page.edit import Edit, apply_edit, build_edit
from tagwright.page.prompts import find_prompts, prompt_at

LIST = "<ul><li>a</li></ul>"
EMOJI = "\U0001f600"

KEEP = [
    ("<!-- x y -->", LIST, "<!-- x y -->\n<ul>\n  <li>a</li>\n</ul>"),
    ("<!-- x y -->\n", LIST, "<!-- x y -->\n<ul>\n  <li>a</li>\n</ul>\n"),
    (
        "<main>\n  <!-- x y -->\n</main>\n",
        LIST,
        "<main>\n  <!-- x y -->\n  <ul>\n    <li>a</li>\n  </ul>\n</main>\n",
    ),
    (
        "<main>\n\t<!-- x y -->\n</main>\n",
        LIST,
        "<main>\n\t<!-- x y -->\n\t<ul>\n\t\t<li>a</li>\n\t</ul>\n</main>\n",
    ),
    (
        "<main>\r\n    <!-- x y -->\r\n</main>\r\n",
        LIST,
        "<main>\r\n    <!-- x y -->\r\n    <ul>\r\n        <li>a</li>\r\n    </ul>\r\n</main>\r\n",
    ),
    (
        f"<p>{EMOJI}漢µ</p>\r\n<main>\r\n\t<!-- x {EMOJI} y -->\r\n\t</ul></nav>\r\n",
        LIST,
        f"<p>{EMOJI}漢µ</p>\r\n<main>\r\n\t<!-- x {EMOJI} y -->\r\n\t<ul>\r\n\t\t<li>a</li>\r\n"
        "\t</ul>\r\n\t</ul></nav>\r\n",
    ),
    ("<!-- x y -->\r", "<p>a</p>", "<!-- x y -->\r<p>a</p>\r"),
    # blank lines and equal lines around it stay as they are
    (
        "<p>1</p>\n\n\n<!-- x y -->\n\n\n<p>2</p>\n",
        "<p>a</p>",
        "<p>1</p>\n\n\n<!-- x y -->\n<p>a</p>\n\n\n<p>2</p>\n",
    ),
    (
        "<tr>\n  <!-- x y -->\n  <td></td>\n  <td></td>\n  <td></td>\n</tr>",
        "<td></td>",
        "<tr>\n  <!-- x y -->\n  <td></td>\n  <td></td>\n  <td></td>\n  <td></td>\n</tr>",
    ),
    ("<!-- x y -->\nPara", "<p>Par</p>", "<!-- x y -->\n<p>Par</p>\nPara"),
    ("<!-- x y -->  \nb", "<p>a</p>", "<!-- x y -->  \n<p>a</p>\nb"),
    # a comment of several lines, and one in the middle of a line
    (
        "<main>\n  <!-- x\n       y -->\n</main>",
        "<p>a</p>",
        "<main>\n  <!-- x\n       y -->\n  <p>a</p>\n</main>",
    ),
    (
        "<div><!-- x y --></div>",
        "<p>a</p>",
        "<div><!-- x y -->\n  <p>a</p>\n</div>",
    ),
    (
        "\t<div><!-- x y --></div>\n",
        LIST,
        "\t<div><!-- x y -->\n\t\t<ul>\n\t\t\t<li>a</li>\n\t\t</ul>\n\t</div>\n",
    ),
    (
        "<div><!-- x y --> <p>b</p></div>",
        "<p>a</p>",
        "<div><!-- x y -->\n  <p>a</p>\n  <p>b</p></div>",
    ),
    ("<p>b</p> <!-- x y --> c", "<p>a</p>", "<p>b</p> <!-- x y -->\n<p>a</p>\nc"),
    (
        '<a title="<!-- x y -->"><!-- x y -->">',
        "<b>a</b>",
        '<a title="<!-- x y -->"><!-- x y -->\n  <b>a</b>\n  ">',
    ),
    # only \n, \r\n and \r end a line
    ("<p><!-- x y --></p>", "<b>a</b>", "<p><!-- x y -->\n  <b>a</b>\n</p>"),
    (
        "<main>\n\t<p>See <!-- x y -->\n\t</p> b\n",
        "<ul><li>a</li></ul>",
        "<main>\n\t<p>See <!-- x y -->\n\t</p>\n\t<ul>\n\t\t<li>a</li>\n\t</ul>\n\tb\n",
    ),
    ("<p>\u2028\x0c<!-- x y -->", "<b>a</b>", "<p>\u2028\x0c<!-- x y -->\n  <b>a</b>"),
    # a page within a page
    (
        "<html>\n<body>\n  <!-- x y -->\n</body>\n</html>\n",
        "<!DOCTYPE html><html><head><title>t</title><style>p{}</style></head>"
        "<body><p>a</p></body></html>",
        "<html>\n<body>\n  <!-- x y -->\n  <style>p{}</style>\n  <p>a</p>\n</body>\n</html>\n",
    ),
    (
        "<!-- x y -->\n",
        "<!DOCTYPE html><html><head><title>t</title></head><body><p>a</p></body></html>",
        "<!-- x y -->\n<!DOCTYPE html>\n<html>\n<head>\n  <title>t</title>\n</head>\n<body>\n"
        "  <p>a</p>\n</body>\n</html>\n",
    ),
]


@pytest.mark.parametrize(("page", "html", "after"), KEEP)
def test_keep(page: str, html: str, after: str) -> None:
    place = find_prompts(page)[0]
    edit = build_edit(page, place, html, "keep")
    assert apply_edit(page, edit) == after
    assert edit.start >= place.end
    assert not page[edit.start : edit.end].strip(" \t")


@pytest.mark.parametrize(
    ("page", "html", "after"),
    [
        ("<!-- x y -->", LIST, "<ul>\n  <li>a</li>\n</ul>"),
        (
            "<main>\r\n\t<!-- x y -->\r\n</main>\r\n",
            LIST,
            "<main>\r\n\t<ul>\r\n\t\t<li>a</li>\r\n\t</ul>\r\n</main>\r\n",
        ),
        ("  <!-- x\n  y -->  \nb", "<p>a</p>", "  <p>a</p>  \nb"),
        ("<li><!-- x y --></li>", '<a href="#">a</a>', '<li><a href="#">a</a></li>'),
        ("<p>See <!-- x y -->, ok</p>", "<b>a</b>", "<p>See <b>a</b>, ok</p>"),
        ("<div><!-- x y --></div>", "<p>a</p>", "<div><p>a</p></div>"),
        ('<p class="b">\n <!-- x y -->\n</p>c', "<p>a</p>", "<p>a</p>\nc"),
        ("<p>b <!-- x y --></p>", "<i>a</i>", "<p>b <i>a</i></p>"),
        ("<div><!-- x y --></div>", LIST, "<div>\n  <ul>\n    <li>a</li>\n  </ul>\n</div>"),
        ("b <!-- x y --> c", "<p>a</p>", "b\n<p>a</p>\nc"),
        ("  <!-- x y --> c\n", LIST, "  <ul>\n    <li>a</li>\n  </ul>\n  c\n"),
        ("<td></td>\n<!-- x y -->\n<td></td>", "<td></td>", "<td></td>\n<td></td>\n<td></td>"),
    ],
)
def test_replace(page: str, html: str, after: str) -> None:
    edit = build_edit(page, find_prompts(page)[0], html, "replace")
    assert apply_edit(page, edit) == after


@pytest.mark.parametrize("comment", ["keep", "replace"])
def test_a_selection_is_always_replaced(comment: str) -> None:
    page = "<main>\n    a list, one item\n</main>\n"
    place = prompt_at(page, 7, 28)
    assert place is not None
    edit = build_edit(page, place, LIST, "keep" if comment == "keep" else "replace")
    after = "<main>\n    <ul>\n        <li>a</li>\n    </ul>\n</main>\n"
    assert apply_edit(page, edit) == after


def test_an_edit_at_the_end_of_a_line_is_an_insertion() -> None:
    page = "<main>\n  <!-- x y -->\n</main>\n"
    assert build_edit(page, find_prompts(page)[0], "<p>a</p>", "keep") == Edit(
        21, 21, "\n  <p>a</p>"
    )


def test_the_second_prompt_of_a_page() -> None:
    page = "<!-- x y -->\n<p>\n  <!-- x y -->\n"
    edit = build_edit(page, find_prompts(page)[1], "<b>a</b>", "keep")
    assert apply_edit(page, edit) == "<!-- x y -->\n<p>\n  <!-- x y -->\n  <b>a</b>\n"


def test_raw_text_gets_the_page_s_line_ends() -> None:
    page = "<!-- x y -->\r\n"
    edit = build_edit(page, find_prompts(page)[0], "<pre>a\n b</pre>", "keep")
    assert apply_edit(page, edit) == "<!-- x y -->\r\n<pre>a\r\n b</pre>\r\n"
