"""The one edit that puts markup into a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from tagwright.markup.elements import BLOCK, PHRASING
from tagwright.markup.format import format_html
from tagwright.markup.gate import body_only
from tagwright.markup.tokens import scan
from tagwright.page.context import enclosing
from tagwright.page.indent import indent_unit, line_indent, newline_of
from tagwright.page.languages import HTML, Language
from tagwright.page.positions import line_end, line_start
from tagwright.page.prompts import PromptPlace

_BLANKS = " \t"
_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"\s*</p\s*>", re.IGNORECASE)


@dataclass(frozen=True)
class Edit:
    """Replace ``text[start:end]`` by ``new_text``; start == end is an insertion."""

    start: int
    end: int
    new_text: str


def build_edit(
    text: str,
    place: PromptPlace,
    html: str,
    comment: Literal["keep", "replace"],
    language: Language = HTML,
) -> Edit:
    """Return the edit that puts ``html`` below the comment, or in its place.

    The markup gets the document's indent unit and line break and the indentation of the comment's
    line, one level more if the comment stands behind a start tag on that line. Nothing else of the
    page changes, but for blanks at which a line is broken. A whole page that goes into a page is
    reduced to its body; what may not stand in a p goes below it, or replaces one that holds nothing
    but the prompt. A selection is always replaced.
    """
    if any(token.kind == "start" and token.tag in ("html", "body") for token in scan(text)):
        html = body_only(html)
    keep = comment == "keep" and place.kind == "comment"
    place = _out_of_paragraph(text, place, html, keep)
    return _below(text, place, html) if keep else _instead(text, place, html)


def apply_edit(text: str, edit: Edit) -> str:
    """Return the text with the edit made."""
    return text[: edit.start] + edit.new_text + text[edit.end :]


def _below(text: str, place: PromptPlace, html: str) -> Edit:
    newline = newline_of(text)
    indent = _markup_indent(text, place)
    markup = newline + format_html(html, indent_unit(text), indent, newline)
    end = line_end(text, place.end)
    rest = text[place.end : end]
    if not rest.strip(_BLANKS):
        return Edit(end, end, markup)
    after = end - len(rest.lstrip(_BLANKS))
    return Edit(place.end, after, markup + newline + _rest_indent(text, place, after, indent))


def _instead(text: str, place: PromptPlace, html: str) -> Edit:
    newline = newline_of(text)
    unit = indent_unit(text)
    begin, end = line_start(text, place.start), line_end(text, place.end)
    before, rest = text[begin : place.start], text[place.end : end]
    if not before.strip(_BLANKS) and not rest.strip(_BLANKS):
        indent = line_indent(text, place.start)
        return Edit(
            place.start, place.end, _without(indent, format_html(html, unit, indent, newline))
        )
    flat = format_html(html, unit, "", newline)
    if newline not in flat and _is_inline(text, place, html):
        return Edit(place.start, place.end, flat)
    indent = _markup_indent(text, place)
    start, new_text = place.start, format_html(html, unit, indent, newline)
    if before.strip(_BLANKS):
        start = begin + len(before.rstrip(_BLANKS))
        new_text = newline + new_text
    else:
        new_text = _without(indent, new_text)
    after = place.end
    if rest.strip(_BLANKS):
        after = end - len(rest.lstrip(_BLANKS))
        new_text += newline + _rest_indent(text, place, after, indent)
    return Edit(start, after, new_text)


def _out_of_paragraph(text: str, place: PromptPlace, html: str, keep: bool) -> PromptPlace:
    """Return the place widened to its p where that ends behind it and may not hold the markup.

    A block in a p would end it, and leave its end tag stray.
    """
    end = _PARAGRAPH_END.match(text, place.end)
    blocks = any(token.kind == "start" and token.tag in BLOCK for token in scan(html))
    if end is None or not blocks or enclosing(text, place.start)[-1:] != ["p"]:
        return place
    starts = list(_PARAGRAPH.finditer(text, 0, place.start))
    if not starts or (not keep and text[starts[-1].end() : place.start].strip()):
        return place
    return replace(place, start=starts[-1].start(), end=end.end())


def _without(indent: str, lines: str) -> str:
    return lines.removeprefix(indent)


def _is_inline(text: str, place: PromptPlace, html: str) -> bool:
    """Whether markup of one line may stay on the comment's line: phrasing, or alone in its tag."""
    tags = [token.tag for token in scan(html) if token.kind == "start"]
    before, after = text[: place.start].rstrip(_BLANKS), text[place.end :].lstrip(_BLANKS)
    return all(tag in PHRASING for tag in tags) or (before[-1:] == ">" and after[:2] == "</")


def _opened_on_line(text: str, place: PromptPlace) -> int:
    """Return how many elements are open at the comment that were not at its line's beginning."""
    begin = line_start(text, place.start)
    if not text[begin : place.start].strip(_BLANKS):
        return 0
    before, now = enclosing(text, begin), enclosing(text, place.start)
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    return len(now) - same


def _markup_indent(text: str, place: PromptPlace) -> str:
    base = line_indent(text, place.start)
    return base + indent_unit(text) if _opened_on_line(text, place) else base


def _rest_indent(text: str, place: PromptPlace, after: int, indent: str) -> str:
    """Return the indentation of what stood behind the comment, now on a line of its own."""
    return line_indent(text, place.start) if text.startswith("</", after) else indent
