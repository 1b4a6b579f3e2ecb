"""The scores of all suites as one aligned table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from operator import attrgetter
from typing import Any

from tagwright_training.evaluate.metrics import Scores

_Column = tuple[str, Callable[[Scores], Any], Callable[[Any], str]]

_COLUMNS: tuple[_Column, ...] = (
    ("suite", attrgetter("suite"), str),
    ("cases", attrgetter("cases"), str),
    ("pass@1", attrgetter("pass_at_1"), "{:.3f}".format),
    ("copied", attrgetter("copied"), "{:.3f}".format),
    ("well-formed", attrgetter("well_formed"), "{:.3f}".format),
    ("axe/100", attrgetter("axe_100"), "{:.1f}".format),
    ("axe clean", attrgetter("axe_clean"), "{:.3f}".format),
    ("chrF 0-100", attrgetter("chrf"), "{:.1f}".format),
    ("BLEU 0-1", attrgetter("bleu_01"), "{:.4f}".format),
    ("exact", attrgetter("exact"), "{:.3f}".format),
)
_MEASURED: tuple[_Column, ...] = (
    ("chrF++ 0-100", attrgetter("chrf_pp"), "{:.1f}".format),
    ("ROUGE-L", attrgetter("rouge_l"), "{:.3f}".format),
    ("tags", attrgetter("tree"), "{:.3f}".format),
    ("look", attrgetter("look"), "{:.3f}".format),
)
"""Columns that are there only where a suite has them."""

_LAST: tuple[_Column, ...] = (
    ("tokens", attrgetter("tokens"), "{:.0f}".format),
    ("ms", attrgetter("ms"), "{:.0f}".format),
    ("no answer", attrgetter("failed"), str),
)


def columns(rows: Sequence[Scores]) -> list[_Column]:
    """Return title, value (None where a suite has none) and form of each score of these suites."""
    ks = sorted({int(k) for row in rows for k in row.pass_at_k or {} if k != "1"})
    passes: list[_Column] = [
        (f"pass@{k}", lambda row, k=k: (row.pass_at_k or {}).get(str(k)), "{:.3f}".format)  # type: ignore[misc]
        for k in ks
    ]
    measured = [*passes, *_MEASURED]
    kept = [column for column in measured if any(column[1](row) is not None for row in rows)]
    return [*_COLUMNS, *kept, *_LAST]


def table(rows: Sequence[Scores]) -> str:
    """Return the table: a header, a rule, a line a suite; ``-`` where a score has no meaning."""
    shown = columns(rows)
    cells = [[title for title, _, _ in shown]]
    for row in rows:
        values = [(of(row), form) for _, of, form in shown]
        cells.append(["-" if value is None else form(value) for value, form in values])
    widths = [max(len(line[column]) for line in cells) for column in range(len(shown))]
    lines = [
        "  ".join(
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def as_json(rows: Sequence[Scores], about: dict[str, Any]) -> str:
    """Return the scores with what made them (model, adapter, settings), indented, as JSON."""
    document = {**about, "suites": [asdict(row) for row in rows]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
