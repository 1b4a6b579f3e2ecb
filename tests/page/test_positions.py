from __future__ import annotations

import pytest

from tagwright.page.positions import TextIndex, line_end, line_start

EMOJI = "\U0001f600"


@pytest.mark.parametrize(
    ("text", "encoding", "line", "character", "offset"),
    [
        ("", "utf-16", 0, 0, 0),
        ("", "utf-16", 3, 7, 0),
        ("abc", "utf-16", 0, 2, 2),
        ("abc", "utf-16", 0, 3, 3),
        ("abc", "utf-16", 0, 99, 3),
        ("abc", "utf-16", 1, 0, 3),
        ("abc\n", "utf-16", 1, 0, 4),
        ("abc\ndef", "utf-16", 0, 99, 3),
        ("abc\r\ndef", "utf-16", 0, 99, 3),
        ("abc\r\ndef", "utf-16", 1, 1, 6),
        ("abc\rdef", "utf-16", 1, 1, 5),
        ("a\r\r\nb", "utf-16", 1, 5, 2),
        ("a\r\r\nb", "utf-16", 2, 1, 5),
        ("a\u2028b\x0cc\x85d\ne", "utf-16", 1, 1, 9),
        ("a\u2028b\x0cc\x85d\ne", "utf-16", 0, 6, 6),
        (f"{EMOJI}x", "utf-16", 0, 2, 1),
        (f"{EMOJI}x", "utf-16", 0, 1, 0),
        (f"{EMOJI}x", "utf-16", 0, 3, 2),
        (f"{EMOJI}x", "utf-32", 0, 1, 1),
        (f"{EMOJI}x", "utf-8", 0, 4, 1),
        (f"{EMOJI}x", "utf-8", 0, 3, 0),
        ("µ漢x", "utf-8", 0, 5, 2),
        ("µ漢x", "utf-8", 0, 6, 3),
        ("µ漢x", "utf-16", 0, 2, 2),
        ("µ漢x", "utf-32", 0, 2, 2),
        ("abc", "utf-16", -1, 2, 0),
        ("abc", "utf-16", 0, -1, 0),
    ],
)
def test_offset(text: str, encoding: str, line: int, character: int, offset: int) -> None:
    assert TextIndex(text, encoding).offset(line, character) == offset


@pytest.mark.parametrize(
    ("text", "encoding", "offset", "position"),
    [
        ("", "utf-16", 0, (0, 0)),
        ("abc", "utf-16", 3, (0, 3)),
        ("abc", "utf-16", 99, (0, 3)),
        ("abc", "utf-16", -5, (0, 0)),
        ("abc\n", "utf-16", 4, (1, 0)),
        ("a\r\nb", "utf-16", 3, (1, 0)),
        ("a\r\nb", "utf-16", 2, (0, 1)),
        ("a\rb", "utf-16", 2, (1, 0)),
        ("a\u2028b", "utf-16", 3, (0, 3)),
        (f"{EMOJI}漢x", "utf-16", 2, (0, 3)),
        (f"{EMOJI}漢x", "utf-8", 2, (0, 7)),
        (f"{EMOJI}漢x", "utf-32", 2, (0, 2)),
    ],
)
def test_position(text: str, encoding: str, offset: int, position: tuple[int, int]) -> None:
    assert TextIndex(text, encoding).position(offset) == position


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_every_offset_comes_back(encoding: str) -> None:
    text = f"<p>µ\r\n\t{EMOJI}漢字\r\x0c\u2028\n\n{EMOJI}"
    index = TextIndex(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # no position of the protocol stands there
        assert index.offset(*index.position(offset)) == offset


def test_unknown_encoding() -> None:
    with pytest.raises(ValueError, match="utf-7"):
        TextIndex("", "utf-7")


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [
        ("ab\ncd", 1, "ab"),
        ("ab\ncd", 2, "ab"),
        ("ab\ncd", 3, "cd"),
        ("ab\r\ncd", 2, "ab"),
        ("ab\r\ncd", 3, "ab"),
        ("ab\r\ncd", 4, "cd"),
        ("ab\rcd", 4, "cd"),
        ("ab\n", 3, ""),
        ("", 0, ""),
        ("a\x0cb\u2028c\nd", 4, "a\x0cb\u2028c"),
    ],
)
def test_line_around_offset(text: str, offset: int, line: str) -> None:
    assert text[line_start(text, offset) : line_end(text, offset)] == line
