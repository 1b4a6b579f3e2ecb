"""Tables, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, kind
from tagwright_training.corpus.kinds_shared import content_lang, english, unique
from tagwright_training.corpus.natural_words import (
    BUSINESSES,
    WHO,
    bank,
    captioned,
    lines,
    root,
    strung,
    wish,
    with_value,
)
from tagwright_training.corpus.parts_data import table_html
from tagwright_training.corpus.phrasing import number
from tagwright_training.corpus.site_words import amount
from tagwright_training.corpus.table_data import PRESETS, invented_rows
from tagwright_training.corpus.table_words import (
    COLUMNS,
    FOREIGN_TABLES,
    given_columns,
    given_rows,
    numbered_cells,
)

_COLUMNS = lines(
    """
    Table. Columns: {c}
    a table where each row has {c}
    show {c} in a table
    table > th: {c}
    {c} -> table columns
    I need a table to keep track of {c}
    Can I get a table that lists {c}?
    we want to show {who} a table of {c}
    Columns {c}, as a table
    For every row: {c}. Table please.
    The columns should be {c}. Make it an HTML table.
    Create an HTML table that has {n} columns. The columns should be {c}.
    {n}-column table: {c}
    {n} columns: {c}. It's a table.
    Write the HTML code of a table in which the header reads {c}
    tabular data, {c}
    data table for a {topic}; one column each for {c}
    <table> with the header cells {c}
    Design a table for {who} to compare {c}
    the header row says {c}, below it some rows of data
    table({c})
    A table, from left to right {c}
    Our {topic} needs a table, with {c}
    Put {c} across the top of a table
    how would a table with {c} look?
    overview as table: {c}
    please lay this out in columns: {c}
    Build a grid of data. Headings are {c}
    th {c}, then td's
    The table lists {c}
    thead: {c}
    """
)
_COUNTED_COLUMNS = lines(
    """
    Table. Columns: {c}. Rows: {r}.
    {r} rows, columns {c}, table
    a table with {r} lines of sample data, the columns are {c}
    table > {r} rows: {c}
    Create an HTML table that has {n} columns, {c}. The table should have {r} rows.
    Make a table. It has {r} rows. The columns are called {c}
    columns = {c}; rows = {r}; html table
    show {r} entries with {c} in a table
    Can you fill a table with {r} rows? The columns: {c}
    I want to see {r} rows in a table and the headers {c}
    {r} example rows in a table which shows {c}
    table {r} rows x ({c})
    The table should contain {r} rows of data under the headings {c}
    th: {c}; {r}x tr
    generate {r} rows of dummy data for the columns {c}
    """
)
_FOREIGN_COLUMNS = {
    "de": lines(
        """
        Tabelle. Spalten: {c}
        eine Tabelle, die {c} zeigt
        zeige {c} in einer Tabelle
        Kannst du mir eine Tabelle mit {c} machen?
        ich brauche eine Übersicht als Tabelle: {c}
        Schreibe HTML für eine Tabelle. Die Spalten sollen {c} heißen.
        {c} -> Tabelle
        In der Kopfzeile steht {c}, darunter ein paar Zeilen
        Spaltenüberschriften: {c}
        """
    ),
    "fr": lines(
        """
        Tableau. Colonnes : {c}
        un tableau qui montre {c}
        affiche {c} dans un tableau
        Peux-tu me faire un tableau avec {c} ?
        il me faut un tableau : {c}
        Écris le HTML d'un tableau. Les colonnes sont {c}
        {c} -> tableau
        en-têtes : {c}
        """
    ),
    "es": lines(
        """
        Tabla. Columnas: {c}
        una tabla que muestre {c}
        muestra {c} en una tabla
        ¿Me haces una tabla con {c}?
        necesito una tabla: {c}
        Escribe el HTML de una tabla. Las columnas son {c}
        {c} -> tabla
        encabezados: {c}
        """
    ),
}


def _said(g: Gen, form: str, columns: Sequence[str] = (), **parts: str) -> str:
    """A template with columns and whatever else it names."""
    if "{c}" in form:
        parts["c"] = strung(g, columns, form, ordered=True)
    n = number(g, len(columns))
    return form.format(n=n, who=g.pick(WHO), topic=g.pick(BUSINESSES), **parts)


@kind("natural_table_columns", weight=2.4, nests=True)
def natural_table_columns(g: Gen) -> Piece:
    """Given columns, invented rows."""
    lang = content_lang(g, list(_FOREIGN_COLUMNS))
    if lang != "en":
        columns = g.sample(FOREIGN_TABLES[lang][1].split("|"), amount(g, 2, 6))
        form = g.pick(_COLUMNS if g.lang == "en" else _FOREIGN_COLUMNS[lang])
        request = _said(g, form, columns)
        return wish(g, request, table_html(g, columns, invented_rows(columns, 3)))
    columns = given_columns(g)
    n = 3
    if g.chance(0.4):
        n = g.pick([1, 2, 2, 4, 4, 5, 6])
        while n * len(columns) > 20:
            n -= 1
        rows = "1 row" if n == 1 else number(g, n)
        form = g.pick(_COUNTED_COLUMNS)
        if n == 1:
            form = "table with {r}; columns: {c}"
        request = _said(g, form, columns, r=rows)
    else:
        request = _said(g, g.pick(_COLUMNS), columns)
    caption, said = captioned(g)
    attrs, own = root(g, "table")
    return wish(
        g, request, table_html(g, columns, invented_rows(columns, n), caption, attrs), said + own
    )


_ROWS = lines(
    """
    {d} -> table
    Table: {d}
    put this into a table: {d}
    {d} (as a table)
    make a table out of this: {d}
    table of these: {d}
    Can you turn this into an HTML table? {d}
    I have this data: {d}. I need it as a table.
    The table should show {d}
    show in a table that {d}
    tabular: {d}
    tr > td: {d}
    Write an HTML table. Its rows are {d}
    Here are my numbers: {d}. Display them in a table.
    html table for {d}
    please tabulate {d}
    one row each for {d}
    {d}; table without anything else
    """
)
_ROWS_COLUMNS = lines(
    """
    Table. Columns: {c}. Rows: {d}
    {c} as header, then {d} -> table
    Create an HTML table that has {n} columns, {c}. The rows should be {d}.
    I need a table with {c} on top and {d} below
    table > th: {c} > td: {d}
    {d} - make it a table, the columns are {c}
    put {d} into a table with the headings {c}
    The header says {c}. The data: {d}. It should be a table.
    Can I have this as a table? {d}. Headers: {c}
    headers {c} / rows {d} / html table
    My data is {d}. The columns mean {c}. Write the table.
    table, th = {c}, td = {d}
    In a table with the columns {c}, show {d}
    The table has a column for each of {c}. It lists {d}
    show {who} a table: {c}. {d}
    first row of the table {c}, after that {d}
    make a table ({c}) of {d}
    please fill the columns {c} with {d}
    """
)


def _data(g: Gen, rows: Sequence[Sequence[str]], form: str) -> str:
    """Rows as people write them down."""
    joints = [" ", ", ", ": ", " - ", " | ", " → ", "/"]
    if len(rows[0]) == 2:
        joints = [" ", " ", " ", ": ", ": ", " - ", " = ", " -> ", " is ", " has ", " – "]
    spaced = any(" " in cell for row in rows for cell in row)
    joint = g.pick([j for j in joints if j != " "] if spaced else joints)
    if joint == "/" and any("/" in cell or "-" in cell for row in rows for cell in row):
        joint = " | "
    cells = [joint.join(row) for row in rows]
    if len(rows[0]) == 2 and g.chance(0.15):
        cells = [f"{a} ({b})" for a, b in rows]
    between = ["; ", "; "] if joint == ", " else [", ", ", ", "; ", ", ", " and "]
    if form.endswith("{d}") or form.startswith("{d}"):
        between += ["\n"]
    glue = g.pick(between)
    if glue == ", " and len(cells) > 1 and g.chance(0.3):
        return ", ".join(cells[:-1]) + g.pick([" and ", ", and "]) + cells[-1]
    said = glue.join(cells)
    return "\n" + said if glue == "\n" and form.endswith("{d}") else said


@kind("natural_table_rows", weight=2.6, nests=True)
def natural_table_rows(g: Gen) -> Piece:
    """Given rows, with or without given columns."""
    english(g)
    columns_n, rows_n = g.pick([2, 2, 2, 3, 3, 4]), g.rng.randint(1, 4)
    rows = given_rows(g, columns_n, rows_n)
    columns: list[str] = []
    if g.chance(0.6):
        columns = lexicon.vary_case(g, g.sample(COLUMNS, columns_n))
        if g.chance(0.5):
            columns = lexicon.phrases(g, columns_n, 1, 2)
    for cell in (cell for row in rows for cell in row):
        g.given(cell)
    form = g.pick(_ROWS_COLUMNS if columns else _ROWS)
    request = _said(g, form, columns, d=_data(g, rows, form))
    caption, said = captioned(g)
    foot: tuple[str, ...] = ()
    if g.chance(0.1):
        value = lexicon.price(g) if g.chance(0.5) else lexicon.integer(g)
        forms = lines(
            """
            the last line is a total of {v}
            at the bottom the total, {v}
            sum: total {v}
            below that a footer row: Total {v}
            the total is {v}
            it adds up to a total of {v}
            """
        )
        said.append(with_value(g, forms, value))
        foot = ("Total", value)
    attrs, own = root(g, "table")
    return wish(g, request, table_html(g, columns, rows, caption, attrs, foot), said + own)


_SIZED = lines(
    """
    {r}x{c} table
    table {r} by {c}
    {c}-col table, {r} rows
    table > {r} rows x {c} columns
    Create an HTML table that has {cw} columns and {rw} rows
    I need an empty-looking table, {rw} rows and {cw} columns
    a table: rows {r}, columns {c}
    Table. Rows: {r}. Columns: {c}.
    Can you make me a table of {rw} rows and {cw} columns?
    rows={r} cols={c} table
    The table should have {cw} columns. It should also have {rw} rows.
    some table to test with, {c} columns, {r} rows
    a grid of cells, {rw} rows, {cw} columns, as a table
    table skeleton: {cw} columns, {rw} rows
    Write a table in HTML. Number of columns: {c}. Number of rows: {r}.
    {rw} rows of {cw} cells each, in a table
    tr*{r}, td*{c} in a table
    dummy table {r} × {c}
    """
)
_HEADLESS = bank(
    "no header|without a header row|no th, only td|it has no headings|leave out the header"
)


@kind("natural_table_size", weight=0.8, nests=True)
def natural_table_size(g: Gen) -> Piece:
    """So many columns and rows."""
    english(g)
    columns_n, rows_n = g.rng.randint(2, 5), g.rng.randint(2, 5)
    while columns_n * rows_n > 20:
        rows_n -= 1
    request = g.pick(_SIZED).format(
        r=rows_n, c=columns_n, rw=number(g, rows_n), cw=number(g, columns_n)
    )
    said: list[str] = []
    columns = [f"Column {i + 1}" for i in range(columns_n)]
    if g.chance(0.12):
        said.append(g.pick(_HEADLESS))
        columns = []
    rows = numbered_cells(columns_n, rows_n)
    caption, asked = captioned(g, 0.1)
    attrs, own = root(g, "table")
    html = table_html(g, columns, rows, caption, attrs)
    return wish(g, request, html, said + asked + own)


_THINGS = lines(
    """
    {who} should see our {t} in a table
    show the {t} as a table
    all {t} at a glance, as a table
    an overview of {t}, use a table
    Can you list the {t} in a table?
    the {t} go into a table
    table for {t}
    where do I put the {t}? I think in a table
    We have a lot of {t} and want to show them in a table
    Create an HTML table which displays {t}
    I want to display {t} in rows and columns
    a table, each row is one of the {t}
    {t} -> table
    table: {t}
    Design a table that lets {who} look through the {t}
    Manage {t} (table view)
    A dynamic table with {t}, sortable and easy to read
    admin page: table of all {t}
    """
)
_THINGS_COUNT = lines(
    """
    table with {r} {t}
    show {r} {t} in a table
    {r} {t}, each in its own table row
    Create a table that lists {r} {t}
    just {r} {t} in a table for now
    a table for {t}. Put {r} rows in it.
    Can I get a table of {r} {t}?
    """
)


@kind("natural_table_things", weight=1, nests=True)
def natural_table_things(g: Gen) -> Piece:
    """A table of usual things."""
    english(g)
    nouns, usual = g.pick(PRESETS)
    things = g.pick(nouns.split("|"))
    columns = usual.split("|")
    n = 3
    forms = _THINGS
    if g.chance(0.3):
        n = g.pick([2, 2, 4, 5])
        while n * len(columns) > 18:
            n -= 1
        forms = _THINGS_COUNT
    request = g.pick(forms).format(t=things, who=g.pick(WHO), r=number(g, n))
    said: list[str] = []
    if g.chance(0.3):
        more = [c for c in g.sample(COLUMNS, g.rng.randint(1, 2)) if c not in columns]
        columns = lexicon.vary_case(g, unique(columns[: g.rng.randint(1, 2)] + more))
        form = g.pick(
            bank(
                "the columns are {c}|columns: {c}|it shows {c}|for each of them {c}|"
                "with {c} as columns|headers: {c}|we only need the columns {c}"
            )
        )
        said.append(form.format(c=strung(g, columns, form)))
        while n * len(columns) > 18:
            n -= 1
        n = max(n, 1)
    caption, asked = captioned(g, 0.1)
    attrs, own = root(g, "table")
    html = table_html(g, columns, invented_rows(columns, n), caption, attrs)
    return wish(g, request, html, said + asked + own)
