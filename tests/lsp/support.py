"""An editor for tests: recorded capabilities, documents in the negotiated encoding, edits."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient, client_capabilities

CURSOR = "‸"
URI = "file:///page.html"
WAIT = 120.0
"""Seconds before a test gives up; never a measure of how fast something must be."""

SERVER = [
    sys.executable,
    "-c",
    "import sys; from tagwright.lsp.server import main; sys.exit(main(*sys.argv[1:]))",
]

CLIENTS = ("visual-studio-code", "neovim")
"""The recorded clients, each in its latest recorded version."""


def write_script(folder: Path, name: str = "script.json", **script: Any) -> str:
    """Write a script for the scripted engine and return its path; ``default`` answers all."""
    script.setdefault("default", {"text": "<p>Hello</p>"})
    path = folder / name
    path.write_text(json.dumps({"load_ms": 0, "codec": "none", "answers": [], **script}), "utf-8")
    return str(path)


def units(text: str, encoding: str) -> int:
    """Return the length of a text in the code units that positions count."""
    return {
        "utf-8": len(text.encode("utf-8")),
        "utf-16": len(text.encode("utf-16-le")) // 2,
        "utf-32": len(text),
    }[encoding]


def position_of(text: str, offset: int, encoding: str) -> types.Position:
    """Return the position of an offset; independent of the code under test."""
    before = re.split(r"\r\n|\n|\r", text[:offset])
    return types.Position(len(before) - 1, units(before[-1], encoding))


def offset_of(text: str, position: types.Position, encoding: str) -> int:
    """Return the offset of a position; fails where the text has no such position."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    start = starts[position.line]
    for offset in range(start, len(text) + 1):
        if units(text[start:offset], encoding) == position.character:
            return offset
    raise AssertionError(f"there is no {position} in {text!r}")


def apply_edits(text: str, edits: list[types.TextEdit], encoding: str) -> str:
    """Return the text after one edit; Tagwright never sends more, for one undo step."""
    (edit,) = edits
    start = offset_of(text, edit.range.start, encoding)
    end = offset_of(text, edit.range.end, encoding)
    return text[:start] + edit.new_text + text[end:]


