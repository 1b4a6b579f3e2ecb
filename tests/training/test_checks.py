"""Counting elements in answers, and telling well-formed answers from others."""

from __future__ import annotations

import pytest

from tagwright_training.evaluate.checks import Check, run_checks
from tagwright_training.evaluate.wellformed import is_well_formed

PAGE = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Tea</title></head>'
    "<body><h1>Tea</h1></body></html>"
)


@pytest.mark.parametrize(
    ("html", "css", "found"),
    [
        ("<li>a</li><li>b</li>", "li", 2),
        ("<ul><li>a<li>b</ul>", "ul > li", 2),
        ("<tr><td>a</td></tr><tr><td>b</td></tr>", "tr > td", 2),
        ("<!-- first --><tr><td>a</td></tr>", "tr", 1),
        ("<td>a</td><th>b</th>", ":is(td, th)", 2),
        ("<tbody><tr><td>a</td></tr></tbody>", "tbody td", 1),
        ("<option>a</option><option>b</option>", "option", 2),
        ("<caption>a</caption>", "caption", 1),
        ("<col><col>", "col", 2),
        ("<p>a</p>", "html, head, body", 0),
        ("<meta charset='utf-8'><p>a</p>", "meta", 1),
        (PAGE, "html[lang=en] > head > title", 1),
        (PAGE, "body h1", 1),
        ("<header>x</header><head-line>y</head-line>", "header, head-line", 2),
        ("<p>Ada\n    Lovelace</p>", ':-soup-contains("Ada Lovelace")', 1),
        ("<p>Tom &amp; Co</p>", ':-soup-contains("Tom & Co")', 1),
        ("<p>Ångström</p>", ':-soup-contains("Ångström")', 1),
        ("<INPUT TYPE=email required>", "input[type=email][required]", 1),
        ("<div class='btn wide'>x</div>", ".btn.wide", 1),
        ("<svg viewBox='0 0 8 8'><path d='M0 0'/></svg>", "svg > path", 1),
        ("<script>if (a < b) { c(); }</script><p>x</p>", "p", 1),
        # A browser drops a row outside a table, and so does the count.
        ("<div><tr><td>a</td></tr></div>", "tr", 0),
        ("", "*", 0),
        ("  \n", "*", 0),
        ("just words", "*", 0),
    ],
)
def test_counts_elements_as_a_browser_has_them(html: str, css: str, found: int) -> None:
    assert [result.found for result in run_checks(html, [Check(css, ">=", 0)])] == [found]


@pytest.mark.parametrize(
    ("op", "passing"),
    [("==", {2}), (">=", {1, 2}), ("<=", {2, 3})],
)
def test_operators(op: str, passing: set[int]) -> None:
    checks = [Check("li", op, count) for count in (1, 2, 3)]
    results = run_checks("<li>a</li><li>b</li>", checks)
    assert {result.check.wanted for result in results if result.passed} == passing


@pytest.mark.parametrize(
    "html",
    [
        "<p>x</p>",
        "just words",
        "<li>a</li>",
        "<tr><td>a</td></tr>",
        "<td>a</td>",
        "<thead><tr><th>a</th></tr></thead>",
        "<caption>a</caption>",
        "<col><col>",
        "<option>a</option>",
        "<input><br>",
        "<svg viewBox='0 0 8 8'><path d='M0 0'/></svg>",
        "<p>Tom &amp; Co &copy;</p>",
        "<ul><li>a<li>b</ul>",
        "<title>x</title>",
        PAGE,
        "<!-- x -->" + PAGE,
    ],
)
def test_well_formed(html: str) -> None:
    assert is_well_formed(html)


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        "<div>",
        "</div>",
        "<div></p></div>",
        "<p><div></div></p>",
        "<b><i>x</b></i>",
        "<div/>",
        "<div id=a id=b></div>",
        "<p>AT&T</p>",
        "<p>&nosuch;</p>",
        "<a href='x'><a href='y'>z</a></a>",
        "<div><tr><td>a</td></tr></div>",
        "<p>x</p",
        "<html><head><title>x</title></head><body></body></html>",
        PAGE.replace("</h1>", ""),
        PAGE + "<p>after</p>",
    ],
)
def test_not_well_formed(html: str) -> None:
    assert not is_well_formed(html)
