"""Lists: given items, counted items, usual topics, nested lists, to-do lists, definition lists."""

from __future__ import annotations

from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, h, kind, slug
from tagwright_training.corpus.kinds_shared import (
    content_lang,
    english,
    foreign,
    heading,
    label,
    noun,
    root_attrs,
    unique,
)
from tagwright_training.corpus.list_words import FOREIGN_LISTS, LIST_TOPICS, given_items, term_value
from tagwright_training.corpus.parts_data import list_html
from tagwright_training.corpus.parts_lists import checks_html, linked_html, nested_html, terms_html
from tagwright_training.corpus.phrasing import count, items, listing, number, paired, titled
from tagwright_training.corpus.site_words import amount

UNORDERED = (
    "list|unordered list|bullet list|bulleted list|ul|html list|bullet points|bullet point list|"
    "list of items|ul list|item list|plain list|<ul> list|simple list|dotted list"
).split("|")
ORDERED = (
    "ordered list|numbered list|ol|number list|ol list|list with numbers|enumerated list|"
    "numbered steps|<ol> list|ranking|top list|numbered points"
).split("|")
_OF = ("list of", "bullet list of", "ul of", "unordered list of", "list of")
_OF_ORDERED = ("numbered list of", "ordered list of")
_AS = ("as a list", "as bullet points", "in a list", "as an unordered list")
_AS_ORDERED = ("as a numbered list", "as an ordered list", "in a numbered list")


def _title(g: Gen, details: list[str], share: float = 0.1) -> str:
    """Given heading above a list."""
    if not g.chance(share):
        return ""
    value = lexicon.phrase(g, 1, 3)
    details.append(titled(g, value))
    return heading(g, value)


def _translated(g: Gen, lang: str, ordered: bool) -> Piece:
    bullets, numbered, bank, many, single = FOREIGN_LISTS[lang]
    details: list[str] = []
    if g.chance(0.7):
        values = lexicon.vary_case(g, g.sample(bank.split("|"), amount(g, 2, 8)))
        details.append(items(g, "", values))
    else:
        n = amount(g, 2, 9)
        values = [f"{single} {i + 1}" for i in range(n)]
        details.append(f"{n} {'items' if g.lang == 'en' else many}")
    if g.lang == "en":
        name = g.pick((ORDERED if ordered else UNORDERED)[:4])
    else:
        name = foreign(g, g.pick((numbered if ordered else bullets).split("|")))
    attrs = root_attrs(g, details, "list-group list-group-numbered" if ordered else "list-group")
    return Piece(name, list_html(g, values, ordered, attrs), details)


@kind("list_given", weight=9, nests=True)
def list_given(g: Gen) -> Piece:
    """A list of given items."""
    ordered = g.chance(0.35)
    lang = content_lang(g, FOREIGN_LISTS)
    if lang != "en":
        return _translated(g, lang, ordered)
    name = noun(g, ORDERED if ordered else UNORDERED)
    values = given_items(g)
    details: list[str] = []
    style = g.rng.random()
    if style < 0.2:
        given = listing(g, [g.given(v) for v in values])
        name = f"{g.pick(_OF_ORDERED if ordered else _OF)} {given}"
    elif style < 0.26:
        given = listing(g, [g.given(v) for v in values])
        name = f"{given} {g.pick(_AS_ORDERED if ordered else _AS)}"
    else:
        label_ = g.pick(
            ["items", "items", "list items", "entries", "points", "elements", "bullets"]
        )
        details.append(items(g, label_, values))
    above = _title(g, details)
    attrs = root_attrs(g, details, "list-group list-group-numbered" if ordered else "list-group")
    return Piece(name, above + list_html(g, values, ordered, attrs), details)


