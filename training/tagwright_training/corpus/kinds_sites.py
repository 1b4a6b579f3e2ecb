"""Whole pages by their purpose: landing pages, contact pages, blogs."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, kind
from tagwright_training.corpus.kinds_shared import english, label, noun
from tagwright_training.corpus.page_request import (
    HEADING_FORMS,
    TITLE_FORMS,
    finish_page,
    start_page,
)
from tagwright_training.corpus.parts_cards import section
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_pages import (
    FOOTER_WORDS,
    HERO_WORDS,
    NAV_WORDS,
    PARTS,
    document,
    hero,
    page_footer,
    page_header,
    page_main,
)
from tagwright_training.corpus.parts_typed import NO_NAV, typed_body
from tagwright_training.corpus.phrasing import listing
from tagwright_training.corpus.site_words import (
    BRANDS,
    HEADLINES,
    PAGES,
    SENTENCES,
    amount,
    ask,
    bank,
    image,
    numbers,
    one,
    para,
    some,
    topic,
    unquoted,
)
from tagwright_training.corpus.table_data import invented_rows

_LANDING = bank(
    "landing page|homepage|website|home page|Landing page|one-page website|start page|site|"
    "landing page template|marketing page|startup landing page|single page site|web site|"
    "welcome page|business website|company website|single page website|front page"
)
_THINGS = bank(
    "property listings|virtual tours|class schedules|customer success stories|opening hours|"
    "featured projects|latest news|job listings|skills|experience|education|a portfolio|"
    "upcoming events|our mission|special offers|awards|partners|client logos|video tutorials|"
    "recipes|meal plans|workout plans|course previews|a booking calendar|membership options|"
    "success stories|safety tips|community stories|statistics|support resources"
)


@kind("site", 4.0)
def site(g: Gen) -> Piece:
    """A page about something, made of sections that the request names."""
    english(g)
    asked = start_page(g)
    details: list[str] = []
    what = noun(g, _LANDING, purpose=0)
    title = "Welcome"
    if g.chance(0.75):
        title, purpose = topic(g)
        what = noun(g, [*_LANDING, "page", "web page", "html page", "webpage"], purpose=0)
        what = f"{what} {purpose}"
    elif g.chance(0.6):
        title = one(g, BRANDS, 1, 2)
        details.append(ask(g, title, [*TITLE_FORMS, "the name {q}", "the brand {q}"]))
    names = g.sample(list(PARTS), g.rng.choice([0, 1, 1, 2, 2] if asked else [0, 1, 1, 2, 2, 3]))
    others = g.sample(_THINGS, g.rng.choice([0, 0, 1, 2]))
    if g.chance(0.15):
        others = lexicon.phrases(g, 2, 1, 2)
    if {"contact", "address"} <= set(names):
        names.remove("address")
    plain = not names and not others
    with_nav = plain or g.chance(0.35)
    with_hero = plain or g.chance(0.35)
    with_footer = plain or g.chance(0.35)
    words: list[tuple[str, str]] = []
    for name in names:
        forms, build = PARTS[name]
        words.append((g.pick(forms), build(g)))
    for i, other in enumerate(others):
        value = other[2:] if other.startswith("a ") else other
        words.append((other, section(g, g.given(value), para(SENTENCES[i + 1]))))
    said = [w for w, _ in words]
    if not plain:
        said = (
            ([g.pick(NAV_WORDS)] if with_nav else [])
            + ([g.pick(HERO_WORDS)] if with_hero else [])
            + said
            + ([g.pick(FOOTER_WORDS)] if with_footer else [])
        )
    if said:
        form = g.pick(["{}"] * 6 + ["sections for {}", "the sections {}", "sections: {}"])
        details.append(form.format(unquoted(g, said)))
    top = hero(g, title, SENTENCES[0], "Get started") if with_hero else h("h1", None, label(title))
    body = page_main(g, top, *[html for _, html in words])
    body = (page_header(g) if with_nav else "") + body + (page_footer(title) if with_footer else "")
    return finish_page(g, asked, what, document(g, title, body), details)


# Pages that people call by their purpose: names, title, sections or special content.
_TYPED: dict[str, tuple[Sequence[str], str]] = {
    "portfolio": (
        bank(
            "portfolio page|portfolio|portfolio website|personal website|personal page|"
            "portfolio site|personal portfolio"
        ),
        "Portfolio",
    ),
    "blog": (
        bank(
            "blog page|blog|blog homepage|personal blog|blog layout|blog template|"
            "news page|news website"
        ),
        "Blog",
    ),
    "contact": (
        bank(
            "contact page|contact us page|Contact page|page with a contact form|contact us web page"
        ),
        "Contact",
    ),
    "about": (bank("about page|about us page|About page|company page|about me page"), "About us"),
    "login": (
        bank(
            "login page|sign in page|Login page|log in page|signin page|login screen|"
            "page with a login form"
        ),
        "Log in",
    ),
    "signup": (
        bank(
            "signup page|sign up page|registration page|register page|page with a registration form"
        ),
        "Sign up",
    ),
    "404": (
        bank("404 page|error page|not found page|404 error page|page not found|404"),
        "Page not found",
    ),
    "pricing": (
        bank("pricing page|price page|plans and pricing page|subscription page|Pricing page"),
        "Pricing",
    ),
    "product": (
        bank("product page|product detail page|product landing page|item page|single product page"),
        "Product name",
    ),
    "shop": (
        bank(
            "shop page|online store|online shop|store page|e-commerce website|"
            "ecommerce page|webshop"
        ),
        "Shop",
    ),
    "resume": (
        bank(
            "resume|CV|resume page|CV page|curriculum vitae|online resume|cv website|"
            "personal resume"
        ),
        "Anna Berg",
    ),
    "restaurant": (
        bank("restaurant page|restaurant website|restaurant homepage|cafe website|menu page"),
        "Our restaurant",
    ),
    "soon": (
        bank("coming soon page|coming soon|under construction page|launch page|maintenance page"),
        "Coming soon",
    ),
    "faq": (bank("FAQ page|faq page|help page|questions page|FAQ website"), "FAQ"),
    "dashboard": (
        bank("dashboard page|dashboard|admin dashboard|admin page|admin panel|SaaS dashboard"),
        "Dashboard",
    ),
    "event": (
        bank("event page|conference page|event landing page|wedding page|invitation page"),
        "Our event",
    ),
    "gallery": (
        bank("gallery page|photo gallery page|image gallery page|photography website|photo page"),
        "Gallery",
    ),
    "thanks": (
        bank("thank you page|confirmation page|success page|order confirmation page"),
        "Thank you",
    ),
}


@kind("typed-page", 5.0)
def typed_page(g: Gen) -> Piece:
    """A page of a known type: contact, login, blog ..."""
    english(g)
    asked = start_page(g)
    details: list[str] = []
    name = g.pick(list(_TYPED))
    nouns, title = _TYPED[name]
    what = noun(g, nouns, purpose=0)
    style = g.rng.random()
    if name == "resume" and style < 0.6:
        title = g.given(g.pick(lexicon.PEOPLE))
        what = f"{what} {g.pick(['for', 'of', 'for', 'named'])} {title}"
    elif style < 0.3 and name not in ("404", "login", "signup", "thanks"):
        title, purpose = topic(g)
        what = f"{what} {purpose}"
    elif style < 0.5:
        title = one(g, [*HEADLINES, *BRANDS])
        details.append(ask(g, title, [*TITLE_FORMS, *HEADING_FORMS]))
    nav = name not in NO_NAV
    foot = nav
    labels: list[str] = []
    if g.chance(0.15):
        labels = some(g, PAGES, amount(g, 2, 8))
        details.append(
            g.pick(
                ["a navigation with {}", "a nav with {}", "the menu items {}", "nav links {}"]
            ).format(listing(g, [g.given(v) for v in labels]))
        )
        nav = True
    elif not nav and g.chance(0.15):
        details.append(g.pick(NAV_WORDS))
        nav = True
    if not foot and g.chance(0.12):
        details.append(g.pick(FOOTER_WORDS))
        foot = True
    body = page_main(g, typed_body(g, name, title))
    body = (
        (page_header(g, labels=labels) if nav else "") + body + (page_footer(title) if foot else "")
    )
    return finish_page(g, asked, what, document(g, title, body), details)


@kind("page-that", 2.0)
def page_that(g: Gen) -> Piece:
    """A page asked for in one sentence: "an HTML page that displays a list of ..."."""
    english(g)
    asked = start_page(g)
    title = g.given(
        one(
            g,
            bank(
                "fruits|my favourite books|animals|European cities|team members|products|"
                "countries|movies|programming languages|healthy recipes|students|the planets"
            ),
            1,
            2,
        )
    )
    what = g.pick(
        [
            "HTML page",
            "web page",
            "webpage",
            "html page",
            "page",
            "HTML document",
            "website",
            "HTML code for a page",
        ]
    )
    verb = g.pick(
        [
            "that displays",
            "that shows",
            "which displays",
            "to display",
            "to show",
            "that lists",
            "displaying",
            "showing",
        ]
    )
    h1 = h("h1", None, label(title))
    style = g.rng.random()
    if style < 0.4:
        things = some(g, [*PAGES, *lexicon.CITIES], amount(g, 2, 8))
        given = listing(g, [g.given(v) for v in things])
        ordered = g.chance(0.2)
        name = g.pick(
            ["an ordered list", "a numbered list"]
            if ordered
            else ["a list", "an unordered list", "the list", "a bulleted list"]
        )
        words = f"{what} {verb} {name} of {title}: {given}"
        inner = list_html(g, things, ordered)
    elif style < 0.7:
        columns = some(
            g, bank("name|price|email|city|date|age|author|quantity|status|year"), amount(g, 2, 4)
        )
        given = listing(g, [g.given(v) for v in columns])
        join = g.pick(["with the columns", "with columns", "with"])
        words = f"{what} {verb} a table of {title} {join} {given}"
        inner = table_html(g, columns, invented_rows(columns, 3))
    elif style < 0.85:
        join = g.pick(["about", "with information about", "that informs about", "that describes"])
        words = f"{what} {join} {title}"
        inner = para(f"Here you can read about {title}.")
    else:
        n = g.rng.randint(2, 4)
        words = numbers(
            g,
            n,
            [f"{what} {verb} {{n}} images of {title}", f"{what} with {{n}} pictures of {title}"],
        )
        inner = "".join(
            image(f"image-{i}.jpg", f"{cap(title)} {i}", g.cls("", "img-fluid"))
            for i in range(1, n + 1)
        )
    html = document(g, title, page_main(g, h1, inner))
    return finish_page(g, asked, words, html, [])
