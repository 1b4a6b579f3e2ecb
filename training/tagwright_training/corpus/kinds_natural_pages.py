"""Whole requests for whole pages, as people write them."""

from __future__ import annotations

from dataclasses import replace

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, kind
from tagwright_training.corpus.kinds_shared import english, label
from tagwright_training.corpus.natural_say import Value, Wish
from tagwright_training.corpus.page_request import start_page
from tagwright_training.corpus.part_words import WELCOME
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_nav import MENU
from tagwright_training.corpus.parts_pages import (
    PARTS,
    document,
    hero,
    page_footer,
    page_header,
    page_main,
)
from tagwright_training.corpus.parts_typed import NO_NAV, typed_body
from tagwright_training.corpus.site_words import (
    BRANDS,
    HEADLINES,
    PAGES,
    SENTENCES,
    TEXTS,
    TITLES,
    TOPICS,
    amount,
    bank,
    one,
    para,
    some,
    unquoted,
)
from tagwright_training.corpus.table_data import invented_rows


def _begin(g: Gen) -> str:
    """Page in an empty file; returns what the request says about Bootstrap, if anything."""
    if not start_page(g):
        return ""
    return g.pick(
        [" Use Bootstrap 5.", " (Bootstrap)", " It should use Bootstrap.", ", with bootstrap"]
    )


def _end(g: Gen, piece: Piece, note: str) -> Piece:
    g.context = replace(g.context, framework="", heading=0)
    if note:
        start = piece.request.rstrip(".?!")
        piece.request = start + ("." if note.startswith((" Use", " It")) else "") + note
    return piece


# The parts that a page's request gives: t title, g h1, x text, l list, c columns of a table,
# n links of a menu.
_PAGE = {
    "tx": (
        "page: title {title_q}, text {text_q}",
        "html > head > title {title_q}; body > h1 + p {text_q}",
        "[Create|Write|Generate] an HTML page. The title is {title_q}. It contains a paragraph that"
        " says {text_q}.",
        "A web page called {title_q} that only says {text_q}",
        "[Can I get|Could you write] a page titled {title_q} where one reads {text_q}?",
        "html page\ntitle: {title}\ntext: {text}",
        "I need a complete HTML document, title {title_q}, one paragraph: {text_q}",
        "Start a new page for me: it is called {title_q} and tells people {text_q}",
    ),
    "tgx": (
        "html page, title {title_q}, h1 {head_q}, p {text_q}",
        "[Create|Write|Generate] an HTML document. Its title should be {title_q}. The body has a"
        " heading {head_q} and a paragraph {text_q}.",
        "page\ntitle: {title}\nh1: {head}\np: {text}",
        "In the browser tab it says {title_q}, on the page {head_q} as heading and {text_q} below."
        " Whole HTML page please",
        "html file: <title> {title_q}, <h1> {head_q}, <p> {text_q}",
        "[Can I get|Could you write] a web page with {title_q} as its title, {head_q} as h1 and the"
        " paragraph {text_q}?",
    ),
    "gx": (
        "html page: h1 {head_q}, p {text_q}",
        "[Create|Write|Generate] a simple web page. The heading reads {head_q} and the paragraph"
        " reads {text_q}.",
        "page > h1 + p: {head_q}, {text_q}",
        "A page that greets people with {head_q} and then says {text_q}",
        "[Can I get|Could you write] a basic HTML page that shows {head_q} in large and {text_q}"
        " below?",
        "webpage\nheading: {head}\nparagraph: {text}",
    ),
    "tl": (
        "page titled {title_q}, list: {items}",
        "[Create|Write|Generate] an HTML page called {title_q}. It shows a list of {items}.",
        "html page > h1 {title_q} + ul ({items_comma})",
        "A web page {title_q} on which one finds {items}, as a list",
        "[Can I get|Could you write] a page titled {title_q} that lists {items}?",
        "page\ntitle: {title}\nlist: {items_comma}",
    ),
    "tc": (
        "page titled {title_q}, table: {columns}",
        "[Create|Write|Generate] an HTML page called {title_q}. It shows a table. The columns are"
        " {columns}.",
        "html page > h1 {title_q} + table ({columns_comma})",
        "[Can I get|Could you write] a page titled {title_q} that has a table with {columns}?",
        "page\ntitle: {title}\ntable columns: {columns_pipe}",
    ),
    "tn": (
        "page titled {title_q}, menu: {links}",
        "[Create|Write|Generate] an HTML page called {title_q}. At the top is a navigation with"
        " {links}.",
        "html page > nav ({links_comma}) + h1 {title_q}",
        "[Can I get|Could you write] a page titled {title_q} that starts with a menu of {links}?",
        "page\ntitle: {title}\nmenu: {links_pipe}",
        "A web page {title_q}; from its menu one gets to {links}",
    ),
}


