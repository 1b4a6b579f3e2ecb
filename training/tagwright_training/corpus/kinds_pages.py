"""Whole pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tagwright.prompt import PageContext
from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, kind
from tagwright_training.corpus.kinds_shared import content_lang, english, label, noun
from tagwright_training.corpus.parts_cards import section
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_nav import MENU
from tagwright_training.corpus.parts_pages import (
    FOOTER_WORDS,
    HERO_WORDS,
    NAV_WORDS,
    PARTS,
    contact_form,
    document,
    hero,
    login_form,
    newsletter_form,
    page_footer,
    page_header,
    page_main,
    signup_form,
)
from tagwright_training.corpus.phrasing import items, listing
from tagwright_training.corpus.site_words import (
    ACTIONS,
    BRANDS,
    HEADLINES,
    LOREM,
    PAGES,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    ask,
    bank,
    button,
    image,
    link,
    numbers,
    one,
    para,
    some,
    topic,
    unquoted,
)
from tagwright_training.corpus.table_data import invented

_PAGE = bank(
    "page|web page|webpage|HTML page|html page|website|HTML document|html document|html template|"
    "HTML5 page|HTML5 template|homepage|simple web page|basic HTML page|simple HTML page|"
    "single page website|basic webpage|complete HTML page|full html page|html file|site|"
    "whole page|start page|index.html|static page|HTML page template"
)
_SKELETON = bank(
    "|html5 boilerplate|HTML skeleton|basic html structure|html boilerplate|page skeleton|"
    "empty html page|HTML5 document structure|starter template|page template|blank page|"
    "html starter page|basic page layout|minimal HTML page"
)[1:]
_TITLE_FORMS = [
    "the title {q}",
    "title {q}",
    "a title {q}",
    "the page title {q}",
    "title: {v}",
    "the title {v}",
    "a title of {q}",
    "{q} as title",
    "the title tag {q}",
]
_HEADING_FORMS = [
    "a heading {q}",
    "the heading {q}",
    "heading {v}",
    "an h1 {q}",
    "an h1 heading {q}",
    "a main heading {q}",
    "a heading that says {q}",
    "the headline {q}",
    "a heading with the text {q}",
    "{q} as heading",
    "h1 {v}",
    "a header that says {q}",
]
_PARAGRAPH_FORMS = [
    "a paragraph {q}",
    "the paragraph {q}",
    "a paragraph that says {q}",
    "a paragraph with the text {q}",
    "the text {q}",
    "a paragraph of text {q}",
    "paragraph: {q}",
    "{q} in a paragraph",
]
_WELCOME = {
    "en": "Welcome",
    "de": "Willkommen",
    "fr": "Bienvenue",
    "es": "Bienvenidos",
    "it": "Benvenuti",
    "pt": "Bem-vindo",
    "nl": "Welkom",
}
_PAGE_NOUNS = {
    "de": bank("HTML-Seite|Webseite|Startseite|Seite|einfache Webseite"),
    "fr": bank("page HTML|page web|page d'accueil|site web"),
    "es": bank("página HTML|página web|página de inicio|sitio web"),
    "it": bank("pagina HTML|pagina web|pagina iniziale|sito web"),
    "pt": bank("página HTML|página web|página inicial"),
    "nl": bank("HTML-pagina|webpagina|startpagina"),
}
_LABELS = {
    "title": {
        "de": ["dem Titel {q}", "Titel {q}"],
        "fr": ["le titre {q}", "titre {q}"],
        "es": ["el título {q}", "título {q}"],
        "it": ["il titolo {q}", "titolo {q}"],
        "pt": ["o título {q}", "título {q}"],
        "nl": ["de titel {q}", "titel {q}"],
    },
    "text": {
        "de": ["dem Text {q}", "einem Absatz {q}"],
        "fr": ["le texte {q}", "un paragraphe {q}"],
        "es": ["el texto {q}", "un párrafo {q}"],
        "it": ["il testo {q}", "un paragrafo {q}"],
        "pt": ["o texto {q}", "um parágrafo {q}"],
        "nl": ["de tekst {q}", "een alinea {q}"],
    },
}


def _start(g: Gen) -> bool:
    """A whole page stands in an empty file; the request says the framework. True: Bootstrap."""
    asked = g.chance(0.15)
    g.context = PageContext(framework="bootstrap" if asked else "", heading=1, lang=g.context.lang)
    return asked


def _finish(g: Gen, asked: bool, what: str, html: str, details: list[str]) -> Piece:
    g.context = replace(g.context, framework="", heading=0)
    if asked:
        if g.chance(0.65):
            what = f"{g.pick(['bootstrap', 'Bootstrap', 'Bootstrap 5'])} {what}"
        else:
            details.append(
                g.pick(["Bootstrap", "Bootstrap 5", "bootstrap css", "the Bootstrap CDN"])
            )
    elif g.context.lang == "en" and g.chance(0.04):
        details.append(g.pick(["semantic HTML", "no CSS", "HTML5", "plain html", "semantic tags"]))
    return Piece(what, html, details)


@kind("page", 5.0)
def page(g: Gen) -> Piece:
    """A page with given title, heading, texts and one or two other things."""
    if g.lang != "en":
        return _translated_page(g)
    asked = _start(g)
    details: list[str] = []
    what = noun(g, _PAGE, purpose=0)
    if g.chance(0.18):
        what = noun(g, _SKELETON if g.chance(0.5) else _PAGE, purpose=0)
        html = document(g, "Welcome", page_main(g, h("h1", None, "Welcome"), para(SENTENCES[0])))
        return _finish(g, asked, what, html, details)
    if g.chance(0.15):
        main = page_main(g, h("h1", None, "Welcome"), *_plain_things(g, details))
        return _finish(g, asked, what, document(g, "Welcome", main), details)
    title = heading = ""
    if g.chance(0.6):
        title = one(g, [*BRANDS, *HEADLINES, *TITLES])
        if g.chance(0.3):
            what += ask(
                g,
                title,
                [" titled {q}", " titled {v}", " called {q}", " named {q}", " titled: {v}"],
            )
        else:
            details.append(ask(g, title, _TITLE_FORMS))
    if not title or g.chance(0.45):
        heading = one(g, [*HEADLINES, *TITLES, "Hello World", "My first page"])
        details.append(ask(g, heading, _HEADING_FORMS))
    parts = [h("h1", None, label(heading or title))]
    before = after = ""
    for _ in range(g.rng.choice([0, 1, 1, 1, 2, 2])):
        parts.append(_thing(g, details))
    if len(parts) == 1:
        parts.append(para(SENTENCES[0]))
    if g.chance(0.15):
        details.append(g.pick(NAV_WORDS))
        before = page_header(g)
    elif g.chance(0.12):
        labels = some(g, PAGES, amount(g, 2, 4))
        details.append(items(g, g.pick(["nav links", "links", "menu items"]), labels, bare=0))
        details[-1] = g.pick(["a navigation with {}", "a nav with {}", "a menu: {}"]).format(
            details[-1]
        )
        before = page_header(g, labels=labels)
    if g.chance(0.15):
        details.append(g.pick(FOOTER_WORDS))
        after = page_footer(title or heading)
    head = _head(g, details) if g.chance(0.12) else ""
    html = document(g, title or heading, before + page_main(g, *parts) + after, head=head)
    return _finish(g, asked, what, html, details)


def _plain_things(g: Gen, details: list[str]) -> list[str]:
    """What a page has, without the words: "a heading, a paragraph and an image"."""
    things: dict[str, Callable[[], str]] = {
        "a paragraph": lambda: para(SENTENCES[0]),
        "a list": lambda: list_html(g, ["Item 1", "Item 2", "Item 3"]),
        "an ordered list": lambda: list_html(g, ["Item 1", "Item 2", "Item 3"], True),
        "an image": lambda: image("image.jpg", "Image", g.cls("", "img-fluid")),
        "a link": lambda: h("p", None, link("Learn more", "/learn-more")),
        "a button": lambda: button("Learn more", g.cls("", "btn btn-primary")),
        "a contact form": lambda: contact_form(g),
        "a table": lambda: table_html(
            g, ["Name", "Email", "City"], _rows(["Name", "Email", "City"])
        ),
    }
    said = g.sample(list(things), g.rng.choice([1, 1, 2, 2, 3]))
    if {"a list", "an ordered list"} <= set(said):
        said.remove("a list")
    first = g.pick(["a heading", "a title", "an h1", "a main heading", "a header"])
    words = [first, *said]
    if g.chance(0.3):
        words = [word.split(" ", 1)[1] for word in words]
    details.append(unquoted(g, words))
    return [things[name]() for name in said]


def _head(g: Gen, details: list[str]) -> str:
    if g.chance(0.4):
        words = one(g, TEXTS, 3, 5)
        details.append(
            ask(g, words, ["the meta description {q}", "a meta description {q}", "description {q}"])
        )
        return h("meta", {"name": "description", "content": words})
    folder, name = (
        g.pick(["", "", "css/", "/"]),
        g.pick(["style", "main", "styles", lexicon.pseudo_word(g)]),
    )
    href = g.given(f"{folder}{name}.css")
    details.append(
        g.pick(
            ["a link to {}", "the stylesheet {}", "a stylesheet {}", "{} linked", "external CSS {}"]
        ).format(href)
    )
    return h("link", {"rel": "stylesheet", "href": href})


def _thing(g: Gen, details: list[str]) -> str:
    """One more thing on a simple page."""
    style = g.rng.random()
    if style < 0.3:
        words = one(g, TEXTS, 3, 7)
        details.append(ask(g, words, _PARAGRAPH_FORMS))
        return para(cap(words))
    if style < 0.4:
        n = g.rng.randint(1, 4)
        lorem = g.chance(0.3)
        name = "paragraphs" if n > 1 else "paragraph"
        details.append(
            numbers(
                g,
                n,
                [f"{{n}} {name}", f"{{n}} {name} of text"]
                if n > 1
                else ["a paragraph", "a short paragraph", "one paragraph"],
            )
        )
        if lorem:
            details[-1] += g.pick([" of lorem ipsum", " (lorem ipsum)", " with lorem ipsum"])
        return "".join(para(text) for text in (LOREM if lorem else SENTENCES)[:n])
    if style < 0.48:
        about = g.given(
            g.pick(
                [
                    "bees",
                    "our history",
                    "cats",
                    "climate change",
                    "tea",
                    "space travel",
                    "the city",
                    lexicon.phrase(g, 1, 2),
                ]
            )
        )
        details.append(
            g.pick(["a paragraph about {}", "some text about {}", "a short text about {}"]).format(
                about
            )
        )
        return para(f"Here you can read about {about}.")
    if style < 0.63:
        ordered = g.chance(0.3)
        things = some(g, [*PAGES, *lexicon.CITIES], amount(g, 2, 5))
        name = g.pick(
            ["an ordered list", "a numbered list"]
            if ordered
            else ["a list", "an unordered list", "a bullet list"]
        )
        details.append(
            f"{name} {g.pick(['of', 'with', 'with the items', 'containing'])} "
            + listing(g, [g.given(v) for v in things])
        )
        return list_html(g, things, ordered)
    if style < 0.75:
        words = one(g, ACTIONS, 1, 2)
        href = g.given(lexicon.url(g))
        g.given(words)
        form = g.pick(
            [
                'a link "{}" to {}',
                "a link to {1} with the text {0}",
                'a link saying "{}" ({})',
                "a {} link to {}",
            ]
        )
        details.append(form.format(words, href))
        return h("p", None, link(words, href))
    if style < 0.85:
        src, alt = g.given(lexicon.image_file(g)), one(g, TITLES, 1, 2)
        g.given(alt)
        form = g.pick(
            [
                'the image {} with alt text "{}"',
                'an image {} (alt "{}")',
                "an image {}, alt {}",
                'a picture {} described as "{}"',
            ]
        )
        details.append(form.format(src, alt))
        return image(src, cap(alt), g.cls("", "img-fluid"))
    if style < 0.92:
        words = one(g, ACTIONS, 1, 2)
        details.append(ask(g, words, ["a button {q}", "a {q} button", "a button that says {q}"]))
        return button(words, g.cls("", "btn btn-primary"))
    columns = some(
        g, bank("name|price|email|city|date|age|product|quantity|status"), amount(g, 2, 4)
    )
    details.append(
        g.pick(["a table with the columns {}", "a table with {} columns", "a table: {}"]).format(
            listing(g, [g.given(v) for v in columns])
        )
    )
    return table_html(g, columns, _rows(columns))


def _rows(columns: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(invented(column, 3) for column in columns), strict=True))


def _translated_page(g: Gen) -> Piece:
    lang = content_lang(g, MENU)
    asked = _start(g)
    details: list[str] = []
    title, words = _WELCOME[lang], ""
    if g.chance(0.65):
        title = one(g, MENU[lang], 1, 3)
        forms = _TITLE_FORMS if g.lang == "en" else _LABELS["title"][lang]
        details.append(ask(g, title, forms))
        if g.chance(0.6):
            words = lexicon.phrase(g, 3, 6)
            details.append(
                ask(g, words, _PARAGRAPH_FORMS if g.lang == "en" else _LABELS["text"][lang])
            )
    before = page_header(g, lang) if g.chance(0.3) else ""
    if before:
        details.append({"de": "einem Menü", "nl": "een menu", "en": "a menu"}.get(g.lang, "menu"))
    body = before + page_main(g, h("h1", None, label(title)), para(cap(words)) if words else "")
    what = g.pick(_PAGE if g.lang == "en" else _PAGE_NOUNS[lang])
    # an English request on an unspecified page gets an English page unless it says otherwise
    if g.lang == "en":
        names = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian"}
        what = f"{names.get(lang, 'Portuguese' if lang == 'pt' else 'Dutch')} {what}"
    return _finish(g, asked, what, document(g, title, body, lang), details)


_LANDING = bank(
    "landing page|homepage|website|home page|Landing page|one-page website|landing page template|"
    "web page|page|site|marketing page|startup landing page|html page|single page site|web site"
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
    asked = _start(g)
    details: list[str] = []
    what = noun(g, _LANDING, purpose=0)
    title = "Welcome"
    if g.chance(0.75):
        title, purpose = topic(g)
        what = f"{what} {purpose}"
    elif g.chance(0.6):
        title = one(g, BRANDS, 1, 2)
        details.append(ask(g, title, [*_TITLE_FORMS, "the name {q}", "the brand {q}"]))
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
    return _finish(g, asked, what, document(g, title, body), details)


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


def _typed_body(g: Gen, name: str, title: str) -> str:
    """What stands in main on a page of this type."""
    h1 = h("h1", None, label(title))
    if name in ("blog", "pricing", "faq", "gallery", "shop"):
        part = {"blog": "posts", "shop": "products"}.get(name, name)
        return h1 + PARTS[part][1](g)
    if name == "portfolio":
        return (
            h1
            + para(SENTENCES[0])
            + section(g, "Projects", list_html(g, ["Project one", "Project two", "Project three"]))
            + PARTS["address"][1](g)
        )
    if name == "contact":
        return h1 + contact_form(g)
    if name == "about":
        return h1 + para(SENTENCES[0]) + PARTS["team"][1](g)
    if name == "login":
        return h1 + login_form(g)
    if name == "signup":
        return h1 + signup_form(g)
    if name == "404":
        return (
            h1
            + para("The page you are looking for does not exist.")
            + link("Back to the home page", "/")
        )
    if name == "product":
        buy = button("Add to cart", g.cls("", "btn btn-primary"))
        return (
            image("product.jpg", cap(title), g.cls("", "img-fluid"))
            + h1
            + para("$29")
            + para(SENTENCES[0])
            + buy
        )
    if name == "resume":
        return (
            h1
            + section(g, "Experience", list_html(g, ["Designer, Studio Nova, 2020 to 2025"]))
            + section(g, "Education", list_html(g, ["BA Design, 2019"]))
            + section(g, "Skills", list_html(g, ["HTML", "CSS", "Writing"]))
        )
    if name == "restaurant":
        return (
            h1
            + para(SENTENCES[0])
            + section(g, "Menu", list_html(g, ["Tomato soup", "Pasta", "Apple pie"]))
            + PARTS["address"][1](g)
        )
    if name == "soon":
        return h1 + para("We are working on something new.") + newsletter_form(g)
    if name == "dashboard":
        return h1 + table_html(
            g,
            ["Order", "Customer", "Total"],
            [["1001", "Anna Berg", "$120"], ["1002", "David Cohen", "$80"]],
            "Latest orders",
        )
    if name == "event":
        time = h("time", {"datetime": "2025-06-21"}, "2025-06-21")
        return (
            h1
            + h("p", None, time)
            + para("Town hall")
            + link("Register", "/register", g.cls("", "btn btn-primary"))
        )
    return h1 + para("We have received your message.") + link("Back to the home page", "/")


_NO_NAV = ("login", "signup", "404", "soon", "thanks", "resume")


@kind("typed-page", 5.0)
def typed_page(g: Gen) -> Piece:
    """A page of a known type: contact, login, blog ..."""
    english(g)
    asked = _start(g)
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
        details.append(ask(g, title, [*_TITLE_FORMS, *_HEADING_FORMS]))
    nav = name not in _NO_NAV
    foot = nav
    labels: list[str] = []
    if g.chance(0.15):
        labels = some(g, PAGES, amount(g, 2, 4))
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
    body = page_main(g, _typed_body(g, name, title))
    body = (
        (page_header(g, labels=labels) if nav else "") + body + (page_footer(title) if foot else "")
    )
    return _finish(g, asked, what, document(g, title, body), details)


@kind("page-that", 2.0)
def page_that(g: Gen) -> Piece:
    """A page asked for in one sentence: "an HTML page that displays a list of ..."."""
    english(g)
    asked = _start(g)
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
        things = some(g, [*PAGES, *lexicon.CITIES], amount(g, 2, 5))
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
        inner = table_html(g, columns, _rows(columns))
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
    return _finish(g, asked, words, html, [])
