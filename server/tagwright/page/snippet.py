"""Markup as a snippet (LSP 3.17, "Snippet Syntax"): tab stops where the model had to invent.

What the prompt names stays plain text; links to nowhere, sources of pictures and made-up texts
become tab stops with the generated value as their default.
"""

from __future__ import annotations

import re
from html import unescape

from tagwright.markup.elements import VERBATIM
from tagwright.markup.tokens import Token, scan

MOST_STOPS = 30

_SPECIAL = re.compile(r"([\\$}])")
_VALUE = re.compile(r'(?<=\s)(href|src|action|alt|placeholder|datetime)="([^"]*)"')
_WORDS = re.compile(r"\w+")


def to_snippet(markup: str, prompt: str) -> str:
    """Return the snippet that inserts ``markup``, the cursor ending behind it."""
    said = " ".join(_WORDS.findall(prompt.lower()))
    return _Writer(f" {said} ").write(markup)


class _Writer:
    def __init__(self, said: str) -> None:
        self._said = said
        self._stops = 0

    def write(self, markup: str) -> str:
        parts = []
        inside = ""
        for token in scan(markup, templates=True):
            source = markup[token.start : token.end]
            if token.kind == "start":
                parts.append(self._tag(token, source))
            elif token.kind == "text" and inside not in VERBATIM:
                parts.append(self._text(source))
            else:
                parts.append(_escaped(source))
            if token.kind in ("start", "end"):
                inside = token.tag if token.kind == "start" else ""
        return "".join(parts) + "$0"

    def _tag(self, token: Token, source: str) -> str:
        parts = []
        at = 0
        for found in _VALUE.finditer(source):
            start, end = found.span(2)
            parts += [_escaped(source[at:start]), self._stop(source[start:end])]
            at = end
        return "".join(parts) + _escaped(source[at:])

    def _text(self, source: str) -> str:
        words = source.strip()
        if not words:
            return _escaped(source)
        start = source.index(words)
        before, after = source[:start], source[start + len(words) :]
        return f"{_escaped(before)}{self._stop(words)}{_escaped(after)}"

    def _stop(self, value: str) -> str:
        words = " ".join(_WORDS.findall(unescape(value).lower()))
        if self._stops >= MOST_STOPS or (words and f" {words} " in self._said):
            return _escaped(value)
        self._stops += 1
        return f"${{{self._stops}:{_escaped(value)}}}"


def _escaped(source: str) -> str:
    return _SPECIAL.sub(r"\\\1", source)
