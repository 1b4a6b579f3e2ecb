"""From the content models to a grammar in llguidance's Lark dialect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from tagwright.grammar.content import (
    FLOW,
    Place,
    State,
    Step,
    children,
    place_in,
    tag_name,
)
from tagwright.markup.elements import VOID


class Notation(Protocol):
    """How a codec writes tags and text; an instance serves one grammar.

    The attributes and methods give parts of rules; ``terminals`` defines all that they name.

    alike: whether all elements end alike, so that those with the same content can share a rule.
    text: alternatives for text. gap: what may stand between elements where no text may.
    aside: what may stand between elements beside text. number: what stands before each element.
    """

    alike: bool
    text: Sequence[str]
    gap: Sequence[str]
    aside: Sequence[str]
    number: str
    doctype: str

    def element(self, tags: Sequence[str], content: str) -> str:
        """Return an element with one of these names."""
        ...

    def void(self, tags: Sequence[str]) -> str:
        """Return an element that has neither content nor end."""
        ...

    def foreign(self, tags: Sequence[str], content: str) -> str:
        """Return an element of SVG."""
        ...

    def terminals(self) -> list[str]:
        """Return the definitions of all terminals that were used."""
        ...


def lark(start: Place, notation: Notation, *, page: bool, prose: bool) -> str:
    """Return the grammar of what may stand at ``start``.

    page: it may be a whole page instead. prose: text may stand outside of all elements.
    """
    grammar = _Grammar(notation)
    answers = [grammar.answer(start, prose)]
    if page:
        answers.append(grammar.page())
    rules = [f"start: {' | '.join(answers)}", *grammar.rules(), *notation.terminals()]
    return "\n".join([*rules, ""])


class _Grammar:
    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._bodies: dict[str, str] = {}
        self._names: dict[object, str] = {}

    def rules(self) -> list[str]:
        return [f"{name}: {body}" for name, body in self._bodies.items()]

    def content(self, place: Place) -> str:
        gap = _any(self._notation.gap)
        parts: list[str] = []
        for step in place.steps:
            inside = self._step(step, place)
            if step.text:
                parts.append(_any([*self._notation.text, *self._notation.aside, *inside]))
            else:
                # Each element takes along the gap behind it, the first one also that before it.
                count = "*" if step.many else "?" if step.optional else ""
                parts += [gap] * (not parts)
                parts.append(f"({' | '.join(inside)} {gap}){count}")
        return " ".join(part for part in parts if part)

    def answer(self, place: Place, prose: bool) -> str:
        """Return the content with at least one element, where that is easily said."""
        *before, last = place.steps
        if before and not last.text:
            return self.content(place)
        inside = self._step(last, place)
        gap = self._notation.gap
        if prose and last.text:
            gap = [*self._notation.text, *self._notation.aside]
        rest = f"{_any(gap)} {' | '.join(inside)} {_any([*gap, *inside])}"
        if not before:
            return rest
        return f"{self.content(replace(place, steps=tuple(before)))} ({rest})?"

    def page(self) -> str:
        gap = _any(self._notation.gap)
        return f"{gap} {self._notation.doctype} {gap} {self._element(['html'], FLOW)} {gap}"

    def _step(self, step: Step, place: Place) -> list[str]:
        """Return a rule for the elements of a step, nothing if it has none."""
        names = children(step, place.state)
        key = (tuple(names), place.state, place.foreign)
        if names and key not in self._names:
            self._names[key] = f"any_{len(self._names)}"
            groups: dict[object, list[str]] = {}
            for name in names:
                void = name in VOID and not place.foreign
                alike = void or self._notation.alike
                inside = None if void else place_in(name, place.state)
                groups.setdefault((inside, "" if alike else name), []).append(name)
            choice = " | ".join(
                self._element(group, place.state, place.foreign) for group in groups.values()
            )
            self._bodies[self._names[key]] = f"{self._notation.number}({choice})"
        return [self._names[key]] if names else []

    def _element(self, names: Sequence[str], state: State, foreign: bool = False) -> str:
        """Return the rule of elements that have the same content."""
        tags = sorted({tag_name(name) for name in names})
        if tags[0] in VOID and not foreign:
            key: object = (tuple(tags),)
            inside = None
        else:
            inside = place_in(names[0], state)
            key = (tuple(tags), inside, foreign)
        if key not in self._names:
            self._names[key] = rule = f"e_{len(self._names)}"
            self._bodies[rule] = ""  # in front of the rules that it needs
            if inside is None:
                self._bodies[rule] = self._notation.void(tags)
            elif foreign:
                self._bodies[rule] = self._notation.foreign(tags, self.content(inside))
            else:
                self._bodies[rule] = self._notation.element(tags, self.content(inside))
        return self._names[key]


def _any(alternatives: Sequence[str]) -> str:
    return f"({' | '.join(alternatives)})*" if alternatives else ""
