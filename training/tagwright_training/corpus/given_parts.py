"""Texts, buttons, links and pictures that a request gives: its words and their markup."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, h
from tagwright_training.corpus.parts_site import action_button, action_link
from tagwright_training.corpus.site_words import (
    ACTIONS,
    TEXTS,
    TITLES,
    ask,
    one,
    path,
)

TEXT_FORMS = [
    "the text {q}",
    "text {q}",
    "the description {q}",
    "a paragraph {q}",
    "a short text {q}",
    "body text {q}",
    "the paragraph {q}",
    "description {q}",
    "the content {q}",
    "{q} as text",
    "text: {q}",
]
BUTTON_FORMS = [
    "a button {q}",
    "a {q} button",
    "a button saying {q}",
    "the button {q}",
    "button {v}",
    "a button labelled {q}",
    "button text {q}",
    "a button with the text {q}",
    "{v} button",
    "a button: {q}",
]
LINK_FORMS = [
    "a link {q}",
    "a {q} link",
    "a link saying {q}",
    "the link {q}",
    "link {v}",
    "a link with the text {q}",
    "a link labelled {q}",
]


def text_detail(g: Gen, details: list[str], forms: list[str] = TEXT_FORMS) -> str:
    """A text that the request gives, said in ``details``."""
    value = one(g, TEXTS, 3, 6)
    details.append(ask(g, value, forms))
    return value


def action_detail(g: Gen, details: list[str]) -> str:
    """A button or link that the request gives; returns its markup."""
    if g.chance(0.6):
        value = one(g, ACTIONS, 1, 2)
        details.append(ask(g, value, BUTTON_FORMS))
        return action_button(g, value)
    value = one(g, ACTIONS, 1, 2)
    href = path(value)
    details.append(ask(g, value, LINK_FORMS))
    if g.chance(0.35):
        href = g.given(lexicon.url(g))
        details[-1] += g.pick([" to {}", " ({})", " that goes to {}", " pointing to {}"]).format(
            href
        )
    return action_link(g, value, href)


def image_detail(g: Gen, details: list[str], what: str = "image") -> tuple[str, str]:
    """A picture that the request asks for: source and, if given, alternative text."""
    src, alt = f"{what}.jpg", ""
    if g.chance(0.55):
        details.append(
            g.pick(
                [
                    f"an {what}" if what[0] in "aeiou" else f"a {what}",
                    what,
                    "a picture",
                    "an image on top",
                    "image",
                ]
            )
        )
        return src, alt
    src = g.given(lexicon.image_file(g))
    details.append(
        g.pick(["the image {}", "image {}", "{} as image", "an image ({})", "a picture {}"]).format(
            src
        )
    )
    if g.chance(0.4):
        alt = one(g, TITLES, 1, 3)
        details[-1] += " " + ask(
            g, alt, ["(alt {q})", "with alt text {q}", "and alt {q}", "with the alt text {q}"]
        )
    return src, alt


def price_detail(g: Gen, details: list[str], forms: tuple[str, ...] = ()) -> str:
    value = g.given(lexicon.price(g))
    every = forms or (
        "the price {}",
        "price {}",
        "a price of {}",
        "{}",
        "price: {}",
        "costs {}",
        "{} as price",
    )
    details.append(g.pick(every).format(value))
    return value


def person(g: Gen, share: float = 0.6, low: int = 2) -> str:
    """A name: in ``share`` of the rows a usual one, else ``low`` to two made-up words."""
    return g.pick(lexicon.PEOPLE) if g.chance(share) else lexicon.phrase(g, low, 2)


def some_people(g: Gen, n: int, share: float = 0.6) -> list[str]:
    """``n`` names, as in ``person``."""
    return g.sample(lexicon.PEOPLE, n) if g.chance(share) else lexicon.phrases(g, n, 2, 2)


def iso_date(g: Gen) -> str:
    return f"20{g.rng.randint(20, 29)}-{g.rng.randint(1, 12):02d}-{g.rng.randint(1, 28):02d}"


def time_html(date: str) -> str:
    return h("time", {"datetime": date}, date)
