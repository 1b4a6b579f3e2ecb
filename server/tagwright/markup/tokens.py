"""A tolerant HTML tokenizer with offsets, for pages that are being typed and for model answers.

Why not the standard library's ``html.parser`` or html5lib's tokenizer: both forget what is needed
here (where a token stands, whether it was cut off, a bare attribute against an empty one, the
letter case of SVG names), neither knows template code, ``html.parser`` answers differently in
different patch releases of Python, and html5lib's tokenizer is a private module. What comes out
of the gate is judged by html5lib's strict parser all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tagwright.markup.elements import ESCAPABLE_TEXT, FOREIGN_ROOTS, RAW_TEXT

Kind = Literal["text", "raw", "start", "end", "comment", "declaration", "code"]


class Token(NamedTuple):
    """One piece of source, ``text[start:end]``; the pieces follow each other without gaps.

    kind: ``raw`` is the content of script, textarea and the like; ``code`` is template code.
    name: tag name as written. attrs: names and values as written, None for a bare attribute.
    slash: the tag ended with ``/>``. complete: False if the text ended inside this token.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    attrs: tuple[tuple[str, str | None], ...] = ()
    slash: bool = False
    complete: bool = True

    @property
    def tag(self) -> str:
        """The tag name in lower case."""
        return self.name.lower()


