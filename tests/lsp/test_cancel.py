"""Stopping a generation: by request, by the progress button, while it waits for its turn."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types

from .conftest import Start
from .support import CURSOR, URI, Editor, refusal

LONG = {
    # Far more tokens than a test waits for: an engine that isn't stopped never serves the next.
    "answers": [{"match": "endless", "tokens": ["<p>x</p>"] * 8000, "token_ms": 50}]
}
UNLIMITED = {"maxNewTokens": 8192}
ENDLESS, SHORT = "file:///endless.html", "file:///short.html"
CANCELLED = types.LSPErrorCodes.RequestCancelled


async def endless(editor: Editor, msg_id: str = "endless") -> asyncio.Future[types.CodeAction]:
    """Start a generation that does not end by itself; return once it runs."""
    action = await editor.action(editor.open("<!-- an endless list -->\n", ENDLESS), ENDLESS)
    waiting = asyncio.ensure_future(editor.resolve(action, msg_id))
    await editor.until(editor.reports)
    return waiting


async def next_is_served(editor: Editor) -> None:
    page = await editor.generated(f"<!-- a short list{CURSOR} -->\n", SHORT)
    assert page == "<!-- a short list -->\n<p>Hello</p>\n"


async def test_cancel_by_request(start: Start, spec: str) -> None:
    editor = await start(spec, script=LONG, options=UNLIMITED)
    waiting = await endless(editor)
    editor.cancel("endless")
    assert (await refusal(waiting)).code == CANCELLED
    await next_is_served(editor)
    assert editor.shown() == []


async def test_cancel_by_progress_button(start: Start, spec: str) -> None:
    editor = await start(spec, script=LONG, options=UNLIMITED)
    waiting = await endless(editor)
    token = editor.token_of("Generate HTML")
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
    assert (await refusal(waiting)).code == CANCELLED
    await editor.until(
        lambda: isinstance(editor.client.progress_reports[token][-1], types.WorkDoneProgressEnd)
    )
    await next_is_served(editor)
    assert editor.shown() == []


@pytest.mark.parametrize("button", [False, True])
async def test_cancel_a_command(start: Start, spec: str, button: bool) -> None:
    editor = await start(spec, script=LONG, options=UNLIMITED)
    at = editor.open(f"<!-- an endless{CURSOR} list -->\n", ENDLESS)
    where = {"line": at.line, "character": at.character}
    waiting = asyncio.ensure_future(editor.command(ENDLESS, where, token="mine", msg_id="run"))
    await editor.until(editor.reports)
    if button:
        editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams("mine"))
    else:
        editor.cancel("run")
    assert (await refusal(waiting)).code == CANCELLED
    await next_is_served(editor)
    assert editor.texts[ENDLESS] == "<!-- an endless list -->\n"


async def test_cancel_a_request_that_waits_for_its_turn(start: Start) -> None:
    editor = await start(script=LONG, options=UNLIMITED)
    running = await endless(editor)
    action = await editor.action(editor.open("<!-- a list -->\n"))
    queued = asyncio.ensure_future(editor.resolve(action, "queued"))
    also_queued = asyncio.ensure_future(editor.resolve(action))
    await editor.until(lambda: editor.begun("Generate HTML") == 3)
    editor.cancel("queued")
    assert (await refusal(queued)).code == CANCELLED
    assert not running.done()
    editor.cancel("endless")
    assert (await refusal(running)).code == CANCELLED
    assert editor.applied((await also_queued).edit, URI).endswith("<p>Hello</p>\n")


async def test_late_and_unknown_cancels_are_harmless(start: Start) -> None:
    editor = await start()
    action = await editor.action(editor.open("<!-- a list -->\n"))
    await editor.resolve(action, "done")
    editor.cancel("done")
    editor.cancel("never-sent")
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams("nobody's"))
    await next_is_served(editor)
