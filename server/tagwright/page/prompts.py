"""Finding the prompts of a page: comments that ask for markup, and selected plain text.

Whether one comment is a prompt is decided in ``tagwright.page.wording``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tagwright.markup.elements import FOREIGN_ROOTS, VERBATIM
from tagwright.markup.tokens import Token, scan
from tagwright.page.languages import HTML, Language
from tagwright.page.positions import line_end, line_start
from tagwright.page.wording import is_prompt, prompt_text

_LINE_END = re.compile(r"\r\n|\n|\r")
_CLOSER_AFTER_TAG = re.compile(r"[.#]?[\w-]+")
_LONGEST_SELECTION = 4000
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
    """Return every comment prompt of the page, in order."""
    places = list(_comment_prompts(text))
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
    for place in find_prompts(text) if _comment_near(text, start, end) else ():
        first = place.start
        begins = line_start(text, first)
        if not text[begins:first].strip(" \t"):
            first = begins
        if start <= place.end and end >= first:
            return place
    return _selected(text, start, end) if start < end else None


def _comment_near(text: str, start: int, end: int) -> bool:
    """Whether anything that looks like a comment touches the lines from start to end."""
    opened = text.rfind("<!--", 0, line_end(text, end))
    if opened < 0:
        return False
    closed = text.find("-->", opened)
    return closed < 0 or closed + len("-->") >= line_start(text, start)


def find_again(text: str, place: PromptPlace, language: Language = HTML) -> PromptPlace | None:
    """Return the same prompt in the text as it is now, None if it is gone or can't be told apart.

    Of several comments with the same words it is the one with the same ordinal, as long as there
    are as many as before; a place of unknown count must be unique or not have moved.
    """
    if place.kind == "selection":
        return _selected_again(text, place)
    same = [found for found in find_prompts(text) if found.text == place.text]
    if len(same) == 1 and place.count <= 1:
        return same[0]
    if place.count:
        return same[place.ordinal] if len(same) == place.count else None
    unmoved = [found for found in same if (found.start, found.end) == (place.start, place.end)]
    return unmoved[0] if unmoved else None


def _comment_prompts(text: str) -> Iterator[PromptPlace]:
    # Within pre, markup that is added would be shown; within svg, HTML would end the picture.
    verbatim = 0
    for token in scan(text, templates=True):
        closed = token.slash and token.tag in FOREIGN_ROOTS
        if token.kind in ("start", "end") and token.tag in _NO_PROMPTS and not closed:
            verbatim = max(0, verbatim + (1 if token.kind == "start" else -1))
        if token.kind != "comment" or not token.complete or verbatim:
            continue
        body = text[token.start + 4 : token.end - 3].removesuffix("-")
        if is_prompt(body) and not _labels_end_tag(text, token, body):
            yield PromptPlace(prompt_text(body), token.start, token.end, "comment")


def _labels_end_tag(text: str, token: Token, body: str) -> bool:
    """Whether the comment names the end tag before it, as in ``</div><!-- row -->``."""
    before = text[line_start(text, token.start) : token.start].rstrip(" \t")
    after = text[token.end : line_end(text, token.end)].strip(" \t")
    closes = re.search(r"</[a-zA-Z][\w-]*>\Z", before)
    return bool(closes and not after and _CLOSER_AFTER_TAG.fullmatch(body.strip()))


def _selected(text: str, start: int, end: int) -> PromptPlace | None:
    chosen = text[start:end]
    start += len(chosen) - len(chosen.lstrip())
    end -= len(chosen) - len(chosen.rstrip())
    chosen = text[start:end]
    if not any(map(str.isalpha, chosen)) or len(chosen) > _LONGEST_SELECTION:
        return None
    verbatim = False
    for token in scan(text, templates=True):
        if token.kind in ("start", "end") and token.tag in VERBATIM:
            verbatim = token.kind == "start"
        if token.start <= start < token.end:
            plain = token.kind == "text" and end <= token.end and not verbatim
            return PromptPlace(prompt_text(chosen), start, end, "selection") if plain else None
    return None


def _selected_again(text: str, place: PromptPlace) -> PromptPlace | None:
    lines = map(re.escape, place.text.split("\n"))
    pattern = re.compile(r"[ \t]*(?:\r\n|\n|\r)\s*".join(lines))
    found = [match.span() for match in pattern.finditer(text)]
    if (place.start, place.end) in found and len(found) == 1:
        return place
    moved = [_selected(text, *span) for span in found]
    return moved[0] if len(moved) == 1 else None
