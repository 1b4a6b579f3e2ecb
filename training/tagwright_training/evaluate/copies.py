"""Whether an answer repeats strings of the request exactly."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape


def has_copy(html: str, value: str) -> bool:
    """Say whether the markup has the string, its first letter in either case.

    White space counts as one space wherever it is, and character references as what they stand
    for.
    """
    text = " ".join(unescape(html).split())
    value = " ".join(value.split())
    rest = value[1:]
    return any(first + rest in text for first in {value[:1], value[:1].upper(), value[:1].lower()})


def has_all(html: str, values: Iterable[str]) -> bool:
    """Say whether the markup has every one of the strings."""
    return all(has_copy(html, value) for value in values)
