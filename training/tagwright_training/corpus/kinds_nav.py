"""Navigation: main menus, breadcrumbs, pagination, tabs, sidebars."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.kinds_shared import Attrs, content_lang, label, noun, root_attrs
from tagwright_training.corpus.parts_nav import (
    MENU,
    Links,
    bootstrap_dropdown,
    brand_link,
    link_list,
    nav_bar,
    submenu,
    to_links,
)
from tagwright_training.corpus.parts_site import (
    action_button,
    breadcrumb_html,
    pagination_html,
    sidebar_html,
    tabs_html,
)
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    ACTIONS,
    BRANDS,
    PAGES,
    amount,
    ask,
    bank,
    component,
    entries,
    numbers,
    one,
    some,
)

_NAV = bank(
    "nav|navbar|nav bar|navigation|navigation bar|navigation menu|main navigation|main menu|menu|"
    "top navigation|top nav|site navigation|top menu|header menu|menu bar|primary navigation|"
    "Navigation|Main navigation|Navbar|Nav|horizontal menu|sticky navbar|NAVBAR|nav element|"
    "navigation links|menubar|top bar|nav menu|website navigation|main nav"
)
_NAV_NOUNS = {
    "en": _NAV,
    "de": bank("Seitennavigation|Hauptmenü|Menü|Navigationsleiste|Hauptnavigation"),
    "fr": bank("menu de navigation|menu principal|barre de navigation|navigation principale"),
    "es": bank("menú|menú de navegación|barra de navegación|navegación"),
    "it": bank("menu di navigazione|menu principale|barra di navigazione|navigazione"),
    "pt": bank("menu de navegação|menu principal|barra de navegação|navegação"),
    "nl": bank("navigatie|hoofdmenu|navigatiebalk"),
}
_LINKS = {
    "en": ["links", "items", "menu items", "pages", "entries", "links to", "nav links", "options"],
    "de": ["Links", "Einträge", "die Punkte", "Seiten"],
    "fr": ["les liens", "liens", "les pages", "les entrées"],
    "es": ["los enlaces", "enlaces", "las páginas", "opciones"],
    "it": ["i link", "link", "le pagine", "voci"],
    "pt": ["os links", "links", "as páginas", "itens"],
    "nl": ["de links", "links", "pagina's", "items"],
}


def _given_links(g: Gen, details: list[str], lang: str) -> Links:
    """Links that the request names, at times with their addresses."""
    n = amount(g)
    bank = PAGES if lang == "en" else MENU[lang]
    labels = some(g, bank, min(n, len(bank)))
    if lang == "en" and g.chance(0.13):
        links = [(value, lexicon.url(g)) for value in labels]
        form = g.pick(["{} ({})", "{} -> {}", "{} to {}", "{}: {}", "{} {}", "{} => {}", "{} = {}"])
        pairs = listing(g, [form.format(g.given(a), g.given(b)) for a, b in links])
        details.append(pairs if g.chance(0.4) else f"{g.pick(['links', 'the links'])} {pairs}")
        return links
    details.append(entries(g, g.pick(_LINKS[lang if g.lang == lang else "en"]), labels))
    return to_links(labels)


def _menu_links(g: Gen, details: list[str], lang: str, bare: bool) -> Links:
    if bare:
        return to_links(MENU[lang][:4])
    if g.chance(0.15):
        n = amount(g, 2, 8)
        one_, many = ("link", "links") if g.lang == "en" else ("Link", "Links")
        details.append(count(g, n, one_, many))
        return to_links(MENU[lang][:n])
    return _given_links(g, details, lang)


@component("nav", 8.0, translated=True)
def nav(g: Gen) -> Piece:
    lang = content_lang(g, MENU)
    details: list[str] = []
    links = _menu_links(g, details, lang, g.chance(0.25))
    root = root_attrs(g, details, "navbar navbar-expand")
    brand = end = current = ""
    if g.lang == "en":
        if details and g.chance(0.12):
            current = g.pick([value for value, _ in links if value in g.copied] or [""])
        if current:
            details.append(
                ask(
                    g,
                    current,
                    [
                        "{v} as the current page",
                        "{q} active",
                        "{v} marked as active",
                        "the active page {q}",
                    ],
                )
            )
        if g.chance(0.2):
            brand = _brand(g, details)
        if g.chance(0.1):
            end = _action(g, details)
        elif g.chance(0.07):
            end = _search(g, details)
    html = nav_bar(g, links, root, brand, current, end=end)
    nouns = _NAV_NOUNS[lang if g.lang == lang else "en"]
    return Piece(noun(g, nouns), html, details)


def _brand(g: Gen, details: list[str]) -> str:
    name = one(g, BRANDS)
    forms = ["the brand {q}", "brand {v}", "the logo text {q}", "brand name {q}", "{q} as brand"]
    forms += ["the site name {v}", "a brand link {q}", "the logo {q}", "the company name {q}"]
    if g.chance(0.25):
        logo = g.given(lexicon.image_file(g))
        details.append(
            g.pick(["the logo {}", "a logo image {}", "logo {}", "{} as logo"]).format(logo)
        )
        return brand_link(g, "Home", logo)
    if g.chance(0.1):
        details.append(g.pick(["a logo", "logo", "a logo on the left", "a logo image"]))
        return brand_link(g, "Home", "logo.png")
    details.append(ask(g, name, forms))
    return brand_link(g, cap(name))


def _action(g: Gen, details: list[str]) -> str:
    value = g.pick(["login", "sign up", "Log in", "Sign in", *ACTIONS, lexicon.phrase(g, 1, 2)])
    forms = ["a {v} button", "a button {q}", "a {q} button on the right", "the button {v}"]
    details.append(ask(g, value, forms))
    return action_button(g, value)


def _search(g: Gen, details: list[str]) -> str:
    details.append(
        g.pick(["a search field", "search", "a search box", "a search bar", "a search form"])
    )
    field: Attrs = {"type": "search", "class": g.cls("", "form-control"), "name": "q"}
    return h(
        "form",
        {"role": "search", "action": "/search"},
        h("input", {**field, "aria-label": "Search"}),
        h("button", {"type": "submit", "class": g.cls("", "btn btn-primary")}, "Search"),
    )


@component("nav-dropdown")
def nav_dropdown(g: Gen) -> Piece:
    details: list[str] = []
    labels = some(g, PAGES, amount(g, 2, 8))
    details.append(items(g, g.pick(_LINKS["en"]), labels))
    root = root_attrs(g, details, "navbar navbar-expand")
    parent = one(g, ["Products", "Services", "More", "Company", "Courses", "Shop"], 1, 1)
    kids = some(g, PAGES, amount(g, 2, 8))
    names = listing(g, [g.given(kid) for kid in kids])
    forms = ["a dropdown {q} with {k}", "a {q} dropdown containing {k}", "dropdown {q}: {k}"]
    forms += ["a submenu {q} ({k})", "a drop-down menu {q} with the items {k}"]
    g.given(parent)
    details.append(
        g.pick(forms).replace("{k}", names).replace("{q}", g.pick(['"{}"', "{}"]).format(parent))
    )
    html = nav_bar(g, to_links(labels), root, extra=[submenu(g, parent, kids)])
    return Piece(noun(g, _NAV), html, details)


_DROPDOWN = bank(
    "dropdown menu|drop-down menu|dropdown button|dropdown with links|user menu|account menu|"
    "collapsible menu|context menu|Dropdown menu|drop down menu|menu dropdown|profile dropdown"
)


@component("dropdown", 1.2, nests=True)
def dropdown(g: Gen) -> Piece:
    details: list[str] = []
    title, labels = "Menu", ["Profile", "Settings", "Help", "Log out"]
    if g.chance(0.65):
        if g.chance(0.6):
            title = one(g, ["Actions", "Account", "Options", "More", "Products", "Language"], 1, 2)
            forms = [
                "the label {q}",
                "a button {q}",
                "the title {q}",
                "labelled {q}",
                "button text {q}",
            ]
            details.append(ask(g, title, forms))
        labels = some(g, PAGES, amount(g))
        details.append(items(g, g.pick(_LINKS["en"]), labels))
    root = root_attrs(g, details, "dropdown")
    if g.bootstrap:
        html = h("div", root, *bootstrap_dropdown(title, "btn btn-secondary", labels))
    else:
        html = h("details", root, h("summary", None, label(title)), link_list(g, to_links(labels)))
    return Piece(noun(g, _DROPDOWN), html, details)


_BREADCRUMB = bank(
    "breadcrumb|breadcrumbs|breadcrumb navigation|bread crumb trail|breadcrumb trail|Breadcrumb|"
    "Breadcrumbs|breadcrumb nav|BREADCRUMB|page breadcrumbs|Page Heading/Breadcrumbs"
)
_TRAIL = ["Home", "Products", "Shoes"]


@component("breadcrumb", 1.5)
def breadcrumb(g: Gen) -> Piece:
    details: list[str] = []
    trail = _TRAIL
    if g.chance(0.7):
        n = amount(g, 2, 4)
        trail = some(g, [*PAGES, "laptops", "men", "shoes", "2024", "books", "sale"], n)
        if g.chance(0.6):
            trail[0] = g.pick(["home", "Home", "Start"])
        for value in trail:
            g.given(value)
        if g.chance(0.45):
            details.append(g.pick([" > ", " / ", " >> ", " -> ", " › ", "/", " » "]).join(trail))
        else:
            details.append(items(g, g.pick(["links", "items", "levels", "steps", "pages"]), trail))
    root = root_attrs(g, details)
    return Piece(noun(g, _BREADCRUMB), breadcrumb_html(g, trail, root), details)


_PAGINATION = bank(
    "pagination|pager|pagination links|page navigation|pagination nav|Pagination|page numbers|"
    "paging|pagination bar|pagination component|PAGINATION|blog pagination"
)


@component("pagination", 1.2)
def pagination(g: Gen) -> Piece:
    details: list[str] = []
    n, current = 3, 1
    ends = ("Previous", "Next")
    if g.chance(0.65):
        n = g.rng.choice([2, 3, 3, 4, 5, 5, 6, 7, 8])
        details.append(
            numbers(
                g,
                n,
                [
                    "{n} pages",
                    "{n} page links",
                    "links to {n} pages",
                    "{n} numbered pages",
                    "{n} page numbers",
                ],
            )
        )
        if g.chance(0.3):
            current = g.rng.randint(1, n)
            details.append(
                ask(
                    g,
                    str(current),
                    [
                        "page {v} active",
                        "current page {v}",
                        "page {v} as the current one",
                        "page {v} selected",
                    ],
                )
            )
        if g.chance(0.15):
            ends = (
                g.pick(["Back", "Prev", "Older", "Newer"]),
                g.pick(["Next page", "Forward", "More"]),
            )
            details.append(items(g, "links", ends))
        elif g.chance(0.3):
            details.append(g.pick(["previous and next", "previous and next links", "prev/next"]))
    root = root_attrs(g, details)
    return Piece(noun(g, _PAGINATION), pagination_html(g, n, current, root, ends), details)


_TABS = bank(
    "tabs|tab bar|tabbed content|tab panel|tabbed interface|Tabs|tab navigation|set of tabs|"
    "tabs component|tab control|tabbed view|content tabs"
)


@component("tabs", 1.2)
def tabs(g: Gen) -> Piece:
    details: list[str] = []
    labels = ["Overview", "Details", "Reviews"]
    if g.chance(0.7):
        if g.chance(0.2):
            n = amount(g, 2, 3)
            details.append(count(g, n, "tab", "tabs"))
            labels = ["Overview", "Details", "Reviews"][:n]
        else:
            labels = some(g, PAGES, amount(g, 2, 3), 1, 2)
            details.append(items(g, g.pick(["tabs", "labels", "panels", "titles"]), labels))
    root = root_attrs(g, details)
    return Piece(noun(g, _TABS), tabs_html(g, labels, root), details)


_SIDEBAR = bank(
    "sidebar|side menu|sidebar menu|sidebar navigation|side navigation|sidenav|side nav|Sidebar|"
    "left sidebar|admin sidebar|vertical menu|vertical navigation|Sidebar menu|dashboard sidebar|"
    "left menu|documentation sidebar|aside with navigation|SIDEBAR"
)


@component("sidebar", 2.0)
def sidebar(g: Gen) -> Piece:
    details: list[str] = []
    labels = ["Dashboard", "Orders", "Customers", "Settings"]
    if g.chance(0.65):
        if g.chance(0.2):
            n = amount(g, 2, 6)
            details.append(count(g, n, "link", "links"))
            labels = ["Dashboard", "Orders", "Customers", "Settings", "Reports", "Help"][:n]
        else:
            labels = some(g, PAGES, amount(g))
            details.append(items(g, g.pick(_LINKS["en"]), labels))
    title = ""
    if details and g.chance(0.25):
        title = one(g, ["Categories", "Docs", "Menu", "Account", "Admin", "Topics"], 1, 2)
        details.append(
            ask(g, title, ["the heading {q}", "the title {q}", "heading {v}", "a title {q}"])
        )
    root = root_attrs(g, details)
    return Piece(noun(g, _SIDEBAR), sidebar_html(g, labels, title, root), details)
