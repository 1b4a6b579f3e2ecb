"""A byte-level BPE tokenizer made for HTML in the pointer notation.

Tags, attribute names and frequent whole attributes are one token each (added tokens, matched
before the byte-level split, so llama.cpp's ``gpt-2`` pre-tokenizer gives the same ids); words are
ordinary byte-level BPE (Sennrich et al. 2016, arXiv:1508.07909) and nothing is ever unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from tagwright.codec.notation import all_marks
from tagwright_training.answers import NotEncodable
from tagwright_training.corpus import Row
from tagwright_training.rendering import ANSWER, CHAT_TEMPLATE, END, PAD, render

_TAG = re.compile(r"<[a-z][a-z0-9]*(?= |>)")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def texts(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Rendered rows, without those that the notation can't carry."""
    for row in rows:
        try:
            yield render(row)
        except NotEncodable:
            continue


def fused(answers: Iterable[str], least: int, most: int) -> list[str]:
    """Pieces of markup worth a token: all tags and attribute names, frequent whole attributes.

    least: how often a whole attribute must occur. most: how many of them at the most.
    """
    tags: Counter[str] = Counter()
    names: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for answer in answers:
        for tag in _TAG.findall(answer):
            tags[tag] += 1
        for match in _ATTRIBUTE.finditer(answer):
            names[f' {match[1]}="'] += 1
            if "<|" not in match[0] and len(match[0]) <= 100:
                whole[match[0]] += 1
    pieces = [piece for tag in sorted(tags) for piece in (tag, f"{tag}>")]
    pieces += sorted(names)
    pieces += [attribute for attribute, n in whole.most_common(most) if n >= least]
    return [*pieces, '">', "<!DOCTYPE html>"]


def train(rows: Iterable[Row], sample: int, vocab_size: int) -> PreTrainedTokenizerFast:
    """Train on ``sample`` rows; ``vocab_size`` counts all tokens, the added ones too."""
    rendered = list(texts(islice(rows, sample)))
    markup = fused((answer for _, answer in rendered), least=max(8, sample // 2000), most=500)
    added = [*all_marks(), *dict.fromkeys(markup)]
    split = re.compile(
        "|".join(re.escape(t) for t in sorted([ANSWER, END, *added], key=len, reverse=True))
    )
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size - len(added) - 3,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    pieces = (piece for pair in rendered for side in pair for piece in split.split(side) if piece)
    tokenizer.train_from_iterator(pieces, trainer)
    tokenizer.add_special_tokens([AddedToken(t, normalized=False) for t in (PAD, ANSWER, END)])
    tokenizer.add_tokens([AddedToken(t, normalized=False) for t in added])
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token=END,
        pad_token=PAD,
        chat_template=CHAT_TEMPLATE,
        clean_up_tokenization_spaces=False,
        model_max_length=1024,
    )


def extend(tokenizer: PreTrainedTokenizerFast, rows: Iterable[Row], sample: int) -> int:
    """Give ``tokenizer`` a token for each piece of markup that it still spells; return how many.

    The new ids follow the old ones, so a model that knows the old ones can grow (``grow``).
    """
    answers = [answer for _, answer in texts(islice(rows, sample))]
    pieces = fused(answers, least=max(8, sample // 2000), most=500)
    new = [piece for piece in pieces if piece not in tokenizer.get_vocab()]
    return int(tokenizer.add_tokens([AddedToken(piece, normalized=False) for piece in new]))


def save(tokenizer: PreTrainedTokenizerFast, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save_pretrained(out)
