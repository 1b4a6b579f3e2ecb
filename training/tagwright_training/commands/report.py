"""``tagwright-train report``: what became of a fine-tuning run, to read and to publish."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from pathlib import Path

from tagwright.errors import InputError
from tagwright_training.commands import evaluate
from tagwright_training.files import replace_file
from tagwright_training.report.card import REPORT, model_card
from tagwright_training.report.facts import EMBEDDED
from tagwright_training.report.page import render_page
from tagwright_training.report.plots import draw_plots
from tagwright_training.report.run import Run, read_run
from tagwright_training.report.scores import AFTER, BEFORE, Comparison, found_scores, read_sheet
from tagwright_training.report.tensorboard import write_events


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``report``."""
    parser.add_argument("run_dir", metavar="RUN_DIR", type=Path, help="the --out of finetune")
    parser.add_argument(
        "--before",
        metavar="FILE",
        type=Path,
        help="scores of the base alone, a file of evaluate --json",
    )
    parser.add_argument("--after", metavar="FILE", type=Path, help="scores of base with adapter")
    parser.add_argument(
        "--data",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a case file or file of pairs: base and adapter answer it and are scored; may be "
        "given again",
    )
    parser.add_argument(
        "--suite", metavar="NAME", action="append", default=[], help="or a suite of evaluate"
    )
    parser.add_argument("--limit", metavar="N", help="take the first N rows of each")
    parser.add_argument("--license", metavar="ID", default="", help="for the card: apache-2.0, ...")
    parser.add_argument(
        "--tensorboard", metavar="DIR", type=Path, help="also write event files for TensorBoard"
    )
    parser.add_argument(
        "--out", metavar="DIR", type=Path, help=f"where to write (default: RUN_DIR/{REPORT})"
    )


def run(args: argparse.Namespace) -> int:
    """Write plots, page and card, and print where they are. Raises ``TagwrightError``."""
    trained = read_run(args.run_dir)
    out = args.out or args.run_dir / REPORT
    try:
        out.mkdir(parents=True, exist_ok=True)
        scores = _scores(args, trained, out)
        scores.pairs()  # says where there is nothing to compare, before anything is written
        for sheet, name in ((scores.before, BEFORE), (scores.after, AFTER)):
            if sheet is not None:
                _write(out / name, sheet.text)
        page = out / "report.html"
        _write(page, render_page(trained, scores, draw_plots(trained, scores, out)))
        card = (trained.adapter if trained.adapter.is_dir() else out) / "README.md"
        _write(card, model_card(args.run_dir, scores, license=args.license))
        if args.tensorboard:
            count = write_events(trained, args.tensorboard)
            print(f"{count} values for TensorBoard are in {args.tensorboard}.")
    except OSError as error:
        raise InputError(
            f"{error.filename or out} can't be written ({error.strerror}); give another directory "
            "with --out."
        ) from None
    print(f"The report is {page}, the model card {card}.")
    return 0


def _scores(args: argparse.Namespace, trained: Run, out: Path) -> Comparison:
    if (args.data or args.suite) and (args.before or args.after):
        raise InputError("Give either --data and --suite, or --before and --after.")
    if args.data or args.suite:
        return _measure(args, trained, out)
    if args.before or args.after:
        return Comparison(
            read_sheet(args.before) if args.before else None,
            read_sheet(args.after) if args.after else None,
        )
    return found_scores(out)


def _measure(args: argparse.Namespace, trained: Run, out: Path) -> Comparison:
    """Run the very command that a user would type, for the base and for the adapter."""
    if not trained.adapter.is_dir():
        raise InputError(
            f"{trained.adapter} is not there yet: let finetune end, or give --before and --after."
        )
    words = [word for path in args.data for word in (_kind(path), str(path))]
    words += [word for name in args.suite for word in ("--suite", name)]
    words += ["--limit", args.limit] if args.limit else []
    base = str(trained.recipe.get("base") or trained.base.get("name") or EMBEDDED)
    if base != EMBEDDED:
        words += ["--engine", "bitsandbytes", "--model", base]
    sheets = []
    for name, adapter in (("base", "none"), ("adapter", str(trained.adapter))):
        folder = out / name
        command = ["evaluate", *words, "--adapter", adapter, "--out", str(folder)]
        print(f"tagwright-train {shlex.join(command)}", file=sys.stderr)
        parser = argparse.ArgumentParser(prog="tagwright-train report")
        evaluate.add_arguments(parser)
        evaluate.run(parser.parse_args(command[1:], argparse.Namespace(words=command)))
        sheets.append(read_sheet(folder / "scores.json"))
    return Comparison(*sheets)


def _kind(path: Path) -> str:
    """Return the option for a file: cases have checks. Mistakes are left for evaluate to tell."""
    try:
        with path.open(encoding="utf-8") as file:
            first = json.loads(next((line for line in file if line.strip()), ""))
    except (OSError, ValueError):
        return "--pairs"
    return "--cases" if isinstance(first, dict) and "checks" in first else "--pairs"


def _write(path: Path, text: str) -> None:
    replace_file(path, lambda part: part.write_text(text, encoding="utf-8"))
