"""Lists, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, kind, slug
from tagwright_training.corpus.kinds_shared import (
    Attrs,
    content_lang,
    english,
)
from tagwright_training.corpus.list_words import (
    FOREIGN_LISTS,
    LIST_TOPICS,
    given_items,
    term_value,
)
from tagwright_training.corpus.natural_words import (
    WHO,
    bank,
    heading_above,
    lines,
    listed,
    root,
    wish,
)
from tagwright_training.corpus.parts_data import list_html
from tagwright_training.corpus.parts_lists import (
    checks_html,
    linked_html,
    nested_html,
    terms_html,
)
from tagwright_training.corpus.phrasing import number, paired
from tagwright_training.corpus.site_words import amount

_LIST = lines(
    """
    List: {o}
    ul > {n} li: {o}
    {o} -> list
    ul: {o}
    {o} as bullets
    bullets: {o}
    put {o} in a list
    Can you list {o}?
    make a list out of {o}
    I need {o} as bullet points
    list these for {who}: {o}
    each of these should be a bullet: {o}
    Create an HTML list that has {n} items. The items should be {o}.
    Write an unordered list. Its items are {o}
    Please show {o} one below the other as a list
    li elements for {o} in a ul
    {n} bullet points: {o}
    the list contains {o}
    things to show in a list: {o}
    itemize {o}
    We offer {o}. Show that as a list.
    dot points {o}
    <ul> with {o}
    an unordered list where the entries are {o}
    what our {topic} has: {o} (ul)
    ul with one li for each of {o}
    """
)
_ORDERED = lines(
    """
    Numbered list: {o}
    ol > {n} li: {o}
    {o} -> ol
    ol: {o}
    {o} in this order, numbered
    the order matters: {o}. Numbered list.
    ranking: {o}
    rank {o} in a numbered list
    make it a numbered list: {o}
    Can I get an ordered list of {o}?
    Create an ordered list which has {n} items. The items are {o}
    number these: {o}
    instructions as ordered list: {o}
    Write down as a numbered list what {who} have to do: {o}
    please enumerate {o}
    how to do it, numbered: {o}
    <ol> with {o}
    I want the numbers in front: {o}
    procedure: {o} (ol)
    top {n}: {o}, as an ordered list
    """
)
_FOREIGN_LIST = {
    "de": (
        lines(
            """
            Liste: {o}
            {o} als Liste
            Aufzählung mit {o}
            mach eine Liste aus {o}
            Kannst du {o} als Liste schreiben?
            Stichpunkte: {o}
            Ich brauche eine Liste. Die Punkte sind {o}
            zeige {o} untereinander als Liste
            {o} -> ul
            """
        ),
        bank("nummerierte Liste: {o}|{o} nummeriert auflisten|{o} -> ol|geordnete Liste: {o}"),
    ),
    "fr": (
        lines(
            """
            Liste : {o}
            {o} sous forme de liste
            fais une liste de {o}
            Peux-tu mettre {o} dans une liste ?
            liste à puces : {o}
            Il me faut une liste. Les éléments sont {o}
            {o} -> ul
            """
        ),
        bank("liste numérotée : {o}|{o} dans une liste numérotée|{o} -> ol"),
    ),
    "es": (
        lines(
            """
            Lista: {o}
            {o} en forma de lista
            haz una lista con {o}
            ¿Puedes poner {o} en una lista?
            viñetas: {o}
            Necesito una lista. Los elementos son {o}
            {o} -> ul
            """
        ),
        bank("lista numerada: {o}|{o} en una lista numerada|{o} -> ol"),
    ),
}


def _list_root(g: Gen, ordered: bool) -> tuple[Attrs, list[str]]:
    return root(g, "list-group list-group-numbered" if ordered else "list-group")


@kind("natural_list", weight=2.4, nests=True)
def natural_list(g: Gen) -> Piece:
    """A list of given items."""
    ordered = g.chance(0.35)
    lang = content_lang(g, list(_FOREIGN_LIST))
    forms = _ORDERED if ordered else _LIST
    if lang != "en":
        values = g.sample(FOREIGN_LISTS[lang][2].split("|"), amount(g, 2, 8))
        if g.lang != "en":
            forms = _FOREIGN_LIST[lang][1 if ordered else 0]
        return wish(g, listed(g, forms, values), list_html(g, values, ordered))
    values = given_items(g, 2, 6)
    request = listed(g, forms, values, ordered)
    above, said = heading_above(g)
    attrs, own = _list_root(g, ordered)
    return wish(g, request, above + list_html(g, values, ordered, attrs), said + own)


_COUNTED = lines(
    """
    a list that has {n} items
    ul > {n} li
    {n} bullets to start with
    I want {n} list items in a ul
    Create an unordered list. It should have {n} items.
    list, {n} entries
    ul with {n} li
    some list with {n} points
    Can I have {n} bullet points?
    dummy list of {n} items
    """
)
_COUNTED_ORDERED = lines(
    """
    ol > {n} li
    a numbered list that has {n} items
    Create an ordered list. It should have {n} items.
    ol with {n} li
    {n} numbered points
    Can I have an ordered list of {n} items?
    numbers 1 to {n} as an ordered list
    """
)
_TOPIC = lines(
    """
    list some {t}
    name a few {t} in a list
    show {who} {t} as a list
    ul of {t}
    Can you list {t}?
    we want to list {t}
    {t} as bullets
    give me some {t}, as a list
    Create a list that shows {t}
    our {t} go here as bullet points
    """
)


@kind("natural_list_topic", weight=0.6, nests=True)
def natural_list_topic(g: Gen) -> Piece:
    """A list of usual things, or of numbered items."""
    english(g)
    n = 3
    if g.chance(0.55):
        n = g.rng.randint(2, 8)
        ordered = g.chance(0.35)
        request = g.pick(_COUNTED_ORDERED if ordered else _COUNTED).format(n=number(g, n))
        values: Sequence[str] = [f"Item {i + 1}" for i in range(n)]
    else:
        topics, known, ordered = g.pick([topic for topic in LIST_TOPICS if not topic[2]])
        request = g.pick(_TOPIC).format(t=g.pick(topics.split("|")), who=g.pick(WHO))
        values = known[:n]
    above, said = heading_above(g)
    attrs, own = _list_root(g, ordered)
    return wish(g, request, above + list_html(g, values, ordered, attrs), said + own)


_LINKS = lines(
    """
    links: {o} (as a list)
    a list where every item is a link: {o}
    ul > li > a: {o}
    {o} -> list of links
    link list with {o}
    Can you make a list of links? They are {o}
    {who} can jump to {o}, as a list of links
    Create a list of {n} links. The links should be {o}.
    useful links: {o}
    list of clickable entries: {o}, all links
    I want to link {o} in a list
    """
)


@kind("natural_list_links", weight=0.4, nests=True)
def natural_list_links(g: Gen) -> Piece:
    """A list of links."""
    english(g)
    values = given_items(g, 2, 5)
    if g.chance(0.3):
        pairs = [(g.given(v), g.given(lexicon.url(g))) for v in values]
        forms = bank("{k} ({v})|{k} -> {v}|{k} to {v}|{k} goes to {v}|{k} = {v}|{k} {v}")
        data = paired(g, pairs, forms, [", ", "; ", "\n"])
        lead = bank("list of links: {d}|links in a list: {d}|ul of links. {d}|link list > {d}")
        request = g.pick(lead).format(d=data)
    else:
        pairs = [(value, "/" + slug(value)) for value in values]
        request = listed(g, _LINKS, values)
    above, said = heading_above(g)
    attrs, own = root(g, "list-group")
    return wish(g, request, above + linked_html(g, pairs, attrs), said + own)


_NESTED = lines(
    """
    list with sublists. {s}
    nested ul: {s}
    two levels of list: {s}
    a list in a list. {s}
    ul > li > ul: {s}
    Can you nest these? {s}
    {s} (nested list)
    Create a nested list. {s}
    tree: {s}
    outline > {s}
    I need an unordered list with a second level. {s}
    hierarchy as nested list. {s}
    """
)
_BRANCH = bank(
    "{a} has {b}.|Under {a} come {b}.|{a}: {b};|{a} > {b};|{a} ({b});|{a} contains {b}.|"
    "{a} -> {b};|In {a} there are {b}.|{a} with the subitems {b};"
)


@kind("natural_list_nested", weight=0.6, nests=True)
def natural_list_nested(g: Gen) -> Piece:
    """Groups of items."""
    english(g)
    heads = lexicon.phrases(g, g.rng.randint(2, 3), 1, 2)
    groups = [(g.given(a), [g.given(v) for v in given_items(g, 1, 3)]) for a in heads]
    form = g.pick(_BRANCH)
    parts = [form.format(a=a, b=", ".join(b)) for a, b in groups]
    glue = "\n" if g.chance(0.25) else " "
    request = g.pick(_NESTED).format(s=glue.join(parts).rstrip(";"))
    above, said = heading_above(g)
    attrs, own = root(g)
    return wish(g, request, above + nested_html("ul", groups, attrs), said + own)


_TODO = lines(
    """
    Todo: {o}
    things to tick off: {o}
    {o} -> todo list
    checklist. {o}
    today I have to do this, make it a checklist: {o}
    a list with a checkbox in front of each: {o}
    to do: {o}
    Can I have a checklist for {o}?
    todo list > {o}
    {who} should be able to tick off {o}
    Create a to-do list that has {n} tasks. The tasks should be {o}.
    my tasks are {o}; show them with checkboxes as a todo list
    packing list: {o}
    ul of checkboxes: {o}
    task list for a {topic}: {o}
    I want to check off {o}
    """
)


@kind("natural_todo", weight=0.6, nests=True)
def natural_todo(g: Gen) -> Piece:
    """Tasks with a checkbox each."""
    english(g)
    n = amount(g, 2, 8)
    values = lexicon.phrases(g, n, 1, 3)
    if g.chance(0.5):
        known = bank(
            "Buy milk|Call mom|Pay bills|Clean kitchen|Walk the dog|Read a book|Write report|"
            "Water plants|Book flight|Send email|Fix bike|Go running|Pack bags|Feed the cat"
        )
        values = lexicon.vary_case(g, g.sample(known, n))
    request = listed(g, _TODO, values)
    above, said = heading_above(g)
    attrs, own = root(g, "list-group")
    return wish(g, request, above + checks_html(g, values, attrs), said + own)


_TERMS = lines(
    """
    dl: {d}
    explain these terms: {d} (definition list)
    {d} -> dl
    glossary. {d}
    Definition list: {d}
    Can you make a description list? {d}
    key facts: {d}
    spec sheet as dl: {d}
    show these details as name and value: {d}
    Create a description list with {n} entries. {d}
    dt/dd pairs: {d}
    specifications: {d}
    details of the product: {d}
    I want a glossary for {who}: {d}
    """
)


@kind("natural_terms", weight=0.6, nests=True)
def natural_terms(g: Gen) -> Piece:
    """A description list."""
    english(g)
    terms = g.chance(0.5)
    keys = lexicon.phrases(g, amount(g, 2, 7), 1, 2)
    if not terms and g.chance(0.5):
        known = "Weight Color Size Material Price Phone City Status Height Brand Model Year"
        keys = lexicon.vary_case(g, g.sample(known.split(), len(keys)))
    pairs = [(g.given(key), g.given(term_value(g, terms))) for key in keys]
    forms = bank("{k}: {v}|{k} = {v}|{k} - {v}|{k} means {v}|{k} is {v}|{k} -> {v}|{k} ({v})")
    data = paired(g, pairs, forms, ["; ", "; ", ", ", ". "])
    request = g.pick(_TERMS).format(d=data, n=number(g, len(pairs)), who=g.pick(WHO))
    above, said = heading_above(g)
    attrs, own = root(g, "row")
    return wish(g, request, above + terms_html(g, pairs, attrs), said + own)
