"""Other content for a hand-written pair: values, lengths of lists, level of headings."""

from __future__ import annotations

import re
from dataclasses import replace

from tagwright.prompt import PageContext
from tagwright_training.corpus.gen import Gen, slug
from tagwright_training.corpus.handwritten_markup import (
    Element,
    Ref,
    Text,
    attr,
    elements,
    words_of,
)
from tagwright_training.corpus.handwritten_pairs import Pair
from tagwright_training.corpus.handwritten_requests import Use, Value
from tagwright_training.corpus.handwritten_runs import find_runs, fixed_length, invented, resized
from tagwright_training.corpus.handwritten_values import EXACT, invent

_TRIES = 12


def other_values(g: Gen, pair: Pair) -> list[tuple[str, ...]]:
    """Values of the same types, all different; lists have ten items to choose from."""
    fixed_words = " ".join(
        [words_of(pair.root), *(str(p) for w in pair.wordings for p in w if isinstance(p, str))]
    ).casefold()
    taken = {slug(text) for value in pair.values if value.fixed for text in value.texts}
    apostrophes = {
        part.value
        for w in pair.wordings
        for part in w
        if isinstance(part, Use) and part.quote == "'"
    }
    out: list[tuple[str, ...]] = []
    for index, value in enumerate(pair.values):
        if value.fixed:
            out.append(value.texts)
            continue
        wanted = max(len(value.texts), 10) if value.many else 1
        texts: list[str] = []
        for item in range(wanted):
            original = value.texts[min(item, len(value.texts) - 1)]
            texts.append(
                _other_value(
                    g, value, original, fixed_words, taken, "\"'" if index in apostrophes else '"'
                )
            )
            taken.add(slug(texts[-1]))
        out.append(tuple(texts))
    return _in_range(pair, out)


def _in_range(pair: Pair, texts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The same with the numbers of a control in order: from min to max, its value between."""
    for element in elements(pair.root):
        found = [attr(element, name) or ("",) for name in ("min", "value", "max")]
        bounds = [p[0].value for p in found if isinstance(p[0], Ref)]
        bounds = [i for i in bounds if re.fullmatch(r"\d+(\.\d+)?", texts[i][0])]
        if len(set(bounds)) < 2 or any(pair.values[i].fixed for i in bounds):
            continue
        for index, number in zip(
            bounds, sorted((texts[i][0] for i in bounds), key=float), strict=True
        ):
            texts[index] = (number,)
    return texts


def _other_value(
    g: Gen, value: Value, original: str, words: str, taken: set[str], banned: str
) -> str:
    """One that is not given yet and, if possible, no word of the request or the markup."""
    made = original
    for attempt in range(_TRIES):
        made = invent(g, value.kind, original, value.place)
        if slug(made) in taken or set(banned) & set(made) or (value.many and ";" in made):
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


def other_lengths(
    g: Gen, pair: Pair, texts: list[tuple[str, ...]]
) -> tuple[Element, list[tuple[str, ...]]]:
    root = pair.root
    for group in pair.groups:
        count = len(pair.values[group[0]].texts)
        wanted = count
        runs = find_runs(root, group, count)
        if not any(pair.values[i].fixed for i in group) and not fixed_length(root, runs, count):
            steps = [-2, -1, -1, 0, 0, 0, 1, 1, 2, 3, 4, 6]
            if invented(root, runs, count):  # a further sibling would say the same again
                steps = [-2, -1, -1, 0, 0, 0, 1]
            wanted = max(2, min(count + g.pick(steps), max(10, count)))
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


def elsewhere(g: Gen, pair: Pair, root: Element) -> tuple[PageContext, Element]:
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
