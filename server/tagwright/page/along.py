"""Typing along an answer: the user writes what the ghost text shows, and sees the rest of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagwright.markup.elements import VOID, matching_open
from tagwright.markup.tokens import scan
from tagwright.page.edit import Edit, apply_edit, build_edit
from tagwright.page.languages import HTML, Language
from tagwright.page.positions import line_end
from tagwright.page.prompts import PromptPlace, prompt_at

_LONGEST = 2000
_END_TAG = re.compile(r"</([a-zA-Z][\w-]*)\s*>")
_COMMENT_END = re.compile(r"-->|%>|\?>|#\}|%\}|\}\}|\*/\}")


@dataclass(frozen=True)
class Typed:
    """What was typed below a comment.

    text: what was typed. page: the document without it, nor the end tags that the editor closed it
    with. start: where it begins. closers: those end tags, right of the cursor.
    """

    prompt: PromptPlace
    text: str
    page: str
    start: int
    cursor: int
    closers: str


def typed_below(text: str, cursor: int, language: Language = HTML) -> Typed | None:
    """Return what stands between the last prompt comment above and the cursor."""
    begin = max(0, cursor - _LONGEST)
    ends = [found.end() for found in _COMMENT_END.finditer(text, begin, cursor)]
    if not ends:
        return None
    place = prompt_at(text, ends[-1], ends[-1], language)
    if place is None or place.kind != "comment" or place.end != ends[-1]:
        return None
    typed = text[place.end : cursor]
    closers = _closers(typed, text[cursor : line_end(text, cursor)])
    if closers is None or not typed.strip():
        return None
    page = text[: place.end] + text[cursor + len(closers) :]
    return Typed(place, typed, page, place.end, cursor, closers)


def rest_of(typed: Typed, html: str, language: Language = HTML) -> Edit | None:
    """Return the insertion at the cursor that completes the answer, None if what was typed is not
    its beginning."""
    page, start = typed.page, typed.start
    result = apply_edit(page, build_edit(page, typed.prompt, html, "keep", language))
    before, after = typed.text, typed.closers + page[start:]
    end = len(result) - len(after)
    begin = start + len(before)
    if not result.startswith(page[:start] + before) or not result.endswith(after) or end <= begin:
        return None
    return Edit(typed.cursor, typed.cursor, result[begin:end])


def _closers(typed: str, rest: str) -> str | None:
    """Return the end tags at the beginning of ``rest`` that close what was typed.

    None where something else stands there.
    """
    stack: list[str] = []
    for token in scan(typed, templates=True):
        if token.kind == "start" and token.complete and token.tag not in VOID and not token.slash:
            stack.append(token.tag)
        elif token.kind == "end":
            index = matching_open(stack, token.tag)
            if index is not None:
                del stack[index:]
    at = 0
    while stack and (found := _END_TAG.match(rest, at)) and found.group(1).lower() == stack[-1]:
        stack.pop()
        at = found.end()
    return None if rest[at:].strip() else rest[:at]