class Editor:
    """One client with its documents."""

    def __init__(self, client: LanguageClient, capabilities: types.ClientCapabilities) -> None:
        self.client = client
        self.capabilities = capabilities
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.encoding = "utf-16"
        self.result: types.InitializeResult | None = None
        self.refuses: list[str] = []
        self.before_apply: Callable[[], object] | None = None
        self.ended = False
        self.registered: list[types.Registration] = []
        self.statuses: list[Any] = []
        self.lenses_refreshed = 0

    async def initialize(
        self, options: object = None, folder: str | None = None
    ) -> types.InitializeResult:
        """Initialize with these options; the load has only begun when this returns."""
        params = types.InitializeParams(
            capabilities=self.capabilities,
            initialization_options=options,
            root_uri=None,
            workspace_folders=[types.WorkspaceFolder(folder, "site")] if folder else None,
        )
        self.result = await within(self.client.initialize_session(params))
        self.encoding = self.result.capabilities.position_encoding or "utf-16"
        return self.result

    async def shut_down(self) -> None:
        """Shut the server down and let it exit; the second call does nothing."""
        if not self.ended:
            self.ended = True
            await within(self.client.shutdown_session())

    def open(self, text: str, uri: str = URI) -> types.Position:
        """Open a document and return where its cursor mark stands (the mark is not sent)."""
        offset = text.find(CURSOR)
        text = text.replace(CURSOR, "")
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri=uri, language_id="html", version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return position_of(text, max(offset, 0), self.encoding)

    def change(self, old: str, new: str, uri: str = URI) -> None:
        """Replace one part of a document and tell the server."""
        text = self.texts[uri]
        assert text.count(old) == 1
        start = text.index(old)
        span = types.Range(
            position_of(text, start, self.encoding),
            position_of(text, start + len(old), self.encoding),
        )
        self.texts[uri] = text.replace(old, new)
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri]),
                [types.TextDocumentContentChangePartial(range=span, text=new)],
            )
        )

    def close(self, uri: str = URI) -> None:
        """Close a document."""
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    async def actions(
        self,
        start: types.Position,
        end: types.Position | None = None,
        uri: str = URI,
        only: list[str] | None = None,
    ) -> list[types.CodeAction | types.Command]:
        """Ask for code actions."""
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri),
            types.Range(start, end or start),
            types.CodeActionContext(diagnostics=[], only=only),
        )
        return list(await within(self.client.text_document_code_action_async(params)) or [])

    async def action(
        self,
        at: types.Position,
        uri: str = URI,
        title: str = "Generate HTML",
        end: types.Position | None = None,
    ) -> types.CodeAction:
        """Ask for code actions where exactly one has this title."""
        actions = await self.actions(at, end, uri=uri)
        (action,) = [action for action in actions if action.title == title]
        assert isinstance(action, types.CodeAction)
        return action

    async def titles(self, at: types.Position, end: types.Position | None = None) -> list[str]:
        """Ask for code actions and return their titles."""
        return [action.title for action in await self.actions(at, end)]

    async def completion(
        self, at: types.Position, uri: str = URI, msg_id: str | None = None
    ) -> types.CompletionList | None:
        """Ask for completion."""
        params = types.CompletionParams(types.TextDocumentIdentifier(uri), at)
        sent = self.client.protocol.send_request_async(
            types.TEXT_DOCUMENT_COMPLETION, params, msg_id
        )
        answer = await within(sent)
        assert answer is None or isinstance(answer, types.CompletionList)
        return answer

    async def inline(
        self, at: types.Position, invoked: bool = True, uri: str = URI, msg_id: str | None = None
    ) -> types.InlineCompletionItem | None:
        """Ask for ghost text."""
        kinds = types.InlineCompletionTriggerKind
        kind = kinds.Invoked if invoked else kinds.Automatic
        params = types.InlineCompletionParams(
            types.InlineCompletionContext(kind), types.TextDocumentIdentifier(uri), at
        )
        sent = self.client.protocol.send_request_async(
            types.TEXT_DOCUMENT_INLINE_COMPLETION, params, msg_id
        )
        answer = await within(sent)
        if answer is None:
            return None
        (item,) = answer.items
        assert isinstance(item, types.InlineCompletionItem)
        return item

    def insert(self, at: types.Position, new: str, uri: str = URI) -> types.Position:
        """Type something, tell the server, and return where the cursor is then."""
        text = self.texts[uri]
        offset = offset_of(text, at, self.encoding)
        self.texts[uri] = text[:offset] + new + text[offset:]
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri]),
                [types.TextDocumentContentChangePartial(range=types.Range(at, at), text=new)],
            )
        )
        return position_of(self.texts[uri], offset + len(new), self.encoding)

    def take(self, edit: types.WorkspaceEdit | None, uri: str = URI) -> str:
        """Make an edit in the editor, tell the server, and return the text."""
        assert edit is not None
        new = self.applied(edit, uri)
        self.texts[uri] = new
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri]),
                [types.TextDocumentContentChangeWholeDocument(text=new)],
            )
        )
        return new

    def position(self, part: str, uri: str = URI) -> types.Position:
        """Return where a part begins that the text has once."""
        text = self.texts[uri]
        assert text.count(part) == 1
        return position_of(text, text.index(part), self.encoding)

    async def resolve(
        self, action: types.CodeAction, msg_id: int | str | None = None
    ) -> types.CodeAction:
        """Resolve an action, under this request id if one is given."""
        sent = self.client.protocol.send_request_async(types.CODE_ACTION_RESOLVE, action, msg_id)
        resolved = await within(sent)
        assert isinstance(resolved, types.CodeAction)
        return resolved

    def cancel(self, msg_id: int | str) -> None:
        """Cancel a request."""
        self.client.cancel_request(types.CancelParams(msg_id))

    def applied(self, edit: types.WorkspaceEdit | None, uri: str = URI) -> str:
        """Return the text after a workspace edit; fails for a stale one."""
        assert edit is not None
        if edit.document_changes is not None:
            (change,) = edit.document_changes
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.uri == uri
            assert change.text_document.version == self.versions[uri]
            edits = list(change.edits)
        else:
            assert edit.changes is not None and list(edit.changes) == [uri]
            edits = list(edit.changes[uri])
        return apply_edits(self.texts[uri], edits, self.encoding)

    async def generated(self, text: str, uri: str = URI) -> str:
        """Open a text, choose the action at its cursor mark and return the page after it."""
        action = await self.action(self.open(text, uri), uri)
        return self.applied((await self.resolve(action)).edit, uri)

    async def command(
        self,
        *arguments: Any,
        token: str | None = None,
        msg_id: int | str | None = None,
        name: str = "tagwright.generate",
    ) -> Any:
        """Run a command with these arguments, under a progress token if one is given."""
        params = types.ExecuteCommandParams(name, arguments=list(arguments), work_done_token=token)
        if token is not None:
            self.client.progress_reports[token] = []
        sent = self.client.protocol.send_request_async(
            types.WORKSPACE_EXECUTE_COMMAND, params, msg_id
        )
        return await within(sent)

    def shown(self, level: types.MessageType | None = None) -> list[str]:
        """Return the messages shown so far."""
        return [m.message for m in self.client.messages if level is None or m.type == level]

    async def until(self, happened: Any) -> None:
        """Wait until something is true of what the client has received."""

        async def poll() -> None:
            while not happened():
                await asyncio.sleep(0.01)

        await within(poll())

    def reports(self) -> list[str]:
        """Return the messages of all progress reports so far."""
        return [
            value.message or ""
            for values in self.client.progress_reports.values()
            for value in values
            if isinstance(value, types.WorkDoneProgressReport)
        ]

    def begun(self, title: str) -> int:
        """Return how many times a progress with this title has begun."""
        reports = self.client.progress_reports.values()
        return sum(
            bool(values) and getattr(values[0], "title", None) == title for values in reports
        )

    def progress_of(self, title: str) -> list[Any]:
        """Return what was reported under the progress with this title, in order."""
        for values in self.client.progress_reports.values():
            if values and getattr(values[0], "title", None) == title:
                return list(values)
        return []

    def token_of(self, title: str) -> int | str:
        """Return the token of the progress with this title."""
        for token, values in self.client.progress_reports.items():
            if values and getattr(values[0], "title", None) == title:
                return token
        raise AssertionError(f"no progress has the title {title!r}")


