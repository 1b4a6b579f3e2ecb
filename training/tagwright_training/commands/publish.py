"""``tagwright-train publish``: an adapter or model goes to the hub."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--adapter", type=Path, help="PEFT adapter directory")
    what.add_argument("--model", type=Path, help="model directory, such as a merged one")
    parser.add_argument("--to", required=True, metavar="ORG/NAME", help="repository at the hub")
    parser.add_argument("--card", type=Path, help="Markdown file to use as the card")
    parser.add_argument("--private", action="store_true", help="create a private repository")
    parser.add_argument("--update", action="store_true", help="commit to one that exists, too")
    parser.add_argument(
        "--dry-run", action="store_true", help="show exactly what would go; no network is used"
    )


def run(args: argparse.Namespace) -> int:
    """Show what goes, and send it unless ``--dry-run`` is given."""
    from tagwright.errors import InputError
    from tagwright_training.deliver.publish import prepare, push

    folder = args.adapter or args.model
    if not folder.is_dir():
        raise InputError(f"There is no directory {folder}.")
    try:
        card = args.card.read_text(encoding="utf-8") if args.card else ""
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The card {args.card} can't be read as text.") from error
    publication = prepare(folder, args.to, adapter=args.adapter is not None, card=card)
    kind = "private, if it is new" if args.private else "public, if it is new"
    print(f"Repository: {args.to} ({kind})\nCommit: {publication.message}\nFiles:")
    for name, size, digest in publication.manifest():
        print(f"  {digest}  {size:>14,}  {name}")
    if publication.left:
        print(f"Not sent: {', '.join(publication.left)}")
    if args.dry_run:
        print(f"Card:\n\n{publication.card}")
        return 0
    print(push(publication, private=args.private, update=args.update))
    return 0
