"""``open_rows``: training rows that are read again and again without being kept in memory.

A source is a file (``.jsonl``, ``.csv``, ``.tsv``, ``.parquet``), a directory that
``tagwright-train mine`` or the server's log wrote, or the id of a hub data set.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from tagwright.cli.requests import check_text, parse_request
from tagwright.errors import InputError
from tagwright.lsp.log import NAME, OLDER
from tagwright.markup.answer import clean
from tagwright_training.corpus import Row
from tagwright_training.data.columns import Columns, choose
from tagwright_training.data.files import SUFFIXES, Entry, Table
from tagwright_training.data.generations import as_edited, last_places
from tagwright_training.data.hub import HubTable, is_hub_id
from tagwright_training.rows import guess_copied

TRAIN, HELD_OUT = "train", "held-out"
# What mine writes, by split.
FILES = {TRAIN: "rows.jsonl", HELD_OUT: "held-out.jsonl"}
LONGEST = 24_000
"""Characters of a row that is read: far beyond what a model takes, so no whole site gets in."""

_MARKUP = re.compile(r"<[a-zA-Z!]")
# How instruction data sets say that there is no input.
_NO_INPUT = frozenset({"", "n/a", "none", "null", "noinput", "<noinput>", "not applicable"})
_BUCKETS = 10_000


class _Table(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def is_small(self) -> bool: ...
    def entries(self) -> Iterator[tuple[str, Entry]]: ...
    def columns(self) -> tuple[str, ...]: ...
    def digest(self) -> str: ...


@dataclass
class RowSource:
    """The rows of one source; iterating reads it from its beginning.

    count, skipped: how many rows the latest pass to the end gave, and how many it left out for
    which reason. is_log: it is the server's log. keep: which rows are of this part, by a hash of
    their request.
    """

    table: _Table
    columns: Columns
    longest: int = LONGEST
    is_log: bool = False
    part: str = ""
    keep: Callable[[int], bool] | None = None
    count: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The source as it was given."""
        return self.table.name

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows; raises ``InputError`` where the source can't be read on."""
        count, skipped = 0, Counter[str]()
        latest = last_places(self.table.entries()) if self.is_log else {}
        for place, entry in self.table.entries():
            if latest and latest.get(entry.get("id"), place) != place:
                continue
            row = self._row(place, entry)
            if isinstance(row, str):
                skipped[row] += 1
            elif self.keep is None or self.keep(_bucket(row)):
                count += 1
                yield row
        self.count, self.skipped = count, skipped

    def fingerprint(self) -> str:
        """Return a SHA-256 of what the rows are made from."""
        made_from = f"{self.table.digest()} {self.columns} {self.longest} {self.part}"
        return hashlib.sha256(made_from.encode()).hexdigest()

    def report(self) -> str:
        """Say in a sentence what the latest pass gave."""
        left = ", ".join(f"{number} {why}" for why, number in self.skipped.most_common())
        rows = f"{self.count} row{'' if self.count == 1 else 's'} of {self.name}"
        return rows + (f"; left out: {left}." if left else ".")

    def read_through(self) -> None:
        """Read everything once, so that ``count`` and ``skipped`` are known."""
        for _ in self:
            pass

    def check(self) -> None:
        """Read everything once. Raises ``InputError`` where that fails or gives no row."""
        self.read_through()
        if not self.count:
            raise InputError(
                f"{self.report().removesuffix('.')}: nothing is left to train on; give rows with "
                "a prompt and markup."
            )

    def _row(self, place: str, entry: Entry) -> Row | str:
        """Return the row of an entry, or why it is left out."""
        outcome = entry.get("outcome")
        if outcome == "rejected":
            return "rejected by the user"
        prompt = self._text(place, entry, self.columns.prompt)
        html = self._text(place, entry, self.columns.html)
        if outcome == "edited":
            html = as_edited(entry)
        extra = self._text(place, entry, self.columns.input) if self.columns.input else ""
        if extra.strip().lower() in _NO_INPUT:
            extra = ""
        if not prompt.strip() or not html.strip():
            return "without prompt or markup"
        if len(prompt) + len(extra) + len(html) > self.longest:
            return f"longer than {self.longest} characters"
        html = clean(html).strip()
        if not _MARKUP.search(html):
            return "whose answer is no markup"
        if extra and not _MARKUP.search(extra):
            # Facts for the page, which are a part of the wish.
            prompt, extra = f"{prompt.strip()}\n{extra.strip()}", ""
        try:
            request = parse_request(
                {"prompt": prompt.strip(), "context": entry.get("context"), "input": extra}
            )
            check_text(html)
        except InputError as error:
            raise InputError(f"{place} can't be used: {error}.") from None
        copied = entry.get("copied") or guess_copied(prompt, html, changes=bool(extra))
        kind = str(entry.get("kind") or "")
        return Row(request.prompt, html, tuple(copied), request.context, request.input, kind)

    def _text(self, place: str, entry: Entry, column: str) -> str:
        if column not in entry and column != self.columns.input:
            there = ", ".join(entry) or "none"
            raise InputError(f"{place} has no {column!r}, only {there}; add it or remove the row.")
        value = entry.get(column)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise InputError(f"{place}: its {column!r} has to be a text.")
        return value


