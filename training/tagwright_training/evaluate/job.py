"""A whole evaluation: every suite answered, judged and summed up, its files in one directory."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from tagwright.engines import create_engine
from tagwright.engines.base import Limits
from tagwright.errors import InputError
from tagwright.generate import Generator
from tagwright.settings import Settings
from tagwright_training.evaluate.accessibility import axe
from tagwright_training.evaluate.appearance import renderer
from tagwright_training.evaluate.browser import BrowserFailed, BrowserMissing
from tagwright_training.evaluate.cases import Suite
from tagwright_training.evaluate.metrics import Scored, Scores, score
from tagwright_training.evaluate.report import as_json
from tagwright_training.evaluate.runner import judge_access, judge_looks, run_suite
from tagwright_training.joblog import JobLog


@dataclass(frozen=True)
class Job:
    """What to evaluate and how.

    out: directory of answers, violations, scores and log. command: what a user types for the same.
    resume: take over answers that an interrupted run left there. axe, look: whether the scores that
    need a browser are taken. samples: answers to each request. ks: the k of pass@k.
    attempts: as for ``Generator``.
    """

    suites: Sequence[Suite]
    settings: Settings
    out: Path
    command: str
    resume: bool = False
    axe: bool = True
    look: bool = True
    samples: int = 1
    ks: Sequence[int] = ()
    attempts: int | None = None

    @property
    def total(self) -> int:
        """The number of answers."""
        return self.samples * sum(len(suite.cases) for suite in self.suites)


def evaluate(job: Job) -> list[Scores]:
    """Return the scores of the suites, which are in ``out/scores.json`` as well.

    Raises ``InputError`` and ``ModelError``.
    """
    generator = Generator(create_engine(job.settings), job.attempts)
    try:
        about: dict[str, Any] = {
            "settings": asdict(job.settings),
            "model": asdict(generator.load()),
        }
        if job.samples > 1:
            about["samples"] = job.samples
        if job.attempts:
            about["attempts"] = job.attempts
        _prepare(job.out, about, resume=job.resume)
        answers = _answer_all(job, generator)
    finally:
        generator.close()
    answers = _judge_all(job, answers)
    rows = [
        score(suite.name, found, job.samples, job.ks)
        for suite, found in zip(job.suites, answers, strict=True)
    ]
    JobLog(job.out / "log.jsonl").write("end", scores=[asdict(row) for row in rows])
    document = as_json(rows, {"command": job.command, **about})
    (job.out / "scores.json").write_text(document, encoding="utf-8")
    return rows


def _answer_all(job: Job, generator: Generator) -> list[list[Scored]]:
    log = JobLog(job.out / "log.jsonl")
    limits = Limits(job.settings.max_new_tokens, job.settings.temperature)
    answers: list[list[Scored]] = []
    suites = [suite.name for suite in job.suites]
    log.write("start", suites=suites, cases=job.total, resume=job.resume)
    with tqdm(total=job.total, unit="answer", file=sys.stderr) as bar:
        for suite in job.suites:
            bar.set_description(suite.name)
            started = time.monotonic()
            found = run_suite(
                suite,
                generator,
                limits,
                job.out / f"answers-{suite.name}.jsonl",
                resume=job.resume,
                samples=job.samples,
                on_answer=bar.update,
            )
            answers.append(found)
            log.write("suite", suite=suite.name, seconds=round(time.monotonic() - started, 1))
    return answers


def _judge_all(job: Job, answers: list[list[Scored]]) -> list[list[Scored]]:
    """Add what a browser tells; where it can't, say so and return the answers as they are."""
    wanted = job.axe, job.look and any(answer.reference for found in answers for answer in found)
    if not any(wanted):
        return answers
    try:
        with ExitStack() as stack:
            access = stack.enter_context(axe()) if wanted[0] else None
            looks = stack.enter_context(renderer()) if wanted[1] else None
            bar = stack.enter_context(
                tqdm(total=job.total, desc="browser", unit="answer", file=sys.stderr)
            )
            judged: list[list[Scored]] = []
            for suite, found in zip(job.suites, answers, strict=True):
                cases = [case for case in suite.cases for _ in range(job.samples)]
                if access:
                    path = job.out / f"axe-{suite.name}.jsonl"
                    found = list(judge_access(cases, found, access, path))
                if looks:
                    found = list(judge_looks(cases, found, looks))
                judged.append(found)
                bar.update(len(found))
            return judged
    except (BrowserMissing, BrowserFailed) as problem:
        print(
            f"tagwright-train: No scores of accessibility and look: {problem}",
            file=sys.stderr,
        )
        return answers


def _prepare(out: Path, about: dict[str, Any], *, resume: bool) -> None:
    """Make the output directory, and hold a resumed run to the options it was started with."""
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is not a directory; give --out another one.")
    out.mkdir(parents=True, exist_ok=True)
    record = out / "run.json"
    whole = json.dumps(about, indent=2) + "\n"
    if resume and record.exists() and record.read_text(encoding="utf-8") != whole:
        raise InputError(
            f"The answers in {out} were made with another model or other options; "
            "leave --resume out to make them again."
        )
    record.write_text(whole, encoding="utf-8")
