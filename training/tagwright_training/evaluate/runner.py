"""Runs suites through the server's own engine and gate, and writes every answer down."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from threading import Event
from typing import Any

from tagwright.engines.base import Limits
from tagwright.errors import Cancelled, TagwrightError
from tagwright.generate import Generator
from tagwright_training.evaluate.accessibility import Axe
from tagwright_training.evaluate.appearance import Renderer
from tagwright_training.evaluate.cases import Case, Suite
from tagwright_training.evaluate.checks import run_checks
from tagwright_training.evaluate.copies import has_all
from tagwright_training.evaluate.metrics import Scored
from tagwright_training.evaluate.wellformed import is_well_formed

_ASKED = ("id", "prompt", "context", "input")
_SEEDS = 100  # of one answer: a codec may draw several and take the best
_ANSWER = ("html", "tokens", "ms", "complete", "error")


def run_suite(
    suite: Suite,
    generator: Generator,
    limits: Limits,
    answers: Path,
    *,
    resume: bool = False,
    samples: int = 1,
    on_answer: Callable[[], object] = lambda: None,
) -> list[Scored]:
    """Answer every case, judge the answers, and write them to a JSONL file as they come.

    samples: answers to each case, with seeds of their own; they stand together in what is returned.

    A case without an answer (no usable markup, a prompt too long for the model) fails its checks,
    counts as not well-formed, and stands in the file with its ``error``. With resume, the file's
    answers to the very same requests are taken over and scored anew. on_answer: called after each
    case. Raises ``Cancelled`` when generation is stopped from outside.
    """
    kept = _kept(answers) if resume else {}
    scored: list[Scored] = []
    with answers.open("w", encoding="utf-8", newline="\n") as file:
        for case, sample in product(suite.cases, range(samples)):
            asked = _asked(case) if samples == 1 else {**_asked(case), "sample": sample}
            seeded = replace(limits, seed=limits.seed + _SEEDS * sample)
            answer = kept.get(_key(asked)) or _answer(case, generator, seeded)
            result, found = _judge(case, answer)
            row = {**asked, **answer, **found}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            file.flush()
            scored.append(result)
            on_answer()
    return scored


def _asked(case: Case) -> dict[str, Any]:
    request = case.request
    context = {name: value for name, value in asdict(request.context).items() if value}
    return {"id": case.id, "prompt": request.prompt, "context": context, "input": request.input}


def _answer(case: Case, generator: Generator, limits: Limits) -> dict[str, Any]:
    try:
        made = generator.generate(case.request, limits, Event())
    except Cancelled:
        raise
    except TagwrightError as error:
        return {"html": "", "tokens": 0, "ms": 0.0, "complete": False, "error": str(error)}
    return {
        "html": made.html,
        "tokens": made.tokens,
        "ms": round(made.ms, 1),
        "complete": made.complete,
        "error": None,
    }


def _judge(case: Case, answer: dict[str, Any]) -> tuple[Scored, dict[str, Any]]:
    html = answer["html"]
    results = run_checks(html, case.checks)
    well_formed = is_well_formed(html)
    missed = [f"{result.check}: {result.found}" for result in results if not result.passed]
    failed = answer["error"] is not None
    passed = not failed and not missed if case.checks else None
    tokens, ms = answer["tokens"], answer["ms"]
    copied = not failed and has_all(html, case.given) if case.given else None
    scored = Scored(html, case.reference, passed, well_formed, tokens, ms, failed, copied)
    found = {"passed": passed, "copied": copied, "well_formed": well_formed, "missed": missed}
    return scored, found


def _kept(answers: Path) -> dict[str, dict[str, Any]]:
    """Return the answers that an earlier run left, by request; a torn last line is left out."""
    kept: dict[str, dict[str, Any]] = {}
    text = answers.read_text(encoding="utf-8", errors="replace") if answers.exists() else ""
    for line in text.split("\n"):
        try:
            row = json.loads(line)
            asked = {name: row[name] for name in _ASKED}
            if "sample" in row:
                asked["sample"] = row["sample"]
            kept[_key(asked)] = {name: row[name] for name in _ANSWER}
        except (ValueError, KeyError, TypeError):
            continue
    return kept


def _key(asked: dict[str, Any]) -> str:
    return json.dumps(asked, sort_keys=True)


def judge_access(
    cases: Sequence[Case], answers: Sequence[Scored], judge: Axe, found: Path
) -> Iterator[Scored]:
    """Yield the answers with axe-core's violations, which are written to a JSONL file as well.

    cases: of each answer. Blank answers are left as they are: they have nothing to be judged.
    Raises ``BrowserFailed``.
    """
    with found.open("w", encoding="utf-8", newline="\n") as file:
        for case, answer in zip(cases, answers, strict=True):
            if answer.html.strip():
                broken = judge.violations(answer.html, case.request.context)
                answer = replace(answer, violations=tuple(rule.impact for rule in broken))
                if broken:
                    row = {"id": case.id, "html": answer.html}
                    rules = [asdict(rule) for rule in broken]
                    file.write(json.dumps({**row, "violations": rules}, ensure_ascii=False) + "\n")
            yield answer


def judge_looks(
    cases: Sequence[Case], answers: Sequence[Scored], judge: Renderer
) -> Iterator[Scored]:
    """Yield the answers, those with a reference with how much they look like it.

    cases: of each answer. A blank answer looks like nothing. Raises ``BrowserFailed``.
    """
    for case, answer in zip(cases, answers, strict=True):
        if not answer.reference:
            yield answer
        elif not answer.html.strip():
            yield replace(answer, look=0.0)
        else:
            lang = case.request.context.lang
            look = judge.similarity(answer.html, answer.reference, lang)
            yield replace(answer, look=max(0.0, look))
