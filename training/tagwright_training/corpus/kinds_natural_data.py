"""Figures, notices and timelines, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, h, kind
from tagwright_training.corpus.kinds_shared import english, label, unique
from tagwright_training.corpus.list_words import METRIC_WORDS, METRICS, amount_shown, notice
from tagwright_training.corpus.natural_words import (
    BUSINESSES,
    WHO,
    bank,
    lines,
    listed,
    root,
    wish,
    with_value,
)
from tagwright_training.corpus.parts_lists import states_html, steps_html, tags_html, timeline_html
from tagwright_training.corpus.parts_notices import (
    alert_classes,
    alert_html,
    progress_html,
    stats_html,
)
from tagwright_training.corpus.phrasing import number, paired
from tagwright_training.corpus.site_words import amount

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
        n = amount(g, 2, 6)
        names = lexicon.phrases(g, n, 1, 2)
        if g.chance(0.5):
            names = lexicon.vary_case(g, g.sample(METRIC_WORDS, n))
        pairs = [(g.given(key), g.given(amount_shown(g))) for key in names]
        forms = bank("{k}: {v}|{v} {k}|{v} {k}|{k} {v}|{k} ({v})|{k} = {v}|{k} -> {v}")
        data = paired(g, pairs, forms, [", ", ", ", "; ", " and "])
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
    n = amount(g, 2, 8)
    values = lexicon.phrases(g, n, 1, 1)
    if g.chance(0.5):
        values = lexicon.vary_case(g, g.sample(known.split("|"), n))
    request = listed(g, _BADGES, values)
    attrs, own = root(g, "list-inline")
    return wish(g, request, tags_html(g, values, attrs), own)


_ORDINALS = "first second third fourth fifth sixth seventh".split()
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
    n = amount(g, 2, 7)
    values = lexicon.phrases(g, n, 1, 2)
    if g.chance(0.5):
        known = "Cart Address Shipping Payment Review Confirm Account Profile Finish Plan Details"
        values = lexicon.vary_case(g, g.sample(known.split(), n))
    request = listed(g, _STEPS, values, ordered=True)
    current = 0
    said: list[str] = []
    if g.chance(0.35):
        current = g.rng.randrange(n)
        word = _ORDINALS[current]
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
    n = amount(g, 2, 6)
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
    forms = bank("{k}: {v}|{k} {v}|{k} - {v}|{v} ({k})|{k} – {v}|{v} in {k}|in {k} {v}")
    data = paired(g, pairs, forms, [", ", "; ", ", then "])
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
    names = unique(lexicon.phrases(g, amount(g, 2, 7), 1, 2))
    if g.chance(0.5):
        known = bank("Website|API|Database|Mail server|Shop|Printer|Backup|Payments|Search|Login")
        names = lexicon.vary_case(g, g.sample(known, len(names)))
    states = "online|offline|active|pending|done|failed|open|closed|degraded|paused|up|down"
    pairs = [(g.given(name), g.given(g.pick(states.split("|")))) for name in names]
    forms = bank("{k}: {v}|{k} {v}|{k} ({v})|{k} - {v}|{k} is {v}|{k} = {v}|{k} -> {v}")
    data = paired(g, pairs, forms, [", ", "; ", ", "])
    request = g.pick(_STATUS).format(d=data, who=g.pick(WHO))
    attrs, own = root(g, "list-group")
    return wish(g, request, states_html(g, pairs, attrs), own)
