"""Lists in the markup of hand-written pairs: runs of siblings that grow and shrink."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tagwright_training.corpus.handwritten_markup import (
    Element,
    Node,
    Parts,
    Ref,
    Text,
    all_parts,
    elements,
    mapped,
    refs,
)

_NUMBER = re.compile(r"\d+")


class NoRun(ValueError):
    """The values of a list don't stand in a run of siblings. line: in the markup, from 0."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Run:
    """Siblings of one element, one unit for each item of a list.

    start: index of the first child; period: from one unit to the next; core: children of a unit,
    the others separate units. The last unit has no separator.
    """

    start: int
    period: int
    core: int

    def end(self, count: int) -> int:
        return self.start + (count - 1) * self.period + self.core


Runs = dict[int, list[Run]]  # by the id() of the element that holds the siblings


def find_runs(root: Element, group: Collection[int], count: int) -> Runs:
    """The runs of a group of lists of ``count`` items each. Raises ``NoRun``."""
    runs: Runs = {}
    _search(root, frozenset(group), count, runs)
    return runs


def _items(node: Node, group: Collection[int]) -> set[int]:
    return {ref.item for ref in refs(node) if ref.value in group}


def _search(holder: Element, group: frozenset[int], count: int, runs: Runs) -> None:
    found: list[tuple[int, int]] = []
    for at, child in enumerate(holder.children):
        items = _items(child, group)
        if len(items) == 1:
            found.append((at, items.pop()))
        elif items:
            if not isinstance(child, Element) or len(items) < count:
                raise NoRun(_message(holder), holder.line)
            own = Element(child.tag, child.attrs)
            if _items(own, group):
                raise NoRun(_message(child), child.line)
            _search(child, group, count, runs)
    sequences: list[list[tuple[int, int]]] = []
    for at, item in found:
        if not sequences or item < sequences[-1][-1][1]:
            sequences.append([])
        sequences[-1].append((at, item))
    for sequence in sequences:
        run = _run(holder, sequence, count)
        runs.setdefault(id(holder), []).append(run)
        units = _units(holder, run, count)
        for node in units:
            others = [ref for ref in refs(node) if ref.value not in group]
            mine = {(ref.value, ref.item) for ref in others}
            if mine != {(r.value, r.item) for r in refs(units[0]) if r.value not in group}:
                raise NoRun(
                    "another value stands in just some of the list's elements; give the list's "
                    "values one by one",
                    holder.line,
                )


def _message(element: Element) -> str:
    name = f"<{element.tag}>" if element.tag else "the markup"
    return (
        f"in {name}, the values of the list don't stand each in its own element of a run of "
        "siblings; mend the markup or give them one by one"
    )


def _run(holder: Element, sequence: list[tuple[int, int]], count: int) -> Run:
    spans = [[at for at, item in sequence if item == k] for k in range(count)]
    if not all(spans):
        raise NoRun(_message(holder), holder.line)
    starts = [span[0] for span in spans]
    core = max(span[-1] - span[0] for span in spans) + 1
    period = starts[1] - starts[0]
    if any(b - a != period for a, b in pairwise(starts)) or core > period:
        raise NoRun(_message(holder), holder.line)
    whole = Run(starts[0], period, period)
    if _alike(_units(holder, whole, count)):
        return whole
    run = Run(starts[0], period, core)
    gaps = holder.children[starts[0] + core : starts[1]]
    if not _alike(_units(holder, run, count)) or not all(isinstance(gap, Text) for gap in gaps):
        raise NoRun(_message(holder), holder.line)
    return run


def _units(holder: Element, run: Run, count: int) -> list[Element]:
    """The units, each in an element of its own without name."""
    starts = (run.start + k * run.period for k in range(count))
    return [Element("", children=holder.children[at : at + run.core]) for at in starts]


def _alike(units: list[Element]) -> bool:
    shapes = {tuple(c.tag if isinstance(c, Element) else "" for c in u.children) for u in units}
    return len(shapes) == 1 and bool(units[0].children)


def _structure(node: Node) -> tuple[object, ...]:
    """Elements and names of attributes: where these differ, a sibling is special."""
    return tuple((e.tag, tuple(sorted(name for name, _ in e.attrs))) for e in elements(node))


def _literals(node: Node) -> list[str]:
    return [str(p) for parts in all_parts(node) for p in parts if not isinstance(p, Ref)]


def invented(root: Element, runs: Runs, count: int) -> bool:
    """Whether the units say something of their own besides their values."""
    return any(
        len({tuple(_literals(unit)) for unit in _units(holder, run, count)}) > 1
        for holder in elements(root)
        for run in runs.get(id(holder), ())
    )


def fixed_length(root: Element, runs: Runs, count: int) -> bool:
    """Whether it can't be said what a further unit looks like: two units that differ."""
    return count == 2 and any(
        _structure(units[0]) != _structure(units[1])
        for holder in elements(root)
        for run in runs.get(id(holder), ())
        for units in [_units(holder, run, count)]
    )


def resized(root: Element, runs: Runs, group: Collection[int], count: int, wanted: int) -> Element:
    """A copy of the tree in which the runs of the group have ``wanted`` units."""

    def copy(node: Node) -> Node:
        if isinstance(node, Text):
            return node
        children: list[Node] = []
        at = 0
        for run in sorted(runs.get(id(node), ()), key=lambda run: run.start):
            children += [copy(child) for child in node.children[at : run.start]]
            children += _grown(node, run, group, count, wanted)
            at = run.end(count)
        children += [copy(child) for child in node.children[at:]]
        return Element(node.tag, node.attrs, children, node.line)

    made = copy(root)
    assert isinstance(made, Element)
    return made


def _grown(
    holder: Element, run: Run, group: Collection[int], count: int, wanted: int
) -> Iterator[Node]:
    units = _units(holder, run, count)
    # the last one may differ from the others, as the current page of a breadcrumb does
    special = count > 2 and _structure(units[-1]) != _structure(units[-2])
    gap = holder.children[run.start + run.core : run.start + run.period]
    counted = _counted(units)
    for k in range(wanted):
        source = min(k, count - 2 if special else count - 1)
        if special and k == wanted - 1:
            source = count - 1
        places = iter(range(len(_literals(units[source]))))

        def change(parts: Parts, k: int = k, places: Iterator[int] = places) -> Parts:
            out: list[str | Ref] = []
            for part in parts:
                if isinstance(part, Ref):
                    out.append(replace(part, item=k) if part.value in group else part)
                    continue
                place = next(places)
                step = counted.get(place)
                out.append(_NUMBER.sub(str(step + k), part, count=1) if step is not None else part)
            return tuple(out)

        for child in units[source].children:
            yield mapped(child, change)
        if k < wanted - 1:
            yield from gap


def _counted(units: list[Element]) -> dict[int, int]:
    """Which literals count the units ("Step 1", "Step 2"): place -> number in the first one."""
    texts = [_literals(unit) for unit in units]
    if len({len(found) for found in texts}) > 1:
        return {}
    steps: dict[int, int] = {}
    for place, first in enumerate(texts[0]):
        match = _NUMBER.search(first)
        if match is None:
            continue
        base = int(match[0])
        if all(
            found[place] == _NUMBER.sub(str(base + k), first, count=1)
            for k, found in enumerate(texts)
        ):
            steps[place] = base
    return steps
