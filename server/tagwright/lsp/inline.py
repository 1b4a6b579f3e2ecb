"""Ghost text (``textDocument/inlineCompletion``, LSP 3.18).

It is offered where completion is, while the user types along an answer, and inside of lists, tables
and other containers that have begun. It is an insertion at the cursor; blanks before it that the
page would not have are replaced (VS Code adds one on the line below a comment). The latest request
wins: an older one that still waits is answered with nothing. What the editor asks for on its own
waits for a pause in the typing and is given up after a while; what the user asks for is not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from tagwright.lsp.completion import outcome, request_for
from tagwright.lsp.documents import Document
from tagwright.lsp.generations import Ask
from tagwright.page.along import rest_of, typed_below
from tagwright.page.context import read_context
from tagwright.page.continuing import INSTRUCTION, begun_at, continuation
from tagwright.page.cursor import cursor_edit, place_at_cursor
from tagwright.page.edit import Edit
from tagwright.page.stylesheets import Stylesheet
from tagwright.prompt import Request

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer


AskWith = Callable[[Sequence[Stylesheet]], Ask]
"""Says what to ask, given the style sheets that the page links."""
Place = Callable[[str], "Edit | None"]
"""Says where markup goes; None for markup that doesn't fit."""
Guess = tuple[AskWith, Place] | None
"""What could be offered at the cursor."""


class InlineCompletions:
    """The ghost texts of one connection."""

    def __init__(self, server: TagwrightServer) -> None:
        self._server = server
        self._newer: asyncio.Future[None] | None = None
        """Done once a newer request than the latest has come."""

    async def answer(
        self, params: types.InlineCompletionParams
    ) -> types.InlineCompletionList | None:
        """Answer a request; None where there is nothing to offer."""
        newer = self._take_turn()
        server = self._server
        settings = await server.configuration.settled()
        document = server.documents.get(params.text_document.uri)
        if document is None or settings.inline_completion == "off":
            return None
        cursor, _ = document.offsets(types.Range(params.position, params.position))
        invoked = params.context.trigger_kind == types.InlineCompletionTriggerKind.Invoked
        for guess in (self._below_prompt, self._along, self._further):
            found = guess(document, cursor, invoked)
            if found is None:
                continue
            ask_with, place = found
            ask = ask_with(await server.linked.of(document))
            known = await server.generations.knows(ask)
            if not known and not invoked:
                if guess == self._along:
                    continue
                await asyncio.wait({newer}, timeout=settings.inline_delay / 1000)
            if newer.done():
                return None
            running = await server.generations.aside(ask)
            limit = None if invoked else settings.inline_timeout / 1000
            first = asyncio.FIRST_COMPLETED
            waiting: set[asyncio.Future[Any]] = {newer, running.task}
            await asyncio.wait(waiting, timeout=limit, return_when=first)
            html, done = outcome(running)
            if newer.done() or not done or server.documents.get(document.uri) is not document:
                return None
            edit = place(html) if html else None
            if edit is not None:
                if guess == self._below_prompt:
                    name = document.language.name
                    server.journal.offered(document.key, name, ask.request, html, edit)
                return _list(document, edit)
        return None

    def _take_turn(self) -> asyncio.Future[None]:
        if self._newer is not None and not self._newer.done():
            self._newer.set_result(None)
        self._newer = asyncio.get_running_loop().create_future()
        return self._newer

    def _below_prompt(self, document: Document, cursor: int, invoked: bool) -> Guess:
        found = place_at_cursor(document.text, cursor, document.language)
        if found is None:
            return None
        memory = self._server.memory
        if not invoked and memory.find(document.key, document.text, found.prompt) is not None:
            return None

        def place(html: str) -> Edit | None:
            inserted = cursor_edit(document.text, found, html, "keep", document.language)
            if inserted is None:
                return None
            memory.offer(document.key, found.prompt, inserted.edit)
            return inserted.edit

        return lambda sheets: Ask(request_for(document, found.prompt, sheets)), place

    def _along(self, document: Document, cursor: int, invoked: bool) -> Guess:
        typed = typed_below(document.text, cursor, document.language)
        if typed is None:
            return None
        page = replace(document, text=typed.page)
        return (
            lambda sheets: Ask(request_for(page, typed.prompt, sheets)),
            lambda html: rest_of(typed, html, document.language),
        )

    def _further(self, document: Document, cursor: int, invoked: bool) -> Guess:
        text, language = document.text, document.language
        if not invoked and self._server.configuration.settings.inline_completion != "all":
            return None
        begun = begun_at(text, cursor, language)
        if begun is None:
            return None
        # The ids of what has begun come again in the answer: they must not count as taken.
        around = text[: begun.start] + text[begun.end :]
        source = text[begun.start : cursor].rstrip()

        def ask(sheets: Sequence[Stylesheet]) -> Ask:
            context = read_context(around, begun.start, language, sheets)
            return Ask(Request(INSTRUCTION, context, input=source))

        return ask, lambda html: continuation(text, begun, html)


def _list(document: Document, edit: Edit) -> types.InlineCompletionList:
    item = types.InlineCompletionItem(
        insert_text=edit.new_text, range=document.range(edit.start, edit.end)
    )
    return types.InlineCompletionList(items=[item])