def open_rows(
    source: str,
    *,
    split: str = TRAIN,
    columns: Columns | None = None,
    revision: str = "",
    longest: int = LONGEST,
) -> RowSource:
    """Open a source. See the module for what it can be.

    split: of a mined directory ``train`` or ``held-out``, of a hub data set one of its own; a file
    is all ``train``. columns: where they have names of their own. revision: branch, tag or commit
    of a hub data set. longest: characters of prompt, input and markup; longer rows are left out.
    Raises ``InputError`` where there is nothing to read; small files are read through first, so
    that a mistake in them shows here.
    """
    table = _find(source, split, revision)
    there = table.columns()
    rows = RowSource(table, choose(source, there, columns), longest, "outcome" in there)
    if table.is_small:
        rows.check()
    return rows


def open_split(
    source: str,
    *,
    held_out: float = 0.1,
    columns: Columns | None = None,
    revision: str = "",
    longest: int = LONGEST,
) -> tuple[RowSource, RowSource]:
    """Open a source as rows to train on and rows to judge by.

    A mined directory has both. Of everything else a share is held out, chosen by a hash of the
    request, so that equal requests are never in both parts and each run holds out the same ones.
    Raises ``InputError``.
    """
    rows = open_rows(source, columns=columns, revision=revision, longest=longest)
    if (Path(source) / FILES[HELD_OUT]).is_file():
        return rows, open_rows(source, split=HELD_OUT, columns=columns, longest=longest)
    edge = round(held_out * _BUCKETS)
    parts = []
    for name, keep in ((TRAIN, lambda at: at >= edge), (HELD_OUT, lambda at: at < edge)):
        part = f"{name} {held_out}"
        parts.append(replace(rows, part=part, keep=keep, skipped=Counter()))
        if rows.table.is_small:
            parts[-1].read_through()
    return parts[0], parts[1]


def _find(source: str, split: str, revision: str) -> _Table:
    path = Path(source).expanduser()
    if path.is_dir():
        log = tuple(path / name for name in (OLDER, NAME) if (path / name).is_file())
        if log:
            return Table(log)
        wanted = path / FILES.get(split, FILES[HELD_OUT])
        if not wanted.is_file():
            raise InputError(
                f"The directory {path} has no {wanted.name}; make it with "
                f"tagwright-train mine SITE --out {path}, or give a file."
            )
        return Table((wanted,))
    if path.is_file():
        if path.suffix.lower() not in SUFFIXES:
            raise InputError(
                f"{path} is of no known kind; give a file that ends in {', '.join(SUFFIXES)}."
            )
        if split != TRAIN:
            raise InputError(f"The file {path} has one split only, {TRAIN!r}; ask for that.")
        return Table((path,))
    if is_hub_id(source) and path.suffix.lower() not in SUFFIXES:
        return HubTable.find(source, split, revision)
    raise InputError(
        f"There is no file or directory {source}; give a file that ends in {', '.join(SUFFIXES)}, "
        "a directory that tagwright-train mine wrote, or the id of a hub data set (owner/name)."
    )


def _bucket(row: Row) -> int:
    return zlib.crc32(f"{row.prompt}\0{row.input}".encode()) % _BUCKETS
