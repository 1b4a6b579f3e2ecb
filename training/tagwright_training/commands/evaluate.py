"""``tagwright-train evaluate``: answers and scores of all suites in one table."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tqdm import tqdm

from tagwright.engines import ENGINES, create_engine
from tagwright.engines.base import Limits
from tagwright.errors import InputError
from tagwright.generate import Generator
from tagwright.settings import Settings
from tagwright_training.evaluate.accessibility import AxeMissing, axe
from tagwright_training.evaluate.cases import Suite, load_cases
from tagwright_training.evaluate.metrics import Scored, score
from tagwright_training.evaluate.pairs import load_pairs, load_prompts
from tagwright_training.evaluate.report import as_json, table
from tagwright_training.evaluate.runner import judge_access, run_suite
from tagwright_training.evaluate.suites import BUILT_IN
from tagwright_training.joblog import JobLog


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``evaluate``."""
    parser.add_argument(
        "--suite",
        metavar="NAME",
        action="append",
        choices=[*BUILT_IN, "all"],
        help=f"{', '.join(BUILT_IN)} or all; may be given again (default: all, or none where "
        "files are given)",
    )
    parser.add_argument(
        "--cases",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a case file (JSONL with checks); may be given again",
    )
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a file of pairs (JSONL: prompt and html, or instruction, input and output); "
        "may be given again; rows of repositories that training sees are left out",
    )
    parser.add_argument(
        "--prompts",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a text file, one request a line, judged by form and accessibility alone; "
        "may be given again",
    )
    parser.add_argument("--no-axe", action="store_true", help="leave the accessibility scores out")
    parser.add_argument(
        "--limit", metavar="N", type=_count, help="take the first N rows of each suite"
    )
    parser.add_argument(
        "--base", metavar="PATH", default="", help="base model (default: the embedded one)"
    )
    parser.add_argument(
        "--adapter",
        metavar="PATH",
        default="",
        help="adapter directory, or none for the base alone (default: the embedded one)",
    )
    parser.add_argument("--engine", choices=ENGINES, default="auto", help="default: auto")
    parser.add_argument(
        "--max-new-tokens",
        metavar="N",
        type=_count,
        default=Settings().max_new_tokens,
        help="the most tokens of one answer (default: %(default)s)",
    )
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=Path("runs/evaluate"),
        help="where answers, violations, scores and log go (default: %(default)s)",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="take over the answers that an interrupted run with the same options left in --out",
    )


def run(args: argparse.Namespace) -> int:
    """Score all suites and print the table on stdout. Raises ``TagwrightError``."""
    suites = _suites(args)
    settings = Settings(
        engine=args.engine,
        model=args.base,
        adapter=args.adapter,
        max_new_tokens=args.max_new_tokens,
        temperature=0.0,
    )
    generator = Generator(create_engine(settings))
    try:
        about = {"settings": asdict(settings), "model": asdict(generator.load())}
        _prepare(args.out, about, resume=args.resume)
        answers = _answer_all(suites, generator, settings, args.out, resume=args.resume)
    finally:
        generator.close()
    if not args.no_axe:
        answers = _judge_all(suites, answers, args.out)
    rows = [score(suite.name, found) for suite, found in zip(suites, answers, strict=True)]
    JobLog(args.out / "log.jsonl").write("end", scores=[asdict(row) for row in rows])
    (args.out / "scores.json").write_text(as_json(rows, about), encoding="utf-8")
    print(table(rows))
    return 0


def _answer_all(
    suites: Sequence[Suite], generator: Generator, settings: Settings, out: Path, *, resume: bool
) -> list[list[Scored]]:
    log = JobLog(out / "log.jsonl")
    limits = Limits(settings.max_new_tokens, settings.temperature)
    answers: list[list[Scored]] = []
    total = sum(len(suite.cases) for suite in suites)
    log.write("start", suites=[suite.name for suite in suites], cases=total, resume=resume)
    with tqdm(total=total, unit="answer", file=sys.stderr) as bar:
        for suite in suites:
            bar.set_description(suite.name)
            started = time.monotonic()
            path = out / f"answers-{suite.name}.jsonl"
            answers.append(
                run_suite(suite, generator, limits, path, resume=resume, on_answer=bar.update)
            )
            log.write("suite", suite=suite.name, seconds=round(time.monotonic() - started, 1))
    return answers


def _judge_all(
    suites: Sequence[Suite], answers: Sequence[list[Scored]], out: Path
) -> list[list[Scored]]:
    """Add what axe-core finds; without a browser say so, and return the answers as they are."""
    try:
        total = sum(len(suite.cases) for suite in suites)
        with axe() as judge, tqdm(total=total, desc="axe", unit="answer", file=sys.stderr) as bar:
            return [
                judge_access(suite, found, judge, out / f"axe-{suite.name}.jsonl", bar.update)
                for suite, found in zip(suites, answers, strict=True)
            ]
    except AxeMissing as missing:
        print(f"tagwright-train: No accessibility scores: {missing}", file=sys.stderr)
        return list(answers)


def _suites(args: argparse.Namespace) -> list[Suite]:
    files = [*args.cases, *args.pairs, *args.prompts]
    chosen = args.suite or ([] if files else ["all"])
    suites = [build(args.limit) for name, build in BUILT_IN.items() if {name, "all"} & set(chosen)]
    suites += [load_cases(path, args.limit) for path in args.cases]
    suites += [load_pairs(path, args.limit) for path in args.pairs]
    suites += [load_prompts(path, args.limit) for path in args.prompts]
    names = [suite.name for suite in suites]
    for name in names:
        # Suites write to files of their own names.
        if names.count(name) > 1:
            raise InputError(f"Two suites are named {name}; rename a file.")
    return suites


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


def _count(text: str) -> int:
    """Return a whole number from 1. Raises ``argparse.ArgumentTypeError``."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)
