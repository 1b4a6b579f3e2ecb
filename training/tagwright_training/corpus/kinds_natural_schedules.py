"""Price lists, timetables, opening hours and the like, asked for in whole sentences."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, kind
from tagwright_training.corpus.kinds_shared import english, unique
from tagwright_training.corpus.natural_words import (
    BUSINESSES,
    WHO,
    bank,
    captioned,
    lines,
    root,
    strung,
    wish,
)
from tagwright_training.corpus.parts_data import table_html
from tagwright_training.corpus.phrasing import listing, number
from tagwright_training.corpus.site_words import amount
from tagwright_training.corpus.table_data import invented_rows
from tagwright_training.corpus.table_words import (
    HOURS,
    WEEK,
    comparison_rows,
    hours_span,
    invoice_rows,
    timetable_rows,
)

_PRICES = lines(
    """
    Price list: {d}
    our prices: {d} (price list)
    show {who} what things cost: {d}
    what it costs: {d}. As a price list.
    Can you make a price list? {d}
    price list for a {topic}: {d}
    {d} -> price list
    A list of prices. {d}
    We charge {d}. Put that in a price list.
    pricelist > {d}
    Create a price list with the entries {d}
    Prices at our {topic}: {d}. Make the price list.
    I sell {d}. Write the price list.
    rate card: {d}
    """
)


@kind("natural_price_list", weight=0.7, nests=True)
def natural_price_list(g: Gen) -> Piece:
    """Items and prices."""
    english(g)
    n = amount(g, 2, 7)
    wares = lexicon.phrases(g, n, 1, 2)
    if g.chance(0.5):
        known = bank(
            "Coffee|Tea|Espresso|Latte|Cake|Haircut|Massage|Pizza|Burger|Salad|Soup|Juice|Bread|"
            "Car wash|Day ticket|Guided tour|Piano lesson|Oil change|Croissant|Beard trim"
        )
        wares = lexicon.vary_case(g, g.sample(known, n))
    rows = [[g.given(ware), g.given(lexicon.price(g))] for ware in wares]
    joint = g.pick([" ", " ", ": ", " - ", " for ", " = ", " costs ", " at "])
    cells = [joint.join(row) for row in rows]
    form = g.pick(_PRICES)
    glue = g.pick([", ", "; ", ", ", " and "] + ["\n"] * form.endswith("{d}"))
    lead = "\n" if glue == "\n" else ""
    request = form.format(d=lead + glue.join(cells), who=g.pick(WHO), topic=g.pick(BUSINESSES))
    caption, said = captioned(g)
    attrs, own = root(g, "table")
    html = table_html(g, ["Item", "Price"], rows, caption, attrs)
    return wish(g, request, html, said + own)


_TIMETABLE = lines(
    """
    Timetable. Days: {d}. Times: {t}
    a timetable, {d} across and {t} down
    weekly timetable with {d} as columns and {t} as rows
    schedule: {d}; {t}
    I need a class schedule for {d}, the lessons start at {t}
    timetable > {d} x {t}
    Lessons are at {t} on {d}. Make a timetable.
    Create a schedule that has the days {d} and the times {t}
    Can you draw up a timetable for {d}? The hours are {t}
    school timetable ({d}), rows {t}
    put {d} on top and {t} on the left of a timetable
    """
)
_BARE_TIMETABLE = lines(
    """
    when are which lessons? a weekly timetable
    timetable for my school
    our {topic} needs a class schedule
    show {who} the weekly schedule
    I'd like a timetable of the week
    Could you set up a class timetable?
    Create an HTML table for a weekly schedule
    which class is when? put it in a timetable
    """
)


@kind("natural_timetable", weight=0.5, nests=True)
def natural_timetable(g: Gen) -> Piece:
    """Days across, hours down."""
    english(g)
    days, hours = list(WEEK[:3]), list(HOURS[:3])
    if g.chance(0.7):
        start = g.rng.randint(0, 2)
        days = list(WEEK[start : start + g.rng.randint(2, 3)])
        if g.chance(0.4):
            days = lexicon.phrases(g, g.rng.randint(2, 3), 1, 1)
        hours = unique(
            [f"{g.rng.randint(7, 20)}:{g.pick(['00', '15', '30'])}" for _ in range(g.pick([2, 3]))]
        )
        for value in [*days, *hours]:
            g.given(value)
        request = g.pick(_TIMETABLE).format(d=listing(g, days), t=", ".join(hours))
    else:
        request = g.pick(_BARE_TIMETABLE).format(who=g.pick(WHO), topic=g.pick(BUSINESSES))
    rows = timetable_rows(days, hours)
    caption, said = captioned(g, 0.1)
    attrs, own = root(g, "table")
    html = table_html(g, ["Time", *days], rows, caption, attrs, (), True)
    return wish(g, request, html, said + own)


_OPEN = lines(
    """
    Opening hours: {d}
    we are open {d}. Table of opening hours.
    {d} - show these opening hours
    when are we open? {d} (opening hours table)
    opening times of our {topic}: {d}
    Create a table of opening hours. {d}
    hours of operation > {d}
    store hours. {d}
    Tell {who} when we are open: {d}
    business hours, {d}
    The opening hours are {d}
    """
)
_BARE_OPEN = lines(
    """
    tell {who} when we are open
    when is our {topic} open? opening hours
    a table with our opening hours
    opening hours of a {topic}
    show what days and hours we are open
    Could you add the opening hours for each day?
    """
)


@kind("natural_hours", weight=0.5, nests=True)
def natural_hours(g: Gen) -> Piece:
    """Days and hours."""
    english(g)
    attrs, own = root(g, "table")
    if g.chance(0.35):
        rows = [list(row) for row in invented_rows(["Day", "Opening hours"], 7)]
        request = g.pick(_BARE_OPEN).format(who=g.pick(WHO), topic=g.pick(BUSINESSES))
    else:
        days = "Mon-Fri|Monday|Tuesday|Sat|Sunday|Saturday|Mon–Thu|Friday|weekends|holidays|daily"
        rows = [[day, hours_span(g)] for day in g.sample(days.split("|"), amount(g, 1, 7))]
        for row in rows:
            g.given(row[0]), g.given(row[1])
        joint = g.pick([" ", ": ", " from ", " ", ", "])
        glue = "; " if joint == ", " else g.pick([", ", "; ", " and "])
        data = glue.join(joint.join(row) for row in rows)
        request = g.pick(_OPEN).format(d=data, who=g.pick(WHO), topic=g.pick(BUSINESSES))
    html = table_html(g, ["Day", "Hours"], rows, "", attrs, (), True)
    return wish(g, request, html, own)


_COMPARE = lines(
    """
    compare {p}
    compare {p} in a table
    {p}: what is the difference? comparison table
    {who} want to compare {p}
    Comparison table. Plans: {p}
    which one to choose, {p}? A table comparing them.
    {p} side by side in a comparison table
    I want a table that compares {p}
    a comparison chart for {p}
    comparison > {p}
    Can you write a table in which {p} are compared?
    Create a table that compares the plans {p}
    """
)
_CRITERIA = lines(
    """
    compare them by {f}
    the features are {f}
    rows: {f}
    criteria: {f}
    in terms of {f}
    it should compare {f}
    features: {f}
    """
)


@kind("natural_comparison", weight=0.5, nests=True)
def natural_comparison(g: Gen) -> Piece:
    """Features down, plans across."""
    english(g)
    plans = lexicon.phrases(g, g.rng.randint(2, 3), 1, 1)
    if g.chance(0.5):
        known = "Free Basic Starter Pro Team Business Premium Enterprise Plus Standard".split()
        plans = lexicon.vary_case(g, g.sample(known, len(plans)))
    form = g.pick(_COMPARE)
    request = form.format(p=strung(g, plans, form), who=g.pick(WHO))
    features: list[str] = []
    said = []
    if g.chance(0.5):
        features = lexicon.phrases(g, g.rng.randint(2, 4), 1, 2)
        form = g.pick(_CRITERIA)
        said.append(form.format(f=strung(g, features, form)))
    rows = comparison_rows(plans, features)
    attrs, own = root(g, "table")
    html = table_html(g, ["Feature", *plans], rows, "", attrs, (), True)
    return wish(g, request, html, said + own)


_INVOICE = lines(
    """
    Invoice: {d}. Total {t}
    order summary. {d}. The total is {t}
    {who} bought {d}, total {t}. Show the order summary.
    shopping cart with {d}; total {t}
    in the cart: {d}, sum total {t}
    write an invoice for {d} with a total of {t}
    bill: {d}. Total: {t}
    Can you make an invoice? Items {d}, total {t}
    receipt > {d} > total {t}
    cart table: {d}; below that the total {t}
    The customer ordered {d}. Put it in an invoice table, total {t}
    """
)
_BARE_INVOICE = lines(
    """
    what is in the cart, with a total
    an invoice with {n} items
    show the order with {n} items and the sum
    Create an invoice table that has {n} items
    the cart of our {topic}, {n} items in it
    order summary > {n} items + total
    I need a bill, {n} items
    """
)


@kind("natural_invoice", weight=0.5, nests=True)
def natural_invoice(g: Gen) -> Piece:
    """Items, quantities, prices and a total."""
    english(g)
    n = g.rng.randint(2, 4)
    if g.chance(0.6):
        wares = lexicon.phrases(g, n, 1, 2)
        rows = [[ware, lexicon.integer(g, 1, 20), lexicon.price(g)] for ware in wares]
        total = lexicon.price(g)
        for value in [*(cell for row in rows for cell in row), total]:
            g.given(value)
        forms = bank("{q} x {w} {p}|{q} {w} at {p}|{q}x {w} for {p}|{w} ({q}, {p})|{w}, {q}, {p}")
        form = g.pick(forms)
        glue = "; " if ", " in form else g.pick([", ", "; ", " and "])
        data = glue.join(form.format(w=w, q=q, p=p) for w, q, p in rows)
        request = g.pick(_INVOICE).format(d=data, t=total, who="the customer")
    else:
        form = g.pick(_BARE_INVOICE)
        n = n if "{n}" in form else 3
        request = form.format(n=number(g, n), topic=g.pick(BUSINESSES))
        rows, total = invoice_rows(n)
    attrs, own = root(g, "table")
    html = table_html(g, ["Item", "Quantity", "Price"], rows, "", attrs, ("Total", total))
    return wish(g, request, html, own)
