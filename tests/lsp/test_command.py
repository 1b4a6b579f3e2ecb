"""The command ``tagwright.generate``: for key bindings, applied through the editor."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from pytest_lsp import client_capabilities

from .conftest import Start
from .support import CURSOR, URI, position_of, refusal

PAGE = f"<p>😀</p>\r\n\t<!-- 😀 a{CURSOR} list -->\r\n"
AFTER = "<p>😀</p>\r\n\t<!-- 😀 a list -->\r\n\t<p>Hello</p>\r\n"


def as_json(at: types.Position) -> dict[str, int]:
    return {"line": at.line, "character": at.character}


async def test_command_changes_the_page(start: Start, spec: str) -> None:
    editor = await start(spec)
    at = as_json(editor.open(PAGE))
    forms: list[list[Any]] = [
        [URI, at],
        [{"uri": URI, "position": at}],
        [{"uri": URI, "range": {"start": at, "end": at}}],
    ]
    for arguments in forms:
        editor.close()
        editor.open(PAGE)
        assert await editor.command(*arguments) is None
        assert editor.texts[URI] == AFTER
    assert editor.shown() == []


async def test_selection(start: Start) -> None:
    editor = await start()
    text = "<main>\n  a list of things\n</main>\n"
    editor.open(text)
    begin = position_of(text, text.index("a list"), editor.encoding)
    end = position_of(text, text.index("\n</main>"), editor.encoding)
    await editor.command(URI, {"start": as_json(begin), "end": as_json(end)})
    assert editor.texts[URI] == "<main>\n  <p>Hello</p>\n</main>\n"


async def test_progress_goes_to_the_token_given(start: Start, spec: str) -> None:
    editor = await start(spec)
    at = editor.open(PAGE)
    await editor.command(URI, as_json(at), token="mine")
    begun, *_, ended = editor.client.progress_reports["mine"]
    assert isinstance(begun, types.WorkDoneProgressBegin)
    assert begun.title == "Generate HTML"
    assert isinstance(ended, types.WorkDoneProgressEnd)
    assert all(
        token == "mine" or values[0].title == "Loading the model"
        for token, values in editor.client.progress_reports.items()
        if values
    )


async def test_edit_the_editor_does_not_apply(start: Start) -> None:
    editor = await start()
    editor.refuses = ["read-only"]
    error = await refusal(editor.command(URI, as_json(editor.open(PAGE))))
    assert "read-only" in error.message
    assert editor.shown() == [error.message]


async def test_document_that_moves_while_the_edit_is_on_its_way(start: Start) -> None:
    """The editor refuses the edit because it has a newer version; the next try fits that one."""
    editor = await start()
    at = editor.open(PAGE)
    editor.refuses = ["changed"]
    editor.before_apply = lambda: editor.change("<p>😀</p>", "<h1>Now</h1>\r\n")
    assert await editor.command(URI, as_json(at)) is None
    assert editor.texts[URI] == AFTER.replace("<p>😀</p>", "<h1>Now</h1>\r\n")
    assert editor.shown() == []


async def test_no_prompt_there(start: Start) -> None:
    editor = await start()
    editor.open("<p>text</p>\n")
    error = await refusal(editor.command(URI, {"line": 0, "character": 5}))
    assert "no prompt" in error.message
    assert editor.shown() == [error.message]


async def test_document_that_is_not_open(start: Start) -> None:
    editor = await start()
    error = await refusal(editor.command("file:///other.html", {"line": 0, "character": 5}))
    assert "open" in error.message
    assert editor.shown() == [error.message]


MEANINGLESS: list[list[Any]] = [
    [],
    [URI],
    [URI, 3],
    [URI, {"line": 0}],
    [URI, {"line": -1, "character": 0}],
    [URI, {"line": "0", "character": 0}],
    [{"position": {"line": 0, "character": 0}}],
    [{"uri": URI, "data": {"uri": URI}}],
    [None, None],
]


async def test_arguments_that_mean_nothing(start: Start) -> None:
    editor = await start()
    editor.open(PAGE)
    for arguments in MEANINGLESS:
        error = await refusal(editor.command(*arguments))
        assert error.code == types.ErrorCodes.InvalidParams, arguments


async def test_unknown_command(start: Start) -> None:
    editor = await start()
    params = types.ExecuteCommandParams("tagwright.fly")
    error = await refusal(editor.client.workspace_execute_command_async(params))
    assert error.code == types.ErrorCodes.InvalidParams


async def test_editor_that_can_not_apply_edits(start: Start) -> None:
    capabilities = client_capabilities("visual-studio-code")
    assert capabilities.workspace is not None
    capabilities.workspace.apply_edit = None
    editor = await start(capabilities)
    error = await refusal(editor.command(URI, as_json(editor.open(PAGE))))
    assert editor.shown() == [error.message]
