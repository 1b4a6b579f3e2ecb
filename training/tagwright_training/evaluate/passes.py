"""pass@k: the chance that one of k answers to a request is right."""

from __future__ import annotations

from math import comb


def pass_at_k(answers: int, right: int, k: int) -> float:
    """Return the unbiased estimate 1 - C(n - c, k) / C(n, k) from n answers, c of them right.

    Chen et al. 2021, arXiv:2107.03374, equation 1. ``k`` is from 1 to ``answers``.
    """
    return 1 - comb(answers - right, k) / comb(answers, k)
