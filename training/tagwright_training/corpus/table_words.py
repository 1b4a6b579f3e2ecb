"""Words and cells of tables: usual columns, captions, rows, days and hours."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.kinds_shared import noun, unique
from tagwright_training.corpus.phrasing import titled
from tagwright_training.corpus.table_data import AMOUNTS, invented

COLUMNS = (
    "Name|Age|Email|Phone|City|Country|Price|Quantity|Date|Status|Role|Department|Product|Category|"
    "Description|Total|ID|Time|Score|Rating|Year|Size|Color|Title|Author|Salary|Project|Priority|"
    "Due date|First name|Last name|Company|Stock|Amount|Team|Points|Day|Hours|Rank|Duration|Weight|"
    "Task|Owner|Location|Address|Start date|Unit price|Order number|Subject|Grade|Language|Plan"
).split("|")

FOREIGN_TABLES: dict[str, tuple[str, str, str, str]] = {
    "de": (
        "Tabelle|eine Tabelle|HTML-Tabelle",
        "Name|Alter|Preis|Menge|Stadt|Datum|Telefon|Produkt|E-Mail|Artikel|Größe|Farbe",
        "den Spalten",
        "Zeilen",
    ),
    "fr": (
        "tableau|un tableau|tableau HTML",
        "Nom|Âge|Prix|Quantité|Ville|Produit|Date|E-mail|Taille",
        "les colonnes",
        "lignes",
    ),
    "es": (
        "tabla|una tabla|tabla HTML",
        "Nombre|Edad|Precio|Cantidad|Ciudad|Producto|Fecha|Estado",
        "las columnas",
        "filas",
    ),
    "it": (
        "tabella|una tabella",
        "Nome|Età|Prezzo|Quantità|Città|Prodotto|Data|Stato",
        "le colonne",
        "righe",
    ),
    "pt": (
        "tabela|uma tabela",
        "Nome|Idade|Preço|Quantidade|Cidade|Produto|Data|Estado",
        "as colunas",
        "linhas",
    ),
    "nl": ("tabel|een tabel", "Naam|Leeftijd|Prijs|Aantal|Stad|Datum", "de kolommen", "rijen"),
}

CAPTIONS = (
    "Team overview|Sales 2026|Our prices|Staff|Results|Monthly report|Opening hours|Stock list|"
    "Summer timetable|Budget|Open orders|Members|Inventory|League table|Expenses"
).split("|")

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

LESSONS = ("Math", "English", "History", "Biology", "Art", "Music", "Sports", "Physics")

HOURS = ("9:00", "10:00", "11:00", "12:00", "13:00", "14:00")

_BOOTSTRAP_STYLES = (
    ("striped", "table-striped"),
    ("bordered", "table-bordered"),
    ("hoverable", "table-hover"),
    ("dark", "table-dark"),
    ("compact", "table-sm"),
)


def given_columns(g: Gen) -> list[str]:
    """Column heads as a request gives them: usual ones, mixed with made-up ones."""
    n = g.pick([2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7])
    style = g.rng.random()
    if style < 0.4:
        return unique(lexicon.phrases(g, n, 1, 2))
    known = g.sample(COLUMNS, n)
    if style < 0.55:
        known[n // 2 :] = lexicon.phrases(g, n - n // 2, 1, 2)
    return unique(lexicon.vary_case(g, known))


def given_rows(g: Gen, columns_n: int, rows_n: int) -> list[list[str]]:
    """Rows as people have them: a name, then numbers, prices, words, dates."""
    heads = g.pick(["people", "first", "words", "phrases", "cities"])
    if heads == "people":
        first = g.sample(lexicon.PEOPLE, rows_n)
    elif heads == "first":
        first = unique([name.split(" ")[0] for name in g.sample(lexicon.PEOPLE, rows_n)])
    elif heads == "cities":
        first = g.sample(lexicon.CITIES, rows_n)
    else:
        first = lexicon.phrases(g, rows_n, 1, 1 if heads == "words" else 2)
    rows = [[value] for value in first]
    for _ in range(columns_n - 1):
        content = g.pick(["integer", "integer", "price", "word", "date", "word"])
        for row in rows:
            row.append(_cell(g, content))
    return rows


def _cell(g: Gen, content: str) -> str:
    if content == "integer":
        return lexicon.integer(g, 1, g.pick([99, 99, 999, 9999]))
    if content == "price":
        return lexicon.price(g)
    if content == "date":
        return f"20{g.rng.randint(10, 30)}-{g.rng.randint(1, 12):02}-{g.rng.randint(1, 28):02}"
    return lexicon.word(g)


def hours_span(g: Gen) -> str:
    """From when to when something is open."""
    minutes = g.pick(["", ":00", ":30"])
    return f"{g.rng.randint(6, 11)}{minutes}{g.pick(['-', '–'])}{g.rng.randint(12, 22)}"


def timetable_rows(days: Sequence[str], hours: Sequence[str]) -> list[list[str]]:
    """A row for each hour: the hour, then a lesson for each day."""
    n = len(days)
    lessons = [LESSONS[i % len(LESSONS)] for i in range(n * len(hours))]
    return [[hour, *lessons[i * n : (i + 1) * n]] for i, hour in enumerate(hours)]


def comparison_rows(plans: Sequence[str], features: Sequence[str] = ()) -> list[list[str]]:
    """A row for each feature, with a cell for each of at most three plans."""
    values = [["Yes"] * 3] * len(features)
    if not features:
        features = ["Storage", "Users", "Support"]
        values = [["10 GB", "100 GB", "1 TB"], ["1", "10", "100"], ["Email", "Chat", "Phone"]]
    return [[name, *cells[: len(plans)]] for name, cells in zip(features, values, strict=True)]


def numbered_cells(columns_n: int, rows_n: int) -> list[list[str]]:
    """Rows of "Cell 1", "Cell 2" ..."""
    cells = iter(f"Cell {i + 1}" for i in range(columns_n * rows_n))
    return [[next(cells) for _ in range(columns_n)] for _ in range(rows_n)]


def invoice_rows(n: int) -> tuple[list[list[str]], str]:
    """``n`` invented items with quantity and price, and their total."""
    rows = [[item, "1", f"${AMOUNTS[i]}"] for i, item in enumerate(invented("item", n))]
    return rows, f"${sum(AMOUNTS[:n])}"


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
    """A caption that the request gives in ``share`` of the rows, said in ``details``; else ""."""
    if not g.chance(share):
        return ""
    value = g.pick(CAPTIONS) if g.chance(0.5) else lexicon.phrase(g, 1, 3)
    details.append(titled(g, value, ("caption", "caption", "title", "heading", "table caption")))
    return value
