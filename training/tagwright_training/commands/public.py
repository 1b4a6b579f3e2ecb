"""``tagwright-train public``: choose rows of public repositories to train the base on."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="JSONL with prompt, html, repo and license")
    parser.add_argument("--out", type=Path, default=Path("runs/public.jsonl"))
    parser.add_argument(
        "--most", type=int, default=60, help="rows of one repository at most (default: 60)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the rows to ``--out`` and print the attribution list for the model card."""
    from tagwright_training.public_pairs import load

    rows, sources = load(args.file, args.most)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w", encoding="utf-8") as out:
        for row in rows:
            entry = {"prompt": row.prompt, "html": row.html, "copied": list(row.copied)}
            out.write(json.dumps(entry | {"context": asdict(row.context)}) + "\n")
    for (repo, licence), count in sorted(sources.items()):
        print(f"- {repo} ({licence}): {count}")
    print(f"{len(rows)} rows in {args.out}")
    return 0
