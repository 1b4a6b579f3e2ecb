"""The endless row stream: picks a page context and a kind, builds, words, fits into a parent."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import tagwright_training.corpus as package
from tagwright.prompt import PageContext
from tagwright_training.corpus import handwritten as pairs
from tagwright_training.corpus.edits import edited
from tagwright_training.corpus.gen import REGISTRY, Gen, Kind, Piece, Row
from tagwright_training.corpus.page_around import page_around
from tagwright_training.corpus.phrasing import say
from tagwright_training.corpus.row_styles import restyled

# Parents that do not change what is written inside them.
_NEUTRAL = ("main", "main", "div", "div", "div", "section", "article", "header", "aside", "footer")
# A component asked for inside its own element is written without that element.
_OWN = re.compile(
    r"<(ul|ol|nav|form|table|select|dl|footer|header|main)(?: aria-label=\"[^\"]*\")?>(.*)</\1>",
    re.S,
)
_BOOTSTRAP = ("bootstrap", "Bootstrap", "bootstrap 5", "Bootstrap 5", "bootstrap5")
_BOOTSTRAP_DETAILS = [
    "Bootstrap classes",
    "bootstrap classes",
    "Bootstrap 5",
    "bootstrap",
    "Bootstrap styling",
] + ["Bootstrap 5 classes", "the bootstrap framework"]
NATURAL = "natural_"
_ON_A_PAGE = 0.25  # of the components that can stand on a page by themselves
_LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
_OTHER_LANGUAGES = ("pl", "sv", "ja", "zh", "ru", "tr", "cs", "da")


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
        heading=rng.choice([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3]),
        lang="en" if rng.random() < 0.88 else rng.choice(_LANGUAGES),
    )


def _around(row: Row, rng: random.Random) -> Row:
    """Vary what the page says without changing the answer, but for a component's own parent."""
    context, html = row.context, row.html
    if html.startswith("<!DOCTYPE"):
        return replace(row, context=replace(context, heading=0))
    if rng.random() < 0.12 and (own := _OWN.fullmatch(html)) and _encloses(own[1], own[2]):
        return replace(row, html=own[2], context=replace(context, parent=own[1]))
    if not context.parent and rng.random() < 0.4:
        context = replace(context, parent=rng.choice(_NEUTRAL))
    if context.lang == "en" and rng.random() < 0.03:
        # Not one of _LANGUAGES: there, some kinds answer in the page's language.
        context = replace(context, lang=rng.choice(_OTHER_LANGUAGES))
    return replace(row, context=context)


def _encloses(tag: str, inside: str) -> bool:
    """Whether ``inside`` is one element's content, and not the end of one and another's start."""
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b", inside):
        depth += -1 if found[1] else 1
        if depth < 0:
            return False
    return True


def _name_framework(g: Gen, piece: Piece) -> None:
    """Let the request ask for Bootstrap; mostly, the page does not say it then."""
    if g.lang == "en" and g.chance(0.6):
        piece.noun = f"{g.pick(_BOOTSTRAP)} {piece.noun}"
    else:
        piece.details.append(g.pick(_BOOTSTRAP_DETAILS) if g.lang == "en" else g.pick(_BOOTSTRAP))
    if g.chance(0.75):
        g.context = replace(g.context, framework="")


def build_row(kind: Kind, rng: random.Random, context: PageContext) -> Row:
    """One row of the given kind."""
    g = Gen(rng, context)
    piece = kind.build(g)
    if g.bootstrap and not piece.request and rng.random() < 0.25:
        _name_framework(g, piece)
    if rng.random() < _ON_A_PAGE:
        piece = page_around(g, piece) or piece
    prompt = say(g, piece)
    if not g.copied and rng.random() < 0.02:
        prompt = prompt.upper()
    copied = tuple(value for value in g.copied if value in prompt)
    row = Row(prompt, piece.html, copied, g.context, kind=kind.name)
    return _around(restyled(row, rng), rng)


def rows(
    seed: int,
    kinds: Sequence[Kind] | None = None,
    natural: float = 1.0,
    handwritten: float = 0.3,
    edits: float = 0.1,
) -> Iterator[Row]:
    """Yield rows for ever; the same seed gives the same rows.

    kinds: only these, and no hand-written pairs. natural: factor on the weight of the kinds whose
    requests are written whole, as people write them, and not composed. handwritten: share of the
    rows that come from the hand-written pairs. edits: share that becomes changes of given markup.
    """
    if kinds is not None or not pairs.load().trained:
        handwritten = 0.0
    kinds = kinds or load_kinds()
    weights = [kind.weight * (natural if kind.name.startswith(NATURAL) else 1) for kind in kinds]
    rng = random.Random(seed)
    while True:
        if handwritten and rng.random() < handwritten:
            row = _around(restyled(pairs.training_row(rng), rng), rng)
        else:
            row = build_row(rng.choices(kinds, weights)[0], rng, page_context(rng))
        if rng.random() < edits:
            row = edited(row, rng) or row
        yield row
