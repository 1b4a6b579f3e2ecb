"""The open documents: their text at each version, and positions in the negotiated encoding."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
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


class Documents:
    """The documents that the client has opened, files or not (``untitled:``)."""

    def __init__(self) -> None:
        self.encoding = "utf-16"
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
        for change in changes:
            text = change.text
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = document.offsets(change.range)
                text = document.text[:start] + text + document.text[end:]
            document = replace(document, text=text)
        self._open[unquote(identifier.uri)] = replace(document, version=identifier.version)

    def close(self, uri: str) -> None:
        """Forget a document; its text is dropped."""
        self._open.pop(unquote(uri), None)
