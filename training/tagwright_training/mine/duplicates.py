"""Keeping each thing once: equal and nearly equal markup, and what a site repeats on each page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

_TOKEN = re.compile(r"<[^<>]*>|\w+")
_TAG_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_NEAR = 0.8
"""Jaccard similarity of tokens from which markup counts as the same."""
SAME_PROMPT, SAME_SHAPE = 5, 12
"""Rows with the same words, and with the same tags in the same order."""
_COMPARED = 200  # of the latest rows of the same words or shape


class Seen:
    """What was kept so far."""

    def __init__(self) -> None:
        self._html: set[str] = set()
        self._prompts: Counter[str] = Counter()
        self._shapes: Counter[str] = Counter()
        self._alike: defaultdict[str, list[frozenset[str]]] = defaultdict(list)

    def has_prompt(self, prompt: str) -> bool:
        """Whether a row with these words was kept."""
        return _key(prompt) in self._prompts

    def take(self, prompt: str, html: str) -> str:
        """Keep a row; returns why not, as in "40 that were there already", ``""`` if it is kept."""
        words, plain = _key(prompt), " ".join(html.split())
        if plain in self._html:
            return "that were there already"
        tokens = frozenset(_TOKEN.findall(re.sub(r"\d+", "0", plain)))
        shape = " ".join(_TAG_NAME.findall(plain))
        keys = (f"words {words}", f"shape {shape}")
        for key in keys:
            for other in self._alike[key][-_COMPARED:]:
                if len(tokens & other) >= _NEAR * len(tokens | other):
                    return "nearly equal to another"
        if self._prompts[words] >= SAME_PROMPT or self._shapes[shape] >= SAME_SHAPE:
            return f"beyond {SAME_PROMPT} of the same words or {SAME_SHAPE} of the same shape"
        self._html.add(plain)
        self._prompts[words] += 1
        self._shapes[shape] += 1
        for key in keys:
            self._alike[key].append(tokens)
        return ""


def _key(prompt: str) -> str:
    return " ".join(prompt.lower().split())
