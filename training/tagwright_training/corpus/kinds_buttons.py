"""Buttons, links that look like buttons, groups of buttons."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import BUTTON_VARIANTS, BUTTON_WORDS
from tagwright_training.corpus.gen import Gen, Piece, h, kind, slug
from tagwright_training.corpus.kinds_shared import Attrs, english, label, noun, root_attrs
from tagwright_training.corpus.parts_forms import buttons_html
from tagwright_training.corpus.phrasing import count, items, quoted
from tagwright_training.corpus.site_words import amount


@kind("button", weight=3.5, nests=True)
def button(g: Gen) -> Piece:
    """One button."""
    english(g)
    details: list[str] = []
    style = "primary"
    base = noun(
        g,
        "button|html button|push button|action button|call to action button|"
        "CTA button|btn|button element|<button>".split("|"),
        purpose=0,
        adjective=0.15,
    )
    if g.chance(0.25):
        word, style_ = g.pick(BUTTON_VARIANTS)
        base = f"{word} {base}"
        style = style_
    type_ = "button"
    words = "Click me"
    if g.chance(0.8):
        words = g.given(
            lexicon.vary_case(g, [g.pick(BUTTON_WORDS)])[0]
            if g.chance(0.6)
            else lexicon.phrase(g, 1, 3)
        )
        if g.chance(0.45):
            base = g.pick(
                [
                    "{q} {b}",
                    "{v} {b}",
                    "{b} {q}",
                    "{b} saying {q}",
                    "{b} labelled {q}",
                    "{b} that says {v}",
                    "{b} for {v}",
                ]
            ).format(v=words, q=quoted(g, words), b=base)
        else:
            details.append(
                g.pick(
                    [
                        "the text {q}",
                        "text {q}",
                        "the label {q}",
                        "caption {q}",
                        "the words {q}",
                        "text: {v}",
                        "label {v}",
                        "{q} on it",
                    ]
                ).format(v=words, q=quoted(g, words))
            )
    elif g.chance(0.5):
        base, words, type_ = g.pick(
            [
                ("submit button", "Submit", "submit"),
                ("reset button", "Reset", "reset"),
                ("save button", "Save", "button"),
            ]
            + [
                ("submit btn", "Submit", "submit"),
                ("cancel button", "Cancel", "button"),
                ("delete button", "Delete", "button"),
            ]
            + [
                ("download button", "Download", "button"),
                ("buy button", "Buy now", "button"),
                ("logout button", "Log out", "button"),
            ]
            + [
                ("subscribe button", "Subscribe", "button"),
                ("play button", "Play", "button"),
            ]
            + [
                ("share button", "Share", "button"),
                ("print button", "Print", "button"),
                ("load more button", "Load more", "button"),
            ]
        )
        style = (
            "secondary"
            if words in ("Reset", "Cancel")
            else "danger"
            if words == "Delete"
            else "primary"
        )
    extra: Attrs = {}
    if g.chance(0.08):
        base = f"disabled {base}"
        extra["disabled"] = True
    attrs = root_attrs(g, details, f"btn btn-{style}")
    return Piece(base, h("button", {"type": type_, **attrs, **extra}, label(words)), details)


@kind("button_link", weight=0.8, nests=True)
def button_link(g: Gen) -> Piece:
    """A link that looks like a button."""
    english(g)
    details: list[str] = []
    name = noun(
        g,
        "link button|button link|link styled as a button|button that links|"
        "call to action link|CTA link|anchor button".split("|"),
        purpose=0,
    )
    words = g.given(
        lexicon.vary_case(g, [g.pick(BUTTON_WORDS)])[0]
        if g.chance(0.5)
        else lexicon.phrase(g, 1, 3)
    )
    details.append(
        g.pick(["the text {q}", "text {q}", "{q}", "label {q}"]).format(q=quoted(g, words))
    )
    path = "/" + slug(words)
    if g.chance(0.6):
        path = g.given(lexicon.url(g))
        details.append(
            g.pick(
                ["href {}", "the address {}", "a link to {}", "url {}", 'href="{}"', "target {}"]
            ).format(path)
        )
    attrs = root_attrs(g, details, "btn btn-primary")
    return Piece(name, h("a", {"href": path, **attrs}, label(words)), details)


@kind("button_group", weight=1.5, nests=True)
def button_group(g: Gen) -> Piece:
    """Several buttons."""
    english(g)
    details: list[str] = []
    group = g.chance(0.6)
    if group:
        name = noun(
            g,
            "button group|group of buttons|btn group|toolbar|button bar|"
            "action buttons|button toolbar|row of buttons|segmented control".split("|"),
        )
    else:
        name = noun(g, "buttons|two buttons|set of buttons|a few buttons".split("|"), purpose=0)
    values = ["Save", "Edit", "Delete"]
    if g.chance(0.75) or not group:
        n = 2 if name.startswith("two") else amount(g, 2, 6)
        values = (
            lexicon.vary_case(g, g.sample(BUTTON_WORDS, n))
            if g.chance(0.5)
            else lexicon.phrases(g, n, 1, 2)
        )
        details.append(items(g, g.pick(["buttons", "labels", "actions"]), values))
    elif g.chance(0.5):
        n = amount(g, 2, 8)
        values = [f"Button {i + 1}" for i in range(n)]
        details.append(count(g, n, "button", "buttons"))
    attrs = root_attrs(g, details, "btn-group")
    return Piece(name, buttons_html(g, values, attrs), details)


@kind("close_button", weight=0.4, nests=True)
def close_button(g: Gen) -> Piece:
    """Buttons with a sign instead of words."""
    english(g)
    name, words, sign = g.pick(
        [
            ("close button", "Close", "×"),
            ("close icon button", "Close", "×"),
            ("dismiss button", "Close", "×"),
        ]
        + [
            ("x button to close", "Close", "×"),
            ("hamburger button", "Menu", "☰"),
            ("menu icon button", "Menu", "☰"),
        ]
        + [
            ("hamburger menu button", "Menu", "☰"),
            ("icon button for adding", "Add", "+"),
            ("plus button", "Add", "+"),
        ]
        + [
            ("like button", "Like", "♥"),
            ("heart button", "Like", "♥"),
            ("floating action button", "Add", "+"),
        ]
    )
    details: list[str] = []
    close = words == "Close" and g.bootstrap
    attrs = root_attrs(g, details, "btn-close" if words == "Close" else "btn btn-primary")
    root: Attrs = {"type": "button", **attrs, "aria-label": words}
    return Piece(name, h("button", root, "" if close else sign), details)
