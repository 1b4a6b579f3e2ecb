"""What can be completed at the cursor: the prompt it stands behind, or right below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tagwright.page.edit import Edit, build_edit
from tagwright.page.indent import newline_of
from tagwright.page.languages import HTML, Language
from tagwright.page.positions import line_end, line_start
from tagwright.page.prompts import PromptPlace, prompt_at

_BLANKS = " \t"
CLOSERS = ("-->", "--%>", "%>", "?>", "#}", "%}", "}}", "*/}", "--}}")
"""What a comment can end with in the languages that prompts are found in."""


@dataclass(frozen=True)
class CursorPlace:
    """A finished comment prompt, and the cursor behind it or on the blank line below it."""

    prompt: PromptPlace
    cursor: int
    below: bool


@dataclass(frozen=True)
class CursorEdit:
    """What a completion inserts: ``edit`` lies on the cursor's line and holds the cursor.

    also: what changes elsewhere, where the comment goes.
    """

    edit: Edit
    also: tuple[Edit, ...] = ()


def place_at_cursor(text: str, cursor: int, language: Language = HTML) -> CursorPlace | None:
    """Return the place that the cursor stands at, None (quickly) for all others."""
    begin, end = line_start(text, cursor), line_end(text, cursor)
    below = not text[begin:cursor].strip(_BLANKS)
    at = cursor
    if below:
        if text[cursor:end].strip(_BLANKS) or not begin:
            return None
        at = begin - (2 if text[begin - 2 : begin] == "\r\n" else 1)
    at = len(text[:at].rstrip(_BLANKS))
    if not text.endswith(CLOSERS, 0, at):
        return None
    place = prompt_at(text, at, at, language)
    if place is None or place.kind != "comment" or place.end != at:
        return None
    return CursorPlace(place, cursor, below)


def cursor_edit(
    text: str,
    place: CursorPlace,
    html: str,
    comment: Literal["keep", "replace"],
    language: Language = HTML,
) -> CursorEdit | None:
    """Return the edit that a completion makes, None where it would lie outside of its line."""
    prompt, cursor = place.prompt, place.cursor
    if place.below:
        edit = _on_blank_line(text, place, html, language)
        if edit is None or comment == "keep":
            return CursorEdit(edit) if edit is not None else None
        return CursorEdit(edit, (_without_comment(text, place),))
    edit = build_edit(text, prompt, html, comment, language)
    if not line_start(text, cursor) <= edit.start <= cursor or edit.end > line_end(text, cursor):
        edit = build_edit(text, prompt, html, "keep", language)
    if not edit.start <= cursor or edit.end > line_end(text, cursor):
        return None
    # Behind the comment there may be blanks, and the cursor behind them.
    return CursorEdit(Edit(edit.start, max(edit.end, cursor), edit.new_text))


def _on_blank_line(text: str, place: CursorPlace, html: str, language: Language) -> Edit | None:
    below = build_edit(text, place.prompt, html, "keep", language)
    newline = newline_of(text)
    if below.start != below.end or not below.new_text.startswith(newline):
        return None
    markup = below.new_text.removeprefix(newline)
    start, end = line_start(text, place.cursor), line_end(text, place.cursor)
    typed = text[start : place.cursor]
    if markup.startswith(typed):
        start, markup = place.cursor, markup.removeprefix(typed)
    return Edit(start, end, markup)


def _without_comment(text: str, place: CursorPlace) -> Edit:
    """Return the edit that takes the comment away, with its lines where it has them alone."""
    start, end = place.prompt.start, place.prompt.end
    begin = line_start(text, start)
    if not text[begin:start].strip(_BLANKS):
        start, end = begin, line_start(text, place.cursor)
    return Edit(start, end, "")
