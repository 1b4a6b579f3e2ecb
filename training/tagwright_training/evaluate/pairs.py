"""Suites made of pairs: a request and one reference answer, without checks.

Two shapes of rows are known: ``{"prompt", "html"}`` (comments with the markup that follows them)
and ``{"instruction", "input", "output"}`` (the html_alpaca set). Other keys are ignored.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tagwright.errors import InputError
from tagwright.prompt import Request
from tagwright_training.evaluate.cases import Case, Suite, read_rows, text_of


def load_pairs(path: Path, limit: int | None = None) -> Suite:
    """Read a file of pairs, or its first ``limit`` rows; ids are ``<stem>-<line number>``.

    Raises ``InputError`` with the line number of the first bad line.
    """
    cases: list[Case] = []
    for number, row in read_rows(path):
        try:
            request, reference = _pair(row)
        except (ValueError, InputError) as problem:
            raise InputError(f"{path}, line {number}: {problem}.") from None
        cases.append(Case(f"{path.stem}-{number}", request, (), reference))
    return Suite(path.stem, tuple(cases[:limit]))


def _pair(row: dict[str, Any]) -> tuple[Request, str]:
    if "prompt" in row or "html" in row:
        return Request(text_of(row, "prompt", needed=True)), text_of(row, "html", needed=True)
    if "instruction" not in row:
        raise ValueError("give 'prompt' and 'html', or 'instruction', 'input' and 'output'")
    prompt = text_of(row, "instruction", needed=True)
    given = text_of(row, "input")
    reference = text_of(row, "output", needed=True)
    # In that set the input is markup to change in some rows and data to show in others.
    if given and "<" not in given:
        return Request(f"{prompt}\n{given}"), reference
    return Request(prompt, input=given), reference
