"""The directory of a fine-tuning run, as ``tagwright-train finetune`` leaves it."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tagwright.errors import InputError

Entry = dict[str, float]


@dataclass(frozen=True)
class Run:
    """A run's files.

    record: ``run.json``. log: ``log.jsonl``, an entry a logging step, numbers by name; empty where
    the run has not logged yet.
    """

    folder: Path
    record: dict[str, Any]
    log: tuple[Entry, ...]

    @property
    def base(self) -> dict[str, Any]:
        """The base model's name, revision and so on, as far as they are known."""
        return _table(self.record, "base")

    @property
    def recipe(self) -> dict[str, Any]:
        """The recipe as it was run."""
        return _table(self.record, "recipe")

    @property
    def data(self) -> dict[str, Any]:
        """The source of the rows and their fingerprint."""
        return _table(self.record, "data")

    @property
    def name(self) -> str:
        """The recipe's name, or else the directory's."""
        return str(self.recipe.get("name") or self.folder.absolute().name)

    @property
    def adapter(self) -> Path:
        """Where the trained adapter is, once it is there."""
        return self.folder / "adapter"

    def series(self, key: str) -> tuple[list[float], list[float]]:
        """Return steps and values of one key of the log."""
        found = [(entry["step"], entry[key]) for entry in self.log if key in entry]
        return [step for step, _ in found], [value for _, value in found]


def read_run(folder: Path) -> Run:
    """Read a run. Raises ``InputError`` where the directory holds none, or one that is broken."""
    if not folder.is_dir():
        raise InputError(
            f"There is no directory {folder}; give the one that tagwright-train finetune wrote to."
        )
    record = folder / "run.json"
    try:
        content = json.loads(record.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(
            f"{folder} holds no run.json; give the directory that tagwright-train finetune wrote "
            "to, which has adapter/ and log.jsonl in it."
        ) from None
    except (OSError, ValueError) as error:
        raise InputError(
            f"{record} can't be read as JSON ({_short(error)}); run finetune again, which goes on "
            "from the last checkpoint and writes it anew."
        ) from None
    if not isinstance(content, dict):
        raise InputError(f"{record} holds no JSON object; run finetune again to write it anew.")
    return Run(folder, content, _read_log(folder / "log.jsonl"))


def _read_log(path: Path) -> tuple[Entry, ...]:
    """Return the entries in the order of their steps; a torn last line is left out."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise InputError(f"{path} can't be read ({_short(error)}).") from None
    entries: list[Entry] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError:
            if number == len(lines):  # the run was killed, or is still writing
                break
            raise InputError(
                f"{path}, line {number}: not valid JSON; delete the line to leave it out."
            ) from None
        numbers = _numbers(entry)
        if "step" in numbers:
            entries.append(numbers)
    return tuple(sorted(entries, key=lambda entry: entry["step"]))


def _numbers(entry: object) -> Entry:
    if not isinstance(entry, dict):
        return {}
    return {
        key: float(value)
        for key, value in entry.items()
        if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    }


def _table(record: dict[str, Any], key: str) -> dict[str, Any]:
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def _short(error: Exception) -> str:
    return " ".join(str(error).split())
