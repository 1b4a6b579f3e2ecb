"""Entries of the server's log of generations (``tagwright.lsp.journal``) as training data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tagwright.page.languages import language_of
from tagwright_training.data.files import Entry
from tagwright_training.mine.markup import Unusable, plain_html


def last_places(entries: Iterator[tuple[str, Entry]]) -> dict[Any, str]:
    """Return where the last entry of each generation stands.

    A generation has an entry for each save after which it stood otherwise.
    """
    found: dict[Any, str] = {}
    for place, entry in entries:
        found[entry.get("id", place)] = place
    return found


def as_edited(entry: Entry) -> str:
    """Return the user's own version of what was generated, ``""`` if it is no whole markup."""
    context = entry.get("context")
    parent = str(context.get("parent", "")) if isinstance(context, dict) else ""
    try:
        language = language_of(str(entry.get("language", "html")))
        return plain_html(str(entry.get("edited", "")), language, parent)
    except Unusable:
        return ""
