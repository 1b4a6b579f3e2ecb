"""Regenerate, replace, variants and rewriting: as actions and as commands."""

from __future__ import annotations

import pytest
from lsprotocol import types

from .conftest import Start
from .support import CURSOR, URI, Editor, position_of, refusal

SAME = {"default": {"text": "<p>Hello</p>"}}
GENERATE, REGENERATE, REPLACE = "Generate HTML", "Regenerate HTML", "Replace comment with HTML"
REWRITE = "Rewrite selection as the comment says"
VARIANTS = [f"Generate HTML: variant {n} of 3" for n in (1, 2, 3)]


def place(at: types.Position) -> dict[str, int]:
    return {"line": at.line, "character": at.character}


async def generate(editor: Editor, page: str) -> types.Position:
    """Open a page, generate at its cursor mark and keep the result."""
    at = editor.open(page)
    editor.take((await editor.resolve(await editor.action(at))).edit)
    return at


async def regenerated(editor: Editor, at: types.Position) -> str:
    action = await editor.action(at, title=REGENERATE)
    return editor.applied((await editor.resolve(action)).edit)


async def test_titles_and_kinds(start: Start, spec: str) -> None:
    editor = await start(spec, script=SAME)
    at = editor.open(f"<!-- a greeting{CURSOR} -->\n")
    assert await editor.titles(at) == [GENERATE, REPLACE, *VARIANTS]
    kinds = [action.kind for action in await editor.actions(at) if hasattr(action, "kind")]
    assert kinds == [
        "refactor.rewrite",
        "refactor.rewrite.replace",
        *["refactor.rewrite.variant"] * 3,
    ]
    (only,) = await editor.actions(at, only=["refactor.rewrite.replace"])
    assert only.title == REPLACE


async def test_selected_words_have_no_comment_to_replace(start: Start) -> None:
    editor = await start(script=SAME)
    editor.open("<div>\n  a greeting\n</div>\n")
    assert await editor.titles(*selection(editor, "a greeting")) == [GENERATE, *VARIANTS]


async def test_regenerate_replaces_what_was_generated_and_nothing_else(
    start: Start, spec: str
) -> None:
    editor = await start(spec, script={"default": {"text": "<ul><li>One</li></ul>"}})
    page = f"<main>\n  <!-- a list{CURSOR} -->\n  <ul>\n    <li>mine</li>\n  </ul>\n</main>\n"
    at = await generate(editor, page)
    assert REGENERATE in await editor.titles(at)
    # All of this moves or changes what was generated; it stays known.
    editor.change("<main>\n", "<main>\n  <h1>😀</h1>\n")
    editor.change("<li>One</li>", "<li>One and more</li>")
    editor.change("a list", "a better list")
    after = (
        "<main>\n  <h1>😀</h1>\n  <!-- a better list -->\n  <ul>\n    <li>One</li>\n  </ul>\n"
        "  <ul>\n    <li>mine</li>\n  </ul>\n</main>\n"
    )
    assert await regenerated(editor, editor.position("better")) == after


async def test_regenerate_asks_for_another_answer(start: Start) -> None:
    """The model does not see what it wrote before, and its ids are free."""
    editor = await start(script={"default": {"text": '<p id="x">Hello</p>'}})
    at = await generate(editor, f"<!-- a greeting{CURSOR} -->\n")
    assert (await regenerated(editor, at)).count('id="x"') == 1


async def test_regenerate_after_undo_and_redo(start: Start) -> None:
    editor = await start(script=SAME)
    at = await generate(editor, f"<!-- a greeting{CURSOR} -->\n<hr>\n")
    editor.change("\n<p>Hello</p>", "")
    assert REGENERATE not in await editor.titles(at)
    editor.change(" -->\n", " -->\n<p>Hello</p>\n")
    assert await regenerated(editor, at) == editor.texts[URI]


async def test_regenerate_after_reopening(start: Start) -> None:
    editor = await start(script=SAME)
    at = await generate(editor, f"<!-- a greeting{CURSOR} -->\n<hr>\n")
    text = editor.texts[URI]
    editor.close()
    editor.open(text)
    assert await regenerated(editor, at) == text
    editor.close()
    editor.open(text.replace("Hello", "Hello, and mine"))
    assert REGENERATE not in await editor.titles(at)


