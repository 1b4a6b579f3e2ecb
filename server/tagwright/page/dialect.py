"""Markup as a language takes it: formatted, in the page's style, nothing read as template code."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from tagwright.markup.elements import ESCAPABLE_TEXT
from tagwright.markup.format import format_html
from tagwright.markup.jsx import quoted, to_jsx
from tagwright.markup.tokens import Token, scan
from tagwright.markup.tree import Element, Node, is_blank, parse, serialise, walk
from tagwright.page.indent import indent_unit, newline_of
from tagwright.page.languages import HTML, Language

_QUOTED = re.compile(r"[\s\"'][\w:@.-]+=([\"'])[^\"'<>]*\1(?=[\s/>])")
_PLAIN_NAME = re.compile(r"(?:(?:xlink|xml|xmlns):)?(?!v-)[A-Za-z_][\w.-]*")
_ENOUGH_QUOTES = 3
_COLUMNS = 3
_PIECES = frozenset({"script", "style"})


@dataclass(frozen=True)
class Style:
    """How a page is written. unit: one level of indentation. newline: the line break.

    quote: what attribute values are quoted with, ``"`` or ``'``.
    """

    unit: str = "  "
    newline: str = "\n"
    quote: str = '"'


def style_of(text: str, language: Language = HTML) -> Style:
    """Return the style that a text shows, with the defaults where it shows none."""
    # Indentation of 4 and more is code in Markdown: levels are one column there.
    unit = " " if language.scanner == "markdown" else indent_unit(text)
    counts = Counter(_QUOTED.findall(text))
    single = counts["'"] >= _ENOUGH_QUOTES and counts["'"] > 2 * counts['"']
    return Style(unit, newline_of(text), "'" if single else '"')


def write_markup(html: str, style: Style, indent: str = "", language: Language = HTML) -> str:
    """Return well-formed HTML as it goes into a page, without a line break at its end.

    indent: what each line begins with, the first too.
    """
    if language.scanner in ("vue", "svelte"):
        html = _without_programs(html)
    if language.scanner in ("vue", "svelte", "jsx") and "<table" in html:
        html = _with_table_bodies(html)
    lines = format_html(html, style.unit, indent, "\n")
    if language.scanner == "jsx":
        return to_jsx(lines, style.quote).replace("\n", style.newline)
    if language != HTML or style.quote != '"':
        lines = _escaped(lines, language, style.quote)
    if language.scanner == "markdown":
        lines = _as_one_block(lines, indent)
    return lines.replace("\n", style.newline)


def _without_programs(html: str) -> str:
    """Leave out scripts and style sheets, unless there is nothing else: templates take none."""
    kept: list[str] = []
    inside = False
    for token in scan(html):
        begins = token.kind == "start" and token.tag in _PIECES
        if not (inside or begins):
            kept.append(html[token.start : token.end])
        inside = begins or (inside and token.kind != "end")
    rest = "".join(kept)
    return rest if "<" in rest else html


def _with_table_bodies(html: str) -> str:
    """Write out the tbody that a parser of HTML would add: a component's tree has none."""
    nodes = parse(html).nodes
    for table in walk(nodes):
        if table.name != "table":
            continue
        children: list[Node] = []
        for child in table.children:
            last = children[-1] if children else None
            loose = isinstance(child, Element) and child.name == "tr"
            if loose and not (isinstance(last, Element) and last.name == "tbody"):
                last = Element("tbody")
                children.append(last)
            if loose and isinstance(last, Element):
                last.children.append(child)
            elif not is_blank(child):
                children.append(child)
        table.children = children
    return serialise(nodes)


def _escaped(html: str, language: Language, quote: str) -> str:
    starts = [_start_pattern(opener) for opener in language.reserved]
    pattern = re.compile("|".join(starts) or r"(?!)")
    out = []
    for token in scan(html):
        source = html[token.start : token.end]
        if token.kind == "start":
            attrs = token.attrs
            if language.scanner != "html":
                attrs = tuple(item for item in attrs if _is_plain(item[0], language))
            out.append(_tag(token._replace(attrs=attrs), pattern, quote))
        elif token.kind == "text" or (token.kind == "raw" and token.tag in ESCAPABLE_TEXT):
            out.append(pattern.sub(_reference, source))
        elif token.kind in ("raw", "comment") and language.scanner == "html":
            # No character references there; a blank keeps the two characters apart.
            out.append(pattern.sub(lambda m: m[0] if m[0] == "@" else f"{m[0]} ", source))
        else:
            out.append(source)
    return "".join(out)


def _is_plain(name: str, language: Language) -> bool:
    """Whether an attribute is one, and no directive or event handler of a component."""
    handler = language.scanner == "svelte" and name.startswith("on")
    return bool(_PLAIN_NAME.fullmatch(name)) and not handler


def _start_pattern(opener: str) -> str:
    """Match the first character of what would begin template code."""
    if opener == "@":
        return r"(?<!\w)@(?=\w)"
    rest = f"(?={re.escape(opener[1:])})" if opener[1:] else ""
    return re.escape(opener[0]) + rest


def _reference(match: re.Match[str]) -> str:
    return "&lt;" if match[0] == "<" else f"&#{ord(match[0])};"


def _tag(token: Token, pattern: re.Pattern[str], quote: str) -> str:
    parts = [token.name]
    for name, value in token.attrs:
        written = None if value is None else quoted(pattern.sub(_reference, value), quote)
        parts.append(name if written is None else f"{name}={written}")
    return f"<{' '.join(parts)}{'/' if token.slash else ''}>"


def _as_one_block(lines: str, indent: str) -> str:
    """Keep Markdown from seeing the block's end or code in it: blank lines, deep indentation."""
    out: list[str] = []
    verbatim = False
    for line in lines.split("\n"):
        started = verbatim
        verbatim = _is_verbatim(line, verbatim)
        if started and line.strip():
            out.append(line)
        elif started:
            # As a reference, the line break stands for the blank line.
            out[-1] += "&#10;"
        elif line.strip():
            content = line.removeprefix(indent).lstrip(" ")
            depth = len(line) - len(indent) - len(content)
            out.append(indent + " " * min(depth, _COLUMNS) + content)
    return "\n".join(out)


def _is_verbatim(line: str, verbatim: bool) -> bool:
    """Whether the line after this one is content of a pre or textarea."""
    for closing in re.findall(r"<(/?)(?:pre|textarea)\b", line):
        verbatim = not closing
    return verbatim
