"""Tables: given columns, given rows, counts, the usual tables, single rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, h, kind
from tagwright_training.corpus.kinds_shared import (
    Attrs,
    content_lang,
    english,
    foreign,
    label,
    root_attrs,
    unique,
)
from tagwright_training.corpus.parts_data import table_html
from tagwright_training.corpus.phrasing import count, items, listing, number
from tagwright_training.corpus.site_words import amount
from tagwright_training.corpus.table_data import PRESETS, invented_rows
from tagwright_training.corpus.table_words import (
    COLUMNS,
    FOREIGN_TABLES,
    caption_detail,
    given_columns,
    given_rows,
    numbered_cells,
    table_noun,
)

NOUNS = (
    "table|html table|data table|HTML table|table element|grid table|simple table|table component"
).split("|")


def columns_detail(g: Gen, details: list[str], columns: Sequence[str]) -> None:
    name = g.pick(
        [
            "columns",
            "columns",
            "columns",
            "headers",
            "column headers",
            "headings",
            "cols",
            "header cells",
        ]
    )
    details.append(items(g, name, columns, bare=0.12))


def rows_detail(g: Gen, details: list[str], n: int) -> None:
    details.append(
        g.pick(
            [count(g, n, "row", "rows")] * 4
            + [count(g, n, "data row", "data rows"), count(g, n, "example row", "example rows")]
            + [count(g, n, "entry", "entries"), count(g, n, "sample row", "sample rows")]
            + [count(g, n, "row of data", "rows of data"), count(g, n, "body row", "body rows")]
        )
    )


@kind("table_columns", weight=8, nests=True)
def table_columns(g: Gen) -> Piece:
    """Given columns; invented rows."""
    lang = content_lang(g, FOREIGN_TABLES)
    details: list[str] = []
    n = 3
    if lang != "en":
        nouns, bank, with_columns, rows = FOREIGN_TABLES[lang]
        columns = g.sample(bank.split("|"), amount(g, 2, 6))
        for value in columns:
            g.given(value)
        given = listing(g, columns)
        name = g.pick(NOUNS[:3]) if g.lang == "en" else foreign(g, g.pick(nouns.split("|")))
        lead = "the columns" if g.lang == "en" else with_columns
        details.append(g.pick([given, f"{lead} {given}", f"{lead}: {given}"]))
        if g.chance(0.4):
            n = g.rng.randint(1, 5)
            details.append(f"{n} {'rows' if g.lang == 'en' else rows}")
        attrs = root_attrs(g, details, "table")
        return Piece(name, table_html(g, columns, invented_rows(columns, n), attrs=attrs), details)
    name, cls = table_noun(g, NOUNS)
    columns = given_columns(g)
    columns_detail(g, details, columns)
    if g.chance(0.6):
        n = g.pick([1, 2, 2, 3, 4, 4, 5, 6])
        while n * len(columns) > 20:
            n -= 1
        rows_detail(g, details, n)
    if g.chance(0.3):
        details.reverse()
    caption = caption_detail(g, details)
    attrs = root_attrs(g, details, cls)
    return Piece(name, table_html(g, columns, invented_rows(columns, n), caption, attrs), details)


@kind("table_preset", weight=3, nests=True)
def table_preset(g: Gen) -> Piece:
    """A table of things: columns by the things' usual properties, or given ones."""
    english(g)
    nouns, usual = g.pick(PRESETS)
    things = g.pick(nouns.split("|"))
    single = (
        things[:-1]
        if things.endswith("s") and " " not in things and not things.endswith("ies")
        else things
    )
    base, cls = table_noun(g, ["table", "table", "html table", "data table", "overview table"])
    name = g.pick(
        [
            "{b} of {t}",
            "{b} of {t}",
            "{b} for {t}",
            "{t} {b}",
            "{s} {b}",
            "{b} listing {t}",
            "{b} with {t}",
        ]
        + ["{b} showing {t}", "{t} table", "{s} table", "{b} of our {t}", "{b} to show {t}"]
    ).format(b=base, t=things, s=single)
    columns = usual.split("|")
    details: list[str] = []
    n = 3
    if g.chance(0.35):
        more = [c for c in g.sample(COLUMNS, g.rng.randint(1, 2)) if c not in columns]
        columns = lexicon.vary_case(g, unique(columns[: g.rng.randint(1, 3)] + more))
        columns_detail(g, details, columns)
    if g.chance(0.4):
        n = g.pick([1, 2, 2, 3, 4, 4, 5, 6])
        while n * len(columns) > 18:
            n -= 1
        if g.chance(0.3) and not details and "with" not in name:
            name = f"table of {number(g, n)} {things}"
        else:
            rows_detail(g, details, n)
    caption = caption_detail(g, details)
    attrs = root_attrs(g, details, cls if name.count(base) or not g.bootstrap else "table")
    return Piece(name, table_html(g, columns, invented_rows(columns, n), caption, attrs), details)


