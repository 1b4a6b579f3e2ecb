"""``tagwright-train corpus``: write rows of the generated corpus."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from tagwright_training.corpus import Row, rows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rows", type=int, default=1000, help="how many rows (default: 1000)")
    parser.add_argument("--seed", type=int, default=0, help="seed of the stream (default: 0)")
    parser.add_argument("--kind", help="only this component kind")
    parser.add_argument(
        "--out", type=Path, help="file to write; one with some of the rows is completed"
    )
    parser.add_argument("--list", action="store_true", help="list the kinds and stop")


def run(args: argparse.Namespace) -> int:
    """Write rows as JSON lines to ``--out`` or stdout."""
    from tagwright.errors import InputError
    from tagwright_training.corpus.stream import load_kinds

    if args.list:
        print("\n".join(kind.name for kind in load_kinds()))
        return 0
    kinds = None
    if args.kind:
        kinds = [kind for kind in load_kinds() if kind.name == args.kind]
        if not kinds:
            raise InputError(
                f"There is no kind {args.kind!r}; see `tagwright-train corpus --list`."
            )
    if args.out is None:
        _write(rows(args.seed, kinds), 0, args.rows, sys.stdout)
        return 0
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("a+", encoding="utf-8") as file:
        file.seek(0)
        done = sum(1 for _ in file)
        # the same seed gives the same rows, so the file goes on where it ends
        _write(rows(args.seed, kinds), done, args.rows, file)
    return 0


def _write(made: Iterator[Row], done: int, wanted: int, out: TextIO) -> None:
    remaining = islice(made, done, wanted)
    for row in tqdm(remaining, initial=done, total=wanted, disable=None, file=sys.stderr):
        print(json.dumps(asdict(row), ensure_ascii=False), file=out)
