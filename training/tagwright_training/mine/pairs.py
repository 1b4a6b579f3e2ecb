"""What a page says about its elements: comments above them and headings in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import takewhile
from typing import Literal

from tagwright.markup.elements import HEADINGS, METADATA, PHRASING, names
from tagwright.page.languages import Language
from tagwright.page.prompts import PromptPlace, find_prompts
from tagwright_training.mine.elements import Placed, placed
from tagwright_training.mine.wording import asks_for_markup, heading_prompt

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_BLANKS = re.compile(r"\s*")
_TAG = re.compile(r"<[^<>]*>")
# A heading at the beginning of one of these says what it is.
_TITLED = names("section article aside form nav dialog fieldset table figure details div li")
# These have a name in place of a heading: aria-label.
_LABELLED = _TITLED - {"div", "li", "figure", "details"}
# What belongs to the element behind it: a comment above speaks of them together.
_BEGINNERS = HEADINGS | (PHRASING - {"script", "style", "template"}) | {"p", "hr", "dt", "legend"}
_WRAPPERS = frozenset({"header", "hgroup", "div"})
_LONGEST_HEADING = 60
_TEXT = re.compile(r"head|title|text|paragraph|intro|descri|label|caption|copy", re.IGNORECASE)


@dataclass(frozen=True)
class Pair:
    """Words and the markup that they describe, ``text[start:end]``.

    at: where the context is read, as the server would for a prompt there. parent: the enclosing
    element. title: the first heading in the markup.
    """

    prompt: str
    start: int
    end: int
    at: int
    parent: str
    kind: Literal["comment", "heading"]
    title: str = ""


def pairs(text: str, language: Language) -> Iterator[Pair]:
    """Yield the pairs of a page, those of comments first; never raises."""
    elements = placed(text, language)
    begins = {element.start: element for element in elements}
    taken = set()
    for place in find_prompts(text, language):
        if not asks_for_markup(place.text):
            continue
        run = _described(text, place, begins)
        if run:
            taken.add(run[0].start)
            headings = (e for first in run for e in (first, *first.walk()) if e.name in HEADINGS)
            title = next(headings, None)
            yield Pair(
                place.text,
                run[0].start,
                run[-1].end,
                place.start,
                _parent(run[0]),
                "comment",
                _words(text, title) if title else "",
            )
    titles = set()
    for element in elements:
        title = _title(element)
        if title is None and element.name in _LABELLED:
            words = _plain(element.attribute("aria-label"))
        elif title is None or title.start in titles:
            # The bar that a section begins with has the section's heading, and is less than it.
            continue
        else:
            titles.add(title.start)
            words = _words(text, title)
        if element.start in taken or not element.closed or element.parent is None:
            continue
        if not words or len(words) > _LONGEST_HEADING:
            continue
        prompt = heading_prompt(text, element, words)
        if prompt:
            start = element.start
            yield Pair(prompt, start, element.end, start, _parent(element), "heading")


def _parent(element: Placed) -> str:
    name = element.parent.name if element.parent else ""
    return "" if name in ("html", "body") else name


def _described(text: str, place: PromptPlace, begins: dict[int, Placed]) -> list[Placed]:
    """Return the elements that a comment stands above, [] for none."""
    blanks = _BLANKS.match(text, place.end)
    start = blanks.end() if blanks else place.end
    first = begins.get(start)
    if first is None or not first.closed or first.name in METADATA | {"html", "head", "body"}:
        return []
    if text.count("\n", place.end, start) > 2:
        return []
    if first.name not in _BEGINNERS:
        return [first]
    # A heading, label or link and what follows it, up to a blank line or what is no element.
    siblings = [e for e in begins.values() if e.parent is first.parent and e.start > first.start]
    run = [first]
    for element in takewhile(lambda e: e.closed and e.name not in METADATA, siblings):
        between = text[run[-1].end : element.start]
        again = element.name in HEADINGS and first.name in HEADINGS
        # Under "Split buttons", a line of text alone is not what is meant.
        goes_on = _is_text(run) and not _TEXT.search(place.text)
        if between.strip() or again or (_BLANK_LINE.search(between) and not goes_on):
            break
        run.append(element)
    return run


def _is_text(run: list[Placed]) -> bool:
    return all(element.name in HEADINGS | {"p"} for element in run)


def _title(element: Placed) -> Placed | None:
    """Return the heading, caption or legend that an element begins with."""
    if element.name not in _TITLED or not element.children:
        return None
    first = element.children[0]
    if first.name in _WRAPPERS and len(element.children) > 1 and first.children:
        first = first.children[0]
    wanted = {"fieldset": {"legend"}, "table": {"caption"}, "details": {"summary"}}
    allowed = wanted.get(element.name, HEADINGS)
    # A heading alone is no more than itself.
    alone = len(element.children) == 1 and element.name not in ("details", "fieldset")
    return first if first.name in allowed and first.closed and not alone else None


def _words(text: str, element: Placed) -> str:
    return _plain(text[element.head.end : element.end])


def _plain(content: str) -> str:
    """Return the words of some markup, ``""`` where template code has a part in them."""
    if re.search(r"[{}]|<[%?]", content):
        return ""
    return " ".join(unescape(_TAG.sub(" ", content)).split()).strip(" :¶#")
