"""What an answer consists of: its elements by the part they play, and the texts they hold.

A part is what a reader would call the element ("heading", "cell", "input[email]"): headings of all
levels are one part, and so are data cells and row headings, since good answers differ in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from tagwright_training.evaluate.checks import soup_of

# Parts whose text is a thing of its own; all other text is running text.
PLACES = frozenset(
    {"heading", "li", "option", "dt", "dd", "cell", "column heading", "button", "a", "action"}
    | {"legend", "caption", "figcaption", "summary", "label", "title"}
)
TEXT = "text"
"""The part that running text plays."""

_HEADING = re.compile(r"h[1-6]")
_BUTTONS = frozenset({"submit", "button", "reset", "image"})
# Running text may be an item of a list or table, or a caption.
_RUNNING = frozenset({"li", "dd", "dt", "cell", "figcaption"})


@dataclass(frozen=True)
class Outline:
    """An answer's elements in document order.

    actions: links and buttons are one part, "action". levels: each heading level is a part.
    """

    soup: BeautifulSoup
    actions: bool = False
    levels: bool = False

    @classmethod
    def of(cls, html: str, *, actions: bool = False, levels: bool = False) -> Outline:
        return cls(soup_of(html), actions, levels)

    def part(self, element: Tag) -> str:
        """The part that an element plays, ``""`` for an invisible one."""
        name = element.name
        if _HEADING.fullmatch(name):
            return name if self.levels else "heading"
        if name == "input":
            kind = str(element.get("type") or "text").lower()
            if kind in _BUTTONS:
                name = "button"
            else:
                return "" if kind == "hidden" else f"input[{kind}]"
        if name in ("td", "th"):
            return "column heading" if _heads_column(element) else "cell"
        if name == "tr":
            return "row" if element.find("td") or not element.find("th") else "heading row"
        if name in ("s", "strike"):
            return "del"
        if self.actions and (name in ("button", "a")):
            return "action"
        return name

    def elements(self, part: str) -> list[Tag]:
        return [element for element in self.all() if self.part(element) == part]

    def all(self) -> Iterator[Tag]:
        for element in self.soup.descendants:
            if isinstance(element, Tag):
                yield element

    def roots(self) -> list[str]:
        """The names of the outermost elements, runs of one name as one."""
        names: list[str] = []
        for child in self.soup.children:
            if isinstance(child, Tag) and child.name not in names[-1:]:
                names.append(child.name)
        return names

    def is_place(self, element: Tag) -> bool:
        part = self.part(element)
        return part in PLACES or _HEADING.fullmatch(part) is not None

    def own_text(self, element: Tag) -> str:
        """The text of a place without that of the places inside it."""
        if element.name == "input":
            return words(str(element.get("value") or ""))
        strings = (
            string
            for string in element.find_all(string=True)
            if _is_text(string) and self.place(string) is element
        )
        return words("".join(_spaced(string, element) for string in strings))

    def running_texts(self) -> list[tuple[Tag | None, str]]:
        """The texts that belong to no place, each with the element around it."""
        found: list[tuple[Tag | None, str]] = []
        for string in self.soup.find_all(string=True):
            if not _is_text(string) or not string.strip() or self.place(string) is not None:
                continue
            block = _block(string)
            if found and found[-1][0] is block:
                found[-1] = (block, found[-1][1] + _broken(string))
            else:
                found.append((block, str(string)))
        return [(block, words(text)) for block, text in found]

    def readable(self) -> str:
        """The running text with that of the parts where it may stand as well."""
        return words(
            " ".join(
                str(string)
                for string in self.soup.find_all(string=True)
                if _is_text(string)
                and ((place := self.place(string)) is None or self.part(place) in _RUNNING)
            )
        )

    def place(self, string: NavigableString) -> Tag | None:
        """The nearest place around a text."""
        for parent in string.parents:
            if parent is not self.soup and self.is_place(parent):
                return parent
        return None


def words(text: str) -> str:
    """Text with each run of white space as one space."""
    return " ".join(text.split())


def label_of(control: Tag, soup: BeautifulSoup) -> str:
    """What a form control is called: its label, else its ``aria-label`` or ``placeholder``."""
    around = control.find_parent("label")
    identity = control.get("id")
    if around is None and identity:
        around = soup.find("label", attrs={"for": identity})
    if around is not None:
        return words(around.get_text(" "))
    return str(control.get("aria-label") or control.get("placeholder") or "")


def _heads_column(cell: Tag) -> bool:
    if cell.name != "th" or cell.get("scope") == "row":
        return False
    row = cell.find_parent("tr")
    return cell.get("scope") == "col" or row is None or row.find("td") is None


def _is_text(string: NavigableString) -> bool:
    return type(string) is NavigableString


def _spaced(string: NavigableString, element: Tag) -> str:
    """A text with a space where a block begins or ends, as a reader sees it."""
    parent = string.parent
    inline = parent is element or parent is None or parent.name in _INLINE
    return _broken(string) if inline else f" {string} "


def _broken(string: NavigableString) -> str:
    """A text, with a space where a line was broken before it."""
    before = string.previous_element
    return f" {string}" if isinstance(before, Tag) and before.name == "br" else str(string)


_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "u"}
)


def _block(string: NavigableString) -> Tag | None:
    for parent in string.parents:
        if parent.name not in _INLINE:
            return parent
    return None
