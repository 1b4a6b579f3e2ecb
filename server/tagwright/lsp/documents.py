"""The open documents: their text at each version, and positions in the negotiated encoding."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol
from urllib.parse import unquote

from lsprotocol import types

from tagwright.page.languages import HTML, Language, language_of
from tagwright.page.positions import TextIndex

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Document:
    """One open document at one version; offsets are indices of Python's ``text``.

    encoding: what a position's ``character`` counts, ``"utf-8"``, ``"utf-16"`` or ``"utf-32"``.
    """

    uri: str
    version: int
    text: str
    encoding: str
    language: Language = HTML

    @property
    def key(self) -> str:
        """What the document is kept under: editors differ in what they escape in an address."""
        return unquote(self.uri)

    @cached_property
    def _index(self) -> TextIndex:
        return TextIndex(self.text, self.encoding)

    def offsets(self, span: types.Range) -> tuple[int, int]:
        """Return start and end of a client's range; what lies outside the text is clamped."""
        start = self._index.offset(span.start.line, span.start.character)
        end = self._index.offset(span.end.line, span.end.character)
        return min(start, end), max(start, end)

    def range(self, start: int, end: int) -> types.Range:
        """Return the client's range for two offsets."""
        return types.Range(
            start=types.Position(*self._index.position(start)),
            end=types.Position(*self._index.position(end)),
        )


class Follower(Protocol):
    """Something that follows the changes of documents, which it knows by ``Document.key``."""

    def changed(self, uri: str, start: int, end: int, length: int) -> None:
        """Follow one change: ``text[start:end]`` was replaced by ``length`` characters."""

    def settled(self, uri: str, text: str) -> None:
        """See the text after all changes of a version."""

    def closed(self, uri: str) -> None:
        """Learn that a document was closed."""


class Documents:
    """The documents that the client has opened, files or not (``untitled:``)."""

    def __init__(self, *followers: Follower) -> None:
        self.encoding = "utf-16"
        self._followers = followers
        self._open: dict[str, Document] = {}

    def get(self, uri: str) -> Document | None:
        """Return the document as it is now, None if it isn't open."""
        return self._open.get(unquote(uri))

    def open(self, item: types.TextDocumentItem) -> None:
        """Take a document that the client opened."""
        uri = unquote(item.uri)
        language = language_of(item.language_id, uri)
        self._open[uri] = Document(item.uri, item.version, item.text, self.encoding, language)

    def change(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> None:
        """Apply the client's changes one after the other, each to the text the last one left."""
        document = self.get(identifier.uri)
        if document is None:
            log.warning("A change came for a document that isn't open: %s", identifier.uri)
            return
        uri = unquote(identifier.uri)
        for change in changes:
            new_text = change.text
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = document.offsets(change.range)
            else:
                start, end, new_text = _difference(document.text, new_text)
            text = document.text[:start] + new_text + document.text[end:]
            for follower in self._followers:
                follower.changed(uri, start, end, len(new_text))
            document = replace(document, text=text)
        self._open[uri] = replace(document, version=identifier.version)
        for follower in self._followers:
            follower.settled(uri, document.text)

    def close(self, uri: str) -> None:
        """Forget a document; its text is dropped."""
        self._open.pop(unquote(uri), None)
        for follower in self._followers:
            follower.closed(unquote(uri))


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """Return the one piece of a text that another differs in, and what stands there instead."""
    start = _common(old, new, min(len(old), len(new)))
    same = _common(old[::-1], new[::-1], min(len(old), len(new)) - start)
    return start, len(old) - same, new[start : len(new) - same]


def _common(one: str, other: str, most: int) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = zip(one[:most], other[:most], strict=True)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), most)
