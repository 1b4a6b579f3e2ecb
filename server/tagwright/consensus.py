"""Which of several answers is most like the others.

What a model writes again and again in other words is likelier right than what it wrote once:
minimum Bayes risk decoding (Eikema & Aziz 2020, arXiv:2005.10283), with the overlap of words and
pairs of words as the gain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_PART = re.compile(r"<[^<>]*>|[^\s<>]+")


def likeness(texts: Sequence[str]) -> list[float]:
    """For each text its mean likeness (0..1) to all of them, itself included."""
    bags = [_bag(text) for text in texts]
    return [sum(_overlap(bag, other) for other in bags) / len(bags) for bag in bags]


def _bag(text: str) -> Counter[str]:
    """Tags, words and marks of the notation, and each with its follower."""
    parts = _PART.findall(text)
    return Counter(parts) + Counter(f"{a} {b}" for a, b in pairwise(parts))


def _overlap(left: Counter[str], right: Counter[str]) -> float:
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0
