"""Notices and small marks: alerts, toasts, badges, spinners, empty states, code, prices."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, h, kind, text
from tagwright_training.corpus.kinds_shared import Attrs, english, heading, label, noun, root_attrs
from tagwright_training.corpus.list_words import notice
from tagwright_training.corpus.parts_forms import button_html
from tagwright_training.corpus.parts_lists import tags_html
from tagwright_training.corpus.parts_notices import alert_classes, alert_html, close_html
from tagwright_training.corpus.phrasing import items, quoted, titled

_ALERTS: tuple[tuple[str, str, str, str], ...] = (
    (
        "success alert|success message|success notice|success notification|confirmation message",
        "status",
        "success",
        "Saved successfully.",
    ),
    (
        "error alert|error message|error notice|danger alert|failure message|error banner",
        "alert",
        "danger",
        "Something went wrong.",
    ),
    (
        "warning|warning alert|warning message|warning notice|warning banner|warning box",
        "alert",
        "warning",
        "Please check your input.",
    ),
    (
        "info alert|info message|information box|notice|info notice|hint box|note",
        "status",
        "info",
        "Good to know.",
    ),
    (
        "alert|alert box|alert message|notification|notification banner|"
        "message box|flash message|callout",
        "alert",
        "primary",
        "This is an alert.",
    ),
)


@kind("alert", weight=2, nests=True)
def alert(g: Gen) -> Piece:
    """A notice."""
    english(g)
    nouns, role, style, usual = g.pick(_ALERTS)
    name = noun(g, nouns.split("|"))
    details: list[str] = []
    words = usual
    if g.chance(0.65):
        words = g.given(notice(g))
        if g.chance(0.4):
            name = g.pick(
                ["{n} {q}", "{n} saying {q}", "{n} that says {q}", "{n}: {v}", "{n}: {q}"]
            ).format(n=name, q=quoted(g, words), v=words)
        else:
            details.append(
                g.pick(
                    ["the text {q}", "the message {q}", "text {q}", "message: {v}", "message {q}"]
                ).format(q=quoted(g, words), v=words)
            )
    closes = g.chance(0.15)
    if closes:
        details.append(
            g.pick(
                ["a close button", "a dismiss button", "an x to close it", "a button to close it"]
            )
        )
    attrs = root_attrs(g, details, alert_classes(style, closes))
    return Piece(name, alert_html(g, words, role, closes, attrs), details)


@kind("toast", weight=0.8, nests=True)
def toast(g: Gen) -> Piece:
    """A toast: heading, text, close button."""
    english(g)
    name = noun(
        g,
        "toast|toast notification|toast message|snackbar|popup notification|"
        "push notification|toast component".split("|"),
    )
    details: list[str] = []
    words, title = "Your changes were saved.", "Notification"
    if g.chance(0.6):
        words = g.given(notice(g))
        details.append(
            g.pick(["the text {q}", "the message {q}", "text {q}", "message {q}", "{q}"]).format(
                q=quoted(g, words)
            )
        )
    if g.chance(0.3):
        title = lexicon.phrase(g, 1, 2)
        details.append(titled(g, title, ("title", "header", "heading")))
    attrs = root_attrs(g, details, "toast show")
    root: Attrs = {**attrs, "role": "status", "aria-live": "polite"}
    close = close_html(g)
    if g.bootstrap:
        head = h(
            "div", {"class": "toast-header"}, h("strong", {"class": "me-auto"}, label(title)), close
        )
        return Piece(
            name, h("div", root, head, h("div", {"class": "toast-body"}, label(words))), details
        )
    return Piece(
        name,
        h("div", root, h("strong", None, label(title)), h("p", None, label(words)), close),
        details,
    )


@kind("badge", weight=1, nests=True)
def badge(g: Gen) -> Piece:
    """A badge, or a few of them."""
    english(g)
    details: list[str] = []
    many = g.chance(0.4)
    nouns = (
        "badges|tags|tag list|labels|chips|chip list|pills|list of tags|status badges|tag cloud"
        if many
        else "badge|tag|label badge|status badge|chip|pill|notification badge|"
        "pill badge|new badge|status label"
    )
    name = noun(g, nouns.split("|"), purpose=0.05)
    if many:
        values = ["New", "Sale", "Popular"]
        if g.chance(0.75):
            values = lexicon.phrases(g, g.rng.randint(2, 5), 1, 1)
            details.append(items(g, g.pick(["tags", "labels", "badges", "texts"]), values))
        attrs = root_attrs(g, details, "list-inline")
        return Piece(name, tags_html(g, values, attrs), details)
    words = "New"
    if g.chance(0.7):
        words = g.given(
            lexicon.vary_case(
                g,
                [
                    g.pick(
                        "New|Sale|Active|Pending|Beta|Hot|Popular|Sold out|Draft|"
                        "Online|Premium|Free".split("|")
                    )
                ],
            )[0]
            if g.chance(0.5)
            else g.pick([lexicon.phrase(g, 1, 2), lexicon.integer(g, 1, 99)])
        )
        form = g.pick(
            [
                "the text {q}",
                "text {q}",
                "{q}",
                "saying {q}",
                "the label {v}",
                "the number {v}" if words.isdigit() else "label {q}",
            ]
        )
        details.append(form.format(q=quoted(g, words), v=words))
    attrs = root_attrs(g, details, "badge text-bg-primary")
    return Piece(name, h("span", attrs, label(words)), details)


@kind("spinner", weight=0.5, nests=True)
def spinner(g: Gen) -> Piece:
    """Something is loading."""
    english(g)
    name = noun(
        g,
        "spinner|loading spinner|loader|loading indicator|loading message|"
        "preloader|busy indicator|loading state".split("|"),
    )
    details: list[str] = []
    words = "Loading…"
    if g.chance(0.4):
        words = g.given(lexicon.phrase(g, 1, 3))
        details.append(
            g.pick(["the text {q}", "text {q}", "the label {q}"]).format(q=quoted(g, words))
        )
    attrs = root_attrs(g, details, "spinner-border")
    if g.bootstrap:
        html = h(
            "div",
            {**attrs, "role": "status"},
            h("span", {"class": "visually-hidden"}, label(words)),
        )
    else:
        html = h("p", {**attrs, "role": "status"}, label(words))
    return Piece(name, html, details)


@kind("empty_state", weight=0.6, nests=True)
def empty_state(g: Gen) -> Piece:
    """Nothing here yet."""
    english(g)
    name = noun(
        g,
        "empty state|no results message|empty list message|nothing found message|"
        "blank state|no data placeholder|empty cart message".split("|"),
    )
    details: list[str] = []
    title, button = "Nothing here yet", "Add item"
    if g.chance(0.5):
        title = lexicon.phrase(g, 1, 4)
        details.append(titled(g, title))
    if g.chance(0.4):
        button = g.given(lexicon.phrase(g, 1, 2))
        details.append(
            g.pick(["a button {q}", "a {v} button", "the button {q}"]).format(
                q=quoted(g, button), v=button
            )
        )
    attrs = root_attrs(g, details, "text-center")
    html = h(
        "div",
        attrs,
        heading(g, title),
        h("p", None, "Add your first item to get started."),
        button_html(g, button, "button"),
    )
    return Piece(name, html, details)


@kind("code_block", weight=0.7, nests=True)
def code_block(g: Gen) -> Piece:
    """A piece of code, a key, a command."""
    english(g)
    details: list[str] = []
    style = g.rng.random()
    bank = (
        "npm install|git status|print(1)|ls -la|make test|pip install flask|cd src|"
        "echo hello|npm start|git pull"
    )
    words = g.given(
        g.pick(bank.split("|"))
        if g.chance(0.5)
        else lexicon.identifier(g) + g.pick(["()", "", " --help", ";"])
    )
    if style < 0.6:
        name = noun(
            g,
            "code block|code snippet|preformatted code|pre block|"
            "command line snippet|code example|block of code".split("|"),
        )
        details.append(
            g.pick(
                ["the code {q}", "{q}", "the command {q}", "the content {q}", "code {q}"]
            ).format(q=quoted(g, words))
        )
        attrs = root_attrs(g, details)
        return Piece(name, h("pre", attrs, h("code", None, text(words))), details)
    name = noun(g, "inline code|code element|<code> element|code tag".split("|"), purpose=0)
    details.append(g.pick(["{q}", "the text {q}", "the content {q}"]).format(q=quoted(g, words)))
    return Piece(name, h("code", root_attrs(g, details), text(words)), details)


@kind("price", weight=0.7, nests=True)
def price(g: Gen) -> Piece:
    """A price, perhaps with the old one."""
    english(g)
    name = noun(
        g,
        "price|price tag|price display|product price|price label|sale price|discount price".split(
            "|"
        ),
    )
    details: list[str] = []
    new, old = "$49", ""
    if g.chance(0.75):
        new = g.given(lexicon.price(g))
        details.append(g.pick(["{}", "the value {}", "the amount {}", "now {}"]).format(new))
        if g.chance(0.5):
            old = lexicon.price(g)
            if old != new:
                g.given(old)
                details.append(
                    g.pick(
                        [
                            "the old price {}",
                            "before {}",
                            "was {}",
                            "crossed out {}",
                            "instead of {}",
                        ]
                    ).format(old)
                )
            else:
                old = ""
    attrs = root_attrs(g, details)
    html = h(
        "p",
        attrs,
        h("del", None, text(old)) + " " + h("ins", None, text(new))
        if old
        else h("strong", None, text(new)),
    )
    return Piece(name, html, details)
