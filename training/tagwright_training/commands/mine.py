"""``tagwright-train mine``: rows from your own pages, for an adapter in your own style."""

from __future__ import annotations

import argparse
import json
import shlex
from pathlib import Path
from typing import Any

_HISTORY = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, help="a site, a repository, or one page")
    parser.add_argument("--out", type=Path, help="directory to write (default: data/NAME)")
    parser.add_argument(
        "--history",
        type=int,
        default=_HISTORY,
        metavar="N",
        help=f"search the latest N commits for earlier versions (default: {_HISTORY}; 0: none)",
    )
    parser.add_argument(
        "--longest", type=int, default=4000, help="characters of an element (default: 4000)"
    )


def run(args: argparse.Namespace) -> int:
    """Write ``rows.jsonl``, ``held-out.jsonl`` and the card ``README.md`` to ``--out``."""
    from tagwright.errors import InputError
    from tagwright_training.files import replace_file
    from tagwright_training.mine.card import card
    from tagwright_training.mine.miner import mine

    if args.history < 0 or args.longest < 1:
        raise InputError("--history is a number from 0, --longest one from 1.")
    out = args.out or Path("data") / (args.path.resolve().stem or "site")
    mined = mine(args.path, history=args.history, longest=args.longest, but=out.resolve())
    command = shlex.join(["tagwright-train", "mine", str(args.path), "--out", str(out)])
    try:
        out.mkdir(parents=True, exist_ok=True)
        replace_file(out / "rows.jsonl", lambda path: _write(path, mined.rows))
        if mined.held_out:
            replace_file(out / "held-out.jsonl", lambda path: _write(path, mined.held_out))
        else:
            (out / "held-out.jsonl").unlink(missing_ok=True)
        text = card(mined, out, command)
        replace_file(out / "README.md", lambda path: path.write_text(text, encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"{out} can't be written ({error.strerror}); choose another directory with --out."
        ) from None
    print(
        f"{len(mined.rows)} rows to train on and {len(mined.held_out)} to judge by from "
        f"{mined.files} pages; {sum(mined.skipped.values())} pairs were left out, {out}/README.md "
        "says why."
    )
    print(f"Next: tagwright-train finetune --recipe mini --data {shlex.quote(str(out))}")
    return 0


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