@kind("natural_page", 2.2)
def page(g: Gen) -> Piece:
    english(g)
    note = _begin(g)
    wish = Wish(g)
    parts = g.pick(["tx", "tx", "tgx", "gx", "tl", "tc", "tn"])
    title = one(g, [*BRANDS, *HEADLINES, *TITLES])
    values: dict[str, Value] = {}
    if "t" in parts:
        values["title"] = title
    head = title
    if "g" in parts:
        head = one(g, [*HEADLINES, *TITLES, "Hello World", "My first page"])
        values["head"] = head
        title = title if "t" in parts else head
    before, body = "", para(SENTENCES[0])
    if "x" in parts:
        words = one(g, TEXTS, 3, 7)
        values["text"] = words
        body = para(cap(words))
    elif parts == "tl":
        things = some(g, [*PAGES, *lexicon.CITIES], amount(g, 2, 8))
        values["items"] = things
        body = list_html(g, things)
    elif parts == "tc":
        names = bank("name|price|email|city|date|age|product|quantity|status")
        columns = some(g, names, amount(g, 2, 8))
        values["columns"] = columns
        body = table_html(g, columns, invented_rows(columns, 3))
    elif parts == "tn":
        links = some(g, PAGES, amount(g, 2, 8))
        values["links"] = links
        before = page_header(g, labels=links)
    main = page_main(g, h("h1", None, label(head)), body)
    piece = wish.piece(document(g, title, before + main), _PAGE[parts], **values)
    return _end(g, piece, note)


_SITE = (
    "We [run|have|are starting] a {topic_b}. [The|Our] landing page needs {parts}.",
    "landing page {topic_b}: {parts}",
    "{topic_b} website > {parts}",
    "[Create|Write|Design|Build] a landing page for a {topic_b}. It should contain {parts}.",
    "Design HTML code for the website of a {topic_b}. [Visitors see|The page shows] {parts}.",
    "[Can I get|Could you build] a website for my {topic_b}? I want {parts} on it",
    "site of a {topic_b}; sections: {parts}",
    "My friend has a {topic_b} and wants a one-page website that shows {parts}",
    "homepage, topic {topic}, made of {parts}",
    "People looking for a {topic_b} should find {parts} on our page. Build that page.",
    "A page about a {topic_b}. What it needs: {parts}.",
)
_SITE_ONLY = (
    "We [run|have|are starting] a {topic_b} and need a landing page",
    "landing page, topic: {topic}",
    "[Create|Write|Design|Build] a landing page. It is for a {topic_b}.",
    "Design HTML code for the website of a {topic_b}",
    "[Can I get|Could you build] a website for my {topic_b}?",
    "My friend has a {topic_b} and wants a one-page website",
    "homepage of a {topic_b}, all the usual sections",
)


