"""Lists, figures, notices and timelines, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, h, kind, slug
from tagwright_training.corpus.kinds_shared import (
    Attrs,
    content_lang,
    english,
    heading,
    label,
    unique,
)
from tagwright_training.corpus.list_words import (
    FOREIGN_LISTS,
    LIST_TOPICS,
    METRIC_WORDS,
    METRICS,
    amount_shown,
    given_items,
    notice,
    term_value,
)
from tagwright_training.corpus.natural_words import (
    BUSINESSES,
    WHO,
    bank,
    lines,
    root,
    strung,
    titled,
    wish,
    with_value,
)
from tagwright_training.corpus.parts_data import list_html
from tagwright_training.corpus.parts_lists import (
    checks_html,
    linked_html,
    nested_html,
    states_html,
    steps_html,
    tags_html,
    terms_html,
    timeline_html,
)
from tagwright_training.corpus.parts_notices import (
    alert_classes,
    alert_html,
    progress_html,
    stats_html,
)
from tagwright_training.corpus.phrasing import number
from tagwright_training.corpus.site_words import TITLES

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


def _above(g: Gen, share: float = 0.1) -> tuple[str, list[str]]:
    """Heading above a list, and the sentence asking for it."""
    title, said = titled(g, TITLES, share)
    return (heading(g, title) if title else ""), said


def _said(g: Gen, forms: Sequence[str], values: Sequence[str], ordered: bool = False) -> str:
    form = g.pick(forms)
    return form.format(
        o=strung(g, values, form, ordered),
        n=number(g, len(values)),
        who=g.pick(WHO),
        topic=g.pick(BUSINESSES),
    )


@kind("natural_list", weight=2.4, nests=True)
def natural_list(g: Gen) -> Piece:
    """A list of given items."""
    ordered = g.chance(0.35)
    lang = content_lang(g, list(_FOREIGN_LIST))
    forms = _ORDERED if ordered else _LIST
    if lang != "en":
        values = g.sample(FOREIGN_LISTS[lang][2].split("|"), g.rng.randint(2, 5))
        if g.lang != "en":
            forms = _FOREIGN_LIST[lang][1 if ordered else 0]
        return wish(g, _said(g, forms, values), list_html(g, values, ordered))
    values = given_items(g, 2, 6)
    request = _said(g, forms, values, ordered)
    above, said = _above(g)
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
    above, said = _above(g)
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
        form = g.pick(bank("{v} ({u})|{v} -> {u}|{v} to {u}|{v} goes to {u}|{v} = {u}|{v} {u}"))
        data = g.pick([", ", "; ", "\n"]).join(form.format(v=v, u=u) for v, u in pairs)
        lead = bank("list of links: {d}|links in a list: {d}|ul of links. {d}|link list > {d}")
        request = g.pick(lead).format(d=data)
    else:
        pairs = [(value, "/" + slug(value)) for value in values]
        request = _said(g, _LINKS, values)
    above, said = _above(g)
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
    above, said = _above(g)
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
    n = g.rng.randint(2, 5)
    values = lexicon.phrases(g, n, 1, 3)
    if g.chance(0.5):
        known = bank(
            "Buy milk|Call mom|Pay bills|Clean kitchen|Walk the dog|Read a book|Write report|"
            "Water plants|Book flight|Send email|Fix bike|Go running|Pack bags|Feed the cat"
        )
        values = lexicon.vary_case(g, g.sample(known, n))
    request = _said(g, _TODO, values)
    above, said = _above(g)
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
    keys = lexicon.phrases(g, g.rng.randint(2, 4), 1, 2)
    if not terms and g.chance(0.5):
        known = "Weight Color Size Material Price Phone City Status Height Brand Model Year"
        keys = lexicon.vary_case(g, g.sample(known.split(), len(keys)))
    pairs = [(g.given(key), g.given(term_value(g, terms))) for key in keys]
    form = g.pick(
        bank("{k}: {v}|{k} = {v}|{k} - {v}|{k} means {v}|{k} is {v}|{k} -> {v}|{k} ({v})")
    )
    data = g.pick(["; ", "; ", ", ", ". "]).join(form.format(k=k, v=v) for k, v in pairs)
    request = g.pick(_TERMS).format(d=data, n=number(g, len(pairs)), who=g.pick(WHO))
    above, said = _above(g)
    attrs, own = root(g, "row")
    return wish(g, request, above + terms_html(g, pairs, attrs), said + own)


_STATS = lines(
    """
    Stats: {d}
    numbers on the dashboard: {d}
    show off our numbers: {d}
    KPIs: {d}
    we reached {d}. Show these stats.
    key figures of our {topic}: {d}
    Can you show these metrics? {d}
    {d} as stat tiles
    tiles for {d} (stats)
    counters: {d}
    A stats row that says {d}
    Create a statistics section with {n} numbers: {d}
    at a glance, in numbers: {d}
    metrics > {d}
    """
)
_BARE_STATS = lines(
    """
    some key figures about us
    our numbers at a glance
    show {who} our most important metrics
    Can we have a few stats?
    KPIs for the dashboard
    the dashboard starts with some statistics
    """
)


@kind("natural_stats", weight=0.5, nests=True)
def natural_stats(g: Gen) -> Piece:
    """Numbers with their names."""
    english(g)
    if g.chance(0.2):
        pairs: list[tuple[str, str]] = list(METRICS[:3])
        request = g.pick(_BARE_STATS).format(who=g.pick(WHO))
    else:
        n = g.rng.randint(2, 4)
        names = lexicon.phrases(g, n, 1, 2)
        if g.chance(0.5):
            names = lexicon.vary_case(g, g.sample(METRIC_WORDS, n))
        pairs = [(g.given(key), g.given(amount_shown(g))) for key in names]
        form = g.pick(bank("{k}: {v}|{v} {k}|{v} {k}|{k} {v}|{k} ({v})|{k} = {v}|{k} -> {v}"))
        data = g.pick([", ", ", ", "; ", " and "]).join(form.format(k=k, v=v) for k, v in pairs)
        request = g.pick(_STATS).format(d=data, n=number(g, n), topic=g.pick(BUSINESSES))
    attrs, own = root(g, "row")
    return wish(g, request, stats_html(g, pairs, attrs), own)


_PROGRESS = lines(
    """
    {x}% done, show it as a progress bar
    progress: {x}%
    a bar that is filled to {x}%
    <progress> at {x}
    we are at {x} percent, progress bar please
    show {who} that {x}% is finished
    Can you show {x}% progress?
    Create a progress bar. Its value should be {x}.
    progress[{x}/100]
    progress bar, currently {x}%
    how far we got: {x}%, with a bar
    A loading bar which has reached {x}%
    """
)


@kind("natural_progress", weight=0.4, nests=True)
def natural_progress(g: Gen) -> Piece:
    """A progress bar."""
    english(g)
    value = g.given(str(g.rng.randint(1, 99)))
    request = g.pick(_PROGRESS).format(x=value, who=g.pick(WHO))
    words = "Progress"
    said: list[str] = []
    if g.chance(0.5):
        words = lexicon.phrase(g, 1, 2)
        forms = bank(
            "label: {v}|the label is {q}|it is labelled {q}|above it says {q}|{q} stands next to it"
        )
        said.append(with_value(g, forms, words))
    attrs, own = root(g, "progress")
    return wish(g, request, progress_html(g, words, value, attrs), said + own)


_ALERTS: tuple[tuple[str, str, list[str]], ...] = (
    (
        "status",
        "success",
        lines(
            """
            tell {who} that it worked: {q}
            success message {q}
            a green alert saying {q}
            when everything went well show {q} as a success alert
            confirmation for {who}: {q}
            It worked! Success alert: {v}
            """
        ),
    ),
    (
        "alert",
        "danger",
        lines(
            """
            tell {who} that something failed: {q} (error message)
            error: {v}
            a red alert saying {q}
            if it fails show the error {q}
            an error message that reads {q}
            Can you display an error? It says {q}
            """
        ),
    ),
    (
        "alert",
        "warning",
        lines(
            """
            warn {who}: {q}
            a yellow alert saying {q}
            warning which reads {q}
            caution! a warning: {v}
            {who} should be warned with {q}
            Show a warning. Its text should be {q}.
            """
        ),
    ),
    (
        "status",
        "info",
        lines(
            """
            inform {who}: {q} (info message)
            info box, {q}
            for information: {q}
            a blue info alert that reads {q}
            note for {who}: {q}
            an info message, text = {q}
            """
        ),
    ),
    (
        "alert",
        "primary",
        lines(
            """
            alert: {v}
            show the alert {q}
            a notification that says {q}
            notification for {who}: {q}
            an alert box; it says {q}
            Create an alert. The alert should say {q}.
            """
        ),
    ),
)


@kind("natural_alert", weight=0.6, nests=True)
def natural_alert(g: Gen) -> Piece:
    """A notice."""
    english(g)
    role, style, forms = g.pick(_ALERTS)
    words = notice(g)
    request = with_value(g, [g.pick(forms).replace("{who}", g.pick(WHO))], words)
    said: list[str] = []
    closes = g.chance(0.15)
    if closes:
        said.append(
            g.pick(
                bank(
                    "it can be closed|with a close button|there is an x to close it|"
                    "one can dismiss it|it has a button to close it"
                )
            )
        )
    attrs, own = root(g, alert_classes(style, closes))
    return wish(g, request, alert_html(g, words, role, closes, attrs), said + own)


_BADGE = lines(
    """
    a little badge that says {q}
    badge: {v}
    mark it as {q} with a badge
    {q} badge
    small label {q}, as a badge
    Can I have a badge reading {q}?
    a tag with {q} on it
    status badge = {v}
    put a {q} badge there
    Create a badge. The badge should say {q}.
    """
)
_BADGES = lines(
    """
    Tags: {o}
    the article is tagged {o}; show the tags
    chips for {o}
    {o} as tags
    badges: {o}
    {n} badges, {o}
    tag list > {o}
    Can you show the tags {o}?
    Create {n} tags. They should be {o}.
    {o} -> badges
    """
)


@kind("natural_badge", weight=0.3, nests=True)
def natural_badge(g: Gen) -> Piece:
    """A badge, or a few of them."""
    english(g)
    known = "New|Sale|Active|Pending|Beta|Hot|Popular|Draft|Online|Premium|Free|Urgent|Vegan"
    if g.chance(0.5):
        words = lexicon.phrase(g, 1, 2)
        if g.chance(0.5):
            words = lexicon.vary_case(g, [g.pick(known.split("|"))])[0]
        request = with_value(g, _BADGE, words)
        attrs, own = root(g, "badge text-bg-primary")
        return wish(g, request, h("span", attrs, label(words)), own)
    n = g.rng.randint(2, 5)
    values = lexicon.phrases(g, n, 1, 1)
    if g.chance(0.5):
        values = lexicon.vary_case(g, g.sample(known.split("|"), n))
    request = _said(g, _BADGES, values)
    attrs, own = root(g, "list-inline")
    return wish(g, request, tags_html(g, values, attrs), own)


_STEPS = lines(
    """
    Steps: {o}
    step indicator {o}
    show {who} where they are: {o} (stepper)
    stepper > {o}
    the checkout goes {o}; show the steps
    a wizard with {n} steps, {o}
    {o} as progress steps
    Can you make a stepper? The steps are {o}
    process steps {o}
    order progress: {o}
    Create a step indicator that has {n} steps: {o}
    """
)


@kind("natural_steps", weight=0.4, nests=True)
def natural_steps(g: Gen) -> Piece:
    """Steps of a process, one of them current."""
    english(g)
    n = g.rng.randint(2, 5)
    values = lexicon.phrases(g, n, 1, 2)
    if g.chance(0.5):
        known = "Cart Address Shipping Payment Review Confirm Account Profile Finish Plan Details"
        values = lexicon.vary_case(g, g.sample(known.split(), n))
    request = _said(g, _STEPS, values, ordered=True)
    current = 0
    said: list[str] = []
    if g.chance(0.35):
        current = g.rng.randrange(n)
        word = ("first", "second", "third", "fourth", "fifth")[current]
        form = g.pick(
            bank(
                "the {w} one is active|we are at step {n}|step {n} is the current one|"
                "the {w} step is current|active: {n}|currently at the {w} step"
            )
        )
        said.append(form.format(w=word, n=current + 1))
    attrs, own = root(g, "list-group list-group-horizontal")
    return wish(g, request, steps_html(g, values, current, attrs), said + own)


_TIMELINE = lines(
    """
    Timeline: {d}
    our history: {d}
    what happened when: {d} (timeline)
    timeline > {d}
    the story of our {topic} as a timeline. {d}
    Can you make a timeline of {d}?
    {d} -> timeline
    milestones: {d}
    Create a timeline that has {n} events: {d}
    show {who} our milestones, {d}
    roadmap: {d}
    company history. {d}
    """
)


@kind("natural_timeline", weight=0.5, nests=True)
def natural_timeline(g: Gen) -> Piece:
    """Events in order of time."""
    english(g)
    n = g.rng.randint(2, 4)
    year = g.rng.randint(1900, 2015)
    events = lexicon.phrases(g, n, 1, 3)
    if g.chance(0.5):
        known = bank(
            "founded|first shop opened|new owner|moved to Berlin|100 employees|online shop|"
            "second office|first prize|new logo|school finished|started university|got married|"
            "first book published|product launch|went public|renovation|50 years jubilee"
        )
        events = lexicon.vary_case(g, g.sample(known, n))
    pairs = []
    for event in events:
        pairs.append((g.given(str(year)), g.given(event)))
        year += g.rng.randint(1, 9)
    form = g.pick(bank("{k}: {v}|{k} {v}|{k} - {v}|{v} ({k})|{k} – {v}|{v} in {k}|in {k} {v}"))
    data = g.pick([", ", "; ", ", then "]).join(form.format(k=k, v=v) for k, v in pairs)
    words = {"who": g.pick(WHO), "topic": g.pick(BUSINESSES)}
    request = g.pick(_TIMELINE).format(d=data, n=number(g, n), **words)
    attrs, own = root(g, "list-group")
    return wish(g, request, timeline_html(g, pairs, attrs), own)


_STATUS = lines(
    """
    status: {d}
    service status. {d}
    show {who} what is running: {d} (status list)
    status list > {d}
    Can you show the status of each? {d}
    system status page: {d}
    status overview, {d}
    Create a list of statuses: {d}
    """
)


@kind("natural_status", weight=0.3, nests=True)
def natural_status(g: Gen) -> Piece:
    """Things with the state they are in."""
    english(g)
    names = unique(lexicon.phrases(g, g.rng.randint(2, 4), 1, 2))
    if g.chance(0.5):
        known = bank("Website|API|Database|Mail server|Shop|Printer|Backup|Payments|Search|Login")
        names = lexicon.vary_case(g, g.sample(known, len(names)))
    states = "online|offline|active|pending|done|failed|open|closed|degraded|paused|up|down"
    pairs = [(g.given(name), g.given(g.pick(states.split("|")))) for name in names]
    form = g.pick(bank("{k}: {v}|{k} {v}|{k} ({v})|{k} - {v}|{k} is {v}|{k} = {v}|{k} -> {v}"))
    data = g.pick([", ", "; ", ", "]).join(form.format(k=k, v=v) for k, v in pairs)
    request = g.pick(_STATUS).format(d=data, who=g.pick(WHO))
    attrs, own = root(g, "list-group")
    return wish(g, request, states_html(g, pairs, attrs), own)
