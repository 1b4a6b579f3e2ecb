"""Markup of lists that are more than a row of words: links, sublists, tasks, terms, events."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, h, slug
from tagwright_training.corpus.kinds_shared import Attrs, label

Pairs = Sequence[tuple[str, str]]


def linked_html(g: Gen, links: Pairs, attrs: Attrs) -> str:
    """A list of links. links: words and addresses."""
    cls = g.cls("", "list-group-item")
    cells = (h("li", {"class": cls}, h("a", {"href": u}, label(v))) for v, u in links)
    return h("ul", attrs, *cells)


def nested_html(tag: str, groups: Sequence[tuple[str, Sequence[str]]], attrs: Attrs) -> str:
    """A list of two levels. tag: of both, "ul" or "ol"; groups: items and what is under each."""
    cells = (h("li", None, label(a) + _sublist(tag, b)) for a, b in groups)
    return h(tag, attrs, *cells)


def _sublist(tag: str, values: Sequence[str]) -> str:
    return h(tag, None, *(h("li", None, label(v)) for v in values))


def checks_html(g: Gen, values: Sequence[str], attrs: Attrs) -> str:
    """Tasks with a checkbox each."""
    cls, box = g.cls("", "list-group-item"), g.cls("", "form-check-input me-2")
    cells = (
        h(
            "li",
            {"class": cls},
            h("input", {"type": "checkbox", "id": slug(value), "class": box}),
            h("label", {"for": slug(value)}, label(value)),
        )
        for value in values
    )
    return h("ul", attrs, *cells)


def terms_html(g: Gen, pairs: Pairs, attrs: Attrs) -> str:
    """A description list of terms and what they mean."""
    left, right = g.cls("", "col-sm-3"), g.cls("", "col-sm-9")
    cells = (
        h("dt", {"class": left}, label(k)) + h("dd", {"class": right}, label(v)) for k, v in pairs
    )
    return h("dl", attrs, *cells)


def tags_html(g: Gen, values: Sequence[str], attrs: Attrs) -> str:
    """Badges side by side."""
    cls = g.cls("", "list-inline-item badge text-bg-primary")
    return h("ul", attrs, *(h("li", {"class": cls}, label(v)) for v in values))


def steps_html(g: Gen, values: Sequence[str], current: int, attrs: Attrs) -> str:
    """Steps of a process. current: index of the one that is under way."""
    cells = []
    for i, value in enumerate(values):
        active = i == current
        cls = g.cls("", "list-group-item active" if active else "list-group-item")
        here = "step" if active else None
        cells.append(h("li", {"class": cls, "aria-current": here}, label(value)))
    return h("ol", attrs, *cells)


def timeline_html(g: Gen, events: Pairs, attrs: Attrs) -> str:
    """Events in order. events: times as ``datetime`` takes them, and words."""
    cls = g.cls("", "list-group-item")
    cells = (
        h("li", {"class": cls}, h("time", {"datetime": k}, k), h("p", None, label(v)))
        for k, v in events
    )
    return h("ol", attrs, *cells)


def states_html(g: Gen, pairs: Pairs, attrs: Attrs) -> str:
    """Things with the state that each is in."""
    cls, tag = g.cls("", "list-group-item"), g.cls("", "badge text-bg-primary")
    after, mark = (" ", "span") if g.bootstrap else (": ", "strong")
    cells = (
        h("li", {"class": cls}, label(k) + after, h(mark, {"class": tag}, label(v)))
        for k, v in pairs
    )
    return h("ul", attrs, *cells)
