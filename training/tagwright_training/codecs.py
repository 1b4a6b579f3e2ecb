"""Which codec? The same small model, corpus and training tokens; only the notation differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import torch
from transformers import LlamaForCausalLM, PreTrainedTokenizerFast

from tagwright.codec.pointer import PointerCodec
from tagwright.prompt import Request
from tagwright_training.answers import NotEncodable, Style, normalized
from tagwright_training.corpus import Row
from tagwright_training.pretrain import BaseRecipe, pretrain
from tagwright_training.rendering import END, Variant, render

VARIANTS = {
    "plain": Variant(pointers=False, style=Style(spans=False, siblings=False)),
    "word-pointers": Variant(style=Style(spans=False, siblings=False)),
    "phrase-pointers": Variant(style=Style(spans=True, siblings=False)),
    "phrase-pointers+siblings": Variant(style=Style(spans=True, siblings=True)),
}


@dataclass(frozen=True)
class CodecScore:
    """Shares of held-out rows or strings, 0..1, by greedy decoding.

    exact: the markup is the corpus's. copied: given strings that the answer holds.
    tokens: mean answer length.
    """

    codec: str
    exact: float
    copied: float
    tokens: float


@torch.no_grad()
def greedy(
    model: LlamaForCausalLM,
    tokenizer: PreTrainedTokenizerFast,
    questions: list[str],
    most: int = 400,
) -> list[str]:
    """Answers to rendered questions, decoded in batches of 50."""
    answers = []
    tokenizer.padding_side = "left"
    for at in range(0, len(questions), 50):
        asked = tokenizer(
            questions[at : at + 50], padding=True, return_tensors="pt", add_special_tokens=False
        )
        out = model.generate(
            input_ids=asked["input_ids"].to(model.device),
            attention_mask=asked["attention_mask"].to(model.device),
            max_new_tokens=most,
            do_sample=False,
        )
        for ids in out[:, asked["input_ids"].shape[1] :].tolist():
            answers.append(tokenizer.decode(ids).split(END)[0])
    return answers


def score(
    name: str,
    variant: Variant,
    model: LlamaForCausalLM,
    tokenizer: PreTrainedTokenizerFast,
    rows: list[Row],
) -> CodecScore:
    """Score one variant on held-out rows."""
    model.eval()
    pairs = []
    for row in rows:
        try:
            pairs.append((row, *render(row, 0, variant)))
        except NotEncodable:
            continue
    answers = greedy(model, tokenizer, [question for _, question, _ in pairs])
    exact = copied = given = 0
    for (row, _, _), answer in zip(pairs, answers, strict=True):
        html = PointerCodec().decode_answer(Request(row.prompt, row.context), answer)
        exact += normalized(html) == normalized(row.html)
        wanted = [value for value in row.copied if value.lower() in row.html.lower()]
        given += len(wanted)
        copied += sum(value.lower() in html.lower() for value in wanted)
    length = sum(len(tokenizer.backend_tokenizer.encode(a).ids) for _, _, a in pairs) / len(pairs)
    return CodecScore(name, exact / len(pairs), copied / max(given, 1), length)


def compare(
    recipe: BaseRecipe,
    source: Callable[[int], Iterator[Row]],
    tokenizer: PreTrainedTokenizerFast,
    out: Path,
    steps: int,
    names: list[str],
    sample: int,
) -> Iterator[dict[str, object]]:
    """Train every named variant for ``steps`` and yield its score on ``sample`` held-out rows."""
    held_out = list(islice(source(2_000_000_000), sample))
    for name in names:
        variant = VARIANTS[name]
        model = pretrain(recipe, source, tokenizer, out / name, steps=steps, variant=variant)
        yield asdict(score(name, variant, model, tokenizer, held_out))
