"""``tagwright-train average``: the mean of two models of one training."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--before", type=Path, required=True, help="model that a run began with")
    parser.add_argument("--after", type=Path, required=True, help="model that came out of it")
    parser.add_argument("--out", type=Path, required=True, help="new directory")
    parser.add_argument(
        "--share", type=float, default=0.75, help="share of the later model (default: 0.75)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the averaged model."""
    from tagwright_training.average import average

    average(args.before, args.after, args.out, args.share)
    print(f"The model is in {args.out}.")
    return 0
