"""Finding the prompts of a page: comments that ask for markup, and selected plain text.

Whether one comment is a prompt is decided in ``tagwright.page.wording``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tagwright.markup.elements import FOREIGN_ROOTS, VERBATIM
from tagwright.markup.tokens import Token
from tagwright.page.comments import comment_body, comment_start, may_be_comment
from tagwright.page.languages import HTML, Language
from tagwright.page.positions import line_end, line_start
from tagwright.page.tokens import page_tokens
from tagwright.page.view import LARGE, View, follow, view_around
from tagwright.page.wording import LONGEST, is_prompt, prompt_text

_CLOSER_AFTER_TAG = re.compile(r"[.#]?[\w-]+")
_NO_PROMPTS = FOREIGN_ROOTS | {"pre", "listing"}


@dataclass(frozen=True)
class PromptPlace:
    """A prompt and where it stands: ``text[start:end]`` is the comment with its delimiters.

    text: the prompt's words. kind: ``"comment"`` or ``"selection"``.
    ordinal, count: this is the ordinal-th (from 0) of count prompts with the same words in the
    page; count 0 means not known. They tell equal comments apart after edits.
    """

    text: str
    start: int
    end: int
    kind: str
    ordinal: int = 0
    count: int = 0


def find_prompts(text: str, language: Language = HTML) -> list[PromptPlace]:
    """Return every comment prompt of the page, in order. Reads all of it, however long."""
    places = list(_prompts(View(text), language))
    counts = Counter(place.text for place in places)
    seen: Counter[str] = Counter()
    numbered = []
    for place in places:
        numbered.append(replace(place, ordinal=seen[place.text], count=counts[place.text]))
        seen[place.text] += 1
    return numbered


def prompt_at(text: str, start: int, end: int, language: Language = HTML) -> PromptPlace | None:
    """Return the prompt that the cursor (start == end) or selection touches, None for none.

    A comment is touched at its edges too, and from the blanks before it on its first line.
    Selected text without tags, outside of tags and of raw text, is a prompt itself.
    """
    start, end = sorted((start, end))
    # Editors ask at every move of the cursor, and reading a long page takes a while.
    if may_be_comment(text, line_start(text, start), line_end(text, end), language):
        view = _view(text, start, end, language)
        for place in find_prompts(text, language) if view.whole else _prompts(view, language):
            if not _touches(text, place, start, end):
                continue
            same = (place,) if view.whole else _same_prompts(text, place.text, language)
            return next((found for found in same if found.start == place.start), place)
    return _selected(text, start, end, language) if start < end else None


def find_again(text: str, place: PromptPlace, language: Language = HTML) -> PromptPlace | None:
    """Return the same prompt in the text as it is now, None if it is gone or can't be told apart.

    Of several comments with the same words it is the one with the same ordinal, as long as there
    are as many as before; a place of unknown count must be unique or not have moved.
    """
    if place.kind == "selection":
        return _selected_again(text, place, language)
    same = _same_prompts(text, place.text, language)
    if len(same) == 1 and place.count <= 1:
        return same[0]
    if place.count:
        return same[place.ordinal] if len(same) == place.count else None
    unmoved = [found for found in same if (found.start, found.end) == (place.start, place.end)]
    return unmoved[0] if unmoved else None


def _view(text: str, start: int, end: int, language: Language) -> View:
    return view_around(text, start, end, language, stack=language.scanner == "vue")


def _touches(text: str, place: PromptPlace, start: int, end: int) -> bool:
    first = line_start(text, place.start)
    if text[first : place.start].strip(" \t"):
        first = place.start
    return start <= place.end and end >= first


def _same_prompts(text: str, words: str, language: Language) -> list[PromptPlace]:
    """Return the comments with these words, with their numbers."""
    pattern = re.compile(comment_start(language) + _words_pattern(words).pattern)
    spans = [found.span() for found in pattern.finditer(text)] if len(text) > LARGE else []
    if len(text) <= LARGE or len(spans) * LARGE > len(text):
        return [place for place in find_prompts(text, language) if place.text == words]
    places: dict[int, PromptPlace] = {}
    for start, end in spans:
        view = _view(text, start, end, language)
        for place in _prompts(view, language):
            if place.text == words and place.start < end <= place.end:
                places[place.start] = place
    return [
        replace(place, ordinal=number, count=len(places))
        for number, (_, place) in enumerate(sorted(places.items()))
    ]


def _prompts(view: View, language: Language) -> Iterator[PromptPlace]:
    # Within pre, markup that is added would be shown; within svg, HTML would end the picture.
    verbatim = 0
    text = view.text
    stack = list(view.open)
    for token in page_tokens(text, language):
        if language.scanner == "vue":
            follow(stack, token)
        closed = token.slash and token.tag in FOREIGN_ROOTS
        if token.kind in ("start", "end") and token.tag in _NO_PROMPTS and not closed:
            verbatim = max(0, verbatim + (1 if token.kind == "start" else -1))
        if token.kind not in ("comment", "code") or not token.complete or verbatim:
            continue
        # What stands beside the template of a Vue component belongs to its build.
        if language.scanner == "vue" and stack[:1] != ["template"]:
            continue
        body = comment_body(text[token.start : token.end], language)
        if body is None or not is_prompt(body, markdown=language.scanner == "markdown"):
            continue
        if not _labels_end_tag(text, token, body):
            start, end = token.start + view.start, token.end + view.start
            yield PromptPlace(prompt_text(body), start, end, "comment")


def _labels_end_tag(text: str, token: Token, body: str) -> bool:
    """Whether the comment names the end tag before it, as in ``</div><!-- row -->``."""
    before = text[line_start(text, token.start) : token.start].rstrip(" \t")
    after = text[token.end : line_end(text, token.end)].strip(" \t")
    closes = re.search(r"</[a-zA-Z][\w-]*>\Z", before)
    return bool(closes and not after and _CLOSER_AFTER_TAG.fullmatch(body.strip()))


def _selected(text: str, start: int, end: int, language: Language) -> PromptPlace | None:
    chosen = text[start:end]
    start += len(chosen) - len(chosen.lstrip())
    end -= len(chosen) - len(chosen.rstrip())
    chosen = text[start:end]
    if not any(map(str.isalpha, chosen)) or len(chosen) > LONGEST or not language.comments:
        return None
    verbatim = False
    view = _view(text, start, end, language)
    for token in page_tokens(view.text, language):
        if token.kind in ("start", "end") and token.tag in VERBATIM:
            verbatim = token.kind == "start"
        first, last = token.start + view.start, token.end + view.start
        if first <= start < last:
            plain = token.kind == "text" and end <= last and not verbatim
            return PromptPlace(prompt_text(chosen), start, end, "selection") if plain else None
    return None


def _selected_again(text: str, place: PromptPlace, language: Language) -> PromptPlace | None:
    found = [match.span() for match in _words_pattern(place.text).finditer(text)]
    if (place.start, place.end) in found and len(found) == 1:
        return place
    moved = [_selected(text, *span, language) for span in found]
    return moved[0] if len(moved) == 1 else None


def _words_pattern(words: str) -> re.Pattern[str]:
    """Return what finds the words of a prompt in a page, however their lines are indented."""
    lines = map(re.escape, words.split("\n"))
    return re.compile(r"[ \t]*(?:\r\n|\n|\r)[\s*#/]*".join(lines))
