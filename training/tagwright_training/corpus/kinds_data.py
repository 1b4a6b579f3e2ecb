"""Small data displays: figures, progress, steps, timelines, states, calendars, charts."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, kind
from tagwright_training.corpus.kinds_shared import (
    Attrs,
    english,
    label,
    noun,
    root_attrs,
)
from tagwright_training.corpus.list_words import METRIC_WORDS, METRICS, amount_shown
from tagwright_training.corpus.parts_lists import states_html, steps_html, timeline_html
from tagwright_training.corpus.parts_notices import (
    progress_html,
    stats_html,
)
from tagwright_training.corpus.phrasing import count, items, paired, quoted, titled
from tagwright_training.corpus.site_words import amount


@kind("stats", weight=1.5, nests=True)
def stats(g: Gen) -> Piece:
    """Numbers with their names."""
    english(g)
    single = g.chance(0.3)
    nouns = (
        "stat tile|stat card|metric card|KPI card|KPI tile|number tile|stat box|"
        "metric|single stat|counter"
        if single
        else "stats|statistics|stats section|metrics|stat tiles|KPI cards|key figures|"
        "numbers section|stat cards|counters|metrics row|dashboard stats|"
        "statistic tiles|facts and figures"
    )
    name = noun(g, nouns.split("|"))
    details: list[str] = []
    n = 1 if single else 3
    if g.chance(0.65):
        n = 1 if single else amount(g, 2, 6)
        names = lexicon.phrases(g, n, 1, 2)
        if g.chance(0.5):
            names = lexicon.vary_case(g, g.sample(METRIC_WORDS, n))
        pairs = [(g.given(key), g.given(amount_shown(g))) for key in names]
        forms = ["{k}: {v}", "{v} {k}", "{k} {v}", "{k} ({v})", "{k} = {v}", "{v} {k}", "{k} - {v}"]
        details.append(paired(g, pairs, forms, [", ", ", ", "; ", " and "]))
    else:
        if not single and g.chance(0.5):
            n = g.rng.randint(2, 5)
            details.append(count(g, n, "number", g.pick(["numbers", "metrics", "tiles", "stats"])))
        pairs = list(METRICS[:n])
    attrs = root_attrs(g, details, "row")
    return Piece(name, stats_html(g, pairs, attrs), details)


@kind("progress", weight=1.5, nests=True)
def progress(g: Gen) -> Piece:
    """A progress bar."""
    english(g)
    name = noun(
        g,
        "progress bar|progress|progressbar|loading bar|completion bar|"
        "progress indicator|progress element|upload progress bar|project progress|"
        "percent bar".split("|"),
    )
    details: list[str] = []
    words, value = "Progress", "50"
    if g.chance(0.4):
        words = g.given(lexicon.phrase(g, 1, 2))
        details.append(
            g.pick(
                ["label {q}", "the label {v}", "the caption {q}", "labelled {q}", "text {q}"]
            ).format(v=words, q=quoted(g, words))
        )
    if g.chance(0.6):
        value = g.given(str(g.rng.randint(1, 99)))
        if g.chance(0.4):
            name = g.pick(
                [
                    "{n} at {v}%",
                    "{v}% {n}",
                    "{n} of {v}%",
                    "{n} at {v} percent",
                    "{n} filled to {v}%",
                ]
            ).format(n=name, v=value)
        else:
            details.insert(
                0,
                g.pick(
                    ["{v}%", "{v} percent", "value {v}", "{v}% done", "the value {v}", "{v} of 100"]
                ).format(v=value),
            )
    attrs = root_attrs(g, details, "progress")
    return Piece(name, progress_html(g, words, value, attrs), details)


@kind("meter", weight=0.7, nests=True)
def meter(g: Gen) -> Piece:
    """A gauge."""
    english(g)
    name = noun(
        g,
        "meter|gauge|meter element|level indicator|disk usage meter|battery level|"
        "usage bar|score meter|password strength meter".split("|"),
    )
    details: list[str] = []
    words, value, high = "Level", "60", "100"
    if g.chance(0.5):
        words = g.given(lexicon.phrase(g, 1, 2))
        details.append(
            g.pick(["label {q}", "the label {v}", "labelled {q}"]).format(
                v=words, q=quoted(g, words)
            )
        )
    if g.chance(0.6):
        value = g.given(str(g.rng.randint(1, 99)))
        if g.chance(0.4):
            high = g.given(g.pick(["10", "50", "100", "200", "500", "1000"]))
            value = g.given(str(g.rng.randint(1, int(high) - 1)))
            details.append(
                g.pick(["{v} of {h}", "value {v} and max {h}", "{v} out of {h}", "{v}/{h}"]).format(
                    v=value, h=high
                )
            )
            g.copied = [v for v in g.copied if v in " ".join([name, *details])]
        else:
            details.append(
                g.pick(["value {v}", "{v}%", "the value {v}", "{v} percent"]).format(v=value)
            )
    attrs = root_attrs(g, details)
    key = str(attrs.pop("id", "meter"))
    root: Attrs = {"id": key, **attrs, "min": "0", "max": high, "value": value}
    return Piece(name, h("label", {"for": key}, label(words)) + h("meter", root, value), details)


@kind("steps", weight=1.2, nests=True)
def steps(g: Gen) -> Piece:
    """Steps of a process, one of them current."""
    english(g)
    name = noun(
        g,
        "steps|stepper|step indicator|progress steps|wizard steps|checkout steps|"
        "multi-step indicator|process steps|step progress|progress tracker|"
        "order progress".split("|"),
    )
    details: list[str] = []
    values = ["Account", "Details", "Payment"]
    if "checkout" in name or "order" in name:
        values = ["Cart", "Shipping", "Payment"]
    if g.chance(0.55):
        values = lexicon.phrases(g, amount(g, 2, 8), 1, 2)
        if g.chance(0.4):
            values = lexicon.vary_case(
                g,
                g.sample(
                    "Cart Address Shipping Payment Review Confirm Account Profile "
                    "Finish Plan Details Upload".split(),
                    len(values),
                ),
            )
        details.append(items(g, g.pick(["steps", "stages", "labels", "items"]), values))
    elif g.chance(0.5):
        n = amount(g, 2, 8)
        values = [f"Step {i + 1}" for i in range(n)]
        details.append(count(g, n, g.pick(["step", "stage"]), g.pick(["steps", "stages"])))
    current = 0
    if g.chance(0.3):
        current = g.rng.randrange(len(values))
        words = "first second third fourth fifth sixth seventh eighth".split()[current]
        details.append(
            g.pick(
                [
                    "the {w} one active",
                    "step {n} active",
                    "the {w} step current",
                    "step {n} as the current one",
                    "current step {n}",
                ]
            ).format(w=words, n=current + 1)
        )
    attrs = root_attrs(g, details, "list-group list-group-horizontal")
    return Piece(name, steps_html(g, values, current, attrs), details)


@kind("timeline", weight=1.2, nests=True)
def timeline(g: Gen) -> Piece:
    """Events in order of time."""
    english(g)
    name = noun(
        g,
        "timeline|event timeline|history|company history|milestones|"
        "vertical timeline|history timeline|project timeline|roadmap|chronology|"
        "activity feed|career timeline".split("|"),
    )
    details: list[str] = []
    pairs = [
        ("2023", "Company founded"),
        ("2024", "First product launched"),
        ("2025", "100 customers reached"),
        ("2026", "New office opened"),
        ("2027", "Going international"),
    ]
    n = 3
    if g.chance(0.6):
        n = g.rng.randint(1, 4)
        start = g.rng.randint(1900, 2025)
        pairs = [(g.given(str(start + i * 2)), g.given(lexicon.phrase(g, 1, 3))) for i in range(n)]
        forms = ["{k}: {v}", "{k} {v}", "{k} - {v}", "{v} ({k})", "{k} – {v}", "{v} in {k}"]
        details.append(paired(g, pairs, forms, [", ", "; ", "\n"]))
    elif g.chance(0.5):
        n = g.rng.randint(2, 5)
        details.append(count(g, n, "event", g.pick(["events", "entries", "milestones", "items"])))
    attrs = root_attrs(g, details, "list-group")
    return Piece(name, timeline_html(g, pairs[:n], attrs), details)


@kind("chart", weight=1, nests=True)
def chart(g: Gen) -> Piece:
    """A place for a chart, with its caption."""
    english(g)
    base = g.pick(
        "bar chart|line chart|pie chart|area chart|donut chart|chart|graph|"
        "histogram|scatter plot|sales chart|bar graph|column chart|radar chart|"
        "revenue chart|traffic chart|monthly sales chart|stacked bar chart".split("|")
    )
    name = g.pick(
        ["{}", "{}", "{}", "{} placeholder", "{} figure", "figure for a {}", "canvas for a {}"]
    ).format(base)
    name = noun(g, [name])
    details: list[str] = []
    words = base
    if g.chance(0.5):
        words = (
            lexicon.phrase(g, 1, 3)
            if g.chance(0.6)
            else g.pick(
                "Monthly sales|Visitors per day|Revenue 2026|Users by country|"
                "Temperature|Orders by region|Market share".split("|")
            )
        )
        details.append(titled(g, words, ("caption", "title", "heading")))
    attrs = root_attrs(g, details, "figure")
    canvas: Attrs = {"role": "img", "aria-label": cap(words)}
    html = h(
        "figure",
        attrs,
        h("canvas", canvas),
        h("figcaption", {"class": g.cls("", "figure-caption")}, label(words)),
    )
    return Piece(name, html, details)


@kind("rating", weight=0.7, nests=True)
def rating(g: Gen) -> Piece:
    """Stars: shown, or to be given."""
    english(g)
    details: list[str] = []
    if g.chance(0.6):
        value = 4
        name = noun(
            g,
            "star rating|rating|rating stars|five star rating|product rating|stars|"
            "rating display|customer rating".split("|"),
        )
        if g.chance(0.6):
            value = g.rng.randint(1, 5)
            details.append(
                g.pick(
                    [
                        "{} stars",
                        "{} of 5 stars",
                        "{} out of 5",
                        "{}/5",
                        "{} filled stars",
                        "value {}",
                    ]
                ).format(value)
            )
        attrs = root_attrs(g, details)
        root: Attrs = {**attrs, "role": "img", "aria-label": f"{value} out of 5 stars"}
        return Piece(name, h("p", root, "★" * value + "☆" * (5 - value)), details)
    name = noun(
        g,
        "rating input|star rating input|rating form|rate us widget|rating widget|"
        "star rating selector|1 to 5 rating".split("|"),
    )
    legend = "Rating"
    if g.chance(0.4):
        legend = lexicon.phrase(g, 1, 3)
        details.append(titled(g, legend, ("legend", "title", "label")))
    attrs = root_attrs(g, details)
    boxes = (
        h(
            "input",
            {
                "type": "radio",
                "id": f"star-{i}",
                "name": "rating",
                "class": g.cls("", "form-check-input"),
                "value": str(i),
            },
        )
        + h("label", {"for": f"star-{i}"}, f"{i}")
        for i in range(1, 6)
    )
    return Piece(name, h("fieldset", attrs, h("legend", None, label(legend)), *boxes), details)


_MONTHS = (
    "January 31|February 28|March 31|April 30|May 31|June 30|July 31|August 31|"
    "September 30|October 31|November 30|December 31"
).split("|")


@kind("calendar", weight=0.5, nests=True)
def calendar(g: Gen) -> Piece:
    """The first two weeks of a month, as a table."""
    english(g)
    name = noun(
        g,
        "calendar|month calendar|calendar table|event calendar|monthly calendar|"
        "calendar widget|week calendar".split("|"),
    )
    details: list[str] = []
    month = "January"
    if g.chance(0.6):
        month = g.given(g.pick(_MONTHS).split(" ")[0])
        name = f"{name} for {month}" if g.chance(0.6) else name
        if month not in name:
            details.append(
                g.pick(["the month {}", "{}", "the caption {}", "the title {}"]).format(month)
            )
    attrs = root_attrs(g, details, "table")
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    head = h("tr", None, *(h("th", {"scope": "col"}, day) for day in days))
    weeks = (
        h("tr", None, *(h("td", None, str(week * 7 + i + 1)) for i in range(7)))
        for week in range(4)
    )
    html = h(
        "table", attrs, h("caption", None, month), h("thead", None, head), h("tbody", None, *weeks)
    )
    return Piece(name, html, details)


@kind("status_list", weight=0.7, nests=True)
def status_list(g: Gen) -> Piece:
    """Things with the state they are in."""
    english(g)
    name = noun(
        g,
        "status list|service status|system status|status page list|status overview|"
        "server status list|list of statuses|status table list".split("|"),
    )
    details: list[str] = []
    pairs = [("Website", "Online"), ("API", "Online"), ("Database", "Offline")]
    if g.chance(0.7):
        names = lexicon.phrases(g, g.rng.randint(1, 4), 1, 2)
        states = "online|offline|active|pending|done|failed|open|closed|degraded|paused".split("|")
        pairs = [(g.given(value), g.given(g.pick(states))) for value in names]
        forms = ["{k}: {v}", "{k} {v}", "{k} ({v})", "{k} - {v}", "{k} is {v}"]
        details.append(paired(g, pairs, forms, [", ", "; ", "\n"]))
    attrs = root_attrs(g, details, "list-group")
    return Piece(name, states_html(g, pairs, attrs), details)


@kind("countdown", weight=0.5, nests=True)
def countdown(g: Gen) -> Piece:
    """Time that is left, in units."""
    english(g)
    name = noun(
        g,
        "countdown|countdown timer|timer|event countdown|launch countdown|"
        "sale countdown|coming soon countdown".split("|"),
    )
    details: list[str] = []
    pairs = [("Days", "12"), ("Hours", "8"), ("Minutes", "30"), ("Seconds", "15")]
    if g.chance(0.5):
        units = ["days", "hours", "minutes", "seconds"][: g.rng.randint(1, 4)]
        pairs = [(unit, g.given(lexicon.integer(g, 1, 59))) for unit in units]
        details.append(
            g.pick([", ", " ", " and "]).join(f"{value} {unit}" for unit, value in pairs)
        )
        for unit in units:
            g.given(unit)
    attrs = root_attrs(g, details, "row")
    root: Attrs = {**attrs, "role": "timer"}
    col = g.cls("", "col")
    cells = (
        h("p", {"class": col}, h("strong", None, value), " ", label(unit)) for unit, value in pairs
    )
    return Piece(name, h("div", root, *cells), details)
