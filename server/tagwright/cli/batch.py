"""Many prompts at once: JSON lines in, the same lines with their markup out, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from threading import Event
from typing import Any

from tagwright.cli.files import STANDARD, decode, json_line, read_text, write_out
from tagwright.cli.options import open_generator
from tagwright.cli.requests import parse_request
from tagwright.engines.base import Limits
from tagwright.errors import InputError, NothingUsable
from tagwright.generate import Generator
from tagwright.markup.format import format_html
from tagwright.prompt import Request
from tagwright.settings import Settings
from tagwright.variants import limits_for

Row = dict[str, Any]


def run_batch(given: str, settings: Settings) -> int:
    """Answer each line of a file (``-``: of stdin, as it comes) and print it at once.

    A line whose prompt gave nothing usable has ``html`` empty and an ``error``, and the run goes
    on; it ends with 0 and a note on stderr then. Raises ``InputError`` with the line's number for
    one that is broken: for a file before anything is generated.
    """
    from tqdm import tqdm

    rows: Iterable[tuple[Row, Request]]
    if given == STANDARD:
        rows = _rows(_stdin_lines())
    else:
        rows = list(_rows(read_text(given).removeprefix("\ufeff").split("\n")))
    failed = 0
    with open_generator(settings) as generator:
        limits = limits_for(settings)
        shown = tqdm(rows, unit="prompt", file=sys.stderr, disable=not sys.stderr.isatty())
        for row, request in shown:
            answer = _answer(generator, request, limits)
            failed += "error" in answer
            write_out(json_line(row | answer))
    if failed:
        print(
            f"tagwright: {failed} of the prompts gave no markup; see the error in their lines.",
            file=sys.stderr,
        )
    return 0


def _stdin_lines() -> Iterator[str]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        yield decode(line, f"Line {number} of the standard input")


def _rows(lines: Iterable[str]) -> Iterator[tuple[Row, Request]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield row, parse_request(row)
        except (ValueError, RecursionError):
            raise InputError(f"Line {number} can't be used: it is not JSON.") from None
        except InputError as error:
            raise InputError(f"Line {number} can't be used: {error}.") from None


def _answer(generator: Generator, request: Request, limits: Limits) -> Row:
    tokens = 0

    def count(number: int) -> None:
        nonlocal tokens
        tokens = number

    try:
        result = generator.generate(request, limits, Event(), count)
    except (NothingUsable, InputError) as error:
        return {"html": "", "tokens": tokens, "ms": 0, "error": str(error)}
    return {
        "html": format_html(result.html),
        "tokens": result.tokens,
        "ms": round(result.ms),
    }
