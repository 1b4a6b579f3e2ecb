"""What is complete of an answer at each moment while it is being written."""

from __future__ import annotations

import pytest

from tagwright.generate import Partial
from tagwright.markup.cut import whole_elements
from tagwright.prompt import Request


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("", ""),
        ("<ul", ""),
        ("<ul><li>One", ""),
        ("<ul><li>One</li", ""),
        ("<ul><li>One</li>", "<ul><li>One</li></ul>"),
        ("<ul><li>One</li><", "<ul><li>One</li></ul>"),
        ("<ul><li>One</li><li>Two <b>x</b> and", "<ul><li>One</li></ul>"),
        ("<div><p>a</p>text", ""),
        ("<p>a</p>text", "<p>a</p>"),
        ("<form><div><label>A</label><input", "<form><div><label>A</label></div></form>"),
        ("<p>a</p><script>if (a <", "<p>a</p>"),
        ("<p>a</p><br>", "<p>a</p><br>"),
    ],
)
def test_whole_elements(source: str, whole: str) -> None:
    assert whole_elements(source) == whole


def test_what_is_complete_only_grows() -> None:
    answer = "<section><h2>Two</h2><ul><li>One <b>x</b></li><li>Two</li></ul></section>"
    seen = [Partial(1, answer[:n], "none").html(Request("x")) for n in range(len(answer) + 1)]
    assert [len(html) for html in seen] == sorted(len(html) for html in seen)
    assert seen[-1] == answer
    assert len(set(seen)) == 4
