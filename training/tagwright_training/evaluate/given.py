"""Where the strings that a request gives stand in the reference answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bs4 import Tag

from tagwright_training.evaluate.derived import ANYWHERE
from tagwright_training.evaluate.outline import TEXT, Outline

ITEMS = frozenset({"li", "row", "article", "section", "details", "figure", "fieldset"})
"""Parts that keep together what is said of one thing."""

# Where a text that the request spells is a name, not the topic.
_NAMES = frozenset({"label", "button", "a", "action", "column heading", "option", "dt", "li"})
_MOST_OF = 0.5  # the share of an element's text from which it is there to say what is given


@dataclass
class Found:
    """Where the given strings stand in the reference.

    said: by part, strings in order, and whether each is all that its element says. A string that
    stands in several places is asked for in one. holders: by part, the elements that a given
    string is in, directly or not. groups: by part of the items, the strings of each item.
    left: strings in no text.
    """

    said: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    holders: dict[str, set[int]] = field(default_factory=dict)
    groups: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, outline: Outline, copied: Sequence[str], prompt: str) -> Found:
        found = cls()
        values = sorted({*copied, *_spelt(outline, prompt)}, key=len, reverse=True)
        seen: set[str] = set()
        places = list(_texts(outline))
        # what a page is called matters less than its heading
        for element, part, text in sorted(places, key=lambda place: place[1] == "title"):
            given = given_in(text, values)
            own = sum(len(value) for value, _ in given) >= _MOST_OF * len(text)
            for value, whole in given:
                if own:
                    found.hold(outline, element, value)
                if value in seen:
                    continue
                seen.add(value)
                exactly = whole and value in copied
                found.said.setdefault(part if own else ANYWHERE, []).append((value, exactly))
        found.left = [
            value
            for value in values
            if value not in seen
            and not any(value != longer and _within(value, longer) for longer in values)
        ]
        return found

    def hold(self, outline: Outline, element: Tag | None, value: str) -> None:
        """Note who is around a given string; the nearest item is what keeps it together."""
        grouped = False
        around: Tag | None = element
        while around is not None and around is not outline.soup:
            part = outline.part(around)
            self.holders.setdefault(part, set()).add(id(around))
            if part in ITEMS and not grouped:
                self.groups.setdefault(part, {}).setdefault(id(around), []).append(value)
                grouped = True
            if part == "label" and (control := _control(around, outline)) is not None:
                self.holders.setdefault(outline.part(control), set()).add(id(control))
            around = around.parent


def _texts(outline: Outline) -> Iterable[tuple[Tag | None, str, str]]:
    """The texts of the reference in document order: element, part, text."""
    for element in outline.all():
        if outline.is_place(element):
            yield element, outline.part(element), outline.own_text(element)
    for around, text in outline.running_texts():
        yield around, TEXT, text


def _spelt(outline: Outline, prompt: str) -> set[str]:
    """Names that the request spells without being marked as given: two or more of one part.

    A single one ("search" and a button "Search") may well be chance.
    """
    spelt: dict[str, set[str]] = {}
    for element in outline.all():
        part, name = outline.part(element), outline.own_text(element)
        if part in _NAMES and name and _within(name, prompt):
            spelt.setdefault(part, set()).add(name)
    return {name for names in spelt.values() if len(names) > 1 for name in names}


def _within(value: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE))


def given_in(text: str, values: Iterable[str]) -> list[tuple[str, bool]]:
    """The given strings in a text in their order, longest first where they overlap."""
    taken: list[tuple[int, int, str]] = []
    for value in values:
        plain = " ".join(value.split())
        for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text, re.IGNORECASE):
            start, end = match.span()
            if all(end <= s or start >= e for s, e, _ in taken):
                taken.append((start, end, value))
    taken.sort()
    return [(value, end - start == len(text)) for start, end, value in taken]


def _control(label: Tag, outline: Outline) -> Tag | None:
    target = label.get("for")
    around = outline.soup.find(id=target) if target else label.find(["input", "select", "textarea"])
    return around if isinstance(around, Tag) else None
