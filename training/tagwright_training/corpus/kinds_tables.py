"""Tables: given columns, given rows, counts, the usual tables, schedules, prices, comparisons."""

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
    noun,
    root_attrs,
    unique,
)
from tagwright_training.corpus.parts_data import table_html
from tagwright_training.corpus.phrasing import count, items, listing, number, titled
from tagwright_training.corpus.table_data import PRESETS, invented_rows
from tagwright_training.corpus.table_words import (
    CAPTIONS,
    COLUMNS,
    FOREIGN_TABLES,
    HOURS,
    WEEK,
    comparison_rows,
    given_columns,
    given_rows,
    hours_span,
    invoice_rows,
    numbered_cells,
    timetable_rows,
)

NOUNS = (
    "table|html table|data table|HTML table|table element|grid table|simple table|table component"
).split("|")
_BOOTSTRAP_STYLES = (
    ("striped", "table-striped"),
    ("bordered", "table-bordered"),
    ("hoverable", "table-hover"),
    ("dark", "table-dark"),
    ("compact", "table-sm"),
)


def table_noun(g: Gen, nouns: Sequence[str]) -> tuple[str, str]:
    """The noun with adjectives, and the Bootstrap classes that these ask for."""
    if not g.bootstrap:
        out = noun(g, nouns)
        return (
            f"{g.pick(['striped', 'bordered', 'sortable', 'zebra-striped'])} {out}"
            if g.chance(0.04)
            else out
        ), ""
    out = noun(g, nouns, adjective=0)
    if g.chance(0.25):
        words, cls = g.pick(_BOOTSTRAP_STYLES)
        return f"{words} {out}", f"table {cls}"
    return out, "table"


def caption_detail(g: Gen, details: list[str], share: float = 0.15) -> str:
    if not g.chance(share):
        return ""
    value = g.pick(CAPTIONS) if g.chance(0.5) else lexicon.phrase(g, 1, 3)
    details.append(titled(g, value, ("caption", "caption", "title", "heading", "table caption")))
    return value


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
        columns = g.sample(bank.split("|"), g.rng.randint(2, 4))
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
    columns_n, rows_n = g.pick([2, 2, 2, 3, 3, 4]), g.rng.randint(1, 5)
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


@kind("price_list", weight=1.2, nests=True)
def price_list(g: Gen) -> Piece:
    """Items with prices, given or invented."""
    english(g)
    name, cls = table_noun(
        g,
        "price list|pricelist|table of prices|price overview|rate card".split("|"),
    )
    details: list[str] = []
    if g.chance(0.65):
        n = g.rng.randint(1, 5)
        wares = lexicon.phrases(g, n, 1, 2)
        if g.chance(0.4):
            bank = (
                "Coffee Tea Espresso Latte Cake Haircut Massage Pizza Burger Salad Soup Juice Bread"
            )
            wares = lexicon.vary_case(g, g.sample(bank.split(), n))
        rows = [[ware, lexicon.price(g)] for ware in wares]
        for ware, cost in rows:
            g.given(ware), g.given(cost)
        joint = g.pick([" ", " ", ": ", " - ", " for ", " at ", " = "])
        cells = [joint.join(row) for row in rows]
        if joint == " " and g.chance(0.3):
            cells = [f"{ware} ({cost})" for ware, cost in rows]
        details.append(g.pick([", ", ", ", "; ", "\n", " and "]).join(cells))
    else:
        n = 3
        if g.chance(0.5):
            n = g.rng.randint(1, 6)
            details.append(count(g, n, "item", "items"))
        rows = [list(row) for row in invented_rows(["Item", "Price"], n)]
    caption = caption_detail(g, details)
    attrs = root_attrs(g, details, cls)
    return Piece(name, table_html(g, ["Item", "Price"], rows, caption, attrs), details)


@kind("timetable", weight=1, nests=True)
def timetable(g: Gen) -> Piece:
    """Days across, hours down, lessons in the cells."""
    english(g)
    name, cls = table_noun(
        g,
        "timetable|weekly timetable|schedule|class schedule|weekly schedule|schedule table|"
        "school timetable|course schedule|weekly planner|class timetable|lesson plan".split("|"),
    )
    details: list[str] = []
    days = list(WEEK[:3])
    if g.chance(0.5):
        start = g.rng.randint(0, 2)
        days = list(WEEK[start : start + g.rng.randint(2, 4)])
        if g.chance(0.3):
            days = lexicon.phrases(g, g.rng.randint(2, 3), 1, 1)
        details.append(items(g, g.pick(["days", "columns", "the days"]), days, bare=0.6))
    hours = list(HOURS[:3])
    if g.chance(0.4):
        hours = [
            f"{g.rng.randint(7, 20)}:{g.pick(['00', '15', '30', '45'])}"
            for _ in range(g.rng.randint(2, 4))
        ]
        hours = unique(hours)
        details.append(items(g, g.pick(["times", "time slots", "hours", "rows"]), hours, bare=0.5))
    rows = timetable_rows(days, hours)
    caption = caption_detail(g, details)
    attrs = root_attrs(g, details, cls)
    return Piece(name, table_html(g, ["Time", *days], rows, caption, attrs, (), True), details)


