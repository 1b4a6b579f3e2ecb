"""Training rows from JSON lines."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tagwright.codec.slots import slotted
from tagwright.errors import InputError
from tagwright_training.corpus import Row


def guess_copied(prompt: str, html: str, *, changes: bool = False) -> tuple[str, ...]:
    """The phrases and words of the prompt that the markup repeats, when nobody has said which.

    A quoted phrase or one of several words counts wherever it stands; a single word only with a
    capital letter or a digit, because a common word is in the markup for reasons of its own.
    changes: as for ``slotted``.
    """
    found: list[str] = []
    folded = html.casefold()
    for slot in slotted(prompt, changes=changes).slots.values():
        for value in (slot.phrase, slot.word):
            telling = slot.quoted or " " in value or value != value.lower() or value.isdigit()
            if any(value in longer for longer in found):
                break
            if telling and len(value) > 1 and value.casefold() in folded:
                found.append(value)
                break
    return tuple(found)


def read_rows(path: Path) -> list[Row]:
    """Read all rows of a local file, see ``tagwright_training.data``. Raises ``InputError``."""
    from tagwright_training.data import open_rows

    if not path.is_file():
        raise InputError(f"There is no data file {path}.")
    return list(open_rows(str(path)))


def mixed(
    source: Callable[[int], Iterator[Row]], extra: Sequence[Row], share: float
) -> Callable[[int], Iterator[Row]]:
    """The row stream of a seed with ``share`` (0..1) of its rows drawn from ``extra``."""

    def stream(seed: int) -> Iterator[Row]:
        rng = random.Random(seed)
        for row in source(seed):
            yield rng.choice(extra) if rng.random() < share else row

    return stream
