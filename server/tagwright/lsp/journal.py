"""What became of generated markup: kept, edited or taken away again (setting ``logGenerations``).

The edits that editors were offered are looked for in the documents, and what was inserted is
followed through the user's changes, as ``tagwright.lsp.memory`` does it. A save, a close or the end
of the session says how it stands by then. All that is done here is done in memory; the file is
written by ``tagwright.lsp.log``.
"""

from __future__ import annotations

import time
import uuid
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from tagwright.lsp.memory import DOCUMENTS, Span
from tagwright.page.edit import Edit
from tagwright.prompt import Request

MOST = 64
"""Edits that are followed in one document; the oldest are given up first."""


@dataclass
class _Followed:
    """An edit that was offered.

    at: where its text begins, or would. markup: where its markup stands, None as long as it isn't
    there. touched: something was inserted there since. replaced: it was generated again.
    """

    request: Request
    html: str
    language: str
    at: int
    new_text: str
    markup: Span | None = None
    touched: bool = False
    was_there: bool = False
    replaced: bool = False
    identity: str = field(default_factory=lambda: uuid.uuid4().hex)
    logged: tuple[str, str] = ("", "")

    @property
    def source(self) -> str:
        """The markup as it was written into the document."""
        return self.new_text.strip()

    def move(self, start: int, end: int, length: int) -> bool:
        """Follow one change; return whether the place can still be told."""
        if self.markup is not None:
            self.markup = self.markup.moved(start, end, length)
        if end <= self.at and start < self.at:
            self.at += length - (end - start)
        elif start < self.at < end:
            return self.was_there
        if start < self.at + len(self.new_text) and start + length > self.at:
            self.touched = True
        return True

    def look(self, text: str) -> None:
        """Look whether it stands in the document now."""
        if self.markup is None and self.touched and text.startswith(self.new_text, self.at):
            start = self.at + len(self.new_text) - len(self.new_text.lstrip())
            self.markup = Span(start, start + len(self.source))
            self.was_there = True
        self.touched = False

    def outcome(self, text: str) -> tuple[str, str]:
        """Return how it stands, and the user's own version where there is one."""
        if self.markup is None:
            # Cut and pasted elsewhere, it was kept all the same.
            kept = self.source in text and not self.replaced
            return ("accepted" if kept else "rejected"), ""
        now = text[self.markup.start : self.markup.end]
        # A formatter is no edit.
        if now.split() == self.source.split():
            return "accepted", ""
        return "edited", now


@dataclass
class _Page:
    text: str = ""
    followed: list[_Followed] = field(default_factory=list)


class Journal:
    """The generations of one connection; writes nothing while it is off."""

    def __init__(self, write: Callable[[dict[str, Any]], None]) -> None:
        """write: takes one entry for the log; must return at once."""
        self.on = False
        self._write = write
        self._pages: OrderedDict[str, _Page] = OrderedDict()

    def offered(self, uri: str, language: str, request: Request, html: str, edit: Edit) -> None:
        """Take note of an edit that brings an answer into a document; it may never be applied."""
        if not self.on or not edit.new_text.strip():
            return
        page = self._pages.setdefault(uri, _Page())
        self._pages.move_to_end(uri)
        while len(self._pages) > DOCUMENTS:
            self._pages.popitem(last=False)
        page.followed = [
            other
            for other in page.followed
            if other.was_there or (other.at, other.new_text) != (edit.start, edit.new_text)
        ]
        page.followed.append(_Followed(request, html, language, edit.start, edit.new_text))
        del page.followed[:-MOST]

    def changed(self, uri: str, start: int, end: int, length: int) -> None:
        """Follow one change: ``text[start:end]`` was replaced by ``length`` characters."""
        page = self._pages.get(uri)
        if page is not None:
            page.followed = [item for item in page.followed if item.move(start, end, length)]

    def settled(self, uri: str, text: str) -> None:
        """Look which of the offered edits a document holds now."""
        page = self._pages.get(uri)
        if page is not None:
            page.text = text
            for item in page.followed:
                item.look(text)
            page.followed = _without_replaced(page.followed)

    def saved(self, uri: str) -> None:
        """Log how everything stands in a document."""
        page = self._pages.get(uri)
        for item in page.followed if page is not None and self.on else ():
            outcome = item.outcome(page.text) if page is not None else ("", "")
            if item.was_there and outcome != item.logged:
                item.logged = outcome
                self._write(_entry(item, *outcome))

    def closed(self, uri: str) -> None:
        """Log how everything stands in a document, and forget it."""
        self.saved(uri)
        self._pages.pop(uri, None)

    def finish(self) -> None:
        """Log the documents that are still open."""
        for uri in list(self._pages):
            self.closed(uri)


def _without_replaced(followed: list[_Followed]) -> list[_Followed]:
    """Notice markup that newer markup took the place of; the same markup is nothing newer."""
    kept = list(followed)
    for number, item in enumerate(followed):
        for newer in followed[number + 1 :]:
            one, other = item.markup, newer.markup
            if one and other and one.start < other.end and other.start < one.end:
                item.markup, item.replaced = None, True
                if item.source == newer.source and item in kept:
                    kept.remove(item)
    return kept


def _entry(item: _Followed, outcome: str, edited: str) -> dict[str, Any]:
    """Return a line of the log; of lines with the same id the last one counts."""
    context = asdict(item.request.context)
    return {
        "id": item.identity,
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "outcome": outcome,
        "prompt": item.request.prompt,
        "context": context,
        "input": item.request.input,
        "html": item.html,
        **({"edited": edited, "language": item.language} if outcome == "edited" else {}),
    }
