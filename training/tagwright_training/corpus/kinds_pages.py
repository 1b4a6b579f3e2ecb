"""Whole pages with given title, heading and texts."""

from __future__ import annotations

from collections.abc import Callable

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, kind
from tagwright_training.corpus.kinds_shared import content_lang, label, noun
from tagwright_training.corpus.page_request import (
    HEADING_FORMS,
    TITLE_FORMS,
    finish_page,
    start_page,
)
from tagwright_training.corpus.part_words import WELCOME
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_nav import MENU
from tagwright_training.corpus.parts_pages import (
    FOOTER_WORDS,
    NAV_WORDS,
    contact_form,
    document,
    page_footer,
    page_header,
    page_main,
)
from tagwright_training.corpus.parts_site import action_button
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
    image,
    link,
    numbers,
    one,
    para,
    some,
    unquoted,
)
from tagwright_training.corpus.table_data import invented_rows

_PAGE = bank(
    "page|web page|webpage|HTML page|html page|HTML document|html document|html template|"
    "HTML5 page|HTML5 template|simple web page|basic HTML page|simple HTML page|whole page|"
    "basic webpage|complete HTML page|full html page|html file|index.html|static page|"
    "HTML page template|page of HTML|html doc"
)
_SKELETON = bank(
    "|html5 boilerplate|HTML skeleton|basic html structure|html boilerplate|page skeleton|"
    "empty html page|HTML5 document structure|starter template|page template|blank page|"
    "html starter page|basic page layout|minimal HTML page"
)[1:]
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


@kind("page", 5.0)
def page(g: Gen) -> Piece:
    """A page with given title, heading, texts and one or two other things."""
    if g.lang != "en":
        return _translated_page(g)
    asked = start_page(g)
    details: list[str] = []
    what = noun(g, _PAGE, purpose=0)
    if g.chance(0.18):
        what = noun(g, _SKELETON if g.chance(0.5) else _PAGE, purpose=0)
        html = document(g, "Welcome", page_main(g, h("h1", None, "Welcome"), para(SENTENCES[0])))
        return finish_page(g, asked, what, html, details)
    if g.chance(0.15):
        main = page_main(g, h("h1", None, "Welcome"), *_plain_things(g, details))
        return finish_page(g, asked, what, document(g, "Welcome", main), details)
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
            details.append(ask(g, title, TITLE_FORMS))
    if not title or g.chance(0.45):
        heading = one(g, [*HEADLINES, *TITLES, "Hello World", "My first page"])
        details.append(ask(g, heading, HEADING_FORMS))
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
        labels = some(g, PAGES, amount(g, 2, 8))
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
    return finish_page(g, asked, what, html, details)


def _plain_things(g: Gen, details: list[str]) -> list[str]:
    """What a page has, without the words: "a heading, a paragraph and an image"."""
    things: dict[str, Callable[[], str]] = {
        "a paragraph": lambda: para(SENTENCES[0]),
        "a list": lambda: list_html(g, ["Item 1", "Item 2", "Item 3"]),
        "an ordered list": lambda: list_html(g, ["Item 1", "Item 2", "Item 3"], True),
        "an image": lambda: image("image.jpg", "Image", g.cls("", "img-fluid")),
        "a link": lambda: h("p", None, link("Learn more", "/learn-more")),
        "a button": lambda: action_button(g, "Learn more"),
        "a contact form": lambda: contact_form(g),
        "a table": lambda: table_html(
            g, ["Name", "Email", "City"], invented_rows(["Name", "Email", "City"], 3)
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
        things = some(g, [*PAGES, *lexicon.CITIES], amount(g, 2, 8))
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
        return action_button(g, words)
    columns = some(
        g, bank("name|price|email|city|date|age|product|quantity|status"), amount(g, 2, 4)
    )
    details.append(
        g.pick(["a table with the columns {}", "a table with {} columns", "a table: {}"]).format(
            listing(g, [g.given(v) for v in columns])
        )
    )
    return table_html(g, columns, invented_rows(columns, 3))


def _translated_page(g: Gen) -> Piece:
    lang = content_lang(g, MENU)
    asked = start_page(g)
    details: list[str] = []
    title, words = WELCOME[lang], ""
    if g.chance(0.65):
        title = one(g, MENU[lang], 1, 3)
        forms = TITLE_FORMS if g.lang == "en" else _LABELS["title"][lang]
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
    return finish_page(g, asked, what, document(g, title, body, lang), details)
