"""The numbers of one suite.

chrF (Popovic 2015, https://aclanthology.org/W15-3049) and BLEU (Post 2018,
https://aclanthology.org/W18-6319) are sacrebleu's corpus scores with its default settings. They
hardly tell an obedient model from a disobedient one, because most of both is the skeleton that
all answers share: decide by pass@1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_GRAVE = frozenset({"serious", "critical"})
_SPACE = re.compile(r"\s+")
_AROUND_TAG = re.compile(r" ?(<[^<>]*>) ?")


@dataclass(frozen=True)
class Scored:
    """One answer with what its suite needs of it.

    passed: all checks hold; None for a case without checks. copied: all given strings are
    repeated exactly; None for a case without them. well_formed: see ``is_well_formed``.
    tokens, ms: of the generation. violations: of axe-core's rules, by impact; None where it did
    not judge.
    failed: no markup came out, or the engine refused the request; ``html`` is empty then.
    """

    html: str
    reference: str
    passed: bool | None
    well_formed: bool
    tokens: int
    ms: float
    failed: bool = False
    copied: bool | None = None
    violations: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Scores:
    """What a suite reached; None where it has nothing to tell it by.

    pass_at_1, copied, well_formed, exact: shares, 0 to 1. axe_100: violations of axe-core's rules
    in 100 answers. axe_clean: share of answers without critical or serious ones. chrf: 0 to 100.
    bleu_100: sacrebleu's scale, 0 to 100. bleu_01: the same score from 0 to 1, as the ``evaluate``
    library reports it. tokens, ms: means an answer. failed: the number of requests that got no
    answer.
    """

    suite: str
    cases: int
    pass_at_1: float | None
    copied: float | None
    well_formed: float
    axe_100: float | None
    axe_clean: float | None
    chrf: float | None
    bleu_01: float | None
    bleu_100: float | None
    exact: float | None
    tokens: float
    ms: float
    failed: int


def normal_space(html: str) -> str:
    """Return markup with runs of white space as one space, and none next to a tag.

    Two answers that differ in their indentation become equal; so do ``<b>a</b> b`` and
    ``<b>a</b>b``, which are not quite the same.
    """
    return _AROUND_TAG.sub(r"\1", _SPACE.sub(" ", html)).strip()


def score(suite: str, answers: Sequence[Scored]) -> Scores:
    """Sum a suite up. Raises ``ValueError`` for a suite without answers."""
    if not answers:
        raise ValueError("a suite without answers has no scores")
    passed = [answer.passed for answer in answers if answer.passed is not None]
    copied = [answer.copied for answer in answers if answer.copied is not None]
    judged = [answer.violations for answer in answers if answer.violations is not None]
    grave = [any(impact in _GRAVE for impact in impacts) for impacts in judged]
    pairs = [(answer.html, answer.reference) for answer in answers if answer.reference]
    chrf, bleu = _overlap(pairs) if pairs else (None, None)
    equal = [normal_space(html) == normal_space(reference) for html, reference in pairs]
    return Scores(
        suite=suite,
        cases=len(answers),
        pass_at_1=_mean(passed) if passed else None,
        copied=_mean(copied) if copied else None,
        well_formed=_mean([answer.well_formed for answer in answers]),
        axe_100=100 * _mean([len(impacts) for impacts in judged]) if judged else None,
        axe_clean=1 - _mean(grave) if grave else None,
        chrf=chrf,
        bleu_01=None if bleu is None else bleu / 100,
        bleu_100=bleu,
        exact=_mean(equal) if pairs else None,
        tokens=_mean([answer.tokens for answer in answers]),
        ms=_mean([answer.ms for answer in answers]),
        failed=sum(answer.failed for answer in answers),
    )


def _overlap(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return chrF and BLEU, both 0 to 100, of (answer, reference) pairs."""
    import sacrebleu

    answers = [html for html, _ in pairs]
    references = [[reference for _, reference in pairs]]
    chrf = sacrebleu.corpus_chrf(answers, references).score
    bleu = sacrebleu.corpus_bleu(answers, references).score
    return float(chrf), float(bleu)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
