"""The scores of all suites as one aligned table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from tagwright_training.evaluate.metrics import Scores

_COLUMNS: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("suite", "suite", str),
    ("cases", "cases", str),
    ("pass@1", "pass_at_1", "{:.3f}".format),
    ("copied", "copied", "{:.3f}".format),
    ("well-formed", "well_formed", "{:.3f}".format),
    ("axe/100", "axe_100", "{:.1f}".format),
    ("axe clean", "axe_clean", "{:.3f}".format),
    ("chrF 0-100", "chrf", "{:.1f}".format),
    ("BLEU 0-1", "bleu_01", "{:.4f}".format),
    ("exact", "exact", "{:.3f}".format),
    ("tokens", "tokens", "{:.0f}".format),
    ("ms", "ms", "{:.0f}".format),
    ("no answer", "failed", str),
)


def table(rows: Sequence[Scores]) -> str:
    """Return the table: a header, a rule, a line a suite; ``-`` where a score has no meaning."""
    cells = [[title for title, _, _ in _COLUMNS]]
    for row in rows:
        values = [(getattr(row, name), shown) for _, name, shown in _COLUMNS]
        cells.append(["-" if value is None else shown(value) for value, shown in values])
    widths = [max(len(line[column]) for line in cells) for column in range(len(_COLUMNS))]
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
