"""Answers side by side, in a form that a report can show without running or fetching anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import html5lib

from tagwright.prompt import PageContext
from tagwright_training.evaluate.accessibility import page_of
from tagwright_training.evaluate.wellformed import parse
from tagwright_training.report.scores import Comparison

MOST = 8
"""Pairs of answers that a report shows."""

_GONE = frozenset({"script", "link", "base", "iframe", "frame", "frameset", "object", "embed"})
_FETCHING = frozenset({"src", "srcset", "poster", "background", "data", "ping"})


@dataclass(frozen=True)
class Sample:
    """What was asked, and what came before and after; ``None`` where that side is missing."""

    suite: str
    prompt: str
    before: Answer | None
    after: Answer | None


@dataclass(frozen=True)
class Answer:
    """An answer.

    page: it as a harmless page. verdict: what the suite said of it, or ``""``. missed: its checks
    that do not hold, with what they found.
    """

    html: str
    page: str
    verdict: str
    missed: tuple[str, ...]


def samples(scores: Comparison) -> list[Sample]:
    """Return answers to the same requests: those where the verdict changed come first."""
    found: list[tuple[int, Sample]] = []
    for before, after in scores.pairs():
        name = (before or after).suite  # type: ignore[union-attr]
        old = scores.before.answers[name] if scores.before else {}
        new = scores.after.answers[name] if scores.after else {}
        for key in new or old:
            if key in old or not old:
                left, right = old.get(key), new.get(key)
                found.append((_rank(left, right), _sample(name, left, right)))
    found.sort(key=lambda item: item[0])
    return [sample for _, sample in found[:MOST]]


def harmless(html: str, context: PageContext) -> str:
    """Return an answer as a page that runs no script and asks for no file or address.

    A sandboxed frame and the report's policy would stop both too, and complain in the console.
    """
    tree = parse(page_of(html, context))
    for parent in list(tree.iter()):
        for child in list(parent):
            if child.tag in _GONE or (child.tag == "meta" and "http-equiv" in child.attrib):
                _remove(parent, child)
        for name in list(parent.attrib):
            if name in _FETCHING or name.startswith("on") or "url(" in parent.attrib[name]:
                del parent.attrib[name]
        if parent.tag == "style" and parent.text and _fetches(parent.text):
            parent.text = ""
    return str(html5lib.serialize(tree, omit_optional_tags=False, quote_attr_values="always"))


def _fetches(css: str) -> bool:
    return "url(" in css.lower() or "@import" in css.lower()


def _remove(parent: Any, child: Any) -> None:
    """Take an element out, but leave the text that follows it."""
    place = list(parent).index(child)
    if child.tail:
        if place:
            parent[place - 1].tail = (parent[place - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _rank(before: dict[str, Any] | None, after: dict[str, Any] | None) -> int:
    """Return 0 for a pair that tells most: one passes, the other does not."""
    if before is None or after is None:
        return 1
    if before.get("passed") != after.get("passed"):
        return 0
    return 1 if before.get("html") != after.get("html") else 2


def _sample(suite: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> Sample:
    row = after or before or {}
    prompt = str(row.get("prompt", ""))
    if row.get("input"):
        prompt = f"{prompt}\n{row['input']}"
    return Sample(suite, prompt, _answer(before), _answer(after))


def _answer(row: dict[str, Any] | None) -> Answer | None:
    if row is None:
        return None
    html = str(row.get("html") or "")
    context = row.get("context") or {}
    lang = str(context.get("lang", "")) if isinstance(context, dict) else ""
    verdict = ""
    if row.get("passed") is not None:
        verdict = "passes its checks" if row["passed"] else "fails its checks"
    if row.get("error"):
        verdict = str(row["error"])
    missed = tuple(map(str, row.get("missed") or ()))
    return Answer(html, harmless(html, PageContext(lang=lang)), verdict, missed)
