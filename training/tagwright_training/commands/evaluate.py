"""``tagwright-train evaluate``: answers and scores for case files and files of pairs."""

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
from tagwright_training.evaluate.cases import Suite, default_cases, load_cases
from tagwright_training.evaluate.metrics import Scores
from tagwright_training.evaluate.pairs import load_pairs
from tagwright_training.evaluate.report import as_json, table
from tagwright_training.evaluate.runner import run_suite
from tagwright_training.joblog import JobLog


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``evaluate``."""
    parser.add_argument(
        "--cases",
        metavar="FILE",
        type=Path,
        action="append",
        help="a case file (JSONL with checks); may be given again; without --cases and --pairs, "
        "the public cases that come with Tagwright",
    )
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        type=Path,
        action="append",
        help="a file of pairs (JSONL: prompt and html, or instruction, input and output); "
        "may be given again",
    )
    parser.add_argument(
        "--limit", metavar="N", type=_count, help="take the first N rows of each file"
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
        help="where answers-*.jsonl, scores.json and log.jsonl go (default: %(default)s)",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="take over the answers that an interrupted run with the same options left in --out",
    )


def run(args: argparse.Namespace) -> int:
    """Score all suites and print the table on stdout. Raises ``TagwrightError``."""
    suites = _suites(args.cases or [], args.pairs or [], args.limit)
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
        rows = _run_all(suites, generator, settings, args.out, resume=args.resume)
    finally:
        generator.close()
    (args.out / "scores.json").write_text(as_json(rows, about), encoding="utf-8")
    print(table(rows))
    return 0


def _run_all(
    suites: Sequence[Suite], generator: Generator, settings: Settings, out: Path, *, resume: bool
) -> list[Scores]:
    log = JobLog(out / "log.jsonl")
    limits = Limits(settings.max_new_tokens, settings.temperature)
    rows: list[Scores] = []
    total = sum(len(suite.cases) for suite in suites)
    log.write("start", suites=[suite.name for suite in suites], cases=total, resume=resume)
    with tqdm(total=total, unit="answer", file=sys.stderr) as bar:
        for suite in suites:
            bar.set_description(suite.name)
            started = time.monotonic()
            answers = out / f"answers-{suite.name}.jsonl"
            scores = run_suite(
                suite, generator, limits, answers, resume=resume, on_answer=bar.update
            )
            rows.append(scores)
            seconds = round(time.monotonic() - started, 1)
            log.write("suite", seconds=seconds, scores=asdict(scores))
    log.write("end")
    return rows


def _suites(cases: Sequence[Path], pairs: Sequence[Path], limit: int | None) -> list[Suite]:
    if not cases and not pairs:
        cases = [default_cases()]
    suites = [load_cases(path, limit) for path in cases]
    suites += [load_pairs(path, limit) for path in pairs]
    names = [suite.name for suite in suites]
    for name in names:
        # Suites write to files of their own names.
        if names.count(name) > 1:
            raise InputError(f"Two files are named {name}; rename one of them.")
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