async def test_regenerate_is_not_offered_for_markup_of_the_user(start: Start) -> None:
    editor = await start(script=SAME)
    at = editor.open(f"<!-- a greeting{CURSOR} -->\n<p>Hello</p>\n")
    assert REGENERATE not in await editor.titles(at)
    error = await refusal(editor.command(URI, place(at), name="tagwright.regenerate"))
    assert error.code == types.LSPErrorCodes.ContentModified
    assert editor.shown() == [error.message]


async def test_replace_comment(start: Start, spec: str) -> None:
    editor = await start(spec, script=SAME)
    at = editor.open(f"<div>\r\n\t<!-- a greeting{CURSOR} -->\r\n</div>\r\n")
    action = await editor.action(at, title=REPLACE)
    page = editor.applied((await editor.resolve(action)).edit)
    assert page == "<div>\r\n\t<p>Hello</p>\r\n</div>\r\n"
    await editor.command(URI, place(at), name="tagwright.replace")
    assert editor.texts[URI] == page


async def test_variants_as_actions(start: Start) -> None:
    editor = await start(script=SAME)
    at = editor.open(f"<!-- a greeting{CURSOR} -->\n")
    for title in VARIANTS:
        action = await editor.action(at, title=title)
        page = editor.applied((await editor.resolve(action)).edit)
        assert page == "<!-- a greeting -->\n<p>Hello</p>\n"
    # Each was an answer of its own.
    generating = [status.state for status in editor.statuses].count("generating")
    assert generating == 3


async def test_variants_as_command(start: Start) -> None:
    """The scripted model knows one answer: variants that are the same are given once."""
    editor = await start(script=SAME)
    at = editor.open(f"<!-- a greeting{CURSOR} -->\n")
    where = {"uri": URI, "position": place(at), "count": 2}
    (variant,) = await editor.command(where, name="tagwright.variants", token="mine")
    assert variant["html"] == "<p>Hello</p>"
    (change,) = variant["edit"]["documentChanges"]
    assert change["textDocument"]["version"] == 1
    assert change["edits"][0]["newText"] == "\n<p>Hello</p>"
    assert editor.texts[URI] == "<!-- a greeting -->\n"
    for count in (0, 6, "two"):
        wrong = {**where, "count": count}
        error = await refusal(editor.command(wrong, name="tagwright.variants"))
        assert error.code == types.ErrorCodes.InvalidParams


SELECTED = "<div>\n  <!-- larger -->\n  <b>x</b>\n</div>\n"
STRONG = {"answers": [{"match": "<b>x</b>", "text": "<strong>x</strong>"}], **SAME}


def selection(editor: Editor, part: str) -> tuple[types.Position, types.Position]:
    text = editor.texts[URI]
    start = text.index(part)
    return (
        position_of(text, start, editor.encoding),
        position_of(text, start + len(part), editor.encoding),
    )


async def test_rewrite_selection(start: Start, spec: str) -> None:
    editor = await start(spec, script=STRONG)
    editor.open(SELECTED)
    begin, end = selection(editor, "<b>x</b>")
    action = await editor.action(begin, title=REWRITE, end=end)
    page = editor.applied((await editor.resolve(action)).edit)
    assert page == SELECTED.replace("<b>x</b>", "<strong>x</strong>")
    editor.change("<b>x</b>", "<b>y</b>")
    error = await refusal(editor.resolve(action))
    assert error.code == types.LSPErrorCodes.ContentModified


@pytest.mark.parametrize("part", ["<b>x", "x", "</b>", "larger"])
async def test_rewrite_is_offered_for_whole_elements(start: Start, part: str) -> None:
    editor = await start(script=STRONG)
    editor.open(SELECTED)
    assert REWRITE not in await editor.titles(*selection(editor, part))


