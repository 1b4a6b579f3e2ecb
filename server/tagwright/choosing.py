"""Which of several answers of a small model is taken, and when there are enough of them.

Such a model answers in milliseconds, so a request is put to it in several ways. The answer that it
finds likeliest in all of them together is the one that it means: errors that hang on how a request
was put differ each time (self-consistency, Wang et al. 2022, arXiv:2203.11171; averaging over
transformed inputs, Krizhevsky et al. 2012, NIPS, section 4.1).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_DOUBT = 2.0
"""Nats that a doubt weighs as much as. From 0.25 to 2 it made little difference; without doubts,
or with much more weight for them, fewer answers were right."""

_LIKELIEST = math.log(0.5)
"""Log probability above which no other answer can be likelier."""

_AGREED, _INSISTED = 3, 5
"""Answers alike that settle it, the latter in spite of doubts."""


@dataclass
class Answer:
    """One raw answer of the model, and what speaks for it and against it.

    text: in the model's notation. tokens: its length. complete: False if a limit has cut it.
    logprob: as ``Engine.logprob`` tells it. doubts: see ``Codec.doubts``.
    """

    text: str
    tokens: int
    complete: bool
    logprob: float | None
    doubts: int = 0


def settled(answers: Sequence[Answer]) -> bool:
    """Whether a further answer would change nothing, as far as the last one tells."""
    last = answers[-1]
    if last.logprob is None:
        return not last.doubts
    alike = sum(answer.text == last.text for answer in answers)
    if last.doubts:
        return alike == _INSISTED
    return last.logprob > _LIKELIEST or alike == _AGREED


def best(answers: Sequence[Answer]) -> Answer:
    """Return the likeliest answer but for doubts, the first of equals."""
    likely: dict[str, float] = {}
    for answer in answers:
        likely[answer.text] = likely.get(answer.text, 0.0) + math.exp(answer.logprob or 0.0)

    def score(answer: Answer) -> float:
        # A probability can be too small for a float.
        return math.log(max(likely[answer.text], 1e-300)) - _DOUBT * answer.doubts

    return max(answers, key=score)
