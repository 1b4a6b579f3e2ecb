"""A recipe tried from end to end in seconds and offline: a tiny random model, a few rows.

The model has the architecture of the recipe's base with small sizes, the rows have the columns of
its data set, and the server's own engine answers with what was trained.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from threading import Event

from tagwright.engines import create_engine
from tagwright.engines.base import Limits
from tagwright.errors import ModelError, NothingUsable
from tagwright.generate import Generator
from tagwright.prompt import Request
from tagwright.settings import Settings
from tagwright_training.bases import find_base
from tagwright_training.bases_gptq import FOLDER
from tagwright_training.bases_tiny import write_tiny_base
from tagwright_training.corpus import Row, rows
from tagwright_training.data import Columns, open_split
from tagwright_training.data.columns import KNOWN
from tagwright_training.files import replace_file
from tagwright_training.finetune import RunData, finetune
from tagwright_training.finetune_devices import processes
from tagwright_training.finetune_save import writable
from tagwright_training.recipe import Recipe

_ROWS = 24
_STEPS = 4
_LONGEST = 512
_ANSWER = 24
"""Tokens; a random model has nothing to say."""


def smoke(recipe: Recipe, out: Path, say: Callable[[str], None]) -> None:
    """Train a tiny model by the recipe in ``out``, and let the server's engine answer with it.

    Raises ``InputError`` for a base whose architecture is not known here, and ``ModelError``.
    """
    known = KNOWN.get(recipe.data)
    state = processes()
    writable(out)
    with state.main_process_first():
        folder = write_tiny_base(recipe.base, out / "base")
        data = _write_rows(out / "rows.jsonl", known or Columns())
    tiny = replace(
        recipe,
        base=str(folder),
        data=str(data),
        steps=_STEPS,
        epochs=0.0,
        batch_size=min(recipe.batch_size, 2),
        accumulation=min(recipe.accumulation, 2),
        longest=_LONGEST,
        rank=4,
        calibration=8,
        virtual_tokens=4,
        evaluations=2,
    )
    train, held_out = open_split(tiny.data, held_out=max(0.2, tiny.held_out), columns=known)
    made = RunData(train, held_out, tiny.data, train.fingerprint())
    finetune(tiny, find_base(tiny.base), made, out, say)
    if not state.is_main_process:
        return
    quantized = out / FOLDER
    tokens = _answered(quantized if quantized.is_dir() else folder, out / "adapter")
    say(f"The server's engine answered with {tokens} tokens.")


def _write_rows(path: Path, columns: Columns) -> Path:
    """Write rows of the corpus under the names that a data set has for them."""

    def entry(row: Row) -> dict[str, str]:
        found = {columns.prompt: row.prompt, columns.html: row.html}
        return found | ({columns.input: row.input} if columns.input else {})

    short = (row for row in rows(1) if len(row.html) < 300)
    if path.is_file():
        return path
    lines = [json.dumps(entry(row)) + "\n" for row in islice(short, _ROWS)]
    replace_file(path, lambda part: part.write_text("".join(lines), encoding="utf-8"))
    return path


def _answered(base: Path, adapter: Path) -> int:
    """Return how many tokens the server's engine gave. Raises ``ModelError`` if it gave none."""
    settings = Settings(engine="bitsandbytes", model=str(base), adapter=str(adapter))
    generator = Generator(create_engine(settings))
    count = 0

    def counted(tokens: int) -> None:
        nonlocal count
        count = tokens

    try:
        request = Request("a list of two links, Home and About")
        generator.generate(request, Limits(max_new_tokens=_ANSWER), Event(), counted)
    except NothingUsable:  # well-formed, but cut before its first element was complete
        pass
    finally:
        generator.close()
    if not count:
        raise ModelError(f"The server's engine gave no answer with {adapter}.")
    return count
