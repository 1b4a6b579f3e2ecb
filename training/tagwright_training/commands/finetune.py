"""``tagwright-train finetune``: train an adapter on the frozen 4-bit base; resumes when stopped."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--recipe", default="mini", help="name of a recipe or YAML file (default: mini)"
    )
    parser.add_argument("--base", type=Path, default=Path("runs/mini/base/model"))
    parser.add_argument("--out", type=Path, default=Path("runs/mini/adapter"))
    parser.add_argument("--steps", type=int, default=200, help="optimizer steps (default: 200)")
    parser.add_argument(
        "--data",
        type=Path,
        help="JSON lines with prompt and html; every tenth is held out (default: the corpus)",
    )


def run(args: argparse.Namespace) -> int:
    """Train, then save the PEFT adapter with ``tagwright.json`` under ``--out``/adapter."""
    from tagwright_training.corpus import Row, rows
    from tagwright_training.finetune import finetune
    from tagwright_training.recipe import Recipe
    from tagwright_training.rows import read_rows

    recipe = Recipe.read(args.recipe)
    train: Iterable[Row]
    held_out: Iterable[Row]
    if args.data:
        given = read_rows(args.data)
        held_out = given[::10]
        kept = [row for i, row in enumerate(given) if i % 10]
        train = chain.from_iterable(kept for _ in range(args.steps * recipe.batch_size))
    else:
        seed = recipe.seed * 10_000_000
        train = rows(seed, natural=recipe.natural)
        held_out = islice(rows(seed + 1, natural=recipe.natural), 400)
    finetune(recipe, args.base, train, held_out, args.out, steps=args.steps)
    print(f"The adapter is in {args.out / 'adapter'}.")
    return 0
