"""``tagwright-train quantize``: a model in fewer bits for one of the server's engines."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", required=True, help="hub id or model directory")
    parser.add_argument("--revision", default="", help="of the model at the hub")
    parser.add_argument("--out", type=Path, required=True, help="file.gguf, or model directory")
    parser.add_argument(
        "--to",
        choices=["gguf-q4_0", "gguf-q8_0", "gguf-f16", "gptq", "nf4"],
        default="gguf-q4_0",
        help="gguf for the engine llamacpp, the others for bitsandbytes (default: gguf-q4_0)",
    )
    parser.add_argument("--data", help="rows that GPTQ is calibrated by (default: the corpus)")
    parser.add_argument("--rows", type=int, default=128, help="number of them (default: 128)")


def run(args: argparse.Namespace) -> int:
    """Write the quantized model, complete or not at all."""
    from tagwright_training.bases import find_base
    from tagwright_training.corpus import rows
    from tagwright_training.data import open_rows
    from tagwright_training.deliver.quantize import quantize

    calibration = open_rows(args.data) if args.data else rows(1)
    quantize(find_base(args.model, args.revision), args.out, args.to, calibration, args.rows)
    files = [args.out] if args.out.is_file() else [p for p in args.out.rglob("*") if p.is_file()]
    print(f"{args.out}: {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    return 0
