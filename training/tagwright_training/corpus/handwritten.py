"""Hand-written pairs as rows: other values, other lists, a little noise; and what is held out.

The pairs are in ``handwritten/*.txt`` beside this package; ``handwritten_pairs`` has the format.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from tagwright.errors import InputError
from tagwright_training.answers import NotEncodable
from tagwright_training.corpus.gen import Gen, Row
from tagwright_training.corpus.handwritten_content import elsewhere, other_lengths, other_values
from tagwright_training.corpus.handwritten_marks import shown, written
from tagwright_training.corpus.handwritten_markup import Ref
from tagwright_training.corpus.handwritten_pairs import Pair, parse, read
from tagwright_training.corpus.handwritten_say import is_english, noise, request
from tagwright_training.corpus.handwritten_values import EXACT

__all__ = [
    "Pair",
    "held_out",
    "held_out_rows",
    "load",
    "parse",
    "problems",
    "realize",
    "training_row",
    "unseen_pairs_rows",
]

KIND = "handwritten"
FOLDER = Path(__file__).resolve().parent.parent / "handwritten"
_ORIGINALS = 0.25


# --- one row -------------------------------------------------------------------------------------


def realize(pair: Pair, rng: random.Random, *, wording: int | None = None, keep: bool) -> Row:
    """A row of the pair. wording: which request, from 0; None: any that is not held out.

    keep: with the values that are written in the file; else each is replaced by another of its
    type, in the request and in the markup alike, and lists change their length.
    """
    if wording is None:
        wording = rng.choice(_trained(pair))
    said = pair.wordings[wording]
    g = Gen(rng, pair.context)
    if pair.context.lang != "en" and is_english(said):
        g.lang = "en"
    root, texts = pair.root, [value.texts for value in pair.values]
    if not keep:
        texts = other_values(g, pair)
        root, texts = other_lengths(g, pair, texts)
    context, root = (pair.context, root) if keep else elsewhere(g, pair, root)
    html = written(root, lambda ref, name, begins: _shown(pair, texts, ref, name, begins))
    prompt = request(g, pair, said, texts)
    prompt = prompt if keep else noise(g, prompt)
    copied = tuple(value for value in g.copied if value and value in prompt)
    return Row(prompt, html, copied, context, kind=KIND, phrasing=f"{pair.id}/{wording}")


def _shown(pair: Pair, texts: Sequence[Sequence[str]], ref: Ref, name: str, begins: bool) -> str:
    value = pair.values[ref.value]
    original = value.texts[min(ref.item, len(value.texts) - 1)]
    # the original's lower case at the start of a text was meant so
    raised = (
        value.kind not in EXACT and value.kind != "keep" and original[:1] != original[:1].lower()
    )
    return shown(ref, name, begins, texts[ref.value][ref.item], raised)


# --- the files -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pairs:
    """All pairs, and those that training may see."""

    every: tuple[Pair, ...]
    trained: tuple[Pair, ...]


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> Pairs:
    """The pairs of all files of the folder. Raises ``InputError`` for one that can't be read."""
    every: list[Pair] = []
    for path in sorted(folder.glob("*.txt")):
        every += parse(_content(path), path)
    return Pairs(tuple(every), tuple(pair for pair in every if not unseen(pair)))


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({error}); save it as UTF-8 text.") from None


def problems(path: Path, *, thorough: bool = True) -> list[str]:
    """All that is wrong with a file, one sentence each, also pairs that can't be encoded.

    thorough: try every wording as it stands and with other values; else one wording.
    """
    # the codec comes with this, which the corpus alone does not need
    from tagwright_training.rendering import render

    made, wrong = read(_content(path), path)
    for pair in made:
        tried = range(len(pair.wordings)) if thorough else [0]
        for wording in tried:
            for keep in (True, False):
                row = realize(pair, random.Random(pair.id), wording=wording, keep=keep)
                try:
                    render(row)
                except NotEncodable as error:
                    wrong.append(
                        f"{path}, line {pair.line}: wording {wording + 1} can't be encoded "
                        f"({error}); write the markup in another way: {row.prompt!r}"
                    )
    return wrong


# --- what training does not see ------------------------------------------------------------------


def _share(name: str, one_in: int) -> bool:
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big") % one_in == 0


def unseen(pair: Pair) -> bool:
    """Whether training sees nothing of the pair (about one in 25)."""
    return _share(f"pair {pair.id}", 25)


def _last_held_out(pair: Pair) -> bool:
    return len(pair.wordings) > 2 and not unseen(pair) and _share(f"wording {pair.id}", 9)


def _trained(pair: Pair) -> range:
    """The wordings that training may see; all of an unseen pair."""
    return range(len(pair.wordings) - _last_held_out(pair))


@lru_cache(maxsize=4)
def _held_out_phrasings(folder: Path) -> frozenset[str]:
    return frozenset(
        f"{pair.id}/{len(pair.wordings) - 1}" for pair in load(folder).every if _last_held_out(pair)
    )


def held_out(phrasing: str, folder: Path = FOLDER) -> bool:
    """Whether a row's ``phrasing`` is a wording kept for evaluation, of a pair that is trained."""
    return phrasing in _held_out_phrasings(folder)


def training_row(rng: random.Random, folder: Path = FOLDER) -> Row:
    """A row of a pair and wording that training may see."""
    pair = rng.choice(load(folder).trained)
    return realize(pair, rng, keep=rng.random() < _ORIGINALS)


def held_out_rows(seed: int, folder: Path = FOLDER) -> Iterator[Row]:
    """One row of each held-out wording, with values that are not in the file."""
    rng = random.Random(seed)
    for pair in load(folder).every:
        if _last_held_out(pair):
            yield realize(pair, rng, wording=len(pair.wordings) - 1, keep=False)


def unseen_pairs_rows(seed: int, folder: Path = FOLDER) -> Iterator[Row]:
    """One row of each wording of the pairs that training never sees, with other values."""
    rng = random.Random(seed)
    for pair in load(folder).every:
        for wording in range(len(pair.wordings)) if unseen(pair) else ():
            yield realize(pair, rng, wording=wording, keep=False)
