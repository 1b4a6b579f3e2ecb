"""Checks that are derived from a reference answer (``derive``), and how each looks at an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from tagwright_training.evaluate.outline import TEXT, Outline
from tagwright_training.evaluate.repeats import (
    everything,
    holds_text,
    says,
)

ANYWHERE = "anywhere"
"""In place of a part: the strings may stand in any text or attribute."""

# Containers of no meaning of their own.
_BLOCKS = frozenset({"div", "section", "article", "header"})
_WRAPPERS = _BLOCKS | {"aside", "footer", "nav", "figure"}
# They stand in a certain parent only.
_PARTS = frozenset(
    {"li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "option", "html"}
    | {"legend", "summary", "figcaption", "link", "meta", "title", "source", "track"}
)


@dataclass(frozen=True)
class View:
    """How the answer's elements are divided into parts; see ``Outline``."""

    actions: bool = False
    levels: bool = False

    def of(self, soup: BeautifulSoup) -> Outline:
        return Outline(soup, self.actions, self.levels)


@dataclass(frozen=True)
class Roots:
    """The outermost elements are named as in the reference, runs of one name taken as one.

    blocks: ``div``, ``section``, ``article`` and ``header`` are the same, because the request names
    none. An answer may put the reference's elements into a block of their own, where one may stand,
    or leave out a ``div`` that only holds them together (``inside``: what is in it).
    """

    names: tuple[str, ...]
    blocks: bool
    inside: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"outermost {', '.join(self.names)}"

    def count(self, soup: BeautifulSoup) -> int:
        roots = Outline(soup).roots()
        bare = bool(self.inside) and self._plain(roots) == self._plain(self.inside)
        same = self._plain(roots) == self._plain(self.names)
        return int(same or bare or self._wrapped(soup))

    def holds(self, found: int) -> bool:
        return found == 1

    def _wrapped(self, soup: BeautifulSoup) -> bool:
        outermost = [child for child in soup.children if isinstance(child, Tag)]
        if len(outermost) != 1 or outermost[0].name not in _WRAPPERS or _PARTS & set(self.names):
            return False
        inside = [child.name for child in outermost[0].children if isinstance(child, Tag)]
        return len(self.names) > 1 or self._plain(inside) == self._plain(self.names)

    def _plain(self, names: Sequence[str]) -> list[str]:
        plain: list[str] = []
        for name in names:
            name = "block" if self.blocks and name in _BLOCKS else name
            if name not in plain[-1:]:
                plain.append(name)
        return plain


@dataclass(frozen=True)
class Number:
    """The answer has ``low`` to ``high`` elements of a part; ``high`` None: or more."""

    part: str
    low: int
    high: int | None
    view: View

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.part} >= {self.low}"
        return f"{self.part} {self.low}" + (f" to {self.high}" if self.high != self.low else "")

    def count(self, soup: BeautifulSoup) -> int:
        outline = self.view.of(soup)
        if self.part == "control":
            return sum(is_control(outline.part(element)) for element in outline.all())
        return len(outline.elements(self.part))

    def holds(self, found: int) -> bool:
        return self.low <= found and (self.high is None or found <= self.high)


@dataclass(frozen=True)
class Given:
    """The given strings stand in elements of a part, each in one of its own, in this order.

    whole: for each string, whether it is all that its element says. Running text (``TEXT``) has
    no order, nor has ``ANYWHERE``: the strings only have to be there.
    """

    part: str
    texts: tuple[str, ...]
    whole: tuple[bool, ...]
    view: View

    def __str__(self) -> str:
        return f"{self.part}: {' | '.join(self.texts)}"

    def count(self, soup: BeautifulSoup) -> int:
        outline = self.view.of(soup)
        if self.part in (TEXT, ANYWHERE):
            text = outline.readable() if self.part == TEXT else everything(soup)
            return sum(holds_text(text, given) for given in self.texts)
        places = [
            (outline.own_text(element), " ".join(element.get_text(" ").split()))
            for element in outline.elements(self.part)
        ]
        at, same, found = 0, -1, 0
        for given, whole in zip(self.texts, self.whole, strict=True):
            # two strings may share an element that says more than one of them
            start = at if whole or same < 0 else same
            for i in range(start, len(places)):
                if any(says(text, given, whole) for text in places[i]):
                    at, same, found = i + 1, -1 if whole else i, found + 1
                    break
        return found

    def holds(self, found: int) -> bool:
        return found == len(self.texts)


@dataclass(frozen=True)
class Together:
    """What the request gives for one item stays together: in one element of the part each, in
    the order of the items."""

    part: str
    groups: tuple[tuple[str, ...], ...]
    view: View

    def __str__(self) -> str:
        return f"{self.part} by {self.part}: {' | '.join(' + '.join(g) for g in self.groups)}"

    def count(self, soup: BeautifulSoup) -> int:
        outline = self.view.of(soup)
        items = [everything(element) for element in outline.elements(self.part)]
        at = found = 0
        for group in self.groups:
            for i in range(at, len(items)):
                if all(holds_text(items[i], given) for given in group):
                    at, found = i + 1, found + 1
                    break
        return found

    def holds(self, found: int) -> bool:
        return found == len(self.groups)


def is_control(part: str) -> bool:
    """Whether elements of the part are filled in by the reader of a form."""
    return part.startswith("input[") or part in ("select", "textarea")
