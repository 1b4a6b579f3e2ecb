"""Checks derived from a reference answer: attributes, states, labels and what content is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from tagwright.codec.notation import TEXT_ATTRIBUTES
from tagwright_training.evaluate.derived import View, is_control
from tagwright_training.evaluate.outline import label_of
from tagwright_training.evaluate.repeats import attribute_text, holds_text, mentions, says, spoken


@dataclass(frozen=True)
class Attribute:
    """So many elements have the attribute with the given string in it."""

    name: str
    value: str
    whole: bool
    low: int
    high: int | None

    def __str__(self) -> str:
        return f"{self.name}={self.value!r} >= {self.low}"

    def count(self, soup: BeautifulSoup) -> int:
        values = (attribute_text(element, self.name) for element in soup.find_all(True))
        return sum(self._fits(value) for value in values)

    def _fits(self, value: str) -> bool:
        if self.name in TEXT_ATTRIBUTES:
            return says(value, self.value, self.whole)
        if self.whole:
            return value == self.value
        return re.search(rf"(?<!\w){re.escape(self.value)}(?!\w)", value) is not None

    def holds(self, found: int) -> bool:
        return self.low <= found and (self.high is None or found <= self.high)


@dataclass(frozen=True)
class Labelled:
    """Each of the labels, or one with more words, is that of a control of its part."""

    pairs: tuple[tuple[str, str], ...]
    view: View

    def __str__(self) -> str:
        return f"controls {', '.join(f'{label}: {part}' for label, part in self.pairs)}"

    def count(self, soup: BeautifulSoup) -> int:
        outline = self.view.of(soup)
        controls = [
            (label_of(element, soup), part)
            for element in outline.all()
            if is_control(part := outline.part(element))
        ]
        return sum(
            any(part == wanted and holds_text(label, name) for label, part in controls)
            for name, wanted in self.pairs
        )

    def holds(self, found: int) -> bool:
        return found == len(self.pairs)


@dataclass(frozen=True)
class Topic:
    """Invented content is about what is asked for: it takes up one of the request's words."""

    words: frozenset[str]

    def __str__(self) -> str:
        return f"about {', '.join(sorted(self.words))}"

    def count(self, soup: BeautifulSoup) -> int:
        said = spoken(soup)
        return sum(mentions(said, word) for word in self.words)

    def holds(self, found: int) -> bool:
        return found > 0


@dataclass(frozen=True)
class State:
    """One element or more, ``most`` at most, has the attribute, whatever its value."""

    name: str
    most: int

    def __str__(self) -> str:
        return f"[{self.name}] 1 to {self.most}"

    def count(self, soup: BeautifulSoup) -> int:
        return len(soup.select(f"[{self.name}]"))

    def holds(self, found: int) -> bool:
        return 1 <= found <= self.most


@dataclass(frozen=True)
class Even:
    """All rows of each table have as many cells; ``count`` is the number of uneven tables."""

    def __str__(self) -> str:
        return "tables with rows of different lengths 0"

    def count(self, soup: BeautifulSoup) -> int:
        return sum(len(_widths(table)) > 1 for table in soup.find_all("table"))

    def holds(self, found: int) -> bool:
        return found == 0


def _widths(table: Tag) -> set[int]:
    """The widths of a table's rows; rows with ``rowspan`` around are not counted."""
    if table.select_one("[rowspan]"):
        return set()
    return {
        sum(_span(cell) for cell in row.find_all(["td", "th"], recursive=False))
        for row in table.find_all("tr")
    }


def _span(cell: Tag) -> int:
    span = str(cell.get("colspan") or "1")
    return int(span) if span.isdecimal() else 1
