"""Which of several answers of a small model is taken, and when there are enough of them.

Such a model answers in milliseconds, so several answers are drawn. What it finds likeliest is what
it means (the mode, which beam search looks for), and rules know what it can't (``codec.doubts``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_DOUBT = 2.0
"""Nats that a doubt weighs as much as. From 0.5 to 2 it made little difference; likelihood alone,
or doubts first, were never better on requests of training's kinds, and worse with one model."""

_LIKELIEST = math.log(0.5)
"""Log probability above which no other answer can be likelier."""

_AGREED, _INSISTED = 3, 5
"""Answers alike that settle it, the latter in spite of doubts: what comes again is likelier right
(self-consistency, Wang et al. 2022, arXiv:2203.11171)."""


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
    return max(answers, key=lambda answer: (answer.logprob or 0.0) - _DOUBT * answer.doubts)
