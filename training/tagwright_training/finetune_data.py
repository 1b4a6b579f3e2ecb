"""Rows as the tokens that a base is trained on: exactly those that the server's engine sends."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from datasets import Dataset, Features, List, Value
from datasets.arrow_writer import ArrowWriter

from tagwright.codec import get_codec
from tagwright.engines.chat_template import render
from tagwright.errors import InputError
from tagwright.generate import request_messages
from tagwright.prompt import Request
from tagwright_training import rendering
from tagwright_training.answers import NotEncodable
from tagwright_training.corpus import Row
from tagwright_training.files import replace_file

IGNORED = -100
"""The label of a token that has no part in the loss."""

_FEATURES = Features(
    {"input_ids": List(Value("int32")), "labels": List(Value("int32")), "length": Value("int32")}
)
_TOO_LONG = "too long"
_NOT_ENCODABLE = "not encodable"


@dataclass
class Encoder:
    """Turns rows into tokens and labels.

    longest: most tokens of a row. left_out: how many rows were not used, by the reason.
    """

    tokenizer: Any
    codec: str
    longest: int
    completion_only: bool = True
    left_out: Counter[str] = field(default_factory=Counter)

    def encode(self, row: Row) -> dict[str, Any] | None:
        """Return the row's example; None for one that is too long or that the codec can't hold."""
        try:
            question, answer = self.texts(row)
        except NotEncodable:
            self.left_out[_NOT_ENCODABLE] += 1
            return None
        # As the engine does: a template spells out the tokens that begin a text. Tokenized apart,
        # because the model never sees the two merged.
        own = bool(self.tokenizer.chat_template)
        asked: list[int] = self.tokenizer(question, add_special_tokens=not own)["input_ids"]
        told: list[int] = self.tokenizer(answer, add_special_tokens=False)["input_ids"]
        told = [*told, self.tokenizer.eos_token_id]
        if len(asked) + len(told) > self.longest:
            self.left_out[_TOO_LONG] += 1
            return None
        labels = [IGNORED] * len(asked) if self.completion_only else asked
        ids = asked + told
        return {"input_ids": ids, "labels": labels + told, "length": len(ids)}

    def texts(self, row: Row) -> tuple[str, str]:
        """Return the prompt as the engine renders it, and the answer. Raises ``NotEncodable``."""
        request = Request(row.prompt, row.context, row.input)
        codec = get_codec(self.codec)
        question = render(self.tokenizer, request_messages(request, codec))
        if self.codec == "none":
            return question, row.html
        return question, rendering.messages(row)[1]["content"]


@dataclass(frozen=True)
class Examples:
    """A data set on disk, mapped into memory as it is read. sha256: of its tokens and labels."""

    data: Dataset
    sha256: str

    @classmethod
    def write(cls, encoder: Encoder, rows: Iterable[Row], most: int, path: Path) -> Examples | None:
        """Encode the first ``most`` rows that can be used; None if there is none.

        Never more than a batch of them is in memory.
        """
        digest = hashlib.sha256()
        usable = islice(filter(None, map(encoder.encode, rows)), most)

        def digested() -> Iterator[dict[str, Any]]:
            for example in usable:
                digest.update(json.dumps(example).encode())
                yield example

        count = 0

        def fill(temporary: Path) -> None:
            nonlocal count
            with ArrowWriter(features=_FEATURES, path=str(temporary)) as writer:
                for example in digested():
                    writer.write(example)
                    count += 1
                if count:
                    writer.finalize()

        replace_file(path, fill)
        return cls.read(path, digest.hexdigest()) if count else None

    @classmethod
    def read(cls, path: Path, sha256: str = "") -> Examples:
        """Open what another process has written."""
        return cls(Dataset.from_file(str(path)), sha256)


def calibration_texts(
    encoder: Encoder, rows: Iterable[Row], number: int
) -> Callable[[], list[str]]:
    """Return what gives the first ``number`` rows as whole texts, to quantize a base by."""

    def texts() -> list[str]:
        found = ["".join(encoder.texts(row)) for row in islice(rows, number)]
        if not found:
            raise InputError("There are no rows to quantize the base by; check the data.")
        return found

    return texts


def nothing_left(source: str, encoder: Encoder) -> InputError:
    """The error for a data set of which no row can be used."""
    if encoder.left_out[_TOO_LONG]:
        return InputError(
            f"All {encoder.left_out[_TOO_LONG]} rows of {source} are longer than "
            f"{encoder.longest} tokens; raise longest in the recipe, or shorten the rows."
        )
    return InputError(f"There are no rows to train on in {source}; check the data.")
