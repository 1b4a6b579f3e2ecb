from __future__ import annotations

import pytest

from tagwright.page.indent import indent_unit, line_indent, newline_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", "  "),
        ("<p>\n</p>", "  "),
        ("<ul>\n  <li>\n  </li>\n</ul>", "  "),
        ("<ul>\n    <li>\n        <a>\n</ul>", "    "),
        ("<ul>\n   <li>\n      <a>\n</ul>", "   "),
        ("<ul>\n\t<li>\n\t\t<a>\n</ul>", "\t"),
        ("<ul>\r\n\t<li>\r\n\t</li>\r\n</ul>", "\t"),
        ("<ul>\r    <li>\r        <a>", "    "),
        ("<ul>\n\n    <li>\n\n        <a>\n\n</ul>", "    "),
        ("<!--\n * one\n * two\n-->\n<ul>\n    <li>", "    "),
        ("<ul>\n    <li>\n    </li>\n</ul>\n<ul>\n\t<li>\n\t</li>\n</ul>\n", "\t"),
        ("<p\n                  class>\n<ul>\n  <li>", "  "),
        ("<p>\x0c\u2028    x\n    <b>", "    "),
    ],
)
def test_indent_unit(text: str, unit: str) -> None:
    assert indent_unit(text) == unit


@pytest.mark.parametrize(
    ("text", "offset", "indent"),
    [
        ("", 0, ""),
        ("  <p>", 4, "  "),
        ("  <p>", 0, "  "),
        ("<p>\n\t <b>", 6, "\t "),
        ("<p>\r\n\t<b>", 7, "\t"),
        ("<p>\r  <b>", 7, "  "),
        ("  <p>\u2028<b>", 7, "  "),
        ("  <p>\n", 6, ""),
    ],
)
def test_line_indent(text: str, offset: int, indent: str) -> None:
    assert line_indent(text, offset) == indent


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\nb", "\n"),
        ("a\r\nb", "\r\n"),
        ("a\rb", "\r"),
        ("a\r\nb\r\nc\nd", "\r\n"),
        ("a\nb\nc\r\nd", "\n"),
        ("a\u2028b\x0cc", "\n"),
    ],
)
def test_newline_of(text: str, newline: str) -> None:
    assert newline_of(text) == newline
