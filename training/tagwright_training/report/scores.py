"""Scores before and after: the base alone against the base with the adapter."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tagwright.errors import InputError
from tagwright_training.evaluate.metrics import Scores
from tagwright_training.evaluate.report import columns

BEFORE, AFTER = "before.json", "after.json"
"""Names of the scores that a report leaves in its directory."""

_NO_SCORES = ("suite", "cases")
_LESS_IS_BETTER = ("axe/100", "no answer")
_NEITHER_IS_BETTER = ("tokens", "ms")


@dataclass(frozen=True)
class Sheet:
    """A file of ``tagwright-train evaluate --json``.

    command: what made it, ``""`` where the file doesn't say. answers: by suite and request, what
    was answered first, as far as the answers lie beside the file.
    """

    suites: tuple[Scores, ...]
    command: str = ""
    text: str = ""
    answers: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One score of one suite as it is shown; ``-`` and ``""`` where there is none to compare.

    better: True or False where the change has a direction, None where nothing changed or nothing
    is to be said.
    """

    suite: str
    score: str
    before: str
    after: str
    change: str
    better: bool | None


@dataclass(frozen=True)
class Comparison:
    """The scores of a run; either may be missing."""

    before: Sheet | None = None
    after: Sheet | None = None

    def pairs(self) -> list[tuple[Scores | None, Scores | None]]:
        """Return the suites that both have, or those of the only one. Raises ``InputError``."""
        if self.before is None:
            return [(None, row) for row in self.after.suites] if self.after else []
        if self.after is None:
            return [(row, None) for row in self.before.suites]
        after = {row.suite: row for row in self.after.suites}
        both: list[tuple[Scores | None, Scores | None]] = [
            (row, after[row.suite]) for row in self.before.suites if row.suite in after
        ]
        if not both:
            raise InputError(
                "There is nothing to compare: the scores before and after have no suite in common; "
                "run tagwright-train evaluate with the same suites and files for both."
            )
        for left, right in both:
            if left and right and (left.cases, left.samples) != (right.cases, right.samples):
                raise InputError(
                    f"The scores of {left.suite} are of {left.cases} requests before and "
                    f"{right.cases} after: run tagwright-train evaluate with the same file, "
                    "--limit and --samples for both."
                )
        return both

    def lines(self) -> list[Line]:
        """Return every score that was measured, suite by suite. Raises ``InputError``."""
        found: list[Line] = []
        for before, after in self.pairs():
            rows = [row for row in (before, after) if row is not None]
            for title, value_of, form in columns(rows):
                if title in _NO_SCORES:
                    continue
                old = None if before is None else value_of(before)
                new = None if after is None else value_of(after)
                if old is None and new is None:
                    continue
                change, better = "", None
                if old is not None and new is not None:
                    change = _signed(form(abs(new - old)), new - old)
                    if change != "0" and title not in _NEITHER_IS_BETTER:
                        better = (new < old) == (title in _LESS_IS_BETTER)
                shown = ["-" if value is None else form(value) for value in (old, new)]
                name = rows[0].suite
                found.append(Line(name, title, shown[0], shown[1], change, better))
        return found


def read_sheet(path: Path) -> Sheet:
    """Read the scores of a file. Raises ``InputError``."""
    how = "give a file that tagwright-train evaluate --json wrote"
    try:
        text = path.read_text(encoding="utf-8")
        document = json.loads(text)
    except FileNotFoundError:
        raise InputError(f"There is no file {path}; {how}.") from None
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"{path} can't be read as JSON ({reason}); {how}.") from None
    try:
        suites = tuple(Scores(**row) for row in document["suites"])
    except (TypeError, KeyError):
        raise InputError(f"{path} holds no scores of this version; {how}.") from None
    if not suites:
        raise InputError(f"{path} holds the scores of no suite; {how}.")
    answers = {row.suite: _answers(path.parent / f"answers-{row.suite}.jsonl") for row in suites}
    return Sheet(suites, str(document.get("command", "")), text, answers)


def found_scores(report: Path) -> Comparison:
    """Return the scores that an earlier report left. Raises ``InputError`` for broken files."""
    before, after = report / BEFORE, report / AFTER
    return Comparison(
        read_sheet(before) if before.is_file() else None,
        read_sheet(after) if after.is_file() else None,
    )


def _answers(path: Path) -> dict[str, dict[str, Any]]:
    """Return the rows of a file of answers by request; what can't be read is left out."""
    rows: dict[str, dict[str, Any]] = {}
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            try:
                row = json.loads(line)
                rows.setdefault(json.dumps([row["prompt"], row["context"], row["input"]]), row)
            except (ValueError, KeyError, TypeError):
                continue
    return rows


def _signed(size: str, change: float) -> str:
    """Return the size with its sign, ``"0"`` where nothing of it shows."""
    if not any(digit in size for digit in "123456789"):
        return "0"
    return f"{'+' if change > 0 else '−'}{size}"
