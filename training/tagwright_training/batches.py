"""Rows -> padded batches of token ids, sorted by length so that little of them is padding."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, islice

import torch
from torch.utils.data import IterableDataset, get_worker_info
from transformers import PreTrainedTokenizerFast

from tagwright.codec.notation import PHRASES
from tagwright.codec.reading import read_request
from tagwright.prompt import Request
from tagwright_training.answers import NotEncodable
from tagwright_training.corpus import Row
from tagwright_training.rendering import FULL, Variant, render

IGNORED = -100


@dataclass(frozen=True)
class Example:
    """ids: question then answer; answer: index of the answer's first token."""

    ids: list[int]
    answer: int


@dataclass(frozen=True)
class Batch:
    """ids: (B, T) int64, padded on the right. labels: (B, T), ``IGNORED`` outside answers."""

    ids: torch.Tensor
    labels: torch.Tensor


def example(
    row: Row, tokenizer: PreTrainedTokenizerFast, first: int = 0, variant: Variant = FULL
) -> Example:
    """Render and tokenize. Raises ``NotEncodable``."""
    question, answer = render(row, first, variant)
    backend = tokenizer.backend_tokenizer
    asked = backend.encode(question, add_special_tokens=False).ids
    return Example(asked + backend.encode(answer, add_special_tokens=False).ids, len(asked))


def _rounded(length: int) -> int:
    """Up to the next multiple of 16. On a CPU each new shape costs oneDNN a kernel to compile, so
    few shapes are twice as fast as batches that fit exactly."""
    return -(-length // 16) * 16


def collate(examples: list[Example], pad: int) -> Batch:
    """Pad on the right to a multiple of 16."""
    length = _rounded(max(len(e.ids) for e in examples))
    ids = torch.full((len(examples), length), pad)
    labels = torch.full((len(examples), length), IGNORED)
    for i, e in enumerate(examples):
        ids[i, : len(e.ids)] = torch.tensor(e.ids)
        labels[i, e.answer : len(e.ids)] = torch.tensor(e.ids[e.answer :])
    return Batch(ids, labels)


def first_slot(row: Row, rng: random.Random) -> int:
    """Mostly 0, as in serving; else shifted, so that every slot's embedding is trained.

    Never for a change of markup: its elements need numbers, which would run out, and the lower
    ones are learned sooner when nothing else is asked of them.
    """
    if row.input or rng.random() < 0.6:
        return 0
    numbers = read_request(Request(row.prompt, row.context, row.input)).slots
    phrases = sum(number < PHRASES for number in numbers)
    return rng.randrange(max(1, PHRASES - max(phrases, len(numbers) - phrases)))


class PoolStream(IterableDataset[tuple[int, Batch]]):
    """Yields (pool number, batch) for ever.

    source: gives the row stream of a seed; pool k is made from seed k alone, so training resumes
    at any pool, and several data loader processes take turns with the pools. batch_tokens: padded
    tokens of a batch. longest: longer examples are left out.
    """

    def __init__(
        self,
        source: Callable[[int], Iterator[Row]],
        tokenizer: PreTrainedTokenizerFast,
        *,
        start: int,
        pool_rows: int,
        batch_tokens: int,
        longest: int,
        variant: Variant = FULL,
    ) -> None:
        self.source = source
        self.tokenizer = tokenizer
        self.start = start
        self.pool_rows = pool_rows
        self.batch_tokens = batch_tokens
        self.longest = longest
        self.variant = variant

    def __iter__(self) -> Iterator[tuple[int, Batch]]:
        worker = get_worker_info()
        ahead, step = (worker.id, worker.num_workers) if worker else (0, 1)
        for number in count(self.start + ahead, step):
            rng = random.Random(number)
            batches = self._batches(number, rng)
            rng.shuffle(batches)
            for batch in batches:
                yield number, collate(batch, self.tokenizer.pad_token_id)

    def _batches(self, number: int, rng: random.Random) -> list[list[Example]]:
        examples = []
        for row in islice(self.source(number), self.pool_rows):
            try:
                made = example(row, self.tokenizer, first_slot(row, rng), self.variant)
            except NotEncodable:
                continue
            if len(made.ids) <= self.longest:
                examples.append(made)
        examples.sort(key=lambda e: -len(e.ids))
        batches: list[list[Example]] = []
        while examples:
            size = max(1, self.batch_tokens // _rounded(len(examples[0].ids)))
            batch, examples = examples[:size], examples[size:]
            batches.append((batch * size)[:size])
        return batches