@kind("opening_hours", weight=0.8, nests=True)
def opening_hours(g: Gen) -> Piece:
    """Days and hours."""
    english(g)
    name, cls = table_noun(
        g,
        "opening hours table|opening hours|business hours|opening times|"
        "hours of operation|store hours|table of opening hours".split("|"),
    )
    details: list[str] = []
    if g.chance(0.5):
        spans = g.sample(
            [
                "Mon-Fri",
                "Monday",
                "Tuesday",
                "Sat",
                "Sunday",
                "Saturday",
                "Mon–Thu",
                "Friday",
                "weekends",
                "holidays",
            ],
            g.rng.randint(1, 4),
        )
        rows = [
            [
                span,
                hours_span(g),
            ]
            for span in spans
        ]
        for row in rows:
            g.given(row[0]), g.given(row[1])
        joint = g.pick([" ", ": ", " "])
        details.append(g.pick([", ", "; ", "\n"]).join(joint.join(row) for row in rows))
    else:
        rows = [list(row) for row in invented_rows(["Day", "Opening hours"], 7)]
    attrs = root_attrs(g, details, cls)
    return Piece(name, table_html(g, ["Day", "Hours"], rows, "", attrs, (), True), details)


@kind("comparison", weight=1, nests=True)
def comparison(g: Gen) -> Piece:
    """Features down, products or plans across."""
    english(g)
    name, cls = table_noun(
        g,
        "comparison table|feature comparison|plan comparison table|"
        "product comparison|compare table|"
        "feature comparison table|comparison chart|comparison of plans|features matrix".split("|"),
    )
    details: list[str] = []
    plans = ["Basic", "Pro"]
    if g.chance(0.6):
        plans = lexicon.phrases(g, g.rng.randint(2, 3), 1, 1)
        if g.chance(0.4):
            bank = "Free Basic Starter Pro Team Business Premium Enterprise Plus Standard".split()
            plans = lexicon.vary_case(g, g.sample(bank, len(plans)))
        details.append(
            items(g, g.pick(["plans", "columns", "products", "options"]), plans, bare=0.5)
        )
    features: list[str] = []
    if g.chance(0.4):
        features = lexicon.phrases(g, g.rng.randint(2, 4), 1, 2)
        details.append(items(g, g.pick(["features", "rows", "criteria"]), features, bare=0.05))
    rows = comparison_rows(plans, features)
    caption = caption_detail(g, details)
    attrs = root_attrs(g, details, cls)
    return Piece(name, table_html(g, ["Feature", *plans], rows, caption, attrs, (), True), details)


@kind("invoice", weight=1, nests=True)
def invoice(g: Gen) -> Piece:
    """Items, quantities, prices, and a total in the footer."""
    english(g)
    name, cls = table_noun(
        g,
        "invoice table|invoice|order summary table|shopping cart table|cart table|"
        "bill|receipt table|"
        "order summary|table with a total row|shopping cart|cart summary".split("|"),
    )
    details: list[str] = []
    n = 3
    if g.chance(0.5):
        n = g.rng.randint(1, 5)
        rows = [
            [ware, lexicon.integer(g, 1, 20), lexicon.price(g)]
            for ware in lexicon.phrases(g, n, 1, 2)
        ]
        total = lexicon.price(g)
        for value in [*(cell for row in rows for cell in row), total]:
            g.given(value)
        form = g.pick(
            [
                "{q} x {w} {p}",
                "{q} {w} at {p}",
                "{q}x {w} for {p}",
                "{w} ({q}, {p})",
                "{w}, {q}, {p}",
            ]
        )
        joint = "; " if ", " in form else g.pick([", ", "; ", " and "])
        details.append(joint.join(form.format(w=w, q=q, p=p) for w, q, p in rows))
        details.append(
            g.pick(["total {t}", "a total of {t}", "total: {t}", "the total {t}"]).format(t=total)
        )
    else:
        if g.chance(0.5):
            n = g.rng.randint(1, 6)
            details.append(count(g, n, "item", "items"))
        rows, total = invoice_rows(n)
    attrs = root_attrs(g, details, cls)
    html = table_html(g, ["Item", "Quantity", "Price"], rows, "", attrs, ("Total", total))
    return Piece(name, html, details)


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
