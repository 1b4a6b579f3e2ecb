"""From a wish to the edit that fulfils it, and from our errors to answers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tagwright.errors import Cancelled, InputError, NothingUsable, TagwrightError
from tagwright.lsp.client import Client
from tagwright.lsp.documents import Document
from tagwright.lsp.progress import Progress
from tagwright.lsp.session import LoadFailed
from tagwright.lsp.targets import Moved
from tagwright.lsp.wishes import Wish
from tagwright.page.edit import Edit
from tagwright.prompt import Request

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

TITLE = "Generate HTML"
TRIES = 3
"""How often an edit is offered to an editor whose document moves at the same moment."""


@dataclass(frozen=True)
class Fulfilled:
    """The markup for a wish. request: what the model was asked."""

    wish: Wish
    request: Request
    html: str


async def fulfil(server: TagwrightServer, wish: Wish, token: int | str | None = None) -> Fulfilled:
    """Generate the markup, with progress under ``token`` or one of ours."""
    with reporting(server, token) as progress:
        return await generated(server, wish, progress)


async def generated(server: TagwrightServer, wish: Wish, progress: Progress) -> Fulfilled:
    """Generate the markup, reporting to a progress that has begun."""
    document = _open(server, wish)
    sheets = await server.linked.of(document)
    ask = wish.ask(document, server.memory, sheets)
    generation = await server.generations.expressly(ask, progress.tokens)
    return Fulfilled(wish, ask.request, generation.html)


@contextmanager
def reporting(server: TagwrightServer, token: int | str | None) -> Iterator[Progress]:
    """Show a progress whose button cancels the request that is being answered."""
    task = asyncio.current_task()
    assert task is not None
    progress = server.progresses.begin(TITLE, token, task.cancel)
    try:
        yield progress
    finally:
        progress.end()


def edit_for(server: TagwrightServer, done: Fulfilled) -> tuple[types.WorkspaceEdit, int]:
    """Return the edit for the document as it is now, and the version that this is."""
    document = _open(server, done.wish)
    comment = server.configuration.settings.comment
    edit = done.wish.edit(document, server.memory, done.html, comment)
    server.journal.offered(document.key, document.language.name, done.request, done.html, edit)
    return workspace_edit(server.client, document, edit), document.version


async def apply(server: TagwrightServer, done: Fulfilled, title: str) -> None:
    """Have the editor apply the edit. Raises ``InputError`` if it doesn't."""
    for _ in range(TRIES):
        edit, version = edit_for(server, done)
        applied, reason = await server.client.apply(edit, title)
        if applied:
            return
        document = server.documents.get(done.wish.uri)
        if document is None or document.version == version:
            break
    raise InputError(
        f"The editor did not apply the generated HTML ({reason or 'it gave no reason'}); "
        "the document is unchanged."
    )


def workspace_edit(client: Client, document: Document, edit: Edit) -> types.WorkspaceEdit:
    """Return one edit of one document: one step for the editor to undo."""
    change = types.TextEdit(range=document.range(edit.start, edit.end), new_text=edit.new_text)
    if not client.versions_edits:
        return types.WorkspaceEdit(changes={document.uri: [change]})
    identifier = types.OptionalVersionedTextDocumentIdentifier(
        uri=document.uri, version=document.version
    )
    changes = [types.TextDocumentEdit(text_document=identifier, edits=[change])]
    return types.WorkspaceEdit(document_changes=changes)


def _open(server: TagwrightServer, wish: Wish) -> Document:
    document = server.documents.get(wish.uri)
    if document is None:
        raise Moved("The document was closed, so no HTML was generated; open it and try again.")
    return document


@contextmanager
def answered(client: Client) -> Iterator[None]:
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
