"""Requests of hand-written pairs: text with marked values (the format: ``handwritten_pairs``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tagwright_training.corpus.handwritten_values import TYPES

_BRACKET = re.compile(r"(?<!\\)\[([^\[\]]*)\]")
_TYPED = re.compile(r"([a-z]+)(\+?):(.*)", re.S)
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "„": "“”", "‘": "’", "«": "»"}


Report = Callable[[int, str], None]  # line from 0, what is wrong


@dataclass(frozen=True)
class Value:
    """kind: its type. texts: the items of a list, else one. place: the element it stands in.

    fixed: never replaced by another value, because the markup depends on it.
    """

    kind: str
    texts: tuple[str, ...]
    many: bool
    place: str = ""
    fixed: bool = False


@dataclass(frozen=True)
class Use:
    """A value in a request. value: its index. quote: the mark before it, where it is in quotes.

    capital: it is given in lower case, but here it gets a capital letter.
    """

    value: int
    quote: str
    capital: bool


@dataclass(frozen=True)
class Count:
    """The number of items of a list in a request."""

    value: int


Wording = tuple["str | Use | Count", ...]


def read_requests(
    requests: list[tuple[int, str]], report: Report
) -> tuple[list[Value], list[Wording]]:
    """The values of a pair and its wordings. requests: with their lines, which ``report`` gets."""
    values: list[Value] = []
    known: dict[tuple[str, ...], int] = {}
    for at, request in requests:
        for match in _BRACKET.finditer(request):
            typed = _TYPED.fullmatch(match[1])
            if typed is None or tuple(_texts(match[1], False)) in known:
                continue
            kind, many = typed[1], bool(typed[2])
            if kind not in TYPES:
                report(at, f"unknown type {kind!r} in {match[0]}; known: {', '.join(TYPES)}")
                kind = "keep"
            texts = tuple(_texts(typed[3], many))
            if not all(texts) or (many and len(texts) < 2):
                report(at, f"{match[0]} is empty or a list of one; a list needs two values")
                continue
            if texts in known and values[known[texts]].kind != kind:
                report(at, f"{match[0]} has type {values[known[texts]].kind!r} already; use one")
            if texts not in known:
                known[texts] = len(values)
                values.append(Value(kind, texts, many))
    wordings: list[Wording] = []
    for at, request in requests:
        wording = _wording(request, values, known, partial(report, at))
        wordings.append(wording)
        used = {part.value for part in wording if isinstance(part, Use)}
        for index, value in enumerate(values):
            if index not in used:
                report(
                    at,
                    f"this wording does not give [{'; '.join(value.texts)}]; give it, or make "
                    "another pair",
                )
        if not request:
            report(at, "an empty request; write one or delete the line")
    return values, wordings


def _texts(inside: str, many: bool) -> list[str]:
    return [text.strip() for text in inside.split(";")] if many else [inside.strip()]


def _wording(
    request: str,
    values: list[Value],
    known: dict[tuple[str, ...], int],
    report: Callable[[str], None],
) -> Wording:
    parts: list[str | Use | Count] = []
    at = 0
    for match in _BRACKET.finditer(request):
        parts.append(_plain(request[at : match.start()]))
        at = match.end()
        inside = match[1]
        before, after = request[: match.start()], request[at:]
        quote = (
            before.rstrip(" \u00a0")[-1:] if before.rstrip(" \u00a0")[-1:] == "«" else before[-1:]
        )
        if quote not in _QUOTES or not after.lstrip(" \u00a0").startswith(tuple(_QUOTES[quote])):
            quote = ""
        typed = _TYPED.fullmatch(inside)
        index = known.get(tuple(_texts(inside, False)), known.get(tuple(_texts(inside, True))))
        if index is None and typed is not None:
            index = known.get(tuple(_texts(typed[3], bool(typed[2]))))
        lower = (inside[:1].lower() + inside[1:],)
        capital = index is None and lower in known
        if capital:
            index = known[lower]
        if index is not None:
            parts.append(Use(index, quote, capital))
        elif inside == "n":
            lists = [i for i, value in enumerate(values) if value.many]
            if len({len(values[i].texts) for i in lists}) != 1:
                report("[n] is the number of a list's items; give one list '[type+:a; b]'")
            else:
                parts.append(Count(lists[0]))
        elif any(inside in value.texts for value in values):
            report(f"{match[0]} is one of a list; give the values of this list one by one")
        elif typed is None or typed[1] in TYPES:
            report(f"{match[0]} is never given; write [type:{inside}] first, or \\[ for a bracket")
    parts.append(_plain(request[at:]))
    return tuple(part for part in parts if part != "")


def _plain(text: str) -> str:
    return text.replace("\\[", "[").replace("\\]", "]")
