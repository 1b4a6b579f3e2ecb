"""Hand-written pairs as rows: other values, other lists, a little noise; and what is held out.

The pairs are in ``handwritten/*.txt`` beside this package; ``handwritten_pairs`` has the format.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from tagwright.errors import InputError
from tagwright.prompt import PageContext
from tagwright_training.answers import NotEncodable
from tagwright_training.corpus.gen import Gen, Row, slug
from tagwright_training.corpus.handwritten_markup import (
    Element,
    Ref,
    Text,
    attr,
    elements,
    shown,
    words_of,
    written,
)
from tagwright_training.corpus.handwritten_pairs import (
    Count,
    Pair,
    Use,
    Value,
    Wording,
    parse,
    read,
)
from tagwright_training.corpus.handwritten_runs import find_runs, fixed_length, invented, resized
from tagwright_training.corpus.handwritten_values import EXACT, invent
from tagwright_training.corpus.natural_say import many_values
from tagwright_training.corpus.phrasing import listing, number, quoted, typo

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
# What ends a phrase or a word in the pointer notation.
_PUNCTUATION = re.compile(r"[,;?!&:]|\.(?:\s|$)|\s[-–—]\s|\d/\d")
_ENGLISH = frozenset("the with for and of please make add need page my that should".split())
_TRIES = 12


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
    if pair.context.lang != "en" and _is_english(said):
        g.lang = "en"
    root, texts = pair.root, [value.texts for value in pair.values]
    if not keep:
        texts = _other_values(g, pair)
        root, texts = _other_lengths(g, pair, texts)
    context, root = (pair.context, root) if keep else _elsewhere(g, pair, root)
    html = written(root, lambda ref, name, begins: _shown(pair, texts, ref, name, begins))
    prompt = _noise(g, _request(g, pair, said, texts), texts, keep)
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


def _other_values(g: Gen, pair: Pair) -> list[tuple[str, ...]]:
    """Values of the same types, all different; lists have seven items to choose from."""
    fixed_words = " ".join(
        [words_of(pair.root), *(str(p) for w in pair.wordings for p in w if isinstance(p, str))]
    ).casefold()
    taken = {slug(text) for value in pair.values if value.fixed for text in value.texts}
    out: list[tuple[str, ...]] = []
    for value in pair.values:
        if value.fixed:
            out.append(value.texts)
            continue
        wanted = max(len(value.texts), 7) if value.many else 1
        texts: list[str] = []
        for item in range(wanted):
            original = value.texts[min(item, len(value.texts) - 1)]
            texts.append(_other_value(g, value, original, fixed_words, taken))
            taken.add(slug(texts[-1]))
        out.append(tuple(texts))
    return out


def _other_value(g: Gen, value: Value, original: str, words: str, taken: set[str]) -> str:
    """One that is not given yet and, if possible, no word of the request or the markup."""
    made = original
    for attempt in range(_TRIES):
        made = invent(g, value.kind, original, value.place)
        if slug(made) in taken or '"' in made or (value.many and ";" in made):
            continue
        if attempt > _TRIES // 2 or not re.search(
            rf"(?<!\w){re.escape(made.casefold())}(?!\w)", words
        ):
            return made
    while slug(made) in taken:
        made = (
            f"{made} {g.rng.randint(2, 99)}"
            if value.kind not in EXACT
            else f"{made}{g.rng.randint(2, 99)}"
        )
    return made


def _other_lengths(
    g: Gen, pair: Pair, texts: list[tuple[str, ...]]
) -> tuple[Element, list[tuple[str, ...]]]:
    root = pair.root
    for group in pair.groups:
        count = len(pair.values[group[0]].texts)
        wanted = count
        runs = find_runs(root, group, count)
        if not any(pair.values[i].fixed for i in group) and not fixed_length(root, runs, count):
            steps = [-2, -1, -1, 0, 0, 0, 1, 1, 2, 3]
            if invented(root, runs, count):  # a further sibling would say the same again
                steps = [-2, -1, -1, 0, 0, 0, 1]
            wanted = max(2, min(count + g.pick(steps), max(7, count)))
        larger = resized(root, runs, group, count, wanted)
        if wanted > count and _ids_twice(larger):
            wanted, larger = count, root
        root = larger
        for i in group:
            texts[i] = texts[i][:wanted]
    return root, texts


def _ids_twice(root: Element) -> bool:
    ids = [parts for e in elements(root) if (parts := attr(e, "id"))]
    return len(ids) != len(set(ids))


def _elsewhere(g: Gen, pair: Pair, root: Element) -> tuple[PageContext, Element]:
    """The same below another heading of the page, its own headings one level deeper."""
    levels = [int(e.tag[1]) for e in elements(root) if re.fullmatch("h[1-6]", e.tag)]
    if pair.headed or root.children[0] == Element("!DOCTYPE html") or 1 in levels:
        return pair.context, root
    before = g.pick([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3])
    deeper = max(before - 1, 0)
    if max(levels, default=0) + deeper > 6:
        return pair.context, root
    return replace(pair.context, heading=before), _deeper(root, deeper)


def _deeper(element: Element, levels: int) -> Element:
    tag = element.tag
    if levels and re.fullmatch("h[1-6]", tag):
        tag = f"h{int(tag[1]) + levels}"
    children = [c if isinstance(c, Text) else _deeper(c, levels) for c in element.children]
    return Element(tag, element.attrs, children, element.line)


# --- its request ---------------------------------------------------------------------------------


def _is_english(wording: Wording) -> bool:
    return any(set(p.lower().split()) & _ENGLISH for p in wording if isinstance(p, str))


def _request(g: Gen, pair: Pair, wording: Wording, texts: Sequence[Sequence[str]]) -> str:
    out = ""
    for at, part in enumerate(wording):
        following = wording[at + 1] if at + 1 < len(wording) else ""
        if isinstance(part, str):
            out += part
        elif isinstance(part, Count):
            n = len(texts[part.value])
            out += number(g, n) if g.lang == "en" else str(n)
        elif pair.values[part.value].many:
            last = not following or (isinstance(following, str) and following[0] == "\n")
            said = _list(g, texts[part.value], last)
            out = (out.rstrip(" ") if said[0] == "\n" else out) + said
        else:
            kept = tuple(texts[part.value]) == pair.values[part.value].texts
            out += _one(g, pair.values[part.value].kind, texts[part.value][0], part, kept)
    return out


def _one(g: Gen, kind: str, value: str, use: Use, kept: bool) -> str:
    """A single value; quoted where its punctuation would hide where it ends."""
    g.given(value)
    if use.quoted:
        return value
    share = {"title": 0.12, "sentence": 0.12, "question": 0.12, "label": 0.12, "name": 0.05}
    needs = bool(_PUNCTUATION.search(value)) and kind not in EXACT
    if (needs and not kept) or g.chance(share.get(kind, 0.0)):
        return f'"{value}"' if "'" in value else quoted(g, value)
    for piece in re.split(_PUNCTUATION, value) if needs else ():
        if len(piece.strip()) > 1:  # without quotes, only its pieces can be pointed at
            g.given(piece.strip())
    return value


def _list(g: Gen, values: Sequence[str], last: bool) -> str:
    """The values as people list them. last: nothing follows on the line, so it may have lines."""
    for value in values:
        g.given(value)
        if value[-1] in ".?!":
            g.given(value[:-1])
    if any(_PUNCTUATION.search(value) for value in values):
        shape = g.pick(["quotes", "quotes", "bul", "lines"] if last else ["quotes"])
    else:
        shapes = ["semi", "pipe", "slash", "plus", "comma", "comma", "quotes", "num", "then"]
        shape = g.pick(shapes + (["bul", "bul", "lines"] if last else [])) if g.chance(0.35) else ""
    if shape and not (shape == "plus" and any("+" in value for value in values)):
        said = many_values(g, values, shape)
        return f"\n{said}" if shape == "lines" else said
    said = listing(g, values)
    return said if last or "\n" not in said else ", ".join(values)


def _noise(g: Gen, prompt: str, texts: Sequence[Sequence[str]], keep: bool) -> str:
    """A typo, another first letter or full stop now and then; values stay as they are."""
    prompt = prompt.strip()
    if keep:
        return prompt
    if g.chance(0.06):
        prompt = typo(g, prompt)
    first = re.match(r"\w+", prompt)
    begins = any(prompt.startswith(value) for value in g.copied)
    if first and not begins and first[0][1:] == first[0][1:].lower() and g.chance(0.2):
        prompt = (prompt[0].upper() if prompt[0].islower() else prompt[0].lower()) + prompt[1:]
    ends = any(prompt.endswith(value) for value in g.copied)
    if prompt[-1].isalnum() and not ends and "\n" not in prompt and g.chance(0.12):
        return prompt + "."
    if prompt[-1] == "." and not ends and g.chance(0.25):
        return prompt[:-1]
    return prompt


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