@kind("natural_site", 1.6)
def site(g: Gen) -> Piece:
    english(g)
    note = _begin(g)
    wish = Wish(g)
    topic = g.pick(TOPICS) if g.chance(0.7) else lexicon.phrase(g, 1, 2)
    names = g.sample(list(PARTS), g.rng.choice([0, 1, 2, 2, 3]))
    if {"contact", "address"} <= set(names):
        names.remove("address")
    plain = not names
    with_nav, with_hero, with_footer = (plain or g.chance(0.3) for _ in range(3))
    said = [g.pick(PARTS[name][0]) for name in names]
    said = (
        ([g.pick(["a navbar", "a nav", "a menu", "navigation"])] if with_nav else [])
        + ([g.pick(["a hero", "a hero section", "a hero banner"])] if with_hero else [])
        + said
        + ([g.pick(["a footer", "footer"])] if with_footer else [])
    )
    top = h("h1", None, label(topic))
    if with_hero:
        top = hero(g, topic, SENTENCES[0], "Get started")
    body = page_main(g, top, *[PARTS[name][1](g) for name in names])
    body = (page_header(g) if with_nav else "") + body + (page_footer(topic) if with_footer else "")
    forms: tuple[str, ...] = _SITE_ONLY if plain else _SITE
    forms = tuple(form.replace("{parts}", "" if plain else unquoted(g, said)) for form in forms)
    if topic[0].lower() in "aeiou":
        forms = tuple(form.replace(" a {topic", " an {topic") for form in forms)
    return _end(g, wish.piece(document(g, topic, body), forms, topic=topic), note)


# Pages by their purpose: how people ask for them without and with a title.
_TYPED = {
    "login": (
        "users have to log in first, so I need a page for that",
        "whole page where people log in",
        "login page, email and password",
        "[Create|Write|Design] a login page. It should have a form for email and password.",
        "html page > login form",
        "[Can I get|Could you write] a page on which members sign in?",
    ),
    "signup": (
        "new users need a page where they create an account",
        "page on which people register",
        "html page > signup form",
        "[Create|Write|Design] a registration page. Users sign up there.",
        "[Can I get|Could you write] a page where visitors can sign up?",
        "sign-up page, complete HTML",
    ),
    "contact": (
        "a page where visitors can write to us",
        "html page > contact form",
        "[Create|Write|Design] a contact page. It has a contact form.",
        "[Can I get|Could you write] a whole page on which people contact us?",
        "contact page, full HTML document, form included",
    ),
    "404": (
        "page that is shown when nothing was found (404)",
        "someone follows a dead link: what do they see? A 404 page",
        "[Create|Write|Design] a 404 page. It tells visitors that the page does not exist.",
        "html page > 404 message",
        "[Can I get|Could you write] the page for error 404?",
    ),
    "blog": (
        "a page for my blog",
        "[Create|Write|Design] a blog page. It lists the latest posts.",
        "html page > blog posts",
        "I write posts and need a page that shows them (blog)",
        "[Can I get|Could you write] a blog homepage?",
    ),
    "portfolio": (
        "I am a designer and want to show my projects on a portfolio page",
        "[Create|Write|Design] a portfolio page. It shows my projects.",
        "html page > portfolio",
        "my work on one page: portfolio",
        "[Can I get|Could you write] a personal portfolio page?",
    ),
    "pricing": (
        "a page that tells customers what our plans cost",
        "html page > pricing plans",
        "[Create|Write|Design] a pricing page. Customers compare the plans there.",
        "[Can I get|Could you write] a full page of our price plans?",
    ),
    "about": (
        "a page that says who we are (about page)",
        "[Create|Write|Design] an about page. It presents the company and the team.",
        "html page > about us",
        "[Can I get|Could you write] an about us page?",
    ),
    "faq": (
        "a page that answers the usual questions (FAQ)",
        "html page > FAQ",
        "[Create|Write|Design] a FAQ page. It answers common questions.",
        "[Can I get|Could you write] a page of frequently asked questions?",
    ),
    "soon": (
        "the site is not ready yet, so put up a coming soon page",
        "[Create|Write|Design] a coming soon page. Visitors can leave their email.",
        "html page > coming soon",
        "[Can I get|Could you write] an under construction page?",
    ),
    "shop": (
        "a page where people buy our products (shop)",
        "html page > shop products",
        "[Create|Write|Design] a page for an online store. It shows the products.",
        "[Can I get|Could you write] a shop page?",
    ),
    "gallery": (
        "a page that shows our photos (gallery)",
        "html page > image gallery",
        "[Create|Write|Design] a gallery page. It shows photos.",
        "[Can I get|Could you write] a photo gallery page?",
    ),
}
_TYPED_TITLES = {
    "login": "Log in",
    "signup": "Sign up",
    "contact": "Contact",
    "404": "Page not found",
    "blog": "Blog",
    "portfolio": "Portfolio",
    "pricing": "Pricing",
    "about": "About us",
    "faq": "FAQ",
    "soon": "Coming soon",
    "shop": "Shop",
    "gallery": "Gallery",
}
_TITLE_NOTES = (
    ". On top it says {title_q}|. The headline is {title_q}|, headline: {title_q}|"
    ". Call it {title_q}|, titled {title_q}|. Its title should be {title_q}|. Title: {title_q}|"
    "\ntitle: {title}"
).split("|")


