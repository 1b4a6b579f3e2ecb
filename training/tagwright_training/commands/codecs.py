"""``tagwright-train codecs``: compare answer codecs with equal training tokens."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tagwright_training.commands.common import add_recipe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe(parser, "codecs.yaml")
    parser.add_argument("--tokenizer", type=Path, default=Path("runs/mini/tokenizer"))
    parser.add_argument("--out", type=Path, default=Path("runs/codecs"))
    parser.add_argument("--steps", type=int, default=100, help="optimizer steps of each codec")
    parser.add_argument("--rows", type=int, default=200, help="held-out rows to score on")
    parser.add_argument("--codec", action="append", help="only this one (repeatable)")


def run(args: argparse.Namespace) -> int:
    """Print one JSON line a codec: exact match, share of copied strings, answer tokens."""
    from transformers import PreTrainedTokenizerFast

    from tagwright_training.codecs import VARIANTS, compare
    from tagwright_training.pretrain import BaseRecipe, corpus_of

    recipe = BaseRecipe.read(args.recipe)
    tokenizer = PreTrainedTokenizerFast.from_pretrained(args.tokenizer)
    names = args.codec or list(VARIANTS)
    for line in compare(
        recipe, corpus_of(recipe), tokenizer, args.out, args.steps, names, args.rows
    ):
        print(json.dumps(line), flush=True)
    return 0