_MARKUP = re.compile(r"<(?=[a-zA-Z!?]|/[^ \t\n\f\r])")
_MARKUP_OR_CODE = re.compile(r"<(?=[a-zA-Z!?%]|/[^ \t\n\f\r])|\{(?=[{%#]|!!)")
_NAME = re.compile(r"[a-zA-Z][^ \t\n\f\r/><]*")
_BETWEEN = re.compile(r"[ \t\n\f\r/]*")
_BLANKS = re.compile(r"[ \t\n\f\r]*")
_ATTRIBUTE = re.compile(r"=?[^ \t\n\f\r/><={]*\{?")
_UNQUOTED_STOP = re.compile(r"[ \t\n\f\r>]")
_COMMENT_END = re.compile(r"--!?>")
_CODE = (
    ("{{!--", "--}}"),
    ("{{~!--", "--}}"),
    ("{{--", "--}}"),
    ("{{/*", "*/}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("{#", "#}"),
    ("{!!", "!!}"),
    ("<%--", "--%>"),
    ("<%!--", "--%>"),
    ("<%", "%>"),
    ("<?", "?>"),
)
_OPENER = re.compile("|".join(re.escape(opener) for opener, _ in _CODE))
# Template code that may hold a comment of the page, because it is one itself.
_COMMENTING = ("{{!--", "{{~!--", "{{--", "{{/*")
# Liquid and Django tags whose content is no markup of the page up to their own end tag.
_BLOCK_TAG = re.compile(r"\{%-?\s*(comment|schema|javascript|stylesheet|doc)\b[^%]*%\}")
# Braces are common in text and scripts; a lone pair must not hide, or search, the whole page.
_LONGEST_BRACES = 4000


def scan(text: str, *, templates: bool = False) -> Iterator[Token]:
    """Yield the tokens of ``text``; never raises.

    templates: take ``{{ }}``, ``{% %}``, ``{# #}``, ``{!! !!}``, ``<% %>`` and ``<? ?>`` as code,
    also inside tags and attribute values, and ``{% comment %}`` with all that it comments out.
    """
    position = 0
    foreign = 0
    while position < len(text):
        token = _token(text, position, templates)
        yield token
        position = token.end
        if token.kind == "end" and token.tag in FOREIGN_ROOTS:
            foreign = max(0, foreign - 1)
        if token.kind != "start" or not token.complete or (foreign and token.slash):
            continue
        if token.tag in FOREIGN_ROOTS and not token.slash:
            foreign += 1
        if token.tag in RAW_TEXT or token.tag in ESCAPABLE_TEXT:
            raw = _raw(text, position, token.tag)
            if raw is not None and raw.end > raw.start:
                yield raw
                position = raw.end


def _token(text: str, position: int, templates: bool) -> Token:
    found = (_MARKUP_OR_CODE if templates else _MARKUP).search(text, position)
    if found is None or found.start() > position:
        return Token("text", position, found.start() if found else len(text))
    if templates:
        end = _code_end(text, position)
        if end is not None:
            return Token("code", position, end)
        if text[position] == "{" or text.startswith("<%", position):
            return Token("text", position, position + 1)
    if text.startswith("<!--", position):
        return _comment(text, position)
    if text.startswith("<![CDATA[", position):
        return _until(text, position, "]]>")
    if text[position + 1] in "!?":
        return _until(text, position, ">")
    return _tag(text, position, templates)


def _comment(text: str, position: int) -> Token:
    for empty in ("<!-->", "<!--->"):
        if text.startswith(empty, position):
            return Token("comment", position, position + len(empty))
    end = _COMMENT_END.search(text, position + 4)
    if end is None:
        return Token("comment", position, len(text), complete=False)
    return Token("comment", position, end.end())


def _until(text: str, position: int, closer: str) -> Token:
    end = text.find(closer, position)
    if end < 0:
        return Token("declaration", position, len(text), complete=False)
    return Token("declaration", position, end + len(closer))


def _code_end(text: str, position: int) -> int | None:
    """Return where the template code that begins here ends, None if none does."""
    if _OPENER.match(text, position) is None:
        return None
    block = _BLOCK_TAG.match(text, position)
    if block is not None:
        closed = re.compile(rf"\{{%-?\s*end{block[1]}\s*-?%\}}").search(text, block.end())
        if closed is not None:
            return closed.end()
    for opener, closer in _CODE:
        if not text.startswith(opener, position):
            continue
        stop = position + _LONGEST_BRACES if opener[0] == "{" else len(text)
        start = position + len(opener)
        end = text.find(closer, start, stop)
        if end >= 0 and (opener[0] == "<" or _may_hold(opener, text[start:end])):
            return end + len(closer)
    # PHP allows a file to end without the closing tag; else it is only text.
    unclosed = text.startswith("<?php", position) and text.find("?>", position) < 0
    return len(text) if unclosed else None


def _may_hold(opener: str, content: str) -> bool:
    """Whether braces this far apart belong together: a lone one must not hide a comment."""
    if opener in _COMMENTING or "<!--" not in content:
        return True
    whole = content.count("<!--") == content.count("-->") and opener not in content
    return opener == "{#" and whole


def _raw(text: str, position: int, name: str) -> Token | None:
    end = re.compile(rf"</{name}(?=[ \t\n\f\r/>]|\Z)", re.IGNORECASE).search(text, position)
    if end is not None:
        return Token("raw", position, end.start(), name)
    if name in ("script", "style"):
        return Token("raw", position, len(text), name, complete=False)
    # An unclosed title or textarea must not swallow the page that stands below it.
    return None


def _tag(text: str, position: int, templates: bool) -> Token:
    closing = text[position + 1] == "/"
    named = _NAME.match(text, position + 2 if closing else position + 1)
    if named is None:
        return _until(text, position, ">")
    kind: Kind = "end" if closing else "start"
    name = named.group()
    attrs: list[tuple[str, str | None]] = []
    at = named.end()
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if at >= len(text):
            return Token(kind, position, len(text), name, tuple(attrs), complete=False)
        if text[at] == ">":
            slash = text[at - 1] == "/"
            return Token(kind, position, at + 1, name, tuple(attrs), slash)
        code = _code_end(text, at) if templates and text[at] in "<{" else None
        if code is not None:
            at = code
        elif text[at] == "<":
            # "<div <p>": the bracket was forgotten, or is still to be typed.
            return Token(kind, position, at, name, tuple(attrs))
        else:
            at, attribute = _attribute(text, at, templates)
            if attribute is None:
                return Token(kind, position, len(text), name, tuple(attrs), complete=False)
            attrs.append(attribute)


def _attribute(text: str, at: int, templates: bool) -> tuple[int, tuple[str, str | None] | None]:
    """Read one attribute; None for one that the text ended in."""
    named = _ATTRIBUTE.match(text, at)
    after = max(named.end() if named else 0, at + 1)
    name = text[at:after]
    if templates and name.endswith("{"):
        code = _code_end(text, after - 1)
        if code is not None:
            after = code
            name = text[at:after]
    blanks = _BLANKS.match(text, after)
    equals = blanks.end() if blanks else after
    if not text.startswith("=", equals):
        return after, (name, None)
    blanks = _BLANKS.match(text, equals + 1)
    start = blanks.end() if blanks else equals + 1
    if start >= len(text):
        return start, None
    if text[start] in "\"'":
        end = _quote_end(text, start, templates)
        if end is None:
            return len(text), None
        value = text[start + 1 : end]
        return (end if text[end] == ">" else end + 1), (name, value)
    end = _unquoted_end(text, start, templates)
    if end >= len(text):
        return end, None
    return end, (name, text[start:end])


def _quote_end(text: str, start: int, templates: bool) -> int | None:
    """Return the offset of the closing quote, or of the ``>`` at which a forgotten one belongs."""
    quote = text[start]
    bracket = -1
    at = start + 1
    while at < len(text):
        char = text[at]
        code = _code_end(text, at) if templates and char in "<{" else None
        if code is not None:
            at = code
            continue
        if char == quote:
            after = text[at + 1 : at + 2]
            # "<a href="x>..</a><a href="y">": the quote found belongs to the next attribute.
            misplaced = bracket >= 0 and after and after not in " \t\n\f\r/>"
            return bracket if misplaced else at
        if char == ">" and bracket < 0:
            bracket = at
        at += 1
    return bracket if bracket >= 0 else None


def _unquoted_end(text: str, start: int, templates: bool) -> int:
    at = start
    while at < len(text) and not _UNQUOTED_STOP.match(text, at):
        code = _code_end(text, at) if templates and text[at] in "<{" else None
        at = code if code is not None else at + 1
    return at
