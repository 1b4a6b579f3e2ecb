"""The request of a row from a hand-written wording: values in their shapes, a little noise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.handwritten_pairs import Pair
from tagwright_training.corpus.handwritten_requests import Count, Use, Wording
from tagwright_training.corpus.natural_say import many_values
from tagwright_training.corpus.phrasing import listing, number, quoted, typo

# What ends a phrase in the pointer notation.
_PUNCTUATION = re.compile(r"[;?!&]|[,:](?!\d)|\.(?:\s|$)|\s-\s|[–—]|\d/\d")
# Types that nobody puts into quotes.
_BARE = frozenset("email url image id class date time price number phone".split())
_ENGLISH = frozenset("the with for and of please make add need page my that should".split())


def is_english(wording: Wording) -> bool:
    """Whether the wording is English, on a page in another language."""
    return any(set(p.lower().split()) & _ENGLISH for p in wording if isinstance(p, str))


def request(g: Gen, pair: Pair, wording: Wording, texts: Sequence[Sequence[str]]) -> str:
    """The wording with ``texts`` as its values; they count as given."""
    out = ""
    for at, part in enumerate(wording):
        if isinstance(part, str):
            out += part
        elif isinstance(part, Count):
            n = len(texts[part.value])
            out += number(g, n) if g.lang == "en" else str(n)
        elif pair.values[part.value].many:
            following = wording[at + 1] if at + 1 < len(wording) else ""
            last = not following or (isinstance(following, str) and following[0] == "\n")
            said = _list(g, texts[part.value], last)
            out = (out.rstrip(" ") if said[0] == "\n" else out) + said
        else:
            if out[-1:] in ("#", "."):  # the word as it stands in the prompt: "#main"
                g.given(out[-1] + texts[part.value][0])
            kept = tuple(texts[part.value]) == pair.values[part.value].texts
            out += _one(g, pair.values[part.value].kind, texts[part.value][0], part, kept)
    return out.strip()


def _one(g: Gen, kind: str, value: str, use: Use, kept: bool) -> str:
    """A single value, in quotes where its punctuation would hide where it ends."""
    g.given(value)
    if use.capital:
        value = g.given(value[:1].upper() + value[1:])
    if use.quote:
        return value
    bare = kind in _BARE
    shares = {"title": 0.12, "sentence": 0.12, "question": 0.12, "label": 0.12, "name": 0.05}
    if (not bare and not kept and _PUNCTUATION.search(value)) or g.chance(shares.get(kind, 0.0)):
        return f'"{value}"' if "'" in value else quoted(g, value)
    _pieces(g, value)
    return value


def _pieces(g: Gen, value: str) -> None:
    """Without quotes, only what stands between punctuation can be pointed at."""
    for piece in _PUNCTUATION.split(value) if _PUNCTUATION.search(value) else ():
        if len(piece.strip()) > 1:
            g.given(piece.strip())


def _list(g: Gen, values: Sequence[str], last: bool) -> str:
    """The values as people list them. last: nothing follows on the line, so it may have lines."""
    for value in values:
        g.given(value)
    shape = ""
    if any(_PUNCTUATION.search(value) for value in values):
        shape = g.pick(["quotes", "quotes", "bul", "lines"] if last else ["quotes"])
    elif g.chance(0.35):
        shapes = ["semi", "pipe", "slash", "plus", "comma", "comma", "quotes", "num", "then"]
        shape = g.pick(shapes + (["bul", "bul", "lines"] if last else []))
    if shape in ("bul", "lines"):
        for value in values:
            _pieces(g, value)
    if shape:
        said = many_values(g, values, shape)
        return f"\n{said}" if shape == "lines" else said
    said = listing(g, values)
    return said if last or "\n" not in said else ", ".join(values)


def noise(g: Gen, prompt: str) -> str:
    """A typo, another first letter or full stop now and then; values stay as they are."""
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
