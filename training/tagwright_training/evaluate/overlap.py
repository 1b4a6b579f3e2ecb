"""How much of a reference's text an answer shares: BLEU, chrF, chrF++, ROUGE-L, exact match.

BLEU (Papineni et al. 2002, https://aclanthology.org/P02-1040), chrF (Popović 2015,
https://aclanthology.org/W15-3049) and chrF++ (Popović 2017, https://aclanthology.org/W17-4770) are
sacrebleu's corpus scores (Post 2018, https://aclanthology.org/W18-6319) with its default settings.
ROUGE-L (Lin 2004, https://aclanthology.org/W04-1013) is the mean F1 of the longest common
subsequence, over lower-case words of letters and digits as in Google's ``rouge_score``; its table
in pure Python takes seconds for a page, RapidFuzz takes milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SPACE = re.compile(r"\s+")
_AROUND_TAG = re.compile(r" ?(<[^<>]*>) ?")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Overlap:
    """Scores of pairs, None where there are none.

    chrf, chrf_pp, bleu_100: 0 to 100. bleu_01, rouge_l, exact: 0 to 1.
    """

    chrf: float | None = None
    chrf_pp: float | None = None
    bleu_01: float | None = None
    bleu_100: float | None = None
    rouge_l: float | None = None
    exact: float | None = None


def overlap(pairs: Sequence[tuple[str, str]]) -> Overlap:
    """Score (answer, reference) pairs."""
    if not pairs:
        return Overlap()
    import sacrebleu

    answers = [html for html, _ in pairs]
    references = [[reference for _, reference in pairs]]
    equal = [normal_space(html) == normal_space(reference) for html, reference in pairs]
    bleu = float(sacrebleu.corpus_bleu(answers, references).score)
    return Overlap(
        chrf=float(sacrebleu.corpus_chrf(answers, references).score),
        chrf_pp=float(sacrebleu.corpus_chrf(answers, references, word_order=2).score),
        bleu_01=bleu / 100,
        bleu_100=bleu,
        rouge_l=sum(rouge_l(html, reference) for html, reference in pairs) / len(pairs),
        exact=sum(equal) / len(pairs),
    )


def rouge_l(answer: str, reference: str) -> float:
    """Return the F1 of the longest common subsequence of words, 0 to 1.

    2 LCS / (m + n), which is the harmonic mean of LCS / m and LCS / n.
    """
    from rapidfuzz.distance import LCSseq

    left, right = _WORDS.findall(answer.lower()), _WORDS.findall(reference.lower())
    if not left or not right:
        return float(left == right)
    return 2 * LCSseq.similarity(left, right) / (len(left) + len(right))


def normal_space(html: str) -> str:
    """Return markup with runs of white space as one space, and none next to a tag.

    Two answers that differ in their indentation become equal; so do ``<b>a</b> b`` and
    ``<b>a</b>b``, which are not quite the same.
    """
    return _AROUND_TAG.sub(r"\1", _SPACE.sub(" ", html)).strip()
