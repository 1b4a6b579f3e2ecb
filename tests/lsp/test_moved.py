"""Documents that change while the model works: found again or refused, never a stale edit."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from .conftest import Start
from .support import CURSOR, Editor, refusal

PAGE = f"<p>top</p>\n<div>\n  <!-- a list{CURSOR} -->\n</div>\n<p>end</p>\n"
SLOW = {"default": {"tokens": ["<ul>", *["<li>x</li>"] * 30, "</ul>"], "token_ms": 50}}


async def running(editor: Editor, action: types.CodeAction) -> asyncio.Future[types.CodeAction]:
    """Resolve an action and return once its first token was reported."""
    waiting = asyncio.ensure_future(editor.resolve(action))
    await editor.until(editor.reports)
    return waiting


async def test_changed_between_action_and_resolve(start: Start, spec: str) -> None:
    editor = await start(spec)
    action = await editor.action(editor.open(PAGE))
    editor.change("<p>top</p>", "<p>top 😀</p>\n<p>more</p>")
    page = editor.applied((await editor.resolve(action)).edit)
    assert page == (
        "<p>top 😀</p>\n<p>more</p>\n<div>\n  <!-- a list -->\n  <p>Hello</p>\n</div>\n<p>end</p>\n"
    )


async def test_changed_during_generation(start: Start, spec: str) -> None:
    editor = await start(spec, script=SLOW)
    waiting = await running(editor, await editor.action(editor.open(PAGE)))
    editor.change("<p>top</p>\n", "")
    page = editor.applied((await waiting).edit)
    assert page.startswith("<div>\n  <!-- a list -->\n  <ul>\n")
    assert page.endswith("  </ul>\n</div>\n<p>end</p>\n")


async def test_prompt_gone_before_resolve(start: Start) -> None:
    editor = await start()
    action = await editor.action(editor.open(PAGE))
    editor.change("<!-- a list -->", "<p>by hand</p>")
    error = await refusal(editor.resolve(action))
    assert error.code == types.LSPErrorCodes.ContentModified
    assert editor.shown() == [error.message]


async def test_prompt_rewritten_during_generation(start: Start) -> None:
    editor = await start(script=SLOW)
    waiting = await running(editor, await editor.action(editor.open(PAGE)))
    editor.change("a list", "a table of prices")
    error = await refusal(waiting)
    assert error.code == types.LSPErrorCodes.ContentModified
    assert editor.shown() == [error.message]


async def test_closed_during_generation(start: Start, spec: str) -> None:
    editor = await start(spec, script=SLOW)
    waiting = await running(editor, await editor.action(editor.open(PAGE)))
    editor.close()
    error = await refusal(waiting)
    assert error.code == types.LSPErrorCodes.ContentModified
    assert "closed" in error.message
    assert editor.shown() == [error.message]


async def test_opened_again_with_another_text(start: Start) -> None:
    """The version is 1 again, but the place is another one."""
    editor = await start()
    action = await editor.action(editor.open(PAGE))
    editor.close()
    editor.open("<h1>New</h1>\n<!-- a list -->\n")
    page = editor.applied((await editor.resolve(action)).edit)
    assert page == "<h1>New</h1>\n<!-- a list -->\n<p>Hello</p>\n"


async def test_typing_goes_on_during_generation(start: Start) -> None:
    """50 changes and a question after them are handled while a generation runs that never ends."""
    endless = {"tokens": ["<p>x</p>"] * 8000, "token_ms": 50}
    editor = await start(script={"default": endless}, options={"maxNewTokens": 8192})
    at = editor.open(PAGE)
    waiting = asyncio.ensure_future(editor.resolve(await editor.action(at), "endless"))
    await editor.until(editor.reports)
    for number in range(50):
        editor.change("end" if number == 0 else f"end{number - 1}", f"end{number}")
    action = await editor.action(at)
    assert isinstance(action.data, dict) and action.data["version"] == 51
    assert not waiting.done()
    editor.cancel("endless")
    assert (await refusal(waiting)).code == types.LSPErrorCodes.RequestCancelled
