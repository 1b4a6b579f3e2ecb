"""Case files: one JSON object a line, each a request and what any good answer to it satisfies.

``{"id": "form-login-1", "prompt": "a login form", "checks": [{"css": "input[type=password]",
"op": "==", "count": 1}]}``, optionally with ``context`` and ``input`` (as in the lines of
``tagwright generate --batch``) and ``reference`` (a good answer, for chrF and BLEU).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tagwright.cli.requests import check_text, parse_request
from tagwright.errors import InputError
from tagwright.prompt import Request
from tagwright_training.evaluate.checks import OPERATORS, AnyCheck, Check, selector_problem


@dataclass(frozen=True)
class Case:
    """One request with its checks (none: only the other scores count) and perhaps a reference.

    given: strings of the request that the answer has to repeat, for the score of exact copies.
    """

    id: str
    request: Request
    checks: tuple[AnyCheck, ...] = ()
    reference: str = ""
    given: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suite:
    """Cases that are scored together; ``name`` heads their row in the table of scores."""

    name: str
    cases: tuple[Case, ...]


_KEYS = {"id", "prompt", "context", "input", "checks", "reference"}


def default_cases() -> Path:
    """Return the public case file that is part of the package."""
    return Path(__file__).parent.parent / "cases" / "public.jsonl"


def load_cases(path: Path, limit: int | None = None) -> Suite:
    """Read a case file, or its first ``limit`` cases; all lines are checked in any case.

    Raises ``InputError`` with the line number of the first bad line.
    """
    cases: list[Case] = []
    seen: dict[str, int] = {}
    for number, row in read_rows(path):
        try:
            case = _case(row)
            if case.id in seen:
                raise ValueError(f"the id {case.id!r} is already that of line {seen[case.id]}")
        except (ValueError, InputError) as problem:
            raise InputError(f"{path}, line {number}: {problem}.") from None
        seen[case.id] = number
        cases.append(case)
    return Suite(path.stem, tuple(cases[:limit]))


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number (from 1) and object of each line of a JSONL file; blank lines are skipped.

    Raises ``InputError`` where the file or a line can't be read, or the file holds no rows.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"There is no file {path}; give the path of a JSONL file.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save it as UTF-8.") from None
    except OSError as error:
        raise InputError(f"{path} can't be read ({error.strerror}).") from None
    found = False
    # Not splitlines(): JSON strings may hold U+2028 and form feeds.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = True
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            where = f"{error.msg}, column {error.colno}"
            raise InputError(f"{path}, line {number}: not valid JSON ({where}).") from None
        if not isinstance(row, dict):
            raise InputError(f"{path}, line {number}: give a JSON object, one a line.")
        yield number, row
    if not found:
        raise InputError(f"{path} holds no rows; give a JSONL file with one object a line.")


def text_of(row: dict[str, Any], key: str, *, needed: bool = False) -> str:
    """Return a text of a row, ``""`` if it's not there.

    Raises ``ValueError`` for a bad one and ``InputError`` for one without a UTF-8 form.
    """
    if key not in row and needed:
        raise ValueError(f"the key {key!r} is missing")
    value = row.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{key!r} has to be a text")
    if needed and not value.strip():
        raise ValueError(f"{key!r} is empty")
    check_text(value)
    return value


def _case(row: dict[str, Any]) -> Case:
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise ValueError(f"there is no key {unknown[0]!r}; the keys are {', '.join(sorted(_KEYS))}")
    identity = text_of(row, "id", needed=True)
    if "checks" not in row:
        raise ValueError("the key 'checks' is missing")
    if not isinstance(row["checks"], list):
        raise ValueError("'checks' has to be a list")
    checks = tuple(_check(item) for item in row["checks"])
    return Case(identity, parse_request(row), checks, text_of(row, "reference"))


def _check(item: object) -> Check:
    if not isinstance(item, dict):
        raise ValueError("a check has to be an object with 'css', 'op' and 'count'")
    for key in ("css", "op", "count"):
        if key not in item:
            raise ValueError(f"the key {key!r} of a check is missing")
    css, op, count = item["css"], item["op"], item["count"]
    if not isinstance(op, str) or op not in OPERATORS:
        raise ValueError(f"there is no op {op!r}; give one of {', '.join(OPERATORS)}")
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise ValueError(f"the count {count!r} has to be a whole number from 0")
    problem = selector_problem(css) if isinstance(css, str) and css else "it is not a text"
    if problem:
        raise ValueError(f"the selector {css!r} can't be used: {problem}")
    return Check(css, op, count)
