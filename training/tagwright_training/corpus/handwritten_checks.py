"""What the markup of a hand-written pair must keep to: accessible, plain, levels in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tagwright_training.corpus.handwritten_markup import Element, Parts, Ref, attr, elements

_CONTROLS = frozenset(["input", "select", "textarea"])


def faults(root: Element, *, header_level: int, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What is wrong with the markup, with its line from 0. words: the requests."""
    everything = list(elements(root))
    labelled = {_key(attr(e, "for")) for e in everything if e.tag == "label"}
    ids = [_key(attr(e, "id")) for e in everything if attr(e, "id")]
    inside = {id(c) for e in everything if e.tag == "label" for c in elements(e)}
    asked = " ".join(words).lower()
    for e in everything:
        names = {name for name, _ in e.attrs}
        if e.tag in ("script", "style") or "style" in names:
            yield e.line, "a script or style; leave it out"
        key = _key(attr(e, "id"))
        if key and ids.count(key) > 1:
            yield e.line, f"the id {key!r} stands twice; ids are unique"
        if e.tag == "label" and "for" in names and _key(attr(e, "for")) not in ids:
            yield e.line, "a label for no control; its 'for' is the control's id"
        if e.tag in _CONTROLS and attr(e, "type") != ("hidden",):
            told = names & {"aria-label", "aria-labelledby"} or id(e) in inside
            if not told and (not key or key not in labelled) and not _is_button(e):
                yield e.line, f"<{e.tag}> without label; add <label for>"
        if e.tag == "button" and "type" not in names:
            yield e.line, 'a button without type; add type="button" or "submit"'
        if e.tag == "img" and "alt" not in names:
            yield e.line, "an img without alt; say what it shows"
        if e.tag == "th" and "scope" not in names:
            yield e.line, 'a th without scope; add scope="col" or "row"'
        for part in attr(e, "class") or ():
            for name in part.split() if isinstance(part, str) else ():
                if name.strip("-_") and name.lower() not in asked:
                    yield e.line, f"nobody asked for the class {name!r}; leave it out"
    yield from _levels(everything, header_level)


def _is_button(element: Element) -> bool:
    return attr(element, "type") in (("submit",), ("button",), ("reset",), ("image",))


def _key(parts: Parts | None) -> str:
    """An attribute's value for comparing, values as their number."""
    return "".join(f"\0{p.value}.{p.item}" if isinstance(p, Ref) else p for p in parts or ())


def _levels(everything: Sequence[Element], before: int) -> Iterator[tuple[int, str]]:
    level = before or 1
    for e in everything:
        if re.fullmatch("h[1-6]", e.tag):
            now = int(e.tag[1])
            if now > level + 1:
                yield e.line, f"<{e.tag}> below level {level}; headings don't skip levels"
            level = now