@kind("list_topic", weight=2.5, nests=True)
def list_topic(g: Gen) -> Piece:
    """A list of usual things, or of numbered items."""
    english(g)
    details: list[str] = []
    n = 3
    if g.chance(0.45):
        ordered = g.chance(0.35)
        name = noun(g, ORDERED if ordered else UNORDERED)
        if g.chance(0.75):
            n = g.rng.randint(1, 8)
            form = g.pick(["d", "d", "a", "b"])
            if form == "a":
                name = f"{g.pick(_OF_ORDERED if ordered else _OF)} {count(g, n, 'item', 'items')}"
            elif form == "b" and n > 1:
                name = f"{number(g, n)}-item {g.pick(ORDERED[:2] if ordered else UNORDERED[:2])}"
            else:
                details.append(
                    g.pick(
                        [count(g, n, "item", "items"), count(g, n, "list item", "list items")]
                        + [
                            count(g, n, "entry", "entries"),
                            count(g, n, "bullet", "bullets"),
                            count(g, n, "element", "elements"),
                        ]
                    )
                )
        values = [f"Item {i + 1}" for i in range(n)]
    else:
        topics, bank, ordered = g.pick(LIST_TOPICS)
        topic = g.pick(topics.split("|"))
        base = noun(
            g,
            ["ordered list", "numbered list"]
            if ordered
            else ["list", "list", "unordered list", "bullet list"],
            0,
        )
        if g.chance(0.15):
            ordered = True
            base = "numbered list"
        if g.chance(0.5):
            n = g.rng.randint(1, min(6, len(bank)))
            name = g.pick(["{b} of {n} {t}", "{b} with {n} {t}", "{n} {t} as a {b}"]).format(
                b=base, n=number(g, n), t=topic
            )
        else:
            name = g.pick(
                [
                    "{b} of {t}",
                    "{b} of {t}",
                    "{b} with {t}",
                    "{t} as {b}",
                    "{b} for {t}",
                    "{b} showing {t}",
                ]
            ).format(b=base, t=topic)
        values = list(bank[:n])
    above = _title(g, details)
    attrs = root_attrs(g, details, "list-group list-group-numbered" if ordered else "list-group")
    return Piece(name, above + list_html(g, values, ordered, attrs), details)


@kind("list_links", weight=1.2, nests=True)
def list_links(g: Gen) -> Piece:
    """A list of links; a link leads to the path of its words or to a given address."""
    english(g)
    name = noun(
        g,
        "list of links|link list|links list|ul of links|unordered list of links|"
        "quick links|useful links|related links|resource links|list with links".split("|"),
    )
    details: list[str] = []
    values = given_items(g, 1, 5)
    if g.chance(0.3):
        pairs = [(g.given(value), g.given(lexicon.url(g))) for value in values]
        forms = ["{k} ({v})", "{k}: {v}", "{k} -> {v}", "{k} to {v}", "{k} {v}"]
        details.append(paired(g, pairs, forms, [", ", "; ", "\n", " and "]))
    else:
        pairs = [(value, "/" + slug(value)) for value in values]
        details.append(items(g, g.pick(["links", "items", "pages", "entries"]), values))
    above = _title(g, details)
    attrs = root_attrs(g, details, "list-group")
    return Piece(name, above + linked_html(g, pairs, attrs), details)


@kind("list_nested", weight=1.5, nests=True)
def list_nested(g: Gen) -> Piece:
    """Groups of items, two levels deep."""
    english(g)
    ordered = g.chance(0.2)
    tag = "ol" if ordered else "ul"
    nouns = (
        ["nested ordered list", "nested numbered list"]
        if ordered
        else (
            "nested list|nested unordered list|list with sublists|multi-level list|two-level list|"
            "list with nested items|tree|outline|nested ul|tree list|hierarchical list"
        ).split("|")
    )
    name = noun(g, nouns)
    details: list[str] = []
    if g.chance(0.75):
        heads = lexicon.phrases(g, g.rng.randint(1, 3), 1, 2)
        groups = [(g.given(head), [g.given(v) for v in given_items(g, 1, 3)]) for head in heads]
        form = g.pick(
            [
                "{a} ({b})",
                "{a} ({b})",
                "{a}: {b}",
                "{a} with {b}",
                "{a} > {b}",
                "{a} [{b}]",
                "{a} containing {b}",
            ]
        )
        inner = g.pick([", ", ", ", "/"]) if "(" in form or "[" in form else ", "
        outer = (
            g.pick([", ", " and ", "; "])
            if "(" in form or "[" in form
            else g.pick(["; ", "\n", "; "])
        )
        details.append(outer.join(form.format(a=a, b=inner.join(b)) for a, b in groups))
    else:
        n, m = g.rng.randint(1, 4), g.rng.randint(1, 3)
        if g.chance(0.3):
            n, m = 2, 2
        else:
            details.append(count(g, n, "item", "items"))
            details.append(
                g.pick([count(g, m, "subitem", "subitems"), count(g, m, "sub-item", "sub-items")])
                + " each"
            )
        groups = [(f"Item {i + 1}", [f"Item {i + 1}.{j + 1}" for j in range(m)]) for i in range(n)]
    above = _title(g, details)
    attrs = root_attrs(g, details)
    return Piece(name, above + nested_html(tag, groups, attrs), details)


