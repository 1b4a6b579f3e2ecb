"""``tagwright-train pretrain``: train the base model; resumes where it was stopped."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tagwright_training.commands.common import add_recipe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe(parser, "mini-base.yaml")
    parser.add_argument("--tokenizer", type=Path, default=Path("runs/mini/tokenizer"))
    parser.add_argument("--out", type=Path, default=Path("runs/mini/base"))
    parser.add_argument(
        "--from",
        dest="start",
        type=Path,
        metavar="DIR",
        help="begin with the weights of the model there, which may have fewer layers and tokens",
    )
    parser.add_argument(
        "--rows", type=Path, metavar="FILE", help="JSONL file of further rows (prompt, html)"
    )
    parser.add_argument(
        "--share", type=float, default=0.05, help="share of rows drawn from it (default: 0.05)"
    )
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=float, default=0.0, help="wall time of the whole run")
    length.add_argument("--steps", type=int, default=0, help="optimizer steps of the whole run")


def run(args: argparse.Namespace) -> int:
    """Train, then save the model, its tokenizer and ``tagwright.json`` under ``--out``/model."""
    from transformers import PreTrainedTokenizerFast

    from tagwright.codec.pointer import PointerCodec
    from tagwright.prompt import PROMPT_VERSION
    from tagwright_training.pretrain import BaseRecipe, corpus_of, pretrain
    from tagwright_training.rows import mixed, read_rows

    recipe = BaseRecipe.read(args.recipe)
    tokenizer = PreTrainedTokenizerFast.from_pretrained(args.tokenizer)
    source = corpus_of(recipe)
    if args.rows:
        source = mixed(source, read_rows(args.rows), args.share)
    pretrain(
        recipe,
        source,
        tokenizer,
        args.out,
        minutes=args.minutes,
        steps=args.steps,
        start=args.start,
    )
    info = {"name": recipe.name, "codec": PointerCodec.name, "prompt_version": PROMPT_VERSION}
    path = args.out / "model" / "tagwright.json"
    path.write_text(json.dumps(info, indent=2) + "\n", encoding="utf-8")
    print(f"The base model is in {args.out / 'model'}.")
    return 0
