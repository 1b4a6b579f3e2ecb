"""Completion: offered below prompts alone, within the budget, from one generation."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from .conftest import Start
from .support import CURSOR, URI, Editor, apply_edits, refusal

ANSWER = '<ul><li><a href="#">One</a></li></ul>'
LIST = {"default": {"text": ANSWER}}
PLENTY = {"completionBudgetMs": 60000}
SLOW = {"default": {"tokens": ["<ul>", *["<li>One</li>"] * 40, "</ul>"], "token_ms": 50}}


def plain(snippet: str) -> str:
    """Return what a snippet without tab stops inserts."""
    assert snippet.endswith("$0")
    return snippet.removesuffix("$0").replace("\\}", "}").replace("\\$", "$")


async def only_item(editor: Editor, at: types.Position, uri: str = URI) -> types.CompletionItem:
    answer = await editor.completion(at, uri)
    assert answer is not None and not answer.is_incomplete
    (item,) = answer.items
    return item


async def test_item(start: Start, spec: str) -> None:
    editor = await start(spec, script=LIST, options=PLENTY)
    at = editor.open(f"<div>\n  <!-- a list: One -->{CURSOR}\n</div>\n")
    item = await only_item(editor, at)
    assert item.label == "a list: One"
    assert item.kind == types.CompletionItemKind.Snippet
    assert isinstance(item.documentation, types.MarkupContent)
    assert item.documentation.kind == types.MarkupKind.Markdown
    assert item.documentation.value.startswith("```html\n<ul>")
    assert item.documentation.value.endswith("</ul>\n```")
    assert item.insert_text_format == types.InsertTextFormat.Snippet
    # Both editors add the indentation of the line to the lines of a snippet.
    new_text = '\n<ul>\n  <li>\n    <a href="${1:#}">One</a>\n  </li>\n</ul>$0'
    assert item.text_edit is not None
    assert item.text_edit.new_text == new_text.replace("\n    <a", "<a").replace(
        "</a>\n  <", "</a><"
    )
    if spec == "neovim":
        assert isinstance(item.text_edit, types.TextEdit)
        assert item.text_edit.range == types.Range(at, at)
        assert (item.preselect, item.insert_text_mode) == (None, None)
    else:
        assert isinstance(item.text_edit, types.InsertReplaceEdit)
        assert item.text_edit.insert == item.text_edit.replace == types.Range(at, at)
        assert item.preselect is True
        assert item.insert_text_mode == types.InsertTextMode.AdjustIndentation


async def test_client_without_snippets_and_markdown(start: Start) -> None:
    capabilities = client_capabilities("visual-studio-code")
    assert capabilities.text_document is not None
    capabilities.text_document.completion = types.CompletionClientCapabilities()
    editor = await start(capabilities, script=LIST, options=PLENTY)
    at = editor.open(f"<p>😀</p>\r\n<div>\r\n\t<!-- 😀 a list -->\r\n\t{CURSOR} \r\n</div>\r\n")
    item = await only_item(editor, at)
    assert isinstance(item.documentation, str)
    assert item.insert_text_format is None
    assert isinstance(item.text_edit, types.TextEdit)
    page = apply_edits(editor.texts[URI], [item.text_edit], editor.encoding)
    lines = '\t<ul>\r\n\t\t<li><a href="#">One</a></li>\r\n\t</ul>'
    assert page == f"<p>😀</p>\r\n<div>\r\n\t<!-- 😀 a list -->\r\n{lines}\r\n</div>\r\n"


async def test_what_is_typed_decides_nothing(start: Start) -> None:
    """Clients filter by the text between the edit's start and the cursor."""
    editor = await start(script={"default": {"text": "<p>x</p>"}}, options=PLENTY)
    at = editor.open(f"<div>\n    <!-- a text -->\n  {CURSOR}\n</div>\n")
    item = await only_item(editor, at)
    assert isinstance(item.text_edit, types.InsertReplaceEdit)
    typed = editor.texts[URI].split("\n")[2][item.text_edit.insert.start.character :]
    assert item.filter_text is not None and item.filter_text.startswith(typed)


async def test_comment_goes_where_that_is_wished(start: Start, spec: str) -> None:
    options = {**PLENTY, "comment": "replace"}
    editor = await start(spec, script={"default": {"text": "<p>a list</p>"}}, options=options)
    at = editor.open(f"<div>\n  <!-- a list -->\n  {CURSOR}\n</div>\n")
    item = await only_item(editor, at)
    assert item.text_edit is not None and item.additional_text_edits is not None
    assert plain(item.text_edit.new_text) == "<p>a list</p>"
    page = apply_edits(editor.texts[URI], list(item.additional_text_edits), editor.encoding)
    assert page == "<div>\n  \n</div>\n"


