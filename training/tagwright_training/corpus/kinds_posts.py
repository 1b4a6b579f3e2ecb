"""Posts, events and jobs."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap
from tagwright_training.corpus.given_parts import (
    BUTTON_FORMS,
    LINK_FORMS,
    iso_date,
    person,
    text_detail,
)
from tagwright_training.corpus.kinds_shared import noun, root_attrs
from tagwright_training.corpus.parts_cards import card, card_text, event_html, post_html
from tagwright_training.corpus.parts_site import action_link
from tagwright_training.corpus.site_words import (
    ARTICLES,
    HEADLINES,
    SENTENCES,
    ask,
    bank,
    component,
    one,
    titled,
)

_POST = bank(
    "blog post card|blog post preview|article preview|post card|article card|blog card|news card|"
    "blog post teaser|article teaser|news item|Blog post|blog entry|Blog card|post preview|"
    "Second Blog Post|First blog post|news teaser|blog post"
)


@component("post-card", 1.5, nests=True)
def post_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _POST)
    title, date, who, text_ = ARTICLES[0], "2025-01-15", "", SENTENCES[0]
    more = "Read more"
    if g.chance(0.7):
        title = one(g, [*ARTICLES, *HEADLINES])
        date = ""
        details.append(titled(g, title))
        if g.chance(0.4):
            date = g.given(iso_date(g))
            details.append(
                g.pick(
                    ["the date {}", "date {}", "{}", "published {}", "published on {}", "dated {}"]
                ).format(date)
            )
        if g.chance(0.4):
            who = person(g)
            details.append(
                ask(g, who, ["the author {v}", "by {v}", "author {q}", "written by {v}"])
            )
        if g.chance(0.3):
            text_ = text_detail(
                g, details, ["the excerpt {q}", "the summary {q}", "the text {q}", "the teaser {q}"]
            )
        if g.chance(0.2):
            more = one(g, ["Read the article", "Continue reading", "Full story", "More"], 1, 2)
            details.append(ask(g, more, LINK_FORMS))
    root = root_attrs(g, details, "card")
    return Piece(what, post_html(g, title, date, who, text_, root, more), details)


@component("event-card", 1.2, nests=True)
def event_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "event card|event|event teaser|event listing|upcoming event|Event|"
            "meetup card|concert card|event item|event announcement|workshop card|"
            "calendar event"
        ),
    )
    title, date, place, action = "Summer concert", "2025-06-21", "Town hall", "Register"
    if g.chance(0.7):
        title = one(
            g,
            [
                "Summer party",
                "Open day",
                "Jazz night",
                "Book fair",
                "Design conference",
                "City run",
                "Wine tasting",
                "Code workshop",
            ],
        )
        details.append(titled(g, title, ["name", "title", "event", "event name"]))
        date, place = "", ""
        if g.chance(0.7):
            date = g.given(iso_date(g))
            details.append(
                g.pick(["the date {}", "date {}", "on {}", "{}", "date: {}"]).format(date)
            )
        if g.chance(0.6):
            place = one(g, lexicon.CITIES, 1, 2)
            details.append(
                ask(
                    g,
                    place,
                    ["the place {v}", "location {v}", "in {v}", "venue {q}", "the location {q}"],
                )
            )
        if g.chance(0.3):
            action = one(g, ["Buy tickets", "Sign up", "Save my seat", "Book now"], 1, 2)
            details.append(ask(g, action, BUTTON_FORMS))
    root = root_attrs(g, details, "card")
    return Piece(what, event_html(g, title, date, place, action, root), details)


@component("job-card", 1.0, nests=True)
def job_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "job posting|job card|job listing|job ad|job offer|open position|vacancy|"
            "Job posting|job opening|career card"
        ),
    )
    title, place, pay = "Web developer", "Berlin", ""
    if g.chance(0.7):
        title = one(
            g,
            [
                "Frontend developer",
                "Nurse",
                "Chef",
                "Sales manager",
                "Data analyst",
                "Graphic designer",
                "Truck driver",
                "Product owner",
            ],
        )
        place = ""
        if g.chance(0.4):
            what = f"{what} for {g.given(title)}"
        else:
            details.append(titled(g, title, ["title", "job title", "position"]))
        if g.chance(0.6):
            place = one(g, [*lexicon.CITIES, "Remote"], 1, 1)
            details.append(
                ask(g, place, ["the location {v}", "location {v}", "in {v}", "place {q}"])
            )
        if g.chance(0.4):
            pay = g.given(f"${g.rng.randint(20, 150)},000")
            details.append(
                g.pick(["the salary {}", "salary {}", "a salary of {}", "pay {}"]).format(pay)
            )
    root = root_attrs(g, details, "card")
    body = [card_text(g, cap(part)) for part in (place, pay) if part]
    body.append(action_link(g, "Apply now", "/apply"))
    return Piece(what, card(g, title, body, root=root), details)