async def test_rewrite_with_a_typed_instruction(start: Start) -> None:
    answers = [{"match": "in italics", "text": "<i>x</i>"}, *STRONG["answers"]]  # type: ignore[misc]
    editor = await start(script={"answers": answers, **SAME})
    editor.open(SELECTED)
    begin, end = selection(editor, "<b>x</b>")
    where = {"uri": URI, "range": {"start": place(begin), "end": place(end)}}
    await editor.command({**where, "instruction": "in italics"}, name="tagwright.rewrite")
    assert editor.texts[URI] == SELECTED.replace("<b>x</b>", "<i>x</i>")


@pytest.mark.parametrize("page", ["<b>x</b>", "<!-- larger -->\n<p>a</p><b>x</b>"])
async def test_rewrite_without_instruction(start: Start, page: str) -> None:
    editor = await start(script=STRONG)
    editor.open(page)
    begin, end = selection(editor, "<b>x</b>")
    where = {"uri": URI, "range": {"start": place(begin), "end": place(end)}}
    error = await refusal(editor.command(where, name="tagwright.rewrite"))
    assert "instruction" in error.message
    assert editor.shown() == [error.message]


async def test_lenses(start: Start, spec: str) -> None:
    editor = await start(spec, script=SAME, options={"codeLens": True})
    at = await generate(editor, f"<!-- a greeting{CURSOR} -->\n<!-- TODO -->\n<!-- a list -->\n")
    params = types.CodeLensParams(types.TextDocumentIdentifier(URI))
    first, second = await editor.client.text_document_code_lens_async(params) or ()
    assert (first.range.start.line, second.range.start.line) == (0, 3)
    assert first.command is None
    commands = []
    for lens in (first, second):
        resolved = await editor.client.code_lens_resolve_async(lens)
        assert resolved.command is not None
        commands.append(resolved.command)
    assert [command.title for command in commands] == [REGENERATE, GENERATE]
    await editor.command(*(commands[0].arguments or ()), name=commands[0].command)
    await editor.command(*(commands[1].arguments or ()), name=commands[1].command)
    assert editor.texts[URI].count("<p>Hello</p>") == 2
    assert at.line == 0


async def test_lenses_are_off_by_default_and_refreshed(start: Start) -> None:
    editor = await start(script=SAME)
    editor.open("<!-- a greeting -->\n")
    params = types.CodeLensParams(types.TextDocumentIdentifier(URI))
    assert not await editor.client.text_document_code_lens_async(params)
    editor.client.set_configuration(True, section="tagwright.codeLens")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    await editor.until(lambda: editor.lenses_refreshed)
    (lens,) = await editor.client.text_document_code_lens_async(params) or ()
    assert lens.range.start.line == 0


async def test_status(start: Start, spec: str) -> None:
    tokens = ["<p>", *["x "] * 20, "</p>"]
    editor = await start(spec, script={"default": {"tokens": tokens, "token_ms": 10}})
    await generate(editor, f"<!-- a greeting{CURSOR} -->\n")
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["idle"])
    status = await editor.command(name="tagwright.status")
    assert (status["state"], status["loaded"], status["message"]) == ("idle", True, "")
    assert [status[name] for name in ("engine", "model", "adapter")] == [
        "scripted",
        "script.json",
        "",
    ]
    assert 0 < status["tokensPerSecond"] < 100
    states = [told.state for told in editor.statuses]
    assert [s for n, s in enumerate(states) if s != states[n - 1] or not n] == [
        "loading",
        "idle",
        "generating",
        "idle",
    ]


async def test_status_leaves_busy_when_something_fails(start: Start) -> None:
    editor = await start(script={"default": {"text": "<p>x</p>", "fail_after": 1}})
    error = await refusal(generate(editor, f"<!-- a greeting{CURSOR} -->\n"))
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] != ["generating"])
    status = await editor.command(name="tagwright.status")
    assert status["state"] in ("idle", "error")
    assert editor.shown(types.MessageType.Error) == [error.message]


async def test_status_of_a_model_that_can_not_be_loaded(start: Start) -> None:
    editor = await start(script={"fail_load": "The model is broken."})
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["error"])
    status = await editor.command(name="tagwright.status")
    assert (status["state"], status["loaded"]) == ("error", False)
    assert "broken" in status["message"]