ELSEWHERE = (
    f"<p>x</p>{CURSOR}",
    f"<!-- a list -->\n<p></p>\n{CURSOR}",
    f"<!-- a list {CURSOR}-->",
    f"<style>a {{b: c}}{CURSOR}</style>",
    f"<!-- TODO -->{CURSOR}",
    CURSOR,
)


async def test_nothing_elsewhere(start: Start) -> None:
    # Any generation would make the test wait for it.
    endless = {"default": {"tokens": ["<p>x</p>"] * 8000, "token_ms": 50}}
    options = {"maxNewTokens": 8192, **PLENTY}
    editor = await start(script=endless, options=options)
    for number, page in enumerate(ELSEWHERE):
        uri = f"file:///{number}.html"
        assert await editor.completion(editor.open(page, uri), uri) is None, page
    assert await editor.completion(types.Position(0, 0), "file:///never-opened.html") is None


async def test_budget_then_the_rest_of_the_same_generation(start: Start, spec: str) -> None:
    editor = await start(spec, script=SLOW, options={"completionBudgetMs": 0})
    at = editor.open(f"<!-- a list: One -->{CURSOR}\n")
    first = await editor.completion(at)
    assert first is not None and first.is_incomplete and list(first.items) == []
    counts = []
    while True:
        answer = await editor.completion(at)
        assert answer is not None
        for item in answer.items:
            assert item.text_edit is not None
            text = plain(item.text_edit.new_text)
            counts.append(text.count("<li>One</li>"))
            assert text.endswith("</ul>")
        if not answer.is_incomplete:
            break
        await asyncio.sleep(0.02)
    assert counts == sorted(counts)
    assert counts[-1] == 40
    assert len(set(counts)) > 2
    # One generation: its state was told once.
    assert [status.state for status in editor.statuses].count("generating") == 1


async def test_superseded_and_cancelled_requests_are_answered(start: Start) -> None:
    endless = {"tokens": ["<p>x</p>"] * 8000, "token_ms": 50}
    script = {"answers": [{"match": "endless", **endless}], "default": {"text": "<p>new</p>"}}
    editor = await start(script=script, options={"maxNewTokens": 8192, **PLENTY})
    old = editor.open(f"<!-- endless -->{CURSOR}\n", "file:///old.html")
    waiting = asyncio.ensure_future(editor.completion(old, "file:///old.html"))
    cancelled = asyncio.ensure_future(editor.completion(old, "file:///old.html", "mine"))
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["generating"])
    editor.cancel("mine")
    assert (await refusal(cancelled)).code == types.LSPErrorCodes.RequestCancelled
    item = await only_item(editor, editor.open(f"<!-- other -->{CURSOR}\n"))
    assert item.text_edit is not None and "new" in item.text_edit.new_text
    answer = await waiting
    assert answer is not None and answer.is_incomplete and list(answer.items) == []


async def test_action_takes_over_what_completion_began(start: Start) -> None:
    editor = await start(script=SLOW, options={"completionBudgetMs": 0})
    at = editor.open(f"<!-- a list: One -->{CURSOR}\n")
    await editor.completion(at)
    page = editor.applied((await editor.resolve(await editor.action(at))).edit)
    assert page.count("<li>One</li>") == 40
    assert [status.state for status in editor.statuses].count("generating") == 1


async def test_what_is_wanted_goes_before_what_was_guessed(start: Start) -> None:
    endless = {"tokens": ["<p>x</p>"] * 8000, "token_ms": 50}
    script = {"answers": [{"match": "endless", **endless}], "default": {"text": "<p>new</p>"}}
    options = {"maxNewTokens": 8192, "completionBudgetMs": 0}
    editor = await start(script=script, options=options)
    await editor.completion(
        editor.open(f"<!-- endless -->{CURSOR}\n", "file:///o.html"), "file:///o.html"
    )
    assert "<p>new</p>" in await editor.generated(f"<!-- other{CURSOR} -->\n")


async def test_closing_stops_what_was_guessed(start: Start) -> None:
    endless = {"tokens": ["<p>x</p>"] * 8000, "token_ms": 50}
    options = {"maxNewTokens": 8192, "completionBudgetMs": 0}
    editor = await start(script={"default": endless}, options=options)
    await editor.completion(editor.open(f"<!-- endless -->{CURSOR}\n"))
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["generating"])
    editor.close()
    await editor.until(lambda: [s.state for s in editor.statuses][-1:] == ["idle"])


@pytest.mark.parametrize("answer", [{"text": "</div>"}, {"text": "<p>x</p>", "fail_after": 0}])
async def test_no_answer_is_no_item_and_no_message(start: Start, answer: dict[str, object]) -> None:
    editor = await start(script={"default": answer}, options=PLENTY)
    found = await editor.completion(editor.open(f"<!-- a list -->{CURSOR}\n"))
    assert found is not None and list(found.items) == [] and not found.is_incomplete
    assert editor.shown() == []
