"""``tagwright-train merge``: a LoRA becomes part of its base."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", required=True, help="hub id or model directory, not quantized")
    parser.add_argument("--revision", default="", help="of the base at the hub")
    parser.add_argument("--adapter", type=Path, required=True, help="PEFT adapter directory")
    parser.add_argument("--out", type=Path, required=True, help="model directory to write")


def run(args: argparse.Namespace) -> int:
    """Merge and save as safetensors, with tokenizer and tagwright.json."""
    from tagwright_training.bases import find_base
    from tagwright_training.deliver.merge import merge

    merge(find_base(args.base, args.revision), args.adapter, args.out)
    print(f"The merged model is in {args.out}, in the precision of {args.base} as it is stored.")
    return 0
