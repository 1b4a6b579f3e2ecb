"""Completion: the markup for a prompt comment as an item of the editor's own list.

Asked for behind a finished comment and on the blank line below it; everywhere else the answer is
empty at once. What takes longer than the budget is answered with the elements that are complete,
and the list is marked incomplete: when the editor asks again, the same generation goes on.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol import types

from tagwright.errors import TagwrightError
from tagwright.lsp.documents import Document
from tagwright.lsp.generations import Ask, Running
from tagwright.page.context import read_context
from tagwright.page.cursor import CursorEdit, CursorPlace, cursor_edit, place_at_cursor
from tagwright.page.edit import Edit
from tagwright.page.indent import line_indent
from tagwright.page.prompts import PromptPlace
from tagwright.page.snippet import to_snippet
from tagwright.page.stylesheets import Stylesheet
from tagwright.prompt import Request

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

log = logging.getLogger(__name__)

TRIGGERS = [">", "}", "\n"]
"""The last characters of comments, and the line break behind one."""

_LONGEST_LABEL = 60
_FENCE = re.compile(r"`{3,}")


async def complete(
    server: TagwrightServer, params: types.CompletionParams
) -> types.CompletionList | None:
    """Answer within the budget; cancelling the request leaves the generation running."""
    found = _place(server, params.text_document.uri, params.position)
    if found is None:
        return None
    document, place = found
    settings = await server.configuration.settled()
    sheets = await server.linked.of(document)
    request = request_for(document, place.prompt, sheets)
    running = await server.generations.aside(Ask(request))
    await asyncio.wait({running.task}, timeout=settings.completion_budget / 1000)
    html, done = outcome(running)
    document_now = server.documents.get(params.text_document.uri)
    if document_now is not document or not html:
        # The editor has gone on, and asks anew.
        return types.CompletionList(is_incomplete=not done, items=[])
    inserted = cursor_edit(document.text, place, html, settings.comment, document.language)
    if inserted is None:
        return None
    server.memory.offer(document.key, place.prompt, inserted.edit)
    if done:
        name = document.language.name
        server.journal.offered(document.key, name, request, html, inserted.edit)
    item = _Item(server, document, place, inserted).build(html)
    return types.CompletionList(is_incomplete=not done, items=[item])


def request_for(document: Document, prompt: PromptPlace, sheets: Sequence[Stylesheet]) -> Request:
    """Return what a code action on the same comment would ask for."""
    context = read_context(document.text, prompt.start, document.language, sheets)
    return Request(prompt=prompt.text, context=context)


def outcome(running: Running) -> tuple[str, bool]:
    """Return the markup as far as it has come, and whether that is all that will come."""
    if not running.task.done():
        return running.so_far, False
    if running.task.cancelled():
        return "", False
    error = running.task.exception()
    if error is None:
        return running.task.result().html, True
    if not isinstance(error, TagwrightError):
        raise error
    # Nobody asked for it expressly: the status says what is wrong.
    log.info("Nothing to offer: %s", error)
    return "", True


def _place(
    server: TagwrightServer, uri: str, position: types.Position
) -> tuple[Document, CursorPlace] | None:
    document = server.documents.get(uri)
    if document is None:
        return None
    cursor, _ = document.offsets(types.Range(position, position))
    place = place_at_cursor(document.text, cursor, document.language)
    return (document, place) if place is not None else None


@dataclass
class _Item:
    """One completion item in the words of the client."""

    server: TagwrightServer
    document: Document
    place: CursorPlace
    inserted: CursorEdit

    def build(self, html: str) -> types.CompletionItem:
        client, prompt = self.server.client, self.place.prompt.text
        edit = self.inserted.edit
        item = types.CompletionItem(
            label=_label(prompt),
            kind=types.CompletionItemKind.Snippet,
            detail="Tagwright",
            documentation=self._documentation(),
            # Clients compare it with what stands between the edit's start and the cursor.
            filter_text=self.document.text[edit.start : self.place.cursor] + _label(prompt),
            sort_text="0",
            preselect=True if client.preselects else None,
        )
        new_text = edit.new_text
        relative = self._relative() if client.takes_snippets else None
        if relative is not None:
            item.insert_text_format = types.InsertTextFormat.Snippet
            new_text = to_snippet(relative, prompt)
        modes = client.insert_text_modes
        adjusted = types.InsertTextMode.AdjustIndentation
        mode = types.InsertTextMode.AsIs if relative is None else adjusted
        item.insert_text_mode = mode if mode in modes else None
        item.text_edit = self._text_edit(new_text)
        if self.inserted.also:
            item.additional_text_edits = [self._plain(other) for other in self.inserted.also]
        return item

    def _relative(self) -> str | None:
        """Return the text without the indentation that editors add to each line of a snippet.

        It is that of the line up to the edit. None where a line has less, as in pre.
        """
        edit = self.inserted.edit
        begin = self.document.range(edit.start, edit.start).start.character
        base = line_indent(self.document.text, edit.start)[:begin]
        first, *lines = re.split("(\r\n|\n|\r)", edit.new_text)
        parts = [first]
        for newline, line in zip(lines[::2], lines[1::2], strict=True):
            if line and not line.startswith(base):
                return None
            parts += [newline, line.removeprefix(base)]
        return "".join(parts)

    def _text_edit(self, new_text: str) -> types.TextEdit | types.InsertReplaceEdit:
        edit = self.inserted.edit
        whole = self.document.range(edit.start, edit.end)
        if not self.server.client.inserts_or_replaces:
            return types.TextEdit(range=whole, new_text=new_text)
        typed = self.document.range(edit.start, self.place.cursor)
        return types.InsertReplaceEdit(new_text=new_text, insert=typed, replace=whole)

    def _plain(self, edit: Edit) -> types.TextEdit:
        return types.TextEdit(self.document.range(edit.start, edit.end), edit.new_text)

    def _documentation(self) -> types.MarkupContent | str:
        source = self.inserted.edit.new_text.strip()
        if not self.server.client.reads_markdown:
            return source
        fence = max(["```", *(run + "`" for run in _FENCE.findall(source))], key=len)
        return types.MarkupContent(
            kind=types.MarkupKind.Markdown, value=f"{fence}html\n{source}\n{fence}"
        )


def _label(prompt: str) -> str:
    label = " ".join(prompt.split())
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
