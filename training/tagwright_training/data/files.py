"""Local tables, one entry after the other: JSON lines, CSV and Parquet."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from tagwright.errors import InputError

Entry = dict[str, Any]
SUFFIXES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet")
_CHECKED = 64 * 2**20
"""Bytes of a file that is read through before it is used, so that a mistake shows at once."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BATCH = 256


@dataclass(frozen=True)
class Table:
    """One or more files of the same kind, read one after the other."""

    paths: tuple[Path, ...]

    @property
    def name(self) -> str:
        """What messages call it."""
        return str(self.paths[0])

    @property
    def is_small(self) -> bool:
        """Whether reading all of it first costs next to nothing."""
        return sum(path.stat().st_size for path in self.paths) <= _CHECKED

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield where an entry stands, for messages, and the entry. Raises ``InputError``."""
        for path in self.paths:
            try:
                yield from _entries(path)
            except OSError as error:
                raise InputError(
                    f"{path} can't be read ({error.strerror or error}); check its permissions."
                ) from None

    def columns(self) -> tuple[str, ...]:
        """Return the columns of the first entry. Raises ``InputError`` if there is none."""
        for _, entry in self.entries():
            return tuple(entry)
        raise InputError(f"{self.name} holds no rows; give a file with at least one.")

    def digest(self) -> str:
        """Return the SHA-256 of the contents."""
        found = hashlib.sha256()
        for path in self.paths:
            with path.open("rb") as file:
                while block := file.read(2**20):
                    found.update(block)
        return found.hexdigest()


def _entries(path: Path) -> Iterator[tuple[str, Entry]]:
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _parquet(path)
    if suffix in (".csv", ".tsv"):
        return _csv(path, "\t" if suffix == ".tsv" else "")
    return _json_lines(path)


def _json_lines(path: Path) -> Iterator[tuple[str, Entry]]:
    for number, line in _lines(path):
        line = line.strip()
        if not line:
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            if number == 1 and line.startswith("["):
                raise InputError(
                    f"{path} is one JSON array; give one object a line, for example made by "
                    f"jq -c '.[]' {path.name} > rows.jsonl."
                ) from None
            where = f", column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
            why = f"{getattr(error, 'msg', error)}{where}"
            raise InputError(
                f"Line {number} of {path} is not valid JSON ({why}); mend or remove that line."
            ) from None
        except RecursionError:
            raise InputError(
                f"Line {number} of {path} is nested too deeply; mend or remove that line."
            ) from None
        if not isinstance(entry, dict):
            raise InputError(
                f"Line {number} of {path} is not a JSON object; give one object a line, such as "
                '{"prompt": "a login form", "html": "<form>...</form>"}.'
            )
        yield f"Line {number} of {path}", entry


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line numbers from 1 and lines; JSON strings may hold U+2028, so only ``\\n`` counts."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            if number == 1 and raw.startswith(_UTF16):
                _not_utf8(path, number)
            try:
                yield number, raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                _not_utf8(path, number)


def _not_utf8(path: Path, number: int) -> NoReturn:
    raise InputError(f"Line {number} of {path} is not UTF-8; save the file as UTF-8.")


def _csv(path: Path, delimiter: str) -> Iterator[tuple[str, Entry]]:
    # Pages are longer than what the module takes for a cell by default.
    csv.field_size_limit(2**31 - 1)
    lines = (line for _, line in _lines(path))
    header = next(lines, "")
    separator = delimiter or (";" if ";" in header and "," not in header else ",")
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        names = next(csv.reader([header], delimiter=separator, strict=True), [])
        for cells in reader:
            if not cells:
                continue
            number = reader.line_num + 1
            if len(cells) != len(names):
                raise InputError(
                    f"The row that ends on line {number} of {path} has {len(cells)} cells and the "
                    f"header {len(names)}; put cells that hold commas or quotes into quotes."
                )
            yield (
                f"The row that ends on line {number} of {path}",
                dict(zip(names, cells, strict=True)),
            )
    except csv.Error as error:
        raise InputError(
            f"{path} is no well-formed CSV near line {reader.line_num + 1} ({error}); quotes "
            "within cells are doubled."
        ) from None


def _parquet(path: Path) -> Iterator[tuple[str, Entry]]:
    import pyarrow
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        with ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH):
                for entry in batch.to_pylist():
                    number += 1
                    yield f"Row {number} of {path}", entry
    except (pyarrow.ArrowInvalid, UnicodeDecodeError) as error:
        if path.stat().st_size == 0:
            return
        why = str(error).splitlines()[0]
        raise InputError(
            f"{path} is no readable Parquet file ({why}); write or download it again."
        ) from None