@kind("table_plain", weight=4, nests=True)
def table_plain(g: Gen) -> Piece:
    """Nothing but the noun, or counts of columns and rows."""
    english(g)
    name, cls = table_noun(g, NOUNS)
    details: list[str] = []
    if g.chance(0.25):
        columns = ["Name", "Email", "Role"]
        caption = caption_detail(g, details, 0.3)
        attrs = root_attrs(g, details, cls)
        return Piece(
            name, table_html(g, columns, invented_rows(columns, 3), caption, attrs), details
        )
    columns_n, rows_n = g.rng.randint(1, 6), g.rng.randint(1, 6)
    while columns_n * rows_n > 20:
        rows_n -= 1
    style = g.rng.random()
    if style < 0.2:
        size = g.pick(
            ["{r}x{c} {n}", "{r} x {c} {n}", "{r} by {c} {n}", "{r}×{c} {n}", "{n} {r}x{c}"]
        )
        name = size.format(r=rows_n, c=columns_n, n=name)
    elif style < 0.3:
        columns_n, rows_n = columns_n, 3
        if g.chance(0.5):
            name = g.pick(["{c}-column {n}", "{c} column {n}"]).format(
                c=number(g, columns_n), n=name
            )
        else:
            details.append(count(g, columns_n, "column", "columns"))
    elif style < 0.38:
        columns_n = 3
        details.append(count(g, rows_n, "row", "rows"))
    else:
        details += [count(g, columns_n, "column", "columns"), count(g, rows_n, "row", "rows")]
        if g.chance(0.3):
            details.reverse()
    head = True
    if g.chance(0.1):
        details.append(g.pick(["no header", "no header row", "no headings", "no thead"]))
        head = False
    elif g.chance(0.1):
        details.append(g.pick(["a header row", "a header", "headers", "headings", "a head row"]))
    caption = caption_detail(g, details)
    columns = [f"Column {i + 1}" for i in range(columns_n)] if head else []
    rows = numbered_cells(columns_n, rows_n)
    attrs = root_attrs(g, details, cls)
    return Piece(name, table_html(g, columns, rows, caption, attrs), details)


