"""Faults of other assistants, each from a public issue tracker, that must not become ours.

Those that belong to one part are tested with it: positions and documents without a file in
``test_generate``, moved and closed documents and typing during a generation in ``test_moved``,
messages in pieces and dead editors in ``test_wire``, ``">`` right of the cursor and time limits in
``test_inline``, states that leave "busy" in ``test_wishes``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from .conftest import Start
from .support import CURSOR, URI, refusal

PAGES = {
    "indented end tags after the cursor": (
        {"text": "<li>Home</li></ul></nav>"},
        f"<nav>\n  <ul>\n    <!-- an item{CURSOR} -->\n  </ul></nav>\n",
        "<nav>\n  <ul>\n    <!-- an item -->\n    <li>Home</li>\n  </ul></nav>\n",
    ),
    "three equal lines": (
        {"text": "<td></td><td></td>"},
        f"<table><tr>\n  <!-- two cells{CURSOR} -->\n  <td></td>\n  <td></td>\n  <td></td>\n"
        "</tr></table>\n",
        "<table><tr>\n  <!-- two cells -->\n  <td></td>\n  <td></td>\n  <td></td>\n  <td></td>\n"
        "  <td></td>\n</tr></table>\n",
    ),
    "blank lines between sections": (
        {"text": "<section><p>a</p></section>\n\n<section><p>b</p></section>"},
        f"<p>x</p>\n\n\n<!-- two sections{CURSOR} -->\n\n\n<p>y</p>\n",
        "<p>x</p>\n\n\n<!-- two sections -->\n<section>\n  <p>a</p>\n</section>\n"
        "<section>\n  <p>b</p>\n</section>\n\n\n<p>y</p>\n",
    ),
    "text after the cursor that shares a letter with the answer": (
        {"text": "<p>Terms</p>"},
        f"<!-- a text -->{CURSOR}s and more",
        "<!-- a text -->\n<p>Terms</p>\ns and more",
    ),
    "an answer that ends like the line below": (
        {"text": "<p>Terms</p>"},
        f"<!-- a text{CURSOR} -->\n<p>Terms</p>\n",
        "<!-- a text -->\n<p>Terms</p>\n<p>Terms</p>\n",
    ),
    "paths that look like a stop word": (
        {"text": '<img src="/src/a.png" alt="">'},
        f"<!-- a picture{CURSOR} -->\n",
        '<!-- a picture -->\n<img src="/src/a.png" alt="">\n',
    ),
    "end tags with attributes": (
        {"text": "<div class='x'>a</div class='x'>"},
        f"<!-- a box{CURSOR} -->\n",
        '<!-- a box -->\n<div class="x">a</div>\n',
    ),
    "a first bracket that was forgotten": (
        {"text": "p>Hello</p>"},
        f"<!-- a greeting{CURSOR} -->\n",
        "<!-- a greeting -->\n<p>Hello</p>\n",
    ),
    "the end of a picture": (
        {"text": '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'},
        f"<!-- an icon{CURSOR} -->\n</svg>\n",
        '<!-- an icon -->\n<svg viewBox="0 0 1 1">\n  <path d="M0 0"/>\n</svg>\n</svg>\n',
    ),
    "Chinese and emoji before the cursor": (
        {"text": "<p>你好</p>"},
        f"<p>你好</p><p>👩‍👩‍👧</p> <!-- 問候 greeting{CURSOR} -->\n",
        "<p>你好</p><p>👩‍👩‍👧</p> <!-- 問候 greeting -->\n<p>你好</p>\n",
    ),
}


async def test_pages(start: Start) -> None:
    answers = [{"match": page.replace(CURSOR, "").split("<!-- ")[1].split(" -->")[0], **answer}
               for answer, page, _ in PAGES.values()]  # fmt: skip
    editor = await start(script={"answers": answers})
    for number, (name, (_, page, expected)) in enumerate(PAGES.items()):
        assert await editor.generated(page, f"file:///{number}.html") == expected, name


async def test_nothing_is_offered_within_a_tag(start: Start) -> None:
    editor = await start()
    for number, page in enumerate((f'<a href="{CURSOR}">x</a>', f"<p {CURSOR}>", f"<{CURSOR}")):
        uri = f"file:///{number}.html"
        at = editor.open(page, uri)
        assert await editor.completion(at, uri) is None
        assert await editor.inline(at, uri=uri) is None
        assert await editor.actions(at, uri=uri) == []


async def test_one_edit_however_long_the_answer(start: Start) -> None:
    """One step to undo; ``applied`` fails for more than one edit."""
    editor = await start(script={"default": {"text": "<p>Hello</p>" * 100}})
    page = await editor.generated(f"<!-- a hundred greetings{CURSOR} -->\n")
    assert page.count("<p>Hello</p>") == 100


NO_NETWORK = """
import socket, sys

def refuse(self, address, *rest):
    if self.family != getattr(socket, "AF_UNIX", None):
        with open({marker!r}, "a") as file:
            print(sys.argv, address, file=file)
        raise OSError("the network is cut")
    return connect(self, address, *rest)

connect = socket.socket.connect
socket.socket.connect = socket.socket.connect_ex = refuse
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the worker is spoken to over TCP there")
async def test_embedded_model_with_the_network_cut(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = tmp_path / "connections"
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK.format(marker=str(marker)), "utf-8")
    paths = [str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    editor = await start(initialize=False)
    await editor.initialize({})
    page = await editor.generated(f"<!-- a list: One, Two{CURSOR} -->\n")
    assert "<li>" in page
    assert not marker.exists(), marker.read_text("utf-8")


@pytest.mark.parametrize("made", [False, True])
async def test_adapter_that_is_missing_or_empty(start: Start, tmp_path: Path, made: bool) -> None:
    adapter = tmp_path / "adapter"
    if made:
        adapter.mkdir()
    editor = await start(initialize=False)
    await editor.initialize({"adapter": str(adapter)})
    action = await editor.action(editor.open("<!-- a list -->\n"))
    error = await refusal(editor.resolve(action))
    assert error.code == types.LSPErrorCodes.RequestFailed
    assert editor.shown(types.MessageType.Error) == [error.message]
    assert str(adapter) in error.message
    assert "Traceback" not in error.message
    assert editor.statuses[-1].state == "error"
    assert editor.texts[URI] == "<!-- a list -->\n"
