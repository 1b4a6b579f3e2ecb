"""``tagwright-train finetune``: train an adapter by a recipe; goes on where it was stopped."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tagwright.errors import InputError

if TYPE_CHECKING:
    from tagwright_training.finetune import RunData
    from tagwright_training.recipe import Recipe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--recipe", default="mini", help="name of a recipe or YAML file (default: mini)"
    )
    parser.add_argument("--base", help="hub id or model directory (default: the recipe's)")
    parser.add_argument(
        "--data", help="file, mined directory or hub id (default: the recipe's, or the corpus)"
    )
    parser.add_argument("--out", type=Path, help="directory of the run (default: runs/RECIPE)")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--steps", type=int, help="optimizer steps (default: the recipe's)")
    length.add_argument("--epochs", type=float, help="passes over the data")
    parser.add_argument(
        "--smoke",
        action="store_true",
        help="try the whole run with a tiny random model of the same architecture, offline",
    )


def run(args: argparse.Namespace) -> int:
    """Train, then save the PEFT adapter with ``tagwright.json`` under ``--out``/adapter."""
    from tagwright_training.recipe import Recipe

    for given in (args.steps, args.epochs):
        if given is not None and given <= 0:
            raise InputError(f"A run of {given} steps or epochs trains nothing: give more.")
    recipe = Recipe.read(args.recipe)  # torch takes seconds, so a wrong recipe is told before
    from tagwright.engines.hf_model import quiet

    with quiet():  # bitsandbytes has advice as soon as it is imported
        from tagwright_training.finetune import finetune
    if args.steps:
        recipe = replace(recipe, steps=args.steps, epochs=0.0)
    if args.epochs:
        recipe = replace(recipe, epochs=args.epochs, steps=0)
    if args.smoke:
        return _smoke(recipe, args.out)
    from tagwright_training.bases import find_base

    if args.data:
        recipe = replace(recipe, data=args.data)
    if args.base:
        recipe = replace(recipe, base=args.base)
    out = args.out or Path("runs") / recipe.name
    base = find_base(recipe.base, recipe.revision)
    finetune(recipe, base, _data(recipe), out, _say)
    return 0


def _data(recipe: Recipe) -> RunData:
    from tagwright_training.data import open_split
    from tagwright_training.finetune import GeneratedRows, RunData

    if recipe.data:
        train, held_out = open_split(recipe.data, held_out=recipe.held_out)
        if train.count:
            _say(f"{train.report()} {held_out.count} more are held out.")
        return RunData(train, held_out, recipe.data, train.fingerprint())
    name = f"corpus, seed {recipe.seed}, natural {recipe.natural}"
    seed = recipe.seed * 10_000_000
    generated = GeneratedRows(seed, recipe.natural)
    judged_by = list(islice(GeneratedRows(seed + 1, recipe.natural), 400))
    return RunData(generated, judged_by, name, name, endless=True)


def _smoke(recipe: Recipe, out: Path | None) -> int:
    from tagwright_training.smoke import smoke

    if out is not None:
        smoke(recipe, out, _say)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        smoke(recipe, Path(folder), _say)
    return 0


def _say(line: str) -> None:
    print(line, flush=True)
