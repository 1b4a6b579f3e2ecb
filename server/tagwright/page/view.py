"""The part of a page that is read: all of a page of common size, the surroundings in a huge one.

An editor asks at every move of the cursor, so the work must not grow with the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tagwright.markup.elements import HEADINGS, VOID, implied_ends, matching_open
from tagwright.markup.tokens import Token
from tagwright.page.languages import HTML, Language

LARGE = 200_000
"""Characters up to which a page is read as a whole."""
_REACH = LARGE // 4
# How far before the view open elements are looked for, by their names alone.
_FAR = 1_000_000
_RAW = ("script", "style", "textarea", "pre", "svg")
_TAG = re.compile(
    r"<!--.*?-->|<(script|style|textarea)\b.*?</\1|<(/?)([a-zA-Z][\w:.-]*)[^<>]*", re.DOTALL
)
_DECLARATION = re.compile(r"\n(?=(?:export|function|const|class|let)\s)")
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)


@dataclass(frozen=True)
class View:
    """A part of a page.

    start: offset of ``text`` in the page. open: names of the elements open there, outermost first.
    heading: level of the last heading before it, 0 for none. whole: it is the whole page.
    """

    text: str
    start: int = 0
    open: tuple[str, ...] = ()
    heading: int = 0
    whole: bool = True


def view_around(
    text: str, start: int, end: int, language: Language = HTML, *, stack: bool = True
) -> View:
    """Return what is to be read to know the place ``text[start:end]``.

    stack: whether the elements open at its beginning are wanted too.
    """
    if len(text) <= LARGE:
        return View(text)
    begin = _resume(text, start, language) if start > _REACH else 0
    part = text[begin : end + _REACH]
    if language.scanner in ("jsx", "markdown") or not begin or not stack:
        return View(part, begin, whole=False)
    names, heading = _far_stack(text, begin)
    return View(part, begin, tuple(names), heading, whole=False)


def follow(stack: list[str], token: Token) -> None:
    """Bring the stack of open elements past one token."""
    if token.kind == "start" and token.complete:
        # A slash closes nothing in HTML, only in SVG and MathML; but nobody writes "<div/>" in a
        # page and goes on inside it, while components of template languages do end that way.
        _open(stack, token.tag, token.slash)
    elif token.kind == "end":
        _close(stack, token.tag)


def _open(stack: list[str], tag: str, slash: bool) -> None:
    ended = implied_ends(stack, tag)
    if ended:
        del stack[-ended:]
    if tag not in VOID and not slash:
        stack.append(tag)


def _close(stack: list[str], tag: str) -> None:
    index = matching_open(stack, tag)
    if index is not None:
        del stack[index:]


def _resume(text: str, start: int, language: Language) -> int:
    """Return where reading can begin before ``start``: at a line that is neither code nor text of
    a script, a comment and the like."""
    at = start - _REACH
    if language.scanner == "jsx":
        found = _DECLARATION.search(text, at, start)
        return found.end() if found else 0
    if language.scanner == "markdown":
        blank = text.find("\n\n", at, start)
        at = blank + 1 if blank >= 0 else at
        fences = [found.start() for found in _FENCE.finditer(text, 0, at)]
        return fences[-1] if len(fences) % 2 else at
    comment = text.rfind("<!--", max(0, at - _FAR), at)
    if comment >= 0 and text.find("-->", comment, at) < 0:
        return comment
    for name in _RAW:
        opened = text.rfind(f"<{name}", max(0, at - _FAR), at)
        if opened >= 0 and text.find(f"</{name}", opened, at) < 0:
            return opened
    line = re.compile(r"\n(?=[ \t]*</?[a-zA-Z])").search(text, at, start)
    return line.end() if line else at


def _far_stack(text: str, begin: int) -> tuple[list[str], int]:
    stack: list[str] = []
    heading = 0
    for found in _TAG.finditer(text, max(0, begin - _FAR), begin):
        closing, name = found[2], found[3]
        if name is None:
            continue
        tag = name.lower()
        if closing:
            _close(stack, tag)
            continue
        _open(stack, tag, found.group().endswith("/"))
        if tag in HEADINGS:
            heading = int(tag[1])
    # Headings are few, and quick to look for however far away.
    last = max(HEADINGS, key=lambda name: text.rfind(f"<{name}", 0, begin))
    if not heading and text.rfind(f"<{last}", 0, begin) >= 0:
        heading = int(last[1])
    return stack, heading
