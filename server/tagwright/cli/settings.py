"""``tagwright settings``: every setting with its type, default and meaning."""

from __future__ import annotations

import argparse
import json
from dataclasses import Field, fields
from typing import Any

from tagwright.cli.files import write_out
from tagwright.settings import Settings, choices


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print a Markdown table")
    form.add_argument(
        "--json",
        action="store_true",
        help="print a JSON array: what the settings of an editor's extension are made from",
    )


def run(args: argparse.Namespace) -> int:
    """Print the settings, one a line, as a table or as JSON."""
    write_out(markdown_table() if args.markdown else json_array() if args.json else _lines())
    return 0


def markdown_table() -> str:
    """Return the table that the README has between its ``settings`` markers."""
    rows = [
        f"| `{item.metadata['name']}` | {_type(item, '`')} | `{_default(item)}` "
        f"| {item.metadata['doc']} |\n"
        for item in fields(Settings)
    ]
    return "| Setting | Type | Default | Meaning |\n|---|---|---|---|\n" + "".join(rows)


def json_array() -> str:
    """Return the settings as JSON: name, type, default and description, and where they apply
    minimum, maximum, choices, and ``loads`` (true where another value loads another model)."""
    rows = []
    for item in fields(Settings):
        given = item.metadata
        row = {"name": given["name"], "type": given["type"], "default": item.default}
        row |= {"description": given["doc"]}
        row |= {limit: given[limit] for limit in ("minimum", "maximum", "loads") if limit in given}
        if choices(item):
            row["choices"] = choices(item)
        rows.append(row)
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _lines() -> str:
    return "".join(
        f"{item.metadata['name']} ({_type(item)}, default {_default(item)}): "
        f"{item.metadata['doc']}\n"
        for item in fields(Settings)
    )


def _type(item: Field[Any], quote: str = "") -> str:
    allowed = choices(item)
    if allowed:
        return ", ".join(f"{quote}{value}{quote}" for value in allowed)
    kind = str(item.metadata["type"])
    if "minimum" in item.metadata:
        return f"{kind}, {item.metadata['minimum']:g} to {item.metadata['maximum']:g}"
    return kind


def _default(item: Field[Any]) -> str:
    return json.dumps(item.default)
