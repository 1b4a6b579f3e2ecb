"""Generate HTML: offered as a code action, and as the command ``tagwright.generate``."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tagwright.engines.base import Limits
from tagwright.errors import Cancelled, InputError, NothingUsable, TagwrightError
from tagwright.lsp.documents import Document
from tagwright.lsp.session import LoadFailed
from tagwright.lsp.targets import COMMAND, Moved, Target, command_target, locate
from tagwright.page.context import read_context
from tagwright.page.edit import build_edit
from tagwright.page.prompts import PromptPlace, prompt_at
from tagwright.prompt import Request

if TYPE_CHECKING:
    from tagwright.lsp.client import Client
    from tagwright.lsp.server import TagwrightServer

TITLE = "Generate HTML"
KIND = types.CodeActionKind.RefactorRewrite
TRIES = 3
"""How often an edit is offered to an editor whose document moves at the same moment."""


def code_actions(
    server: TagwrightServer, params: types.CodeActionParams
) -> list[types.CodeAction | types.Command]:
    """Offer the action where a prompt is; never waits for the model."""
    document = server.documents.get(params.text_document.uri)
    if document is None or not _is_wanted(params.context.only):
        return []
    place = prompt_at(document.text, *document.offsets(params.range), document.language)
    if place is None:
        return []
    target = Target(params.text_document.uri, document.version, place)
    if server.client.resolves_edits:
        return [types.CodeAction(title=TITLE, kind=KIND, data=target.to_data())]
    at = document.range(place.start, place.end).start
    command = types.Command(
        title=TITLE,
        command=COMMAND,
        arguments=[
            {
                "uri": target.uri,
                "position": {"line": at.line, "character": at.character},
                "data": target.to_data(),
            }
        ],
    )
    if server.client.has_literals:
        return [types.CodeAction(title=TITLE, kind=KIND, command=command)]
    return [command]


async def resolve(server: TagwrightServer, action: types.CodeAction) -> types.CodeAction:
    """Generate the edit of an action that was offered before."""
    if action.data is None:
        return action
    with _answered(server.client):
        written = await _write(server, Target.from_data(action.data), None)
        action.edit, _ = _workspace_edit(server, written)
    return action


async def run_command(server: TagwrightServer, params: types.ExecuteCommandParams) -> None:
    """Generate at a position, and have the editor apply the edit."""
    with _answered(server.client):
        if not server.client.applies_edits:
            raise InputError(
                "This editor does not let a language server change a document; "
                f"use the code action {TITLE!r} instead."
            )
        target = command_target(server.documents, params.arguments or ())
        written = await _write(server, target, params.work_done_token)
        for _ in range(TRIES):
            edit, version = _workspace_edit(server, written)
            applied, reason = await server.client.apply(edit, TITLE)
            if applied:
                return
            document = server.documents.get(written.target.uri)
            if document is None or document.version == version:
                break
        raise InputError(
            f"The editor did not apply the generated HTML ({reason or 'it gave no reason'}); "
            "the document is unchanged."
        )


@dataclass(frozen=True)
class _Written:
    """Markup, and the place it was written for."""

    target: Target
    html: str


async def _write(server: TagwrightServer, target: Target, token: int | str | None) -> _Written:
    document, place = _find(server, target)
    context = read_context(document.text, place.start, document.language)
    request = Request(prompt=place.text, context=context)
    task = asyncio.current_task()
    assert task is not None
    progress = server.progresses.begin(TITLE, token, task.cancel)
    try:
        settings = await server.configuration.settled()
        limits = Limits(settings.max_new_tokens, settings.temperature)
        generation = await server.session.generate(request, limits, progress.tokens)
    finally:
        progress.end()
    return _Written(Target(target.uri, document.version, place), generation.html)


def _workspace_edit(server: TagwrightServer, written: _Written) -> tuple[types.WorkspaceEdit, int]:
    """Return the edit for the document as it is now, and the version that this is."""
    document, place = _find(server, written.target)
    comment = server.configuration.settings.comment
    edit = build_edit(document.text, place, written.html, comment, document.language)
    uri = written.target.uri
    change = types.TextEdit(range=document.range(edit.start, edit.end), new_text=edit.new_text)
    if not server.client.versions_edits:
        return types.WorkspaceEdit(changes={uri: [change]}), document.version
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=document.version)
    changes = [types.TextDocumentEdit(text_document=identifier, edits=[change])]
    return types.WorkspaceEdit(document_changes=changes), document.version


def _find(server: TagwrightServer, target: Target) -> tuple[Document, PromptPlace]:
    document = server.documents.get(target.uri)
    if document is None:
        raise Moved("The document was closed, so no HTML was generated; open it and try again.")
    return document, locate(document, target)


def _is_wanted(only: object) -> bool:
    """A filter asks for a kind and all kinds below it; the empty kind is above all."""
    if not isinstance(only, (list, tuple)) or not only:
        return True
    return any(kind == "" or f"{KIND.value}.".startswith(f"{kind}.") for kind in map(_name, only))


def _name(kind: object) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else str(kind)


@contextmanager
def _answered(client: Client) -> Iterator[None]:
    """Turn our errors into a message for the user and an error answer for the client."""
    failed, level = types.LSPErrorCodes.RequestFailed, types.MessageType.Warning
    try:
        yield
        return
    except JsonRpcException:
        raise
    except Cancelled as error:
        raise JsonRpcException(str(error), types.LSPErrorCodes.RequestCancelled.value) from error
    except LoadFailed as error:
        raise JsonRpcException(str(error), failed.value) from error
    except Moved as error:
        message, failed = str(error), types.LSPErrorCodes.ContentModified
    except (NothingUsable, InputError) as error:
        message = str(error)
    except TagwrightError as error:
        message, level = str(error), types.MessageType.Error
    client.show(level, message)
    raise JsonRpcException(message, failed.value)