async def within(awaitable: Any, seconds: float = WAIT) -> Any:
    """Wait for something that must happen."""
    return await asyncio.wait_for(awaitable, seconds)


async def refusal(awaitable: Any) -> JsonRpcException:
    """Return the error that a request is answered with."""
    try:
        answer = await awaitable
    except JsonRpcException as error:
        return error
    raise AssertionError(f"the request was answered with {answer!r}")


async def connect(spec: str | types.ClientCapabilities) -> Editor:
    """Start a server process and an editor that is not initialized yet."""
    capabilities = client_capabilities(spec) if isinstance(spec, str) else spec
    if isinstance(spec, str) and spec in CLIENTS and capabilities.text_document is not None:
        # Both have it by now; the recorded versions are older.
        ghost = types.InlineCompletionClientCapabilities(dynamic_registration=False)
        capabilities.text_document.inline_completion = ghost
    client = pytest_lsp.make_test_lsp_client()
    editor = Editor(client, capabilities)

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply_edit(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        if editor.refuses:
            if editor.before_apply is not None:
                editor.before_apply()
            reason = editor.refuses.pop()
            return types.ApplyWorkspaceEditResult(applied=False, failure_reason=reason)
        (uri,) = editor.texts
        editor.texts[uri] = editor.applied(params.edit, uri)
        return types.ApplyWorkspaceEditResult(applied=True)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        editor.registered.extend(params.registrations)

    @client.feature("tagwright/status")
    def status(params: Any) -> None:
        editor.statuses.append(params)

    @client.feature(types.WORKSPACE_CODE_LENS_REFRESH)
    def refresh(params: None) -> None:
        editor.lenses_refreshed += 1

    await client.start_io(*SERVER)
    return editor
