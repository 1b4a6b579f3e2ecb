"""Rows from public repositories: which of them teach good markup, and whom to thank.

Input: JSON lines with ``prompt``, ``html``, ``repo`` and ``license`` (a comment or documentation
heading and the element that follows it). The page that an answer stood on is read off its own
classes, so the classes that it uses can be pointed at.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from tagwright.errors import InputError
from tagwright.markup.format import format_html
from tagwright.markup.gate import gate
from tagwright.page.context import read_context
from tagwright.prompt import PageContext
from tagwright_training.corpus import Row
from tagwright_training.evaluate.cases import read_rows, text_of
from tagwright_training.evaluate.wellformed import is_well_formed
from tagwright_training.rows import guess_copied

# Markup that we don't want to write ourselves: no address behind links, looks and behaviour in
# attributes, empty elements as icons, dots where content should be.
_POOR = re.compile(
    r'href="(?:#|javascript[^"]*|)"| style=| on[a-z]+=|<i\b[^>]*></i>|<(?:script|style|center|font)'
    r"|>\s*\.\.\.\s*<|lorem ipsum|<img(?![^>]*\balt=)|<a\b(?![^>]*\bhref=)",
    re.IGNORECASE,
)
_LONGEST = 1200  # characters
_HELD_OUT = 5  # one repository in so many is for judging alone


def held_out(repo: str) -> bool:
    """Whether a repository's rows are for judging and never trained on."""
    return zlib.crc32(repo.encode()) % _HELD_OUT == 0


def load(path: Path, most: int = 60) -> tuple[list[Row], Counter[tuple[str, str]]]:
    """Return the rows to train on, at most ``most`` a repository, and (repo, licence) counts.

    Raises ``InputError`` where the file or a row can't be read.
    """
    rows: list[Row] = []
    taken: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    for number, entry in read_rows(path):
        try:
            source = text_of(entry, "repo", needed=True), text_of(entry, "license", needed=True)
            if held_out(source[0]) or taken[source] >= most:
                continue
            row = _row(entry)
        except ValueError as problem:
            raise InputError(f"{path}, line {number}: {problem}.") from None
        if row is None or row.html in seen:
            continue
        seen.add(row.html)
        taken[source] += 1
        rows.append(row)
    return rows, taken


def _row(entry: dict[str, Any]) -> Row | None:
    prompt, html = text_of(entry, "prompt", needed=True), text_of(entry, "html", needed=True)
    if len(html) > _LONGEST or len(prompt) > 200 or _POOR.search(html):
        return None
    if not is_well_formed(html):
        return None
    page = read_context(html, len(html))
    context = PageContext(framework=page.framework, classes=page.classes)
    # What the gate would change, it changes in serving too.
    html = re.sub(r">\s+<", "><", format_html(gate(html, complete=True)))
    return replace(Row(prompt, html, guess_copied(prompt, html), context), kind="public")
