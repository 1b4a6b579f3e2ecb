"""Which markup of a document was generated from which comment, through all later changes."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from tagwright.page.edit import Edit
from tagwright.page.prompts import PromptPlace

DOCUMENTS, OFFERS, KNOWN = 64, 16, 128
"""What is remembered: documents, edits offered and not applied yet, generated texts of each."""

_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True)
class Span:
    """A piece of a text, ``text[start:end]``."""

    start: int
    end: int

    def moved(self, start: int, end: int, length: int) -> Span | None:
        """Return the piece after ``text[start:end]`` was replaced by ``length`` characters.

        What is inserted at its edges doesn't belong to it. None once nothing of it is left.
        """
        by = length - (end - start)
        if end <= self.start:
            return Span(self.start + by, self.end + by)
        if start >= self.end:
            return self
        if start <= self.start and end >= self.end:
            return None
        if start < self.start:
            return Span(start + length, self.end + by)
        return Span(self.start, start if end > self.end else self.end + by)


@dataclass(frozen=True)
class Made:
    """Markup that was generated. times: how often it was generated again."""

    comment: Span
    markup: Span
    times: int = 0


@dataclass(frozen=True)
class _Offer:
    """An edit that the editor has, and may apply."""

    words: str
    comment: Span
    at: int
    new_text: str
    times: int

    def moved(self, start: int, end: int, length: int) -> _Offer | None:
        comment = self.comment.moved(start, end, length)
        if comment is None or start < self.at < end:
            return None
        by = length - (end - start) if start < self.at else 0
        return replace(self, comment=comment, at=self.at + by)


@dataclass
class _Page:
    offers: list[_Offer] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    known: OrderedDict[tuple[str, str], int] = field(default_factory=OrderedDict)


class Memory:
    """What was generated, by document; texts are kept as long as the server runs."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, _Page] = OrderedDict()

    def offer(self, uri: str, place: PromptPlace, edit: Edit, times: int = 0) -> None:
        """Take note of an edit that puts markup below its comment; it may never be applied."""
        if place.kind != "comment" or edit.start < place.end:
            return
        page = self._pages.setdefault(uri, _Page())
        self._pages.move_to_end(uri)
        while len(self._pages) > DOCUMENTS:
            self._pages.popitem(last=False)
        comment = Span(place.start, place.end)
        offer = _Offer(place.text, comment, edit.start, edit.new_text, times)
        page.offers = [*page.offers, offer][-OFFERS:]

    def changed(self, uri: str, start: int, end: int, length: int) -> None:
        """Follow one change: ``text[start:end]`` was replaced by ``length`` characters."""
        page = self._pages.get(uri)
        if page is None:
            return
        moved = [offer.moved(start, end, length) for offer in page.offers]
        page.offers = [offer for offer in moved if offer is not None]
        kept = []
        for made in page.made:
            comment = made.comment.moved(start, end, length)
            markup = made.markup.moved(start, end, length)
            if comment is not None and markup is not None:
                kept.append(replace(made, comment=comment, markup=markup))
        page.made = kept

    def settled(self, uri: str, text: str) -> None:
        """Look which of the offered edits a document holds now."""
        page = self._pages.get(uri)
        if page is None:
            return
        for offer in list(page.offers):
            if not text.startswith(offer.new_text, offer.at):
                continue
            page.offers.remove(offer)
            source = offer.new_text.strip()
            start = offer.at + len(offer.new_text) - len(offer.new_text.lstrip())
            made = Made(offer.comment, Span(start, start + len(source)), offer.times)
            page.made = [m for m in page.made if m.comment != made.comment]
            page.made.append(made)
            page.known[offer.words, source] = offer.times
            while len(page.known) > KNOWN:
                page.known.popitem(last=False)

    def closed(self, uri: str) -> None:
        """Forget places, which mean nothing once the document is opened again; keep texts."""
        page = self._pages.get(uri)
        if page is not None:
            page.offers, page.made = [], []

    def find(self, uri: str, text: str, place: PromptPlace) -> Made | None:
        """Return what was generated from this comment, None if it is gone or can't be told.

        It was followed through the changes of the document, or it stands unchanged below the
        comment.
        """
        page = self._pages.get(uri)
        if page is None or place.kind != "comment":
            return None
        for made in page.made:
            if made.comment.start < place.end and place.start < made.comment.end:
                return made
        blanks = _BLANKS.match(text, place.end)
        below = blanks.end() if blanks else place.end
        for (words, source), times in reversed(page.known.items()):
            if words == place.text and text.startswith(source, below):
                span = Span(below, below + len(source))
                return Made(Span(place.start, place.end), span, times)
        return None
