"""Markup that is to be changed: what a selection holds, and the instruction above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagwright.page.context import enclosing
from tagwright.page.edit import Edit, build_edit
from tagwright.page.languages import HTML, Language
from tagwright.page.prompts import PromptPlace, prompt_at

_TAG = re.compile(r"<[a-zA-Z]")
_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True)
class Markup:
    """Whole elements of a page: ``source`` is ``text[start:end]``."""

    start: int
    end: int
    source: str


def markup_at(text: str, start: int, end: int, language: Language = HTML) -> Markup | None:
    """Return the markup that a selection holds, without the blanks and the prompt around it.

    None where there is no tag in it, or where it cuts an element in two.
    """
    instruction = _comment_at_start(text, start, end, language)
    if instruction is not None:
        start = instruction.end
    chosen = text[start:end]
    start += len(chosen) - len(chosen.lstrip())
    end -= len(chosen) - len(chosen.rstrip())
    source = text[start:end]
    if not _TAG.match(source) or not source.endswith(">") or not _is_whole(text, start, end):
        return None
    return Markup(start, end, source)


def instruction_for(
    text: str, start: int, end: int, language: Language = HTML
) -> PromptPlace | None:
    """Return the prompt that a selection begins with, or the one directly above it."""
    inside = _comment_at_start(text, start, end, language)
    if inside is not None:
        return inside
    above = len(text[:start].rstrip())
    place = prompt_at(text, above, above, language)
    return place if place is not None and place.end == above else None


def markup_again(text: str, markup: Markup) -> Markup | None:
    """Return the same markup in the text as it is now, None if it is gone or not unique."""
    if text.startswith(markup.source, markup.start):
        return markup
    start = text.find(markup.source)
    if start < 0 or text.find(markup.source, start + 1) >= 0:
        return None
    return Markup(start, start + len(markup.source), markup.source)


def replace_markup(text: str, start: int, end: int, html: str, language: Language = HTML) -> Edit:
    """Return the edit that puts ``html`` where whole elements stand."""
    return build_edit(text, PromptPlace("", start, end, "selection"), html, "replace", language)


def _comment_at_start(text: str, start: int, end: int, language: Language) -> PromptPlace | None:
    blanks = _BLANKS.match(text, start, end)
    first = blanks.end() if blanks else start
    place = prompt_at(text, first, first, language)
    inside = place is not None and place.kind == "comment" and place.start == first
    return place if place is not None and inside and place.end <= end else None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether as many elements are open behind the markup as before it, and none was closed."""
    alone = text[start:end] + "<i>"
    # What begins in the markup must end there: alone, it opens nothing and closes nothing.
    return enclosing(text, start) == enclosing(text, end) and enclosing(alone, len(alone)) == ["i"]
