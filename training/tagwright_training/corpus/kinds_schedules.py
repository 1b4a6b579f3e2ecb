"""Tables of a usual shape: price lists, timetables, opening hours, comparisons, invoices."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, kind
from tagwright_training.corpus.kinds_shared import english, root_attrs, unique
from tagwright_training.corpus.parts_data import table_html
from tagwright_training.corpus.phrasing import count, items
from tagwright_training.corpus.site_words import amount
from tagwright_training.corpus.table_data import invented_rows
from tagwright_training.corpus.table_words import (
    HOURS,
    WEEK,
    caption_detail,
    comparison_rows,
    hours_span,
    invoice_rows,
    table_noun,
    timetable_rows,
)


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
        n = amount(g, 1, 7)
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
