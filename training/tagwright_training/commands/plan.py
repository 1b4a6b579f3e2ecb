"""``tagwright-train plan``: what a recipe needs in memory and time, before it starts."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tagwright_training.plan.costs import Costs
    from tagwright_training.recipe import Recipe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recipe", help="name of a recipe or YAML file")
    parser.add_argument("--base", help="hub id or model directory (default: the recipe's)")
    parser.add_argument(
        "--gpu-memory", type=float, metavar="GB", help="say whether it fits, and what to change"
    )
    parser.add_argument("--tflops", type=float, default=20.0, help="of the GPU (default: 20)")
    parser.add_argument("--rows", type=int, default=1000, help="of the data (default: 1000)")
    parser.add_argument("--row-tokens", type=int, default=400, help="of a row (default: 400)")
    parser.add_argument(
        "--measure",
        action="store_true",
        help="also train two steps of a local base here, and compare",
    )


def run(args: argparse.Namespace) -> int:
    """Print the parts, their sum, the time and the verdict."""
    from tagwright.engines.hf_model import offline, quiet
    from tagwright.errors import InputError
    from tagwright_training.recipe import Recipe

    recipe = Recipe.read(args.recipe)
    if args.base:
        recipe = replace(recipe, base=args.base)
    for option in ("gpu_memory", "tflops", "rows", "row_tokens"):
        value = getattr(args, option)
        if value is not None and value <= 0:
            raise InputError(f"--{option.replace('_', '-')} must be more than 0.")
    with offline(), quiet():
        _print(args, recipe)
    return 0


def _print(args: argparse.Namespace, recipe: Recipe) -> None:
    from tagwright_training.plan.advice import tokens, verdict
    from tagwright_training.plan.costs import costs
    from tagwright_training.plan.shape import config_of, shape_of

    config = config_of(recipe.base)
    shape, kind = shape_of(config), str(config.get("model_type", ""))

    def cost(changed: Recipe) -> Costs:
        return costs(changed, shape, kind, gpu=True)

    planned = cost(recipe)
    print(
        f"{recipe.base}: {shape.parameters:,} parameters, {planned.trained:,} of them beside it "
        f"trained; {recipe.batch_size} rows of {recipe.longest} tokens at once"
    )
    _table(planned)
    row = min(args.row_tokens, recipe.longest)
    count = tokens(recipe, args.rows, row)
    speed = args.tflops * 1e12 / planned.flops
    print(
        f"Time: about {count / speed / 60:,.0f} minutes for {count:,} tokens at {speed:,.0f} "
        f"tokens/s (a GPU that really does {args.tflops:g} TFLOPS; rows of {row} tokens)"
    )
    if args.gpu_memory:
        print(verdict(recipe, args.gpu_memory * 2**30, cost))
    if args.measure:
        from tagwright_training.plan.measure import measure

        print(measure(recipe, shape, kind))


def _table(planned: Costs) -> None:
    for name, size in [*planned.parts.items(), ("at the peak", planned.total)]:
        print(f"  {name:<24}{size / 2**30:>9.2f} GB")