def notation(g: Gen, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write given rows (and columns, when there are any) in one of the usual notations."""
    two = len(rows[0]) == 2
    forms = ["tuples", "semicolons", "pipes", "csv", "numbered", "lists", "lines"]
    if two:
        forms += ["colon", "colon", "colon", "dash", "equals", "brackets", "space", "space"]
    form = g.pick(forms)
    if form == "space" and any(" " in cell for row in rows for cell in row):
        form = "colon"
    if form in ("pipes", "csv"):
        mark = g.pick([" | ", " | ", "|"]) if form == "pipes" else g.pick([",", ", ", ";", "\t"])
        lines = [mark.join(row) for row in ([columns] if columns else []) + list(rows)]
        return "\n" + "\n".join(lines)
    if form == "lines":
        data = "\n" + "\n".join(f"{g.pick(['-'])} {', '.join(row)}" for row in rows)
    elif form == "numbered":
        lead = g.pick(["row {}: {}", "{}. {}", "row {} {}"])
        data = g.pick(["; ", "\n"]).join(
            lead.format(i + 1, ", ".join(row)) for i, row in enumerate(rows)
        )
    elif form in ("tuples", "lists"):
        wrap = "({})" if form == "tuples" else g.pick(["[{}]", "[{}]", "{{{}}}"])
        data = g.pick([", ", " ", " and "]).join(wrap.format(", ".join(row)) for row in rows)
    elif form == "semicolons":
        data = g.pick(["; ", " / ", "; "]).join(", ".join(row) for row in rows)
    else:
        joints = {
            "colon": ": ",
            "dash": " - ",
            "equals": g.pick(["=", " = "]),
            "space": " ",
            "brackets": " (",
        }
        end = ")" if form == "brackets" else ""
        cells = [joints[form].join(row) + end for row in rows]
        data = g.pick([", ", ", ", "; ", "\n", " and "]).join(cells)
    lead = g.pick(
        [
            "rows: {}",
            "the rows {}",
            "rows {}",
            "{}",
            "data: {}",
            "the data {}",
            "values {}",
            "entries {}",
        ]
    )
    said = lead.format(data)
    if not columns:
        return said
    head = listing(g, columns)
    return g.pick(
        ["columns {h}; {d}", "columns {h} and {d}", "the columns {h} and {d}", "headers {h}, {d}"]
        + ["header {h}; {d}", "columns: {h}. {d}", "the headers {h} and {d}", "cols {h}; {d}"]
    ).format(h=head, d=said)


@kind("table_rows", weight=8, nests=True)
def table_rows(g: Gen) -> Piece:
    """Given rows, mostly with given columns."""
    english(g)
    columns_n, rows_n = g.pick([2, 2, 2, 3, 3, 4, 5]), g.rng.randint(1, 5)
    while columns_n * rows_n > 15:
        rows_n -= 1
    rows = given_rows(g, columns_n, rows_n)
    columns: list[str] = []
    if g.chance(0.8):
        if g.chance(0.5):
            columns = lexicon.vary_case(g, g.sample(COLUMNS, columns_n))
        else:
            columns = lexicon.phrases(g, columns_n, 1, 2)
    for value in [*columns, *(cell for row in rows for cell in row)]:
        g.given(value)
    details = [notation(g, columns, rows)]
    name, cls = table_noun(g, NOUNS)
    caption = caption_detail(g, details, 0.12)
    foot: tuple[str, ...] = ()
    if g.chance(0.12):
        value = g.given(lexicon.price(g) if g.chance(0.5) else lexicon.integer(g))
        form = g.pick(
            [
                "a footer row Total {v}",
                "total: {v}",
                "a total row of {v}",
                "a footer with Total {v}",
                "a total of {v} in the footer",
                "total {v}",
            ]
        )
        details.append(form.format(v=value))
        foot = ("Total", value)
    attrs = root_attrs(g, details, cls)
    return Piece(name, table_html(g, columns, rows, caption, attrs, foot), details)


@kind("table_part", weight=0.8)
def table_part(g: Gen) -> Piece:
    """A single row, a head: what is asked for inside a table."""
    english(g)
    values = lexicon.phrases(g, g.rng.randint(2, 5), 1, 2)
    if g.chance(0.5):
        values = lexicon.vary_case(g, g.sample(COLUMNS, len(values)))
    details: list[str] = []
    row = g.chance(0.5)
    g.context = replace(g.context, parent="tbody" if row else "table")
    if row:
        name = g.pick(["table row", "tr", "row for the table", "body row", "new row", "<tr> row"])
        details.append(items(g, g.pick(["cells", "values", "columns", "data"]), values, bare=0.5))
        cells = "".join(h("td", None, label(v)) for v in values)
        return Piece(name, h("tr", None, cells), details)
    name = g.pick(["table head", "table header", "thead", "header row", "table heading row"])
    details.append(items(g, g.pick(["columns", "cells", "headers"]), values, bare=0.5))
    head: Attrs = {"scope": "col"}
    cells = "".join(h("th", head, label(v)) for v in values)
    return Piece(name, h("thead", None, h("tr", None, cells)), details)
