"""The p that a place stands in, with its end tag."""

from __future__ import annotations

from dataclasses import dataclass

from tagwright.markup.elements import implied_ends, matching_open
from tagwright.page.languages import HTML, Language
from tagwright.page.tokens import page_tokens
from tagwright.page.view import follow, view_around

# Within these, blocks don't end a p around them (HTML, 13.2.4.2: button scope).
_SCOPE = frozenset(
    {"button", "caption", "object", "td", "th", "template", "marquee", "applet", "svg", "math"}
)


@dataclass(frozen=True)
class Paragraph:
    """Offsets: ``text[start:end]`` is the element, the content lies between its tags."""

    start: int
    content_start: int
    content_end: int
    end: int


def paragraph_at(text: str, start: int, end: int, language: Language = HTML) -> Paragraph | None:
    """Return the p around ``text[start:end]`` that a block there would end.

    None where there is no such p, and for one without an end tag: it ends where the block begins.
    """
    view = view_around(text, start, end, language)
    stack = list(view.open)
    opened: tuple[int, int] | None = None
    depth = -1
    for token in page_tokens(view.text, language):
        first, last = token.start + view.start, token.end + view.start
        if first >= start and depth < 0:
            names = stack[::-1]
            inner = names[: names.index("p")] if "p" in names else names
            if "p" not in names or _SCOPE & set(inner) or opened is None:
                return None
            depth = len(stack) - 1 - names.index("p")
        if depth >= 0 and first >= end:
            if token.kind == "end" and matching_open(stack, token.tag) == depth:
                if token.tag != "p":
                    return None
                return Paragraph(opened[0], opened[1], first, last) if opened else None
            if token.kind == "start" and len(stack) - implied_ends(stack, token.tag) <= depth:
                return None
        follow(stack, token)
        if len(stack) <= depth:
            return None
        if depth < 0 and token.kind == "start" and token.tag == "p":
            opened = (first, last)
    return None
