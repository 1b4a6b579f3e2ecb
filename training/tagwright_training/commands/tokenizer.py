"""``tagwright-train tokenizer``: train the embedded model's tokenizer on the corpus."""

from __future__ import annotations

import argparse
from pathlib import Path

from tagwright_training.commands.common import add_recipe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe(parser, "mini-base.yaml")
    parser.add_argument("--out", type=Path, default=Path("runs/mini/tokenizer"))
    parser.add_argument(
        "--from",
        dest="start",
        type=Path,
        metavar="DIR",
        help="extend the tokenizer there by what the corpus has since got, keeping its ids",
    )


def run(args: argparse.Namespace) -> int:
    """Train or extend, and save; an existing tokenizer in ``--out`` is kept."""
    from transformers import PreTrainedTokenizerFast

    from tagwright_training.corpus import rows
    from tagwright_training.joblog import JobLog
    from tagwright_training.pretrain import BaseRecipe
    from tagwright_training.tokenizer import extend, save, train

    if (args.out / "tokenizer.json").exists():
        print(f"{args.out} has a tokenizer already; remove it to train another.")
        return 0
    recipe = BaseRecipe.read(args.recipe)
    if args.start:
        tokenizer = PreTrainedTokenizerFast.from_pretrained(args.start)
        extend(tokenizer, rows(recipe.seed), recipe.tokenizer_rows)
    else:
        tokenizer = train(rows(recipe.seed), recipe.tokenizer_rows, recipe.vocab_size)
    save(tokenizer, args.out)
    facts = {"tokens": len(tokenizer), "rows": recipe.tokenizer_rows, "seed": recipe.seed}
    JobLog(args.out / "log.jsonl").write("trained", **facts)
    print(f"{len(tokenizer)} tokens in {args.out}")
    return 0
