"""Ghost text: below prompts, along an answer, and further on in what has begun."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from lsprotocol import types

from .conftest import Start
from .support import CURSOR, URI, apply_edits, refusal

LIST = {"default": {"text": "<ul><li>One</li><li>Two</li></ul>"}}
ENDLESS = {"tokens": ["<p>x</p>"] * 8000, "token_ms": 50}
UNLIMITED = {"maxNewTokens": 8192}


def inserted(text: str, item: types.InlineCompletionItem | None, encoding: str) -> str:
    """Return the text with the ghost text accepted."""
    assert item is not None and item.range is not None
    assert isinstance(item.insert_text, str)
    assert item.range.start.line == item.range.end.line
    return apply_edits(text, [types.TextEdit(item.range, item.insert_text)], encoding)


PAGES = (
    (
        f"<div>\n  <!-- a list -->{CURSOR}\n</div>\n",
        "<div>\n  <!-- a list -->\n  <ul>\n    <li>One</li>\n    <li>Two</li>\n  </ul>\n</div>\n",
    ),
    (
        f"<p>😀</p>\r\n\t<!-- 😀 a list -->\r\n\t{CURSOR}\r\n",
        "<p>😀</p>\r\n\t<!-- 😀 a list -->\r\n\t<ul>\r\n\t\t<li>One</li>\r\n\t\t<li>Two</li>\r\n"
        "\t</ul>\r\n",
    ),
    (
        f"<ul>\n  <li>One</li>\n  {CURSOR}\n</ul></nav>\n",
        "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul></nav>\n",
    ),
    (
        f"<!-- a list -->\n<ul>\n  <li>O{CURSOR}\n",
        "<!-- a list -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n",
    ),
    (
        # VS Code indents the line below a comment by one more.
        f"<div>\n  <!-- a list -->\n   {CURSOR}\n</div>\n",
        "<div>\n  <!-- a list -->\n  <ul>\n    <li>One</li>\n    <li>Two</li>\n  </ul>\n</div>\n",
    ),
)


async def test_offered(start: Start, spec: str) -> None:
    editor = await start(spec, script=LIST)
    for number, (page, expected) in enumerate(PAGES):
        uri = f"file:///{number}.html"
        item = await editor.inline(editor.open(page, uri), uri=uri)
        assert inserted(editor.texts[uri], item, editor.encoding) == expected


ELSEWHERE = (
    f"<p>x{CURSOR}</p>",
    f'<a href="{CURSOR}">x</a>',
    f"<ul><li>One</li>{CURSOR} text</ul>",
    f"<!-- a list{CURSOR} -->",
    f"<script>\n{CURSOR}\n</script>",
    f"<ul>\n  <li>Another</li>\n  {CURSOR}\n</ul>",
)


async def test_nothing_elsewhere(start: Start) -> None:
    editor = await start(script=LIST)
    for number, page in enumerate(ELSEWHERE):
        uri = f"file:///{number}.html"
        assert await editor.inline(editor.open(page, uri), uri=uri) is None, page


SETTINGS = {
    # below a comment and in a list; while typing and when asked
    "all": [(True, True), (True, True)],
    "comments": [(True, True), (False, True)],
    "off": [(False, False), (False, False)],
}


@pytest.mark.parametrize("setting", SETTINGS)
async def test_setting(start: Start, setting: str) -> None:
    options = {"inlineCompletion": setting, "inlineDelayMs": 0, "inlineTimeoutMs": 60000}
    editor = await start(script=LIST, options=options)
    for (page, _), offered in zip((PAGES[0], PAGES[2]), SETTINGS[setting], strict=True):
        at = editor.open(page)
        for invoked, wanted in zip((False, True), offered, strict=True):
            assert (await editor.inline(at, invoked) is not None) is wanted, (page, invoked)


async def test_latest_request_wins(start: Start) -> None:
    script = {"answers": [{"match": "endless", **ENDLESS}], **LIST}
    editor = await start(script=script, options=UNLIMITED)
    old = editor.open(f"<!-- endless -->{CURSOR}\n", "file:///old.html")
    waiting = asyncio.ensure_future(editor.inline(old, uri="file:///old.html"))
    cancelled = asyncio.ensure_future(editor.inline(old, uri="file:///old.html", msg_id="mine"))
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["generating"])
    assert await waiting is None
    editor.cancel("mine")
    assert (await refusal(cancelled)).code == types.LSPErrorCodes.RequestCancelled
    assert await editor.inline(editor.open(PAGES[0][0])) is not None


async def test_generation_is_reused_while_the_user_types_along(start: Start, spec: str) -> None:
    tokens: list[str] = ["<ul>", *["<li>One</li>"] * 20, "</ul>"]
    editor = await start(spec, script={"default": {"tokens": tokens, "token_ms": 20}})
    at = editor.open(f"<!-- a list -->{CURSOR}\n")
    first = asyncio.ensure_future(editor.inline(at))
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["generating"])
    item: types.InlineCompletionItem | None = None
    for typed in "\n<ul>\n ":
        at = editor.insert(at, typed)
        item = await editor.inline(at)
        assert item is not None
    await first
    page = inserted(editor.texts[URI], item, editor.encoding)
    assert page == "<!-- a list -->\n<ul>\n" + "  <li>One</li>\n" * 20 + "</ul>\n"
    assert [status.state for status in editor.statuses].count("generating") == 1


async def test_end_tags_that_the_editor_typed_stay(start: Start) -> None:
    editor = await start(script=LIST)
    at = editor.open(f"<!-- a list -->\n{CURSOR}\n")
    await editor.inline(at)
    at = editor.insert(at, "<ul>")
    editor.insert(at, "</ul>")
    page = inserted(editor.texts[URI], await editor.inline(at), editor.encoding)
    assert page == "<!-- a list -->\n<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n"


async def test_unasked_requests_time_out_and_asked_ones_do_not(start: Start) -> None:
    slow: dict[str, Any] = {"text": "<p>Hello you</p>", "token_ms": 150}
    options = {"inlineTimeoutMs": 1, "inlineDelayMs": 0, "completionBudgetMs": 0}
    editor = await start(script={"default": slow}, options=options)
    at = editor.open(f"<!-- a greeting -->{CURSOR}\n")
    assert await editor.inline(at, invoked=False) is None
    item = await editor.inline(at, invoked=True)
    assert item is not None and item.insert_text == "\n<p>Hello you</p>"
    # What has been written by now needs no time.
    assert await editor.inline(at, invoked=False) is not None


async def test_unasked_requests_wait_for_a_pause(start: Start) -> None:
    """The first never reaches the model: the second came within its delay."""
    answers = [{"match": "long", **ENDLESS}]
    options = {"inlineDelayMs": 5000, **UNLIMITED}
    editor = await start(script={"answers": answers, **LIST}, options=options)
    old = editor.open(f"<!-- long -->{CURSOR}\n", "file:///old.html")
    waiting = asyncio.ensure_future(editor.inline(old, invoked=False, uri="file:///old.html"))
    await asyncio.sleep(0)  # sent
    new = editor.open(f"<!-- a list -->{CURSOR}\n")
    assert await editor.inline(new, invoked=True) is not None
    assert await waiting is None
    assert [status.state for status in editor.statuses].count("generating") == 1


async def test_no_ghost_where_the_answer_stands(start: Start) -> None:
    editor = await start(script=LIST)
    at = editor.open(f"<!-- a list -->{CURSOR}\n")
    editor.take((await editor.resolve(await editor.action(at))).edit)
    assert await editor.inline(at, invoked=False) is None
    assert await editor.inline(at, invoked=True) is not None


async def test_document_that_changes_meanwhile(start: Start) -> None:
    slow: dict[str, Any] = {"text": "<p>Hello</p>", "token_ms": 100}
    editor = await start(script={"default": slow})
    at = editor.open(f"<!-- a greeting -->{CURSOR}\n<p>x</p>\n")
    waiting = asyncio.ensure_future(editor.inline(at))
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["generating"])
    editor.change("x", "y")
    assert await waiting is None