@kind("natural_typed_page", 1.8)
def typed_page(g: Gen) -> Piece:
    english(g)
    note = _begin(g)
    wish = Wish(g)
    name = g.pick(list(_TYPED))
    title = _TYPED_TITLES[name]
    values: dict[str, Value] = {}
    form = g.pick(_TYPED[name])
    if g.chance(0.4):
        title = one(g, [*HEADLINES, *BRANDS])
        values["title"] = title
        form = form.rstrip(".?") + g.pick(_TITLE_NOTES)
    nav = name not in NO_NAV
    main = page_main(g, typed_body(g, name, title))
    body = page_header(g) + main + page_footer(title) if nav else main
    return _end(g, wish.piece(document(g, title, body), [form], **values), note)


_FOREIGN = {
    "de": (
        "Eine ganze HTML-Seite, Überschrift {title_q}, darunter {text_q}",
        "Ich brauche eine Webseite, die {title_q} heißt und {text_q} sagt",
        "HTML-Seite\nTitel: {title}\nText: {text}",
        "Kannst du eine Seite schreiben? Titel {title_q}, ein Absatz {text_q}",
    ),
    "fr": (
        "Une page HTML complète, titre {title_q}, puis le texte {text_q}",
        "Il me faut une page web qui s'appelle {title_q} et qui dit {text_q}",
        "page HTML\ntitre : {title}\ntexte : {text}",
        "Peux-tu écrire une page ? Titre {title_q}, un paragraphe {text_q}",
    ),
    "es": (
        "Una página HTML completa, título {title_q}, debajo {text_q}",
        "Necesito una página web que se llame {title_q} y diga {text_q}",
        "página HTML\ntítulo: {title}\ntexto: {text}",
        "¿Puedes escribir una página? Título {title_q}, un párrafo {text_q}",
    ),
}
_FOREIGN_TEXTS = {
    "de": bank("Schön, dass du da bist.|Wir haben jeden Tag geöffnet.|Frisches Brot jeden Morgen."),
    "fr": bank("Nous sommes ouverts tous les jours.|Du pain frais chaque matin.|À bientôt !"),
    "es": bank("Abrimos todos los días.|Pan fresco cada mañana.|Nos alegra verte por aquí."),
}


@kind("natural_page_foreign", 0.8)
def page_foreign(g: Gen) -> Piece:
    lang = g.lang if g.lang in _FOREIGN else g.pick(list(_FOREIGN))
    g.lang = lang
    # the page may not say its language yet
    g.context = replace(g.context, lang=g.pick([lang, "en"]))
    note = _begin(g)
    wish = Wish(g)
    title = one(g, [WELCOME[lang], *MENU[lang]], 1, 3)
    words = one(g, _FOREIGN_TEXTS[lang], 3, 6)
    main = page_main(g, h("h1", None, label(title)), para(cap(words)))
    piece = wish.piece(document(g, title, main, lang), _FOREIGN[lang], title=title, text=words)
    return _end(g, piece, " (Bootstrap)" if note else "")
