"""``tagwright-train corpus``: write rows of the generated corpus."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice

from tqdm import tqdm

from tagwright_training.corpus import Row, rows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rows", type=int, default=1000, help="how many rows (default: 1000)")
    parser.add_argument("--seed", type=int, default=0, help="seed of the stream (default: 0)")
    parser.add_argument("--kind", help="only this component kind")
    parser.add_argument("--list", action="store_true", help="list the kinds and stop")


def run(args: argparse.Namespace) -> int:
    """Print rows as JSON lines to stdout."""
    from tagwright.errors import InputError
    from tagwright_training.corpus.stream import load_kinds

    kinds = load_kinds()
    if args.list:
        print("\n".join(kind.name for kind in kinds))
        return 0
    if args.kind:
        kinds = [kind for kind in kinds if kind.name == args.kind]
        if not kinds:
            raise InputError(
                f"There is no kind {args.kind!r}; see `tagwright-train corpus --list`."
            )
    made: Iterator[Row] = islice(rows(args.seed, kinds), args.rows)
    for row in tqdm(made, total=args.rows, disable=None, file=sys.stderr):
        print(json.dumps(asdict(row), ensure_ascii=False))
    return 0
