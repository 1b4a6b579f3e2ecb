"""``tagwright-train style``: rows and cases of a made-up house style (see ``house_style``)."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from itertools import islice
from pathlib import Path

_OTHERS = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rows", type=int, default=480, help="rows to train on (default: 480)")
    parser.add_argument("--cases", type=int, default=100, help="cases to judge by (default: 100)")
    parser.add_argument("--out", type=Path, default=Path("runs/style"))


def run(args: argparse.Namespace) -> int:
    """Write ``rows.jsonl`` for ``finetune --data`` and ``style.jsonl`` for ``evaluate --cases``."""
    from tagwright_training.house_style import style_cases, style_rows

    args.out.mkdir(parents=True, exist_ok=True)
    with (args.out / "rows.jsonl").open("w", encoding="utf-8") as out:
        for row in islice(style_rows(1, _OTHERS), args.rows):
            entry = {"prompt": row.prompt, "html": row.html, "copied": list(row.copied)}
            out.write(json.dumps(entry | {"context": asdict(row.context)}) + "\n")
    with (args.out / "style.jsonl").open("w", encoding="utf-8") as out:
        for case in style_cases(2, args.cases):
            out.write(json.dumps(case) + "\n")
    print(f"{args.rows} rows and {args.cases} cases are in {args.out}.")
    return 0
