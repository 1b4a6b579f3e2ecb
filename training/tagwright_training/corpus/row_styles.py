"""Rows of plain kinds on pages with Tailwind, Bootstrap, or classes of their own."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from typing import Literal

from tagwright.codec.reading import read_request
from tagwright.prompt import Request
from tagwright_training.corpus.gen import Row
from tagwright_training.corpus.restyle import restyle
from tagwright_training.corpus.restyle_page import (
    page_classes,
    page_roles,
    page_vocabulary,
    restyle_page,
)

# Elements whose content depends on them; all others are no matter for what is written inside.
_PARENTS = frozenset("ul ol nav form table thead tbody tr select dl footer header figure".split())
# What markup alone does not show.
_ROOTS = {"button_link": "button-link"}
# Lists of badges look like other lists, and code like no component at all.
_NEVER = frozenset({"badge", "natural_badge", "inline", "option_items"})
# The request says itself how the markup is styled, or that it is not.
_SAID = re.compile(r"\b(?:css|styl\w*|class(?:es)?|bootstrap|tailwind)\b", re.I)
# Asking for a framework in words, and then, that the page does not say it too.
_ASKED = 0.25
_SILENT = 0.75
_NAMES = {
    "bootstrap": ("Bootstrap", "bootstrap", "Bootstrap 5", "bootstrap 5"),
    "tailwind": ("Tailwind", "Tailwind", "tailwind", "Tailwind CSS", "tailwind css"),
}
_NOTES = ", with {}|, with {} classes| ({})|, using {}|, {}|, styled with {}|, {} classes|, in {}"
_SENTENCES = "Use {}.|We use {}.|Style it with {}.|With {} please.|{} please.|It is a {} page."
_CLASS = re.compile(r' class="([^"]*)"')


@dataclass(frozen=True)
class Shares:
    """How many rows get which classes. unfit: the page's own, but none that fits the answer."""

    bootstrap: float = 0.0
    tailwind: float = 0.05
    page: float = 0.04
    unfit: float = 0.02


GENERATED = Shares()
HAND_WRITTEN = Shares(bootstrap=0.17, tailwind=0.06, page=0.05)


def restyled(row: Row, rng: random.Random, shares: Shares | None = None) -> Row:
    """Return the row in one of the styles, or as it is; rows with classes stay as they are.

    shares: ``GENERATED``, for hand-written pairs ``HAND_WRITTEN``, unless given.
    """
    shares = shares or (HAND_WRITTEN if row.kind == "handwritten" else GENERATED)
    drawn = rng.random()
    if row.context.framework or row.input or "class=" in row.html or row.kind in _NEVER:
        return row
    if _SAID.search(row.prompt):
        return row
    if (drawn := drawn - shares.bootstrap) < 0:
        return _with_framework(row, rng, "bootstrap")
    if (drawn := drawn - shares.tailwind) < 0:
        return _with_framework(row, rng, "tailwind")
    if row.html.startswith("<!DOCTYPE"):
        return row  # a page of its own has nothing of another page's style sheet
    if (drawn := drawn - shares.page) < 0:
        return _on_page(row, rng, fits=True)
    return _on_page(row, rng, fits=False) if drawn < shares.unfit else row


def _place(row: Row) -> tuple[str, str]:
    parent = row.context.parent if row.context.parent in _PARENTS else ""
    return parent, _ROOTS.get(row.kind, "")


def _with_framework(row: Row, rng: random.Random, name: Literal["bootstrap", "tailwind"]) -> Row:
    html = restyle(row.html, name, *_place(row))
    if html == row.html:
        return row
    page = replace(row.context, framework=name)
    if not row.html.startswith("<!DOCTYPE"):
        if rng.random() >= _ASKED:
            return replace(row, html=html, context=page)
        if rng.random() < _SILENT:
            page = row.context
    else:
        page = row.context
    return replace(row, prompt=_asking(row, rng, rng.choice(_NAMES[name])), html=html, context=page)


def _asking(row: Row, rng: random.Random, name: str) -> str:
    """The request with the wish for a framework."""
    request = row.prompt
    if rng.random() < 0.25 and row.context.lang == "en" and not request.startswith(row.copied):
        return f"{name}: {request}"
    if row.context.lang != "en":
        return f"{request} ({name})"
    sentence = rng.choice(_SENTENCES.split("|")).format(name)
    if "\n" in request:
        return f"{request}\n{sentence}"
    if request[-1] in ".?!:":
        return f"{request} {sentence}"
    if rng.random() < 0.3:
        return f"{request}. {sentence}"
    return request + rng.choice(_NOTES.split("|")).format(name)


def _on_page(row: Row, rng: random.Random, fits: bool) -> Row:
    parent, root = _place(row)
    there = page_roles(row.html, parent, root)
    if fits and not there:
        return row
    vocabulary = page_vocabulary(rng, wanted=there) if fits else page_vocabulary(rng, (), there)
    html = restyle_page(row.html, vocabulary, parent, root)
    context = replace(row.context, classes=page_classes(vocabulary, rng))
    # A long request leaves no numbers for classes; one that the model can't see is not written.
    seen = read_request(Request(row.prompt, context, row.input)).classes
    if any(name not in seen for value in _CLASS.findall(html) for name in value.split()):
        return row
    return replace(row, html=html, context=context)
