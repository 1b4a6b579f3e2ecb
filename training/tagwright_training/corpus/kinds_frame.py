"""What frames a page: headers and footers; menus of restaurants."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, text
from tagwright_training.corpus.kinds_shared import content_lang, heading, label, noun, root_attrs
from tagwright_training.corpus.part_words import NETWORKS
from tagwright_training.corpus.parts_nav import (
    FOOTER_MENU,
    MENU,
    brand_link,
    link_list,
    nav_bar,
    to_links,
)
from tagwright_training.corpus.parts_pages import newsletter_form
from tagwright_training.corpus.parts_site import action_button, footer_nav, social_html
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    BRANDS,
    HEADLINES,
    PAGES,
    TEXTS,
    amount,
    ask,
    bank,
    component,
    entries,
    numbers,
    one,
    para,
    some,
    titled,
    topic,
)

_FOOTER = {
    "en": bank(
        "footer|page footer|site footer|website footer|simple footer|Footer|footer section|"
        "FOOTER|page bottom|dark footer|footer area|Footer section|bottom of the page|"
        "copyright footer|footer element"
    ),
    "de": bank("Fußzeile|Seitenfuß|Fußbereich"),
    "fr": bank("pied de page|bas de page"),
    "es": bank("pie de página|pie del sitio"),
    "it": bank("piè di pagina|fondo pagina"),
    "pt": bank("rodapé|rodapé do site"),
    "nl": bank("voettekst|paginavoet"),
}
_FOOTER_LINKS = {"de": "Links", "fr": "liens", "es": "enlaces", "it": "link", "pt": "links"}


@component("footer", 3.5, translated=True)
def footer(g: Gen) -> Piece:
    lang = content_lang(g, MENU)
    details: list[str] = []
    parts: list[str] = []
    nouns = _FOOTER[lang if g.lang == lang else "en"]
    if g.lang == "en" and g.chance(0.5):
        parts = _footer_parts(g, details)
    elif g.chance(0.5):
        labels = some(g, PAGES if lang == "en" else FOOTER_MENU[lang], amount(g, 2, 8))
        details.append(entries(g, _FOOTER_LINKS.get(g.lang, "links"), labels))
        parts = [footer_nav(g, labels)]
    root = root_attrs(g, details)
    if not parts:
        parts = [footer_nav(g, FOOTER_MENU[lang]), para("© 2025 Company")]
    return Piece(noun(g, nouns), h("footer", root, *parts), details)


def _footer_parts(g: Gen, details: list[str]) -> list[str]:
    """Links, social links, an address, a newsletter form and a copyright line, as asked for."""
    parts: list[str] = []
    if g.chance(0.5):
        labels = some(g, PAGES, amount(g, 2, 8))
        details.append(items(g, g.pick(["links", "pages", "menu items", "footer links"]), labels))
        parts.append(footer_nav(g, labels))
    elif g.chance(0.2):
        n = g.rng.randint(2, 4)
        details.append(count(g, n, "link", "links"))
        parts.append(footer_nav(g, FOOTER_MENU["en"][:n]))
    if g.chance(0.2):
        names = g.sample(NETWORKS, g.rng.randint(2, 4))
        form = g.pick(["social links: {}", "links to {}", "social media links for {}", "{} icons"])
        details.append(form.format(listing(g, [g.given(n) for n in names])))
        parts.append(social_html(names))
    elif g.chance(0.12):
        details.append(g.pick(["social media links", "social links", "social icons"]))
        parts.append(social_html(NETWORKS[:3]))
    if g.chance(0.12):
        mail = g.given(
            f"{g.pick(['info', 'hello', 'mail'])}@{lexicon.word(g)}.{g.pick(['com', 'org'])}"
        )
        details.append(
            g.pick(["the email {}", "email address {}", "a link to {}", "{}"]).format(mail)
        )
        parts.append(h("p", None, h("a", {"href": f"mailto:{mail}"}, mail)))
    if g.chance(0.08):
        details.append(g.pick(["a newsletter form", "a newsletter signup", "an email signup"]))
        parts.append(newsletter_form(g))
    if not parts or g.chance(0.5):
        parts.append(_copyright(g, details))
    return parts


def _copyright(g: Gen, details: list[str]) -> str:
    style = g.rng.random()
    if style < 0.25:
        details.append(
            g.pick(["copyright", "a copyright notice", "copyright text", "copyright line"])
        )
        return para("© 2025 Company")
    owner = one(g, BRANDS, 1, 2)
    year = str(g.rng.randint(2018, 2030))
    if style < 0.65:
        g.given(owner), g.given(year)
        forms = ["© {y} {o}", "copyright {y} {o}", "the copyright {y} {o}", "(c) {y} {o}"]
        details.append(g.pick([*forms, 'the text "© {y} {o}"']).format(y=year, o=owner))
        return para(f"© {year} {owner}")
    details.append(
        ask(g, owner, ["copyright {v}", "copyright by {v}", "the company name {q}", "© {v}"])
    )
    return para(f"© 2025 {owner}")


@component("footer-columns", 1.0)
def footer_columns(g: Gen) -> Piece:
    details: list[str] = []
    n = g.rng.randint(2, 3)
    what = noun(g, _FOOTER["en"])
    heads, groups = (
        ["Company", "Help", "Legal"][:n],
        [["About", "Jobs"], ["FAQ", "Contact"], ["Privacy", "Terms"]],
    )
    if g.chance(0.6):
        heads = some(g, ["Company", "Help", "Legal", "Products", "Resources", "Follow us"], n, 1, 1)
        groups = [some(g, PAGES, g.rng.randint(2, 3), 1, 1) for _ in heads]
        form = g.pick(["{} ({})", "{}: {}", "{} with {}", "{} - {}"])
        columns = [
            form.format(g.given(a), listing(g, [g.given(v) for v in b]))
            for a, b in zip(heads, groups, strict=True)
        ]
        details.append(
            g.pick(["columns ", "the columns ", f"{n} columns: ", "link groups "])
            + g.pick(["; ", "; ", ", ", " and "]).join(columns)
        )
    elif g.chance(0.3):
        details.append(items(g, "columns", heads, bare=0))
        for head in heads:
            g.given(head)
    else:
        details.append(numbers(g, n, ["{n} columns", "{n} columns of links", "{n} link columns"]))
    root = root_attrs(g, details, "container")
    cells = [
        h(
            "section",
            {"class": g.cls("", "col")},
            heading(g, a),
            link_list(g, to_links(b)),
        )
        for a, b in zip(heads, groups, strict=False)
    ]
    inner = h("div", {"class": "row"}, *cells) if g.bootstrap else "".join(cells)
    return Piece(what, h("footer", root, inner), details)


_HEADER = bank(
    "header|site header|website header|header with logo and navigation|Header|top bar|"
    "header section|HEADER|header with navigation|responsive header|"
    "header element|header bar|header with menu"
)


@component("header", 2.5)
def header(g: Gen) -> Piece:
    details: list[str] = []
    name, links, logo, end = "Company", MENU["en"][:4], "", ""
    if g.chance(0.7):
        if g.chance(0.75):
            name = one(g, BRANDS, 1, 2)
            if g.chance(0.25):
                logo = lexicon.image_file(g)
                g.given(name), g.given(logo)
                form = g.pick(
                    ["the logo {} (alt {})", 'a logo {} with alt "{}"', 'logo {} for "{}"']
                )
                details.append(form.format(logo, name))
            else:
                details.append(
                    ask(
                        g,
                        name,
                        [
                            "the logo {q}",
                            "logo text {q}",
                            "the brand {v}",
                            "the site name {q}",
                            "a logo {q}",
                            "brand name {v}",
                            "logo {v}",
                        ],
                    )
                )
        links = some(g, PAGES, amount(g, 2, 8))
        details.append(
            items(
                g, g.pick(["nav links", "links", "menu items", "a nav with", "navigation"]), links
            )
        )
        if g.chance(0.15):
            action = g.pick(["Sign up", "Log in", "Get started", lexicon.phrase(g, 1, 2)])
            details.append(ask(g, action, ["a {v} button", "a button {q}", "the button {q}"]))
            end = action_button(g, action)
    elif g.chance(0.3):
        details.append(
            g.pick(["a logo and navigation", "logo and nav", "a logo and links", "a menu"])
        )
    root = root_attrs(g, details)
    brand = brand_link(g, cap(name), logo)
    html = h("header", root, nav_bar(g, to_links(links), None, brand, end=end))
    return Piece(noun(g, _HEADER), html, details)


@component("page-header", 1.5)
def page_header(g: Gen) -> Piece:
    """A header that holds a title and a line below it."""
    details: list[str] = []
    what = noun(
        g,
        bank(
            "page header|page heading|title block|heading with subtitle|"
            "header with title|page title|Page Heading|Masthead Heading|title section|"
            "article header|heading group|intro header"
        ),
    )
    title, sub = "Page title", ""
    if g.chance(0.25):
        title, purpose = topic(g)
        what = f"{what} {purpose}"
        given = True
    else:
        given = g.chance(0.7)
        if given:
            title = one(g, HEADLINES)
            details.append(titled(g, title, ["title", "heading", "headline", "h1"]))
            what = "header" if g.chance(0.2) else what
    if given and g.chance(0.7):
        sub = one(g, TEXTS, 2, 5)
        details.append(
            ask(
                g,
                sub,
                [
                    "the subtitle {q}",
                    "subtitle {q}",
                    "a tagline {q}",
                    "the slogan {q}",
                    "a subheading {q}",
                    "the lead {q}",
                ],
            )
        )
    root = root_attrs(g, details)
    tag = g.top
    inner = h(tag, None, label(title)) + (
        h("p", {"class": g.cls("", "lead")}, label(sub)) if sub else ""
    )
    return Piece(what, h("header", root, inner), details)


_DISHES = bank(
    "Tomato soup|Margherita|Caesar salad|Grilled salmon|Apple pie|Espresso|Lentil curry|Pad thai|"
    "Cheesecake|Onion rings|Ramen|Burger|Fish and chips|Green tea|Lemonade|Pancakes|Lasagna"
)


@component("food-menu", 1.2)
def food_menu(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "restaurant menu|food menu|menu of a restaurant|cafe menu|dinner menu|"
            "lunch menu|drinks menu|Menu of the day|coffee shop menu|menu with prices|"
            "bar menu|dishes and prices|menu card"
        ),
    )
    pairs = [
        ("Tomato soup", "$6"),
        ("Caesar salad", "$9"),
        ("Grilled salmon", "$18"),
        ("Apple pie", "$5"),
    ]
    if g.chance(0.7):
        if g.chance(0.25):
            n = amount(g, 2, 4)
            pairs = pairs[:n]
            details.append(count(g, n, "dish", "dishes"))
        else:
            pairs = [(name, lexicon.price(g)) for name in some(g, _DISHES, amount(g, 2, 8))]
            form = g.pick(
                ["{} ({})", "{} {}", "{}: {}", "{} for {}", "{} - {}", "{} at {}", "{} – {}"]
            )
            given = listing(g, [form.format(g.given(a), g.given(b)) for a, b in pairs])
            details.append(g.pick(["{}", "the dishes {}", "{}", "items: {}"]).format(given))
    title = "Menu"
    if g.chance(0.25):
        title = one(
            g,
            ["Our menu", "Starters", "Desserts", "Drinks", "Main courses", "Today's specials"],
            1,
            2,
        )
        details.append(titled(g, title))
    root = root_attrs(g, details)
    cells = "".join(h("dt", None, label(a)) + h("dd", None, text(b)) for a, b in pairs)
    return Piece(what, h("section", root, heading(g, title), h("dl", None, cells)), details)
