"""The main job: the edit that a resolved action brings, in documents of all sorts."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from .conftest import Start
from .support import CLIENTS, CURSOR, URI, refusal

LIST = {"default": {"tokens": ["<ul>", "<li>", "One", "</li>", "</ul>"]}}


PAGES = {
    "plain": (
        f"<body>\n  <!-- a list{CURSOR} -->\n</body>\n",
        "<body>\n  <!-- a list -->\n  <ul>\n    <li>One</li>\n  </ul>\n</body>\n",
    ),
    "emoji, CRLF and tabs": (
        f"<p>😀</p>\r\n<div>\r\n\t<!-- 😀 a list{CURSOR} -->\r\n\t<p>µ</p>\r\n</div>\r\n",
        "<p>😀</p>\r\n<div>\r\n\t<!-- 😀 a list -->\r\n\t<ul>\r\n\t\t<li>One</li>\r\n"
        "\t</ul>\r\n\t<p>µ</p>\r\n</div>\r\n",
    ),
    "end of file": (
        f"<!-- a list -->{CURSOR}",
        "<!-- a list -->\n<ul>\n  <li>One</li>\n</ul>",
    ),
    "line ends that LSP does not know": (
        f"<p>a\u2028b\fc</p>\n<!-- a list{CURSOR} -->\n",
        "<p>a\u2028b\fc</p>\n<!-- a list -->\n<ul>\n  <li>One</li>\n</ul>\n",
    ),
}
SHORT = (f"<!-- a list{CURSOR} -->\n", "<!-- a list -->\n<ul>\n  <li>One</li>\n</ul>\n")


@pytest.mark.parametrize("spec", [*CLIENTS, "neovim@0.6.1"])
async def test_edit(start: Start, spec: str) -> None:
    editor = await start(spec, script=LIST)
    for number, (page, expected) in enumerate(PAGES.values()):
        assert await editor.generated(page, f"file:///{number}.html") == expected


async def test_documents_without_a_file(start: Start) -> None:
    editor = await start(script=LIST)
    for uri in ("untitled:Untitled-1", "", "vscode-vfs://github/a/b%20c.html"):
        assert await editor.generated(SHORT[0], uri) == SHORT[1]


async def test_changes_of_the_text_are_followed(start: Start, spec: str) -> None:
    """Each is a place where positions go wrong easily; the edit must fit the text after them."""
    editor = await start(spec, script=LIST)
    at = editor.open(f"{CURSOR}<!-- a list -->")
    for old, new in (
        ("-->", "-->\r\n<p>😀 end</p>"),
        ("😀 end", "µ\u2028😀😀"),
        ("<p>µ\u2028😀😀</p>", "<b>x</b>\r<i>y</i>\n"),
        ("</i>\n", "</i>"),
        ("<i>y", "<i>😀\n\n"),
    ):
        editor.change(old, new)
    page = editor.applied((await editor.resolve(await editor.action(at))).edit)
    end = "\r\n<b>x</b>\r<i>😀\n\n</i>"
    assert page == f"<!-- a list -->\n<ul>\n  <li>One</li>\n</ul>{end}"


async def test_comment_is_replaced_on_wish(start: Start) -> None:
    editor = await start(script=LIST, options={"comment": "replace"})
    page = await editor.generated(f"<div>\n    <!-- a list{CURSOR} -->\n</div>\n")
    assert page == "<div>\n    <ul>\n        <li>One</li>\n    </ul>\n</div>\n"


async def test_edit_names_the_version_it_was_made_for(start: Start) -> None:
    editor = await start("visual-studio-code")
    at = editor.open(f"<!-- a list{CURSOR} -->\n<p>x</p>\n")
    editor.change("x", "y")
    edit = (await editor.resolve(await editor.action(at))).edit
    assert edit is not None and edit.document_changes is not None
    (change,) = edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 2


async def test_page_around_reaches_the_model(start: Start) -> None:
    """The script answers by what stands in the message: only a prompt of this page matches."""
    answers = [{"match": "blue table", "text": "<table></table>"}]
    editor = await start(script={"answers": answers})
    assert "<table>" in await editor.generated(f"<!-- a blue table{CURSOR} -->\n")


async def test_progress_counts_tokens_to_the_last(start: Start, spec: str) -> None:
    tokens = ["<ul>", *["<li>One</li>"] * 40, "</ul>"]
    editor = await start(spec, script={"default": {"tokens": tokens, "token_ms": 5}})
    await editor.generated(f"<!-- a list{CURSOR} -->\n")
    await editor.until(
        lambda: isinstance(editor.progress_of("Generate HTML")[-1], types.WorkDoneProgressEnd)
    )
    begun, *reports, _ = editor.progress_of("Generate HTML")
    assert begun.cancellable is True
    counts = [int(report.message.split()[0]) for report in reports]
    assert counts == sorted(set(counts))
    assert counts[-1] == len(tokens)
    assert len(counts) >= 2


async def test_client_without_progress_gets_none(start: Start) -> None:
    capabilities = client_capabilities("visual-studio-code")
    capabilities.window = None
    editor = await start(capabilities)
    await editor.generated(f"<!-- a list{CURSOR} -->\n")
    assert editor.client.progress_reports == {}


async def test_concurrent_requests_are_all_answered(start: Start) -> None:
    answers = [{"match": f"number {n}", "text": f"<p>{n}</p>", "token_ms": 5} for n in range(6)]
    editor = await start(script={"answers": answers})
    pages = {n: f"file:///{n}.html" for n in range(6)}
    actions = []
    for n, uri in pages.items():
        at = editor.open(f"<!-- paragraph number {n}{CURSOR} -->\n", uri)
        actions.append(await editor.action(at, uri))
    resolved = await asyncio.gather(*map(editor.resolve, actions))
    for (n, uri), action in zip(pages.items(), resolved, strict=True):
        assert editor.applied(action.edit, uri).endswith(f"<p>{n}</p>\n")


async def test_nothing_usable_is_said_and_nothing_changed(start: Start) -> None:
    editor = await start(script={"default": {"text": "</div>"}})
    error = await refusal(editor.resolve(await editor.action(editor.open("<!-- a list -->\n"))))
    assert error.code == types.LSPErrorCodes.RequestFailed
    assert editor.shown(types.MessageType.Warning) == [error.message]


async def test_engine_that_fails_is_said_and_serves_the_next(start: Start) -> None:
    answers = [{"match": "broken", "text": "<p>never mind</p>", "fail_after": 1}]
    editor = await start(script={"answers": answers})
    action = await editor.action(editor.open("<!-- a broken list -->\n"))
    error = await refusal(editor.resolve(action))
    assert error.code == types.LSPErrorCodes.RequestFailed
    assert editor.shown(types.MessageType.Error) == [error.message]
    assert "Traceback" not in error.message
    page = await editor.generated(f"<!-- a good list{CURSOR} -->\n", "file:///good.html")
    assert "<p>Hello</p>" in page


async def test_action_of_somebody_else(start: Start) -> None:
    editor = await start()
    untouched = await editor.resolve(types.CodeAction(title="Other"))
    assert untouched.edit is None
    error = await refusal(editor.resolve(types.CodeAction(title="Other", data={"uri": URI})))
    assert error.code == types.ErrorCodes.InvalidParams
