"""What the kind modules build with: rows, elements, the generator's state, a registry."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TypeVar

from tagwright.codec.notation import VOID
from tagwright.codec.pointer import cap, slug
from tagwright.prompt import PageContext

__all__ = ["REGISTRY", "VOID", "Gen", "Kind", "Piece", "Row", "cap", "h", "kind", "slug", "text"]

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One training example.

    copied: the strings of ``prompt`` that ``html`` repeats, as they stand in the prompt; the
    pointer codec turns just these into pointers. phrasing: id of the wording, for held-out splits.
    """

    prompt: str
    html: str
    copied: tuple[str, ...] = ()
    context: PageContext = field(default_factory=PageContext)
    input: str = ""
    kind: str = ""
    phrasing: str = ""


@dataclass
class Piece:
    """A component together with the words that ask for it.

    noun: what it is called, without article ("login form").
    details: noun phrases that specify it ("the fields name and email"), most important first;
    the phrasing module joins them to the noun in many ways.
    request: the whole request as a person would write it; then noun and details are not used.
    """

    noun: str
    html: str
    details: list[str] = field(default_factory=list)
    request: str = ""


class Gen:
    """One row's state: randomness, style, page context, and what was copied from the prompt."""

    def __init__(self, rng: random.Random, context: PageContext) -> None:
        self.rng = rng
        self.context = context
        self.lang = context.lang
        self.copied: list[str] = []
        self.depth = 0

    @property
    def bootstrap(self) -> bool:
        return self.context.framework == "bootstrap"

    @property
    def heading(self) -> int:
        """Heading level to start with: one below the page's last heading, else 2."""
        return min(self.context.heading + 1, 6) if self.context.heading else 2

    def hn(self, below: int = 0) -> str:
        """Name of the heading element, ``below`` levels under the first one."""
        return f"h{min(self.heading + below, 6)}"

    @property
    def top(self) -> str:
        """Name of a main heading: h1 where the page has none yet, else that of the next level."""
        return self.hn() if self.context.heading else "h1"

    def given(self, value: str) -> str:
        """Say that ``value`` stands in the prompt and is repeated in the markup; returns it."""
        if value not in self.copied:
            self.copied.append(value)
        return value

    def pick(self, choices: Sequence[T]) -> T:
        return self.rng.choice(choices)

    def sample(self, choices: Sequence[T], n: int) -> list[T]:
        return self.rng.sample(list(choices), min(n, len(choices)))

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def cls(self, plain: str = "", bootstrap: str = "") -> str | None:
        """Class attribute for the page's framework; None when there is none to set."""
        return (bootstrap if self.bootstrap else plain) or None


def text(value: str) -> str:
    """Escape text content."""
    return escape(value, quote=False)


def h(tag: str, attrs: dict[str, str | bool | None] | None = None, *children: str) -> str:
    """An element as compact HTML. Attribute values: str, True (boolean attribute), None/False (left
    out). Children are HTML already: wrap words in ``text()``. No whitespace is added: the server
    indents. Attribute names are as in HTML ("for", "class")."""
    out = [f"<{tag}"]
    for name, value in (attrs or {}).items():
        if value is True:
            out.append(f" {name}")
        elif value is not None and value is not False:
            out.append(f' {name}="{escape(value)}"')
    out.append(">")
    if tag in VOID:
        return "".join(out)
    return "".join([*out, *children, f"</{tag}>"])


Builder = Callable[[Gen], Piece]


@dataclass(frozen=True)
class Kind:
    name: str
    build: Builder
    weight: float
    nests: bool


class Registry:
    """The known kinds, filled by importing the kind modules (``stream.load_kinds``)."""

    def __init__(self) -> None:
        self.kinds: dict[str, Kind] = {}

    def add(self, name: str, build: Builder, weight: float, nests: bool) -> None:
        if name in self.kinds:
            raise ValueError(f"kind {name!r} is registered twice")
        self.kinds[name] = Kind(name, build, weight, nests)


REGISTRY = Registry()


def kind(name: str, weight: float = 1.0, nests: bool = False) -> Callable[[Builder], Builder]:
    """Register a builder. ``nests``: it makes sense inside a card, section or page."""

    def register(build: Builder) -> Builder:
        REGISTRY.add(name, build, weight, nests)
        return build

    return register
