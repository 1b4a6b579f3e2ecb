"""Suites without checks: pairs of a request and one reference answer, or requests alone.

Two shapes of rows are known: ``{"prompt", "html"}`` (comments with the markup that follows them)
and ``{"instruction", "input", "output"}`` (the html_alpaca set). Of rows that name a ``repo``, only
those of repositories that training never sees are taken. Other keys are ignored.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tagwright.errors import InputError
from tagwright.prompt import Request
from tagwright_training.evaluate.cases import Case, Suite, read_rows, text_of
from tagwright_training.public_pairs import held_out


def load_pairs(path: Path, limit: int | None = None) -> Suite:
    """Read a file of pairs, or its first ``limit`` rows; ids are ``<stem>-<line number>``.

    Raises ``InputError`` with the line number of the first bad line, or where all rows are of
    repositories that training may see.
    """
    cases: list[Case] = []
    for number, row in read_rows(path):
        try:
            request, reference = _pair(row)
            repo = text_of(row, "repo")
        except (ValueError, InputError) as problem:
            raise InputError(f"{path}, line {number}: {problem}.") from None
        if not repo or held_out(repo):
            cases.append(Case(f"{path.stem}-{number}", request, (), reference))
    if not cases:
        raise InputError(
            f"All rows of {path} are of repositories that training may see; give other rows."
        )
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


def load_prompts(path: Path, limit: int | None = None) -> Suite:
    """Read a text file of requests, one a line, without answers; blank lines are skipped.

    Raises ``InputError`` where the file can't be read or holds no request.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise InputError(
            f"There is no file {path}; give a text file, one request a line."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read as UTF-8 text ({error}).") from None
    cases = [
        Case(f"{path.stem}-{number}", Request(line.strip()))
        for number, line in enumerate(lines, 1)
        if line.strip()
    ]
    if not cases:
        raise InputError(f"{path} holds no requests; write one a line.")
    return Suite(path.stem, tuple(cases[:limit]))
