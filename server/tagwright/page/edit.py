"""The one edit that puts markup into a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tagwright.markup.elements import BLOCK, PHRASING
from tagwright.markup.gate import body_only
from tagwright.markup.tokens import scan
from tagwright.page.context import enclosing
from tagwright.page.dialect import Style, style_of, write_markup
from tagwright.page.indent import line_indent
from tagwright.page.languages import HTML, Language
from tagwright.page.paragraph import Paragraph, paragraph_at
from tagwright.page.positions import line_end, line_start
from tagwright.page.prompts import PromptPlace
from tagwright.page.tokens import page_tokens

_BLANKS = " \t"
_HEAD = 20_000
_NEAR = 100_000
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)(?=[ \t]*(?:\r\n|\n|\r|\Z))")
_BREAKS = re.compile(r"[ \t]*(?:\r\n|\n|\r)")


@dataclass(frozen=True)
class Edit:
    """Replace ``text[start:end]`` by ``new_text``; start == end is an insertion."""

    start: int
    end: int
    new_text: str


@dataclass(frozen=True)
class _Page:
    """A page with what is known of it."""

    text: str
    language: Language
    style: Style

    def write(self, html: str, indent: str) -> str:
        return write_markup(html, self.style, indent, self.language)

    def rest(self, end: int) -> str:
        return self.text[end : line_end(self.text, end)]


def build_edit(
    text: str,
    place: PromptPlace,
    html: str,
    comment: Literal["keep", "replace"],
    language: Language = HTML,
) -> Edit:
    """Return the edit that puts ``html`` below the comment, or in its place.

    html: what the gate returned; it is written as the language takes it (JSX, escaped template
    code). The markup gets the document's indent unit, quotes and line break and the indentation of
    the comment's line, one level more if the comment stands behind a start tag on that line.
    Nothing else of the page changes, but for blanks at which a line is broken. A whole page that
    goes into a page, or into a language that has no pages, is reduced to its body; what may not
    stand in a p goes below it, or replaces one that holds nothing but the prompt. A selection is
    always replaced.
    """
    if not language.takes_documents or _has_shell(text, language):
        html = body_only(html)
    near = text[max(0, place.start - _NEAR) : place.end + _NEAR]
    page = _Page(text, language, style_of(near, language))
    keep = comment == "keep" and place.kind == "comment"
    if language.scanner == "markdown":
        return _as_block(page, place, html, keep)
    blocks = any(token.kind == "start" and token.tag in BLOCK for token in scan(html))
    paragraph = paragraph_at(text, place.start, place.end, language) if blocks else None
    if paragraph is not None:
        return _behind_paragraph(page, place, paragraph, html, keep)
    if keep:
        return _below(page, place.end, html, _markup_indent(page, place.start))
    return _instead(page, place.start, place.end, html)


def apply_edit(text: str, edit: Edit) -> str:
    """Return the text with the edit made."""
    return text[: edit.start] + edit.new_text + text[edit.end :]


def _has_shell(text: str, language: Language) -> bool:
    tokens = page_tokens(text[:_HEAD], language)
    return any(token.kind == "start" and token.tag in ("html", "body") for token in tokens)


def _below(page: _Page, place_end: int, html: str, indent: str) -> Edit:
    """Insert the markup on lines of its own behind an offset."""
    newline = page.style.newline
    markup = newline + page.write(html, indent)
    rest = page.rest(place_end)
    end = place_end + len(rest)
    if not rest.strip(_BLANKS):
        return Edit(end, end, markup)
    after = end - len(rest.lstrip(_BLANKS))
    return Edit(place_end, after, markup + newline + _rest_indent(page, place_end, after, indent))


def _instead(page: _Page, start: int, place_end: int, html: str) -> Edit:
    text, newline = page.text, page.style.newline
    begin = line_start(text, start)
    before, rest = text[begin:start], page.rest(place_end)
    end = place_end + len(rest)
    if not before.strip(_BLANKS) and not rest.strip(_BLANKS):
        indent = line_indent(text, start)
        return Edit(start, place_end, page.write(html, indent).removeprefix(indent))
    flat = page.write(html, "")
    if newline not in flat and _is_inline(text, start, place_end, html):
        return Edit(start, place_end, flat)
    indent = _markup_indent(page, start)
    new_text = page.write(html, indent)
    if before.strip(_BLANKS):
        start = begin + len(before.rstrip(_BLANKS))
        new_text = newline + new_text
    else:
        new_text = new_text.removeprefix(indent)
    after = place_end
    if rest.strip(_BLANKS):
        after = end - len(rest.lstrip(_BLANKS))
        new_text += newline + _rest_indent(page, start, after, indent)
    return Edit(start, after, new_text)


def _behind_paragraph(
    page: _Page, place: PromptPlace, paragraph: Paragraph, html: str, keep: bool
) -> Edit:
    """Put blocks behind the p that the prompt stands in: within, they would end it."""
    text = page.text
    if not keep and not _words_beside(text, place, paragraph):
        return _instead(page, paragraph.start, paragraph.end, html)
    behind = _below(page, paragraph.end, html, line_indent(text, paragraph.start))
    if keep:
        return behind
    # Without the comment, one of the blanks around it is left.
    start, end = place.start, place.end
    if text[start - 1 : start] in (" ", "\t", "") and text[end : end + 1] in (" ", "\t"):
        end += 1
    return Edit(start, behind.end, text[end : behind.start] + behind.new_text)


def _words_beside(text: str, place: PromptPlace, paragraph: Paragraph) -> bool:
    inside = text[paragraph.content_start : place.start] + text[place.end : paragraph.content_end]
    return bool(inside.strip())


def _as_block(page: _Page, place: PromptPlace, html: str, keep: bool) -> Edit:
    """Put the markup between blank lines, behind the block of text that the prompt stands in."""
    text, newline = page.text, page.style.newline
    begin = line_start(text, place.start)
    indent = line_indent(text, place.start)
    alone = not text[begin : place.start].strip(_BLANKS) and not page.rest(place.end).strip(_BLANKS)
    if alone and not keep:
        above = text[:begin]
        separate = not above.strip() or _BREAKS.fullmatch(above[_last_line(above) :]) is not None
        markup = page.write(html, indent)
        lead = markup.removeprefix(indent) if separate else newline + markup
        start = place.start if separate else begin
        end = line_end(text, place.end)
        return Edit(start, end, lead + _blank_below(text, end, newline))
    end = line_end(text, place.end)
    if not alone:
        blank = _BLANK_LINE.search(text, place.end)
        end = blank.start() if blank else len(text.rstrip("\r\n \t"))
        end = max(end, place.end)
    markup = newline * 2 + page.write(html, indent) + _blank_below(text, end, newline)
    if keep:
        return Edit(end, end, markup)
    rest = text[place.end : end]
    start = place.start
    if not rest or rest[0] in "\r\n":
        start = begin + len(text[begin:start].rstrip(_BLANKS))
    return Edit(start, end, rest.removeprefix(" ") + markup)


def _last_line(text: str) -> int:
    """Return where the last line of a text that ends in a line break begins."""
    return line_start(text, max(0, len(text) - (2 if text.endswith("\r\n") else 1)))


def _blank_below(text: str, end: int, newline: str) -> str:
    """Return the line break that is missing to a blank line behind an offset."""
    below = text[end:]
    if not below.strip():
        return ""
    line = _BREAKS.match(below)
    return "" if line and _BREAKS.match(below, line.end()) else newline


def _is_inline(text: str, start: int, end: int, html: str) -> bool:
    """Whether markup of one line may stay on the comment's line: phrasing, or alone in its tag."""
    tags = [token.tag for token in scan(html) if token.kind == "start"]
    before = text[line_start(text, start) : start].rstrip(_BLANKS)
    after = text[end : line_end(text, end)].lstrip(_BLANKS)
    return all(tag in PHRASING for tag in tags) or (before[-1:] == ">" and after[:2] == "</")


def _opened_on_line(page: _Page, offset: int) -> int:
    """Return how many elements are open at a place that were not at its line's beginning."""
    begin = line_start(page.text, offset)
    if not page.text[begin:offset].strip(_BLANKS):
        return 0
    before = enclosing(page.text, begin, page.language)
    now = enclosing(page.text, offset, page.language)
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    return len(now) - same


def _markup_indent(page: _Page, offset: int) -> str:
    base = line_indent(page.text, offset)
    return base + page.style.unit if _opened_on_line(page, offset) else base


def _rest_indent(page: _Page, offset: int, after: int, indent: str) -> str:
    """Return the indentation of what stood behind the comment, now on a line of its own."""
    return line_indent(page.text, offset) if page.text.startswith("</", after) else indent
