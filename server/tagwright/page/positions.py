"""LSP positions to string offsets and back.

Lines end at ``\\n``, ``\\r\\n`` and ``\\r`` only (LSP 3.17, "Text Documents"): U+2028, form feed
and the other characters of ``str.splitlines`` are content. Characters are counted in the code units
that the client and the server agreed on.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\n|\r")


def line_start(text: str, offset: int) -> int:
    """Return the offset at which the line of ``offset`` begins."""
    offset = _out_of_break(text, offset)
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Return the offset at which the line of ``offset`` ends, before its line break."""
    found = _LINE_END.search(text, _out_of_break(text, offset))
    return found.start() if found else len(text)


def _out_of_break(text: str, offset: int) -> int:
    return offset - 1 if offset > 0 and text[offset - 1 : offset + 1] == "\r\n" else offset


class TextIndex:
    """Converts between offsets (Python string indices) and LSP positions of one text.

    encoding: ``utf-8``, ``utf-16`` or ``utf-32``, the unit of LSP characters. Raises
    ``ValueError`` for any other.
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        if encoding not in ("utf-8", "utf-16", "utf-32"):
            raise ValueError(f"{encoding!r} is no position encoding of the protocol")
        self._text = text
        self._encoding = encoding
        self._starts = [0]
        self._ends = []
        for found in _LINE_END.finditer(text):
            self._ends.append(found.start())
            self._starts.append(found.end())
        self._ends.append(len(text))

    def offset(self, line: int, character: int) -> int:
        """Return the offset of a position.

        Past the end of a line it is the line's end, past the last line the end of the text; inside
        a character of several units it is the offset before that character.
        """
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[line], self._ends[line]
        content = self._text[start:end]
        if self._encoding == "utf-32" or content.isascii():
            return start + min(max(character, 0), len(content))
        units = 0
        for index, char in enumerate(content):
            units += self._units(char)
            if units > character:
                return start + index
        return end

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, character) of an offset; one outside the text is moved to its edge."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset) - 1
        content = self._text[self._starts[line] : min(offset, self._ends[line])]
        if self._encoding == "utf-32" or content.isascii():
            return line, len(content)
        return line, sum(map(self._units, content))

    def _units(self, char: str) -> int:
        code = ord(char)
        if self._encoding == "utf-16":
            return 2 if code > 0xFFFF else 1
        return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)