@kind("list_todo", weight=1.2, nests=True)
def list_todo(g: Gen) -> Piece:
    """Tasks with a checkbox each."""
    english(g)
    name = noun(
        g,
        "todo list|to-do list|checklist|task list|check list|todos|list of tasks|"
        "list with checkboxes|todo app list|packing list|shopping checklist|"
        "TODO list".split("|"),
    )
    details: list[str] = []
    bank = ("Buy milk", "Call mom", "Pay bills", "Clean kitchen", "Walk the dog", "Read a book")
    if g.chance(0.65):
        values = lexicon.phrases(g, amount(g, 1, 8), 1, 3)
        if g.chance(0.5):
            values = lexicon.vary_case(
                g,
                g.sample(
                    [
                        *bank,
                        "Write report",
                        "Water plants",
                        "Book flight",
                        "Send email",
                        "Fix bike",
                        "Go running",
                    ],
                    len(values),
                ),
            )
        details.append(items(g, g.pick(["items", "tasks", "entries", "todos", "things"]), values))
    else:
        n = 3
        if g.chance(0.5):
            n = g.rng.randint(1, 6)
            details.append(count(g, n, g.pick(["task", "item"]), g.pick(["tasks", "items"])))
        values = list(bank[:n])
    above = _title(g, details)
    attrs = root_attrs(g, details, "list-group")
    return Piece(name, above + checks_html(g, values, attrs), details)


@kind("list_terms", weight=1.5, nests=True)
def list_terms(g: Gen) -> Piece:
    """A description list of given or usual terms."""
    english(g)
    terms = g.chance(0.5)
    name = noun(
        g,
        (
            "definition list|description list|glossary|dl|list of definitions|"
            "list of terms|dl list|terms and definitions"
            if terms
            else "key-value list|details list|product details|specifications|spec list|"
            "key facts|facts list|summary list|"
            "order details|metadata list|profile details|"
            "list of properties|data list of properties"
        ).split("|"),
    )
    details: list[str] = []
    bank = (
        (
            ("HTML", "Language of web pages"),
            ("CSS", "Language of styles"),
            ("URL", "Address of a page"),
            ("DNS", "Names of servers"),
        )
        if terms
        else (
            ("Name", "Anna Lee"),
            ("Email", "anna@example.com"),
            ("Phone", "555-0101"),
            ("City", "London"),
        )
    )
    if g.chance(0.7):
        keys = lexicon.phrases(g, g.rng.randint(1, 4), 1, 2)
        if g.chance(0.4) and not terms:
            known = (
                "Weight Color Size Material Price Name Email Phone City Status Date "
                "Height Brand Model Year"
            )
            keys = lexicon.vary_case(g, g.sample(known.split(), len(keys)))
        pairs = [(g.given(key), g.given(term_value(g, terms))) for key in keys]
        forms = (
            ["{k}: {v}", "{k}: {v}", "{k} - {v}", "{k} = {v}", "{k} ({v})", "{k} – {v}", "{k} {v}"]
            if not terms
            else ["{k}: {v}", "{k} = {v}", "{k} - {v}", "{k} ({v})", "{k} means {v}"]
        )
        details.append(paired(g, pairs, forms, [", ", "; ", "\n", "; "]))
    else:
        n = 3
        if g.chance(0.4):
            n = g.rng.randint(1, 4)
            details.append(count(g, n, *(("term", "terms") if terms else ("entry", "entries"))))
        pairs = list(bank[:n])
    above = _title(g, details)
    attrs = root_attrs(g, details, "row")
    return Piece(name, above + terms_html(g, pairs, attrs), details)


@kind("list_items_only", weight=1)
def list_items_only(g: Gen) -> Piece:
    """Inside a list: items without a list around them."""
    english(g)
    parent = g.pick(["ul", "ul", "ol"])
    g.context = replace(g.context, parent=parent)
    details: list[str] = []
    cls = g.cls("", "list-group-item")
    if g.chance(0.65):
        values = unique(given_items(g, 1, 4))
        given = listing(g, [g.given(v) for v in values])
        many = len(values) > 1
        name = g.pick(
            [
                "items",
                "more items",
                "list items",
                "items for the list",
                "list entries",
                "further items",
            ]
            if many
            else ["item", "list item", "another item", "li", "new item", "entry"]
        )
        name = f"{name} {given}" if g.chance(0.4) else name
        if given not in name:
            details.append(given)
    else:
        n = amount(g, 1, 9)
        values = [f"Item {i + 1}" for i in range(n)]
        name = (
            count(g, n, "list item", "list items")
            if g.chance(0.5)
            else count(g, n, "item", "items")
        )
    return Piece(name, "".join(h("li", {"class": cls}, label(v)) for v in values), details)
