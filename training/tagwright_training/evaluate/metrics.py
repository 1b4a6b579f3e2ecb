"""The numbers of one suite.

The scores of overlap hardly tell an obedient model from a disobedient one, because most of them is
the skeleton that all answers share: decide by pass@1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from tagwright_training.evaluate.overlap import overlap
from tagwright_training.evaluate.passes import pass_at_k
from tagwright_training.evaluate.tags import tag_similarity

_GRAVE = frozenset({"serious", "critical"})


@dataclass(frozen=True)
class Scored:
    """One answer with what its suite needs of it.

    passed: all checks hold; None for a case without checks. copied: all given strings are
    repeated exactly; None for a case without them. well_formed: see ``is_well_formed``.
    tokens, ms: of the generation. violations: of axe-core's rules, by impact; None where it did
    not judge. look: how alike answer and reference look, 0 to 1; None where that was not measured.
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
    look: float | None = None


@dataclass(frozen=True)
class Scores:
    """What a suite reached; None where it has nothing to tell it by.

    pass_at_1, copied, well_formed, exact: shares, 0 to 1. axe_100: violations of axe-core's rules
    in 100 answers. axe_clean: share of answers without critical or serious ones. chrf, chrf_pp: 0
    to 100. bleu_100: sacrebleu's scale, 0 to 100. bleu_01: the same score from 0 to 1, as the
    ``evaluate`` library reports it. tokens, ms: means an answer. failed: the number of answers that
    did not come. rouge_l, tree, look: means, 0 to 1; see ``overlap``, ``tags``, ``appearance``.
    pass_at_k: by k, where more than one answer was made to each request; all other scores are of
    all answers then.
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
    chrf_pp: float | None = None
    rouge_l: float | None = None
    tree: float | None = None
    look: float | None = None
    samples: int = 1
    pass_at_k: dict[str, float] | None = None


def score(
    suite: str, answers: Sequence[Scored], samples: int = 1, ks: Sequence[int] = ()
) -> Scores:
    """Sum a suite up.

    samples: answers to each request, which stand together. ks: the k of pass@k, at most
    ``samples``. Raises ``ValueError`` for a suite without answers.
    """
    if not answers:
        raise ValueError("a suite without answers has no scores")
    passed = [answer.passed for answer in answers if answer.passed is not None]
    copied = [answer.copied for answer in answers if answer.copied is not None]
    judged = [answer.violations for answer in answers if answer.violations is not None]
    grave = [any(impact in _GRAVE for impact in impacts) for impacts in judged]
    pairs = [(answer.html, answer.reference) for answer in answers if answer.reference]
    looks = [answer.look for answer in answers if answer.look is not None]
    return Scores(
        suite=suite,
        cases=len(answers) // samples,
        pass_at_1=_mean(passed) if passed else None,
        copied=_mean(copied) if copied else None,
        well_formed=_mean([answer.well_formed for answer in answers]),
        axe_100=100 * _mean([len(impacts) for impacts in judged]) if judged else None,
        axe_clean=1 - _mean(grave) if grave else None,
        tokens=_mean([answer.tokens for answer in answers]),
        ms=_mean([answer.ms for answer in answers]),
        failed=sum(answer.failed for answer in answers),
        tree=_mean([tag_similarity(*pair) for pair in pairs]) if pairs else None,
        look=_mean(looks) if looks else None,
        samples=samples,
        pass_at_k=_passes(answers, samples, ks) if samples > 1 and passed else None,
        **asdict(overlap(pairs)),
    )


def _passes(answers: Sequence[Scored], samples: int, ks: Sequence[int]) -> dict[str, float]:
    right = [
        sum(bool(answer.passed) for answer in answers[at : at + samples])
        for at in range(0, len(answers), samples)
        if answers[at].passed is not None
    ]
    return {str(k): _mean([pass_at_k(samples, count, k) for count in right]) for k in ks}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
