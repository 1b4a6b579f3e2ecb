"""Builders for lists and tables, to be nested by any kind."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, h
from tagwright_training.corpus.kinds_shared import Attrs, label


def list_html(
    g: Gen, items: Sequence[str], ordered: bool = False, attrs: Attrs | None = None
) -> str:
    """A list; ``items`` are words, not HTML."""
    tag = "ol" if ordered else "ul"
    numbered = "list-group list-group-numbered" if ordered else "list-group"
    return h(
        tag,
        attrs if attrs is not None else {"class": g.cls("", numbered)},
        *(h("li", {"class": g.cls("", "list-group-item")}, label(item)) for item in items),
    )


def table_html(
    g: Gen,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    caption: str = "",
    attrs: Attrs | None = None,
    foot: Sequence[str] = (),
    row_heads: bool = False,
) -> str:
    """A table with column headers (none when ``columns`` is empty).

    row_heads: the first cell of a row is its header. foot: label and value of a footer row.
    """
    return h(
        "table",
        attrs if attrs is not None else {"class": g.cls("", "table")},
        h("caption", None, label(caption)) if caption else "",
        h("thead", None, h("tr", None, *(h("th", {"scope": "col"}, label(c)) for c in columns)))
        if columns
        else "",
        h("tbody", None, *(_row(row, row_heads) for row in rows)),
        h("tfoot", None, _foot(foot, len(columns or rows[0]) - 1)) if foot else "",
    )


def _row(cells: Sequence[str], head: bool) -> str:
    first = [h("th", {"scope": "row"}, label(cells[0]))] if head else []
    return h("tr", None, *first, *(h("td", None, label(cell)) for cell in cells[len(first) :]))


def _foot(foot: Sequence[str], span: int) -> str:
    head: Attrs = {"scope": "row", "colspan": str(span) if span > 1 else None}
    return h("tr", None, h("th", head, label(foot[0])), h("td", None, label(foot[1])))
