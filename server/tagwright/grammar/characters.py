"""The characters that a page may hold, as classes of regular expressions.

Source: the HTML Living Standard, 13.2.3.5 (preprocessing the input stream): no surrogates,
noncharacters or controls other than white space.
"""

from __future__ import annotations

_RANGES = (
    r"\x{a0}-\x{d7ff}\x{e000}-\x{fdcf}\x{fdf0}-\x{fffd}"
    r"\x{10000}-\x{1fffd}\x{20000}-\x{2fffd}\x{30000}-\x{3fffd}"
)
_SPACES = r"\t\n"


def characters(without: str) -> str:
    """Return the class of all characters but these ASCII ones."""
    allowed = [chr(code) for code in range(0x20, 0x7F) if chr(code) not in without]
    runs: list[str] = []
    for char in allowed:
        if runs and ord(runs[-1][-1]) + 1 == ord(char):
            runs[-1] = runs[-1][0] + char
        else:
            runs.append(char)
    return f"[{_SPACES}{''.join(map(_run, runs))}{_RANGES}]"


def _run(run: str) -> str:
    return "-".join(rf"\x{ord(char):02x}" for char in dict.fromkeys((run[0], run[-1])))
