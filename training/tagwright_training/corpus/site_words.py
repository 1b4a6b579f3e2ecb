"""Word banks and small builders shared by the kinds of navigation, cards, media and pages.

Banks of invented content are read from the first entry on, so that markup without given content
is always the same; what varies is what the request gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Builder, Gen, Piece, h, kind, slug, text
from tagwright_training.corpus.kinds_shared import english, label
from tagwright_training.corpus.phrasing import items, listing, number, quoted
from tagwright_training.corpus.phrasing import titled as phrasing_titled

# What ends a phrase or a word in the pointer notation.
_PUNCTUATION = re.compile(r"[,;?!&]|[.:](?:\s|$)|\d/\d")


def bank(entries: str) -> list[str]:
    """The entries of a "word|several words" bank."""
    return entries.split("|")


# Invented content, in the order of its use.
SENTENCES = bank(
    "We make good things with care.|Every detail has its place and its purpose.|"
    "Our team is happy to help you.|Tell us what you need and we get to work.|"
    "Fast, friendly and close to you.|Join the people who already trust us.|"
    "It takes only a few minutes to start.|Come by or write to us at any time."
)
LOREM = bank(
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit.|"
    "Sed do eiusmod tempor incididunt ut labore et dolore.|"
    "Ut enim ad minim veniam, quis nostrud exercitation.|"
    "Duis aute irure dolor in reprehenderit in voluptate.|"
    "Excepteur sint occaecat cupidatat non proident.|"
    "Nulla pariatur culpa qui officia deserunt mollit."
)
PEOPLE = bank("Anna Berg|David Cohen|Maria Silva|Tom Baker|Priya Patel|Li Wei|Emma Dubois|Sam Lee")
ROLES = bank(
    "Designer|Developer|Project manager|Photographer|Writer|Marketing lead|Engineer|Founder"
)
ARTICLES = bank(
    "How to start well|Five ideas for a better week|What we learned this year|A short guide to tea|"
    "Behind the scenes|The best places to walk|Notes from the studio|Questions you asked"
)

# What people put into requests.
BRANDS = bank(
    "Acme|Northwind|Bluebird Cafe|GreenLeaf|Studio Nova|Brightside|Happy Paws|Iron Gym|PixelForge|"
    "Rosa's Kitchen|The Book Nook|Skyline Travel|Zenith Yoga|MapleTech|CodeCamp|Harbor Hotel|"
    "FitLife|Oak & Stone|TaskFlow|MoneyWise|Petal Florist|BikeWorks|Luna Skincare|DataHive"
)
PAGES = bank(
    "home|about|services|contact|blog|portfolio|products|shop|pricing|team|gallery|news|events|"
    "FAQ|about us|contact us|our work|projects|features|docs|documentation|support|help|careers|"
    "jobs|login|sign up|sign in|register|account|cart|menu|reservations|download|community|"
    "resources|testimonials|case studies|partners|press|search|my account|dashboard|settings|"
    "profile|orders|messages|users|reports|classes|courses|schedule|locations|privacy|terms"
)
TOPICS = bank(
    "yoga studio|coffee shop|fitness app|travel agency|online bookstore|law firm|dental clinic|"
    "bakery|restaurant|real estate agency|wedding photographer|web design agency|music festival|"
    "language school|pet store|flower shop|bike rental|car dealership|hair salon|art gallery|"
    "cleaning service|meal planner|task manager|budget tracker|podcast|charity|museum|brewery|"
    "furniture store|tech startup|consulting firm|gym|hotel|surf school|nutrition coach|"
    "personal trainer|interior designer|job board|recipe blog|gaming community|SaaS dashboard|"
    "crypto wallet|online course|weather app|chess club|film festival|plant nursery|tea house"
)
HEADLINES = bank(
    "Welcome to our site|Build something great|Fresh bread every day|Learn to code in 30 days|"
    "Your home away from home|Work smarter, not harder|Discover the world|Less noise, more focus|"
    "Summer sale|Now open|Get fit from home|The future of farming|Design that works|Hello, world|"
    "Your money, your rules|Sleep better tonight|Made by hand|Explore the outdoors|Join us today|"
    "Meet the new Aurora|Ship faster|Everything for your garden|We love dogs|Simple invoicing"
)
TEXTS = bank(
    "We help small teams do big things.|Free shipping on all orders.|Try it free for 14 days.|"
    "No credit card required|All you need in one place.|Handmade in Portugal since 1987.|"
    "Book a table online in seconds.|Join more than 5,000 happy users.|Open every day from 9 to 5.|"
    "Learn at your own pace.|The easiest way to track your habits.|Your trusted partner|"
    "Quality you can rely on|Music for every mood.|Fresh ideas for your kitchen.|Made with love|"
    "Stories from around the world.|We turn ideas into products.|Built for developers"
)
ACTIONS = bank(
    "Get started|Learn more|Sign up|Buy now|Read more|Contact us|Shop now|Book now|Try it free|"
    "Join now|Download|Start free trial|View details|See plans|Order now|Subscribe|Explore|"
    "Request a demo|Book a table|Get a quote|View our work|Start now|Find out more|Donate"
)
TITLES = bank(
    "About us|Our services|Our story|Why choose us|How it works|Latest news|What we do|Our values|"
    "Our products|Opening hours|Getting started|Our mission|Special offers|Upcoming events|"
    "Frequently asked questions|Our process|Customer stories|Meet the team|Recent projects|"
    "Our history|Introduction|Key benefits|Overview|Shipping information|Terms of use|Privacy"
)


def component(
    name: str, weight: float = 1.0, nests: bool = False, translated: bool = False
) -> Callable[[Builder], Builder]:
    """Register a kind whose request may itself ask for Bootstrap.

    translated: the builder chooses the language; other kinds are English.
    """

    def register(build: Builder) -> Builder:
        @kind(name, weight, nests)
        def built(g: Gen) -> Piece:
            if not translated:
                english(g)
            if g.context.framework or not g.chance(0.08):
                return build(g)
            page = g.context.framework
            g.context = replace(g.context, framework="bootstrap")
            piece = build(g)
            g.context = replace(g.context, framework=page)
            _say_bootstrap(g, piece)
            return piece

        return built

    return register


def _say_bootstrap(g: Gen, piece: Piece) -> None:
    if g.chance(0.7):
        piece.noun = (
            f"{g.pick(['bootstrap', 'Bootstrap', 'Bootstrap 5', 'bootstrap5'])} {piece.noun}"
        )
    else:
        piece.details.append(
            g.pick(["Bootstrap", "Bootstrap 5", "bootstrap classes", "Bootstrap 5 styling"])
        )


def amount(g: Gen, low: int = 2, high: int = 6) -> int:
    """How many, mostly few."""
    return max(low, min(high, g.rng.choice([1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8])))


def some(g: Gen, bank: Sequence[str], n: int, low: int = 1, high: int = 2) -> list[str]:
    """``n`` different values a user might give: from the bank, or arbitrary phrases."""
    if n <= len(bank) and g.chance(0.5):
        return lexicon.vary_case(g, g.sample(bank, n))
    return lexicon.phrases(g, n, low, high)


def one(g: Gen, bank: Sequence[str], low: int = 1, high: int = 3) -> str:
    """One value from the bank as it stands, or an arbitrary phrase."""
    return g.pick(bank) if g.chance(0.5) else lexicon.phrase(g, low, high)


def ask(g: Gen, value: str, forms: Sequence[str]) -> str:
    """Detail for one given value. In the forms, {q} is the value in quotes, {v} without.

    A value with punctuation stands in quotes where a form has them.
    """
    g.given(value)
    if _PUNCTUATION.search(value):
        forms = [form for form in forms if "{q}" in form or '"{v}' in form] or forms
    form = g.pick(forms)
    if value[-1] in ".?!" and "{q}" not in form:
        g.given(value[:-1])  # what ends the phrase is no part of its words
    return form.format(q=quoted(g, value), v=value)


def titled(g: Gen, value: str, nouns: Sequence[str] = ("title", "heading")) -> str:
    """``phrasing.titled``, but values with punctuation always stand in quotes."""
    if not _PUNCTUATION.search(value):
        return phrasing_titled(g, value, nouns)
    name = g.pick(nouns)
    forms = ["the {n} {q}", "{n} {q}", "a {n} {q}", "{q} as {n}", "a {n} saying {q}", "{n}: {q}"]
    return g.pick(forms).format(n=name, q=quoted(g, g.given(value)))


def path(value: str) -> str:
    """Where a link with this label leads: "/about-us"; home is "/"."""
    return "/" if value.lower() in ("home", "homepage") else f"/{slug(value)}"


def link(value: str, href: str, cls: str | None = None, **attrs: str) -> str:
    return h("a", {"class": cls, "href": href, **attrs}, label(value))


def button(value: str, cls: str | None = None, **attrs: str) -> str:
    return h("button", {"type": "button", "class": cls, **attrs}, label(value))


def image(src: str, alt: str, cls: str | None = None) -> str:
    return h("img", {"class": cls, "src": src, "alt": alt})


def para(value: str, cls: str | None = None) -> str:
    return h("p", {"class": cls}, text(value))


def bullets(parts: Sequence[str], tag: str = "ul", cls: str | None = None) -> str:
    """A list of items that are HTML already."""
    return h(tag, {"class": cls}, *[h("li", None, part) for part in parts])


def topic(g: Gen) -> tuple[str, str]:
    """What something is for: the topic ("yoga studio") and the words that say so."""
    value = g.given(g.pick(TOPICS) if g.chance(0.75) else lexicon.phrase(g, 1, 2))
    forms = ["for a {v}", "for a {v}", "for my {v}", "for our {v}", "about a {v}", "of a {v}"]
    forms += ["for the {v}", 'for "{v}"', "for {v}", "about {v}"]
    form = g.pick(forms)
    if value[0] in "aeiouAEIOU":
        form = form.replace(" a {v}", " an {v}")
    return value, form.format(v=value)


def entries(g: Gen, noun: str, values: Sequence[str]) -> str:
    """Detail: given values, in any language (``phrasing.items`` words English)."""
    if g.lang == "en":
        return items(g, noun, values)
    given = listing(g, [g.given(value) for value in values])
    return g.pick(["{given}", "{noun} {given}", "{noun}: {given}"]).format(noun=noun, given=given)


def unquoted(g: Gen, parts: Sequence[str]) -> str:
    """Parts that the request names but does not give: "an image, a title and a button"."""
    if len(parts) == 1:
        return parts[0]
    last = g.pick([" and ", " and ", ", ", " + ", " & ", ", and "])
    return ", ".join(parts[:-1]) + last + parts[-1]


def numbers(g: Gen, n: int, forms: Sequence[str]) -> str:
    """Detail or noun with a count: {n} is the number as digits or word."""
    return g.pick(forms).format(n=number(g, n))
