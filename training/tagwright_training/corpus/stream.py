"""The endless row stream: picks a page context and a kind, builds, words, nests."""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Iterator, Sequence

import tagwright_training.corpus as package
from tagwright.prompt import PageContext
from tagwright_training.corpus.gen import REGISTRY, Gen, Kind, Row
from tagwright_training.corpus.phrasing import say


def load_kinds() -> list[Kind]:
    """Import every ``kinds_*`` module once and return what they registered, by name."""
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        if module.startswith("kinds_"):
            importlib.import_module(f"{package.__name__}.{module}")
    return [REGISTRY.kinds[name] for name in sorted(REGISTRY.kinds)]


def page_context(rng: random.Random) -> PageContext:
    """A page: plain or Bootstrap, with or without a heading before the place."""
    return PageContext(
        framework="bootstrap" if rng.random() < 0.3 else "",
        heading=rng.choice([0, 0, 0, 0, 1, 1, 2, 3]),
        lang="en" if rng.random() < 0.9 else rng.choice(["de", "fr", "es", "it", "pt", "nl"]),
    )


def build_row(kind: Kind, rng: random.Random, context: PageContext) -> Row:
    """One row of the given kind."""
    g = Gen(rng, context)
    piece = kind.build(g)
    prompt = say(g, piece)
    copied = tuple(value for value in g.copied if value in prompt)
    return Row(prompt, piece.html, copied, g.context, kind=kind.name)


def rows(seed: int, kinds: Sequence[Kind] | None = None) -> Iterator[Row]:
    """Yield rows for ever; the same seed gives the same rows."""
    kinds = kinds or load_kinds()
    weights = [kind.weight for kind in kinds]
    rng = random.Random(seed)
    while True:
        kind = rng.choices(kinds, weights)[0]
        yield build_row(kind, rng, page_context(rng))
