"""What a document indents with, and how its lines end."""

from __future__ import annotations

import re
from collections import Counter

from tagwright.page.positions import line_start

DEFAULT_UNIT = "  "
_LINE_END = re.compile(r"\r\n|\n|\r")
_INDENT = re.compile(r"[ \t]*")
# One space more is alignment, and more than eight is a continuation line.
_SPACES = range(2, 9)


def line_indent(text: str, offset: int) -> str:
    """Return the blanks (spaces and tabs) that begin the line of ``offset``."""
    found = _INDENT.match(text, line_start(text, offset))
    return found.group() if found else ""


def newline_of(text: str) -> str:
    """Return the line break that the text has most of, ``\\n`` if it has none."""
    counts = Counter(_LINE_END.findall(text))
    return counts.most_common(1)[0][0] if counts else "\n"


def indent_unit(text: str) -> str:
    """Return one level of the text's indentation: a tab, or as many spaces as it steps by.

    Two spaces if the text shows nothing.
    """
    steps: Counter[str] = Counter()
    previous = ""
    for line in _LINE_END.split(text):
        content = line.lstrip(" \t")
        if not content:
            continue
        indent = line[: len(line) - len(content)]
        if indent.startswith("\t"):
            steps["\t"] += 1
        elif indent.startswith(previous) and len(indent) - len(previous) in _SPACES:
            steps[indent[len(previous) :]] += 1
        previous = indent
    return steps.most_common(1)[0][0] if steps else DEFAULT_UNIT
