"""``tagwright-train evaluate``: answers and scores of all suites in one table."""

from __future__ import annotations

import argparse
import shlex
from dataclasses import replace
from pathlib import Path

from tagwright.cli.options import add_model_arguments, settings_of
from tagwright.errors import InputError
from tagwright.settings import Settings
from tagwright_training.evaluate.cases import Suite, load_cases
from tagwright_training.evaluate.job import Job, evaluate
from tagwright_training.evaluate.pairs import load_pairs, load_prompts
from tagwright_training.evaluate.report import table
from tagwright_training.evaluate.suites import BUILT_IN

_SAMPLED = 0.8
"""Temperature of several answers to a request, as Chen et al. 2021 have it for large k."""


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
    add_files(parser)
    parser.add_argument("--no-axe", action="store_true", help="leave the accessibility scores out")
    parser.add_argument(
        "--no-look", action="store_true", help="leave the comparison of screenshots out"
    )
    parser.add_argument(
        "--limit", metavar="N", type=_count, help="take the first N rows of each suite"
    )
    parser.add_argument(
        "--samples", metavar="N", type=_count, default=1, help="answers to each request, for pass@k"
    )
    parser.add_argument(
        "--k",
        metavar="K,K",
        type=_counts,
        help="the k of pass@k, at most --samples (default: 1 and --samples)",
    )
    parser.add_argument(
        "--attempts",
        metavar="N",
        type=_count,
        help="the most answers that the embedded model may choose from (default: as served)",
    )
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=Path("runs/evaluate"),
        help="where answers, violations, scores and log go (default: %(default)s)",
    )
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the scores there as well")
    parser.add_argument(
        "--resume",
        action="store_true",
        help="take over the answers that an interrupted run with the same options left in --out",
    )
    add_model_arguments(parser)
    parser.add_argument("--base", metavar="PATH", dest="model", help="another name of --model")


def add_files(parser: argparse.ArgumentParser) -> None:
    """Declare the options that name files of suites."""
    for name, purpose in (
        ("cases", "a case file (JSONL with checks)"),
        (
            "pairs",
            "a file of pairs (JSONL: prompt and html, or instruction, input and output); rows of "
            "repositories that training sees are left out",
        ),
        ("prompts", "a text file, one request a line, judged by form and accessibility alone"),
    ):
        parser.add_argument(
            f"--{name}",
            metavar="FILE",
            type=Path,
            action="append",
            default=[],
            help=f"{purpose}; may be given again",
        )


def run(args: argparse.Namespace) -> int:
    """Score all suites and print the table on stdout. Raises ``TagwrightError``."""
    ks = args.k or ((1, args.samples) if args.samples > 1 else ())
    if max(ks, default=1) > args.samples:
        raise InputError(
            f"pass@{max(ks)} needs {max(ks)} answers to each request: give --samples {max(ks)}."
        )
    if args.json and not args.json.absolute().parent.is_dir():
        raise InputError(f"There is no directory {args.json.absolute().parent} for --json.")
    job = Job(
        suites=_suites(args),
        settings=_settings(args),
        out=args.out,
        command=shlex.join(["tagwright-train", *args.words]),
        resume=args.resume,
        axe=not args.no_axe,
        look=not args.no_look,
        samples=args.samples,
        ks=ks,
        attempts=args.attempts,
    )
    rows = evaluate(job)
    if args.json:
        document = (args.out / "scores.json").read_bytes()
        try:
            args.json.write_bytes(document)
        except OSError as error:
            raise InputError(
                f"{args.json} can't be written ({error.strerror}); the scores are in "
                f"{args.out / 'scores.json'}."
            ) from None
    print(table(rows))
    return 0


def _settings(args: argparse.Namespace) -> Settings:
    """Return what the flags ask for; several equal answers would tell nothing of pass@k."""
    settings = settings_of(args)
    if args.samples > 1 and args.temperature is None:
        return replace(settings, temperature=_SAMPLED)
    if args.samples > 1 and not settings.temperature:
        raise InputError("At temperature 0 all answers are the same: give a higher --temperature.")
    return settings


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


def _count(text: str) -> int:
    """Return a whole number from 1. Raises ``argparse.ArgumentTypeError``."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def _counts(text: str) -> tuple[int, ...]:
    return tuple(sorted({_count(part.strip()) for part in text.split(",")}))
