"""People: profiles, teams, what customers say, comments."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.given_parts import (
    image_detail,
    iso_date,
    person,
    some_people,
    text_detail,
    time_html,
)
from tagwright_training.corpus.kinds_shared import heading, noun, root_attrs
from tagwright_training.corpus.part_words import PRAISE
from tagwright_training.corpus.parts_cards import card, card_text, grid, people_cards, quote
from tagwright_training.corpus.phrasing import items, listing
from tagwright_training.corpus.site_words import (
    PEOPLE,
    ROLES,
    TEXTS,
    amount,
    ask,
    bank,
    component,
    numbers,
    one,
    titled,
)

_PROFILE = bank(
    "profile card|user card|team member|team member card|person card|contact card|user profile|"
    "author box|author card|profile|staff card|Profile card|business card|team card|bio|"
    "employee card|speaker card|Team Member|author bio|User profile"
)


@component("profile-card", 2.0, nests=True)
def profile_card(g: Gen) -> Piece:
    details: list[str] = []
    name, role, text_, img, alt = PEOPLE[0], ROLES[0], "", "avatar.jpg", ""
    tail = ""
    what = noun(g, _PROFILE)
    if g.chance(0.75):
        name = person(g)
        g.given(name)
        role = ""
        if g.chance(0.4):
            what = f"{what} for {name}"
        elif g.chance(0.2):
            what = f"{what} of {name}"
        else:
            details.append(
                ask(g, name, ["the name {v}", "name {q}", "name: {v}", "{v}", "the name {q}"])
            )
        if g.chance(0.7):
            role = one(g, ROLES, 1, 2)
            details.append(
                ask(
                    g,
                    role,
                    [
                        "the role {v}",
                        "the job title {q}",
                        "role {v}",
                        "{v}",
                        "position {q}",
                        "title {v}",
                        "the title {q}",
                        "job: {v}",
                    ],
                )
            )
        if g.chance(0.3):
            text_ = text_detail(
                g,
                details,
                ["the bio {q}", "a short bio {q}", "bio {q}", "the text {q}", "a description {q}"],
            )
        if g.chance(0.2):
            mail = g.given(_email(g))
            details.append(
                g.pick(
                    ["the email {}", "email {}", "{}", "email address {}", "a link to {}"]
                ).format(mail)
            )
            tail = h("a", {"href": f"mailto:{mail}"}, mail)
        if g.chance(0.25):
            img, alt = image_detail(g, details, "photo")
        elif g.chance(0.2):
            details.append(g.pick(["a photo", "an avatar", "a profile picture", "photo"]))
            img = "avatar.jpg"
    root = root_attrs(g, details, "card")
    body = [card_text(g, cap(part)) for part in (role, text_) if part]
    if tail:
        body.append(tail)
    return Piece(what, card(g, name, body, root=root, img=img, alt=alt), details)


def _email(g: Gen) -> str:
    user = g.pick(["info", "hello", "office", "anna", "support", lexicon.pseudo_word(g)])
    return f"{user}@{lexicon.word(g)}.{g.pick(['com', 'org', 'de', 'io'])}"


@component("team", 1.2)
def team(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "team section|team|our team section|team members|meet the team section|"
            "staff list|Team section|team grid|Our Team|about the team|speakers|"
            "list of team members"
        ),
    )
    n = 3
    people = list(zip(PEOPLE, ROLES, strict=True))
    if g.chance(0.35):
        n = amount(g, 2, 6)
        if g.chance(0.4):
            what = numbers(
                g,
                n,
                [
                    "a team section with {n} people",
                    "{n} team members",
                    "team of {n}",
                    "{n} people cards",
                ],
            )
        else:
            details.append(
                numbers(g, n, ["{n} members", "{n} people", "{n} team members", "{n} persons"])
            )
    elif g.chance(0.7):
        n = amount(g, 2, 4)
        names = some_people(g, n)
        if g.chance(0.6):
            roles = [one(g, ROLES, 1, 1) for _ in names]
            people = list(zip(names, roles, strict=True))
            form = g.pick(["{} ({})", "{} as {}", "{}: {}", "{} - {}", "{} – {}"])
            details.append(listing(g, [form.format(g.given(a), g.given(b)) for a, b in people]))
        else:
            people = [(name, "") for name in names]
            details.append(items(g, g.pick(["members", "names", "people", "team members"]), names))
    title = "Our team"
    if g.chance(0.25):
        title = one(g, ["Meet the team", "Our people", "Who we are", "Our experts", "Speakers"])
        details.append(titled(g, title))
    root = root_attrs(g, details)
    cells = people_cards(g, people[:n])
    return Piece(what, grid(g, cells, title=title, root=root), details)


@component("testimonial", 1.5, nests=True)
def testimonial(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "testimonial|customer quote|testimonial card|quote|blockquote|"
            "customer review|review|Testimonial|client testimonial|Quote|pull quote|"
            "citation|quotation"
        ),
    )
    words, who = PRAISE[0], PEOPLE[0]
    if g.chance(0.75):
        who = ""
        words = one(g, [*PRAISE, *TEXTS], 3, 6)
        if g.chance(0.8):
            who = person(g)
        details.append(
            ask(
                g,
                words,
                [
                    "the text {q}",
                    "{q}",
                    "the quote {q}",
                    "quote {q}",
                    "saying {q}",
                    "the words {q}",
                ],
            )
        )
        if who:
            forms = [
                "the author {v}",
                "author {q}",
                "by {v}",
                "from {v}",
                "{v} as author",
                "said by {v}",
            ]
            details.append(ask(g, who, forms))
    root = root_attrs(g, details)
    return Piece(what, quote(g, words, who, root), details)


@component("testimonials", 1.2)
def testimonials(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "testimonials|testimonials section|customer reviews|reviews section|"
            "what our customers say|Testimonials|client quotes|testimonial section|"
            "reviews|customer stories section|social proof section"
        ),
    )
    n = 2
    who = PEOPLE
    if g.chance(0.4):
        n = amount(g, 2, 4)
        details.append(
            numbers(g, n, ["{n} quotes", "{n} testimonials", "{n} reviews", "{n} customer quotes"])
        )
    elif g.chance(0.5):
        n = amount(g, 2, 4)
        who = some_people(g, n)
        details.append(
            g.pick(
                ["quotes by {}", "reviews from {}", "quotes from {}", "testimonials by {}"]
            ).format(listing(g, [g.given(w) for w in who]))
        )
    title = "What our customers say"
    if g.chance(0.3):
        title = one(g, ["Testimonials", "Happy customers", "Reviews", "Loved by teams"])
        details.append(titled(g, title))
    root = root_attrs(g, details)
    quotes = [quote(g, PRAISE[i], who[i]) for i in range(n)]
    return Piece(what, h("section", root, heading(g, title), *quotes), details)


@component("comment", 1.0, nests=True)
def comment(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "comment|user comment|blog comment|comment card|Comment|review card|"
            "chat message|forum post|post with author|comment box with author and text|"
            "message bubble|tweet|social media post"
        ),
    )
    name, text_, date = PEOPLE[0], "Thank you, this helped me a lot.", ""
    if g.chance(0.7):
        name = person(g, 0.6, 1)
        details.append(
            ask(
                g,
                name,
                ["by {v}", "the author {v}", "from {v}", "the name {q}", "author {q}", "user {v}"],
            )
        )
        if g.chance(0.7):
            text_ = text_detail(
                g, details, ["the text {q}", "saying {q}", "the message {q}", "{q}", "text {q}"]
            )
        if g.chance(0.3):
            date = g.given(iso_date(g))
            details.append(g.pick(["the date {}", "date {}", "on {}", "posted {}"]).format(date))
    root = root_attrs(g, details, "card")
    body = [h("p", None, time_html(date))] if date else []
    body.append(card_text(g, cap(text_)))
    return Piece(what, card(g, name, body, root=root), details)
