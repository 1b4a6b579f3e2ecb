"""Whole requests for navigation, as people write them."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.kinds_shared import content_lang
from tagwright_training.corpus.natural_say import Wish, natural
from tagwright_training.corpus.parts_nav import (
    FOOTER_MENU,
    MENU,
    brand_link,
    nav_bar,
    submenu,
    to_links,
)
from tagwright_training.corpus.parts_site import (
    action_button,
    breadcrumb_html,
    footer_nav,
    pagination_html,
    sidebar_html,
    tabs_html,
)
from tagwright_training.corpus.site_words import BRANDS, PAGES, amount, bank, one, para, some

_LANGUAGES = ("de", "fr", "es")
_NAV = {
    "en": (
        "Visitors [should|must] be able to [get|jump|go] to {links} [from the top|at the top]."
        " Nav!",
        "[We need|I need|I want] a [menu|nav|navigation|navbar] [so people can reach|that leads to]"
        " {links}",
        "nav > ul > li > a: {links_comma}",
        "nav: {links_pipe}",
        "{links_pipe} as navigation",
        "{links_slash} -> [navbar|nav|menu]",
        "[Can I get|Could I have|May I have] a [menu bar|navigation|nav bar] [where the entries are"
        "|whose items are|made of] {links}?",
        "Our site has {n} pages: {links}. [Make|Build|Write] the [main menu|navigation|menu] for"
        " it",
        "The [top of the page|page top] [needs|gets|should have] links for {links}, [marked up as a"
        " nav|as a navigation menu|in a nav element]",
        "[Navigation|Menu|Navbar|Main nav], {n} [links|entries|items]:{links_bul}",
        "Menu entries in this order: {links_then}",
        "[Create|Write] an HTML navigation bar that has {n} links. The links should be {links}.",
        "Design a navigation menu. It must [link|point|lead] to {links}. Each one is a list item.",
        "[Please put|put|Place] {links} into a [nav|navbar|menu]",
        "Someone [should be able|wants] to navigate between {links}. Write the nav for that.",
        "[Horizontal|Top|Main] menu = {links_plus}",
        "how would the html of a menu with {links} look?",
        "Turn this into a [nav|navigation|menu]: {links_comma}",
        "the usual navigation, but the [links|items] are {links}",
        "nav ul {n_d} li ({links_comma})",
        "a website menu, [left to right|in this order]: {links_num}",
        "Pages: {links_comma}. Menu please",
        "[Generate|Write|Give me] the HTML code for a menu bar. [Items|Links|Entries]:"
        " {links_semi}",
        "Website navigation where one can choose {links}",
    ),
    "de": (
        "Ich hätte gern ein Menü mit den Punkten {links}",
        "Navigation: {links_pipe}",
        "Besucher sollen oben zwischen {links} wählen können, bitte als Navigation",
        "Schreib mir das Hauptmenü. Einträge: {links_comma}",
        "Kannst du eine Navigationsleiste bauen, die auf {links} verlinkt?",
        "{links_comma} als Menü",
        "Unsere Seite braucht eine Navigation mit {n_d} Links, nämlich {links}",
        "Menü oben auf der Seite, Reihenfolge: {links_arrow}",
    ),
    "fr": (
        "Il me faut un menu avec les liens {links}",
        "Navigation : {links_pipe}",
        "Peux-tu faire une barre de navigation qui mène à {links} ?",
        "Les visiteurs doivent pouvoir choisir entre {links}, dans un menu en haut",
        "{links_comma} dans un menu",
        "Écris le menu principal du site. Entrées : {links_comma}",
        "menu du site, {n_d} liens : {links_comma}",
    ),
    "es": (
        "Me hace falta un menú con los enlaces {links}",
        "Navegación: {links_pipe}",
        "¿Puedes hacer una barra de navegación que lleve a {links}?",
        "Los visitantes tienen que poder elegir entre {links}, en un menú arriba",
        "{links_comma} en un menú",
        "Escribe el menú principal del sitio. Entradas: {links_comma}",
        "menú de la página, {n_d} enlaces: {links_comma}",
    ),
}


@natural("natural_nav", 2.5, _LANGUAGES)
def nav(g: Gen) -> Piece:
    lang = content_lang(g, _LANGUAGES)
    wish = Wish(g)
    words = PAGES if lang == "en" else MENU[lang]
    labels = some(g, words, amount(g, 2, min(6, len(words))))
    root = wish.root("navbar navbar-expand")
    html = nav_bar(g, to_links(labels), root)
    return wish.piece(html, _NAV[g.lang], links=labels, n=len(labels))


_COUNTED = (
    "[Menu|Nav|Navigation] with {n} [links|entries|items], [you choose which|any text|whatever]",
    "nav > {n_d} links",
    "{n_d}-item [nav|menu|navbar]",
    "[Can you|Could you] [make|write] a navigation bar that has {n} items?",
    "The [site|page] needs a menu. {n} links are enough.",
    "nav ul li*{n_d}",
    "I'd like the top navigation to have {n} links [in it|inside]",
    "[Create|Write] HTML for a navigation menu. There should be {n} menu items in it.",
    "A simple navbar. Number of links: {n_d}",
    "menu, {n} entries, nothing else",
)


@natural("natural_nav_count", 0.5)
def nav_count(g: Gen) -> Piece:
    wish = Wish(g)
    n = amount(g, 2, 8)
    html = nav_bar(g, to_links(MENU["en"][:n]), wish.root("navbar navbar-expand"))
    return wish.piece(html, _COUNTED, n=n)


_BRAND = (
    "Navbar of {brand}: {links}",
    "[Our brand|Our company|The site] is called {brand}. [Write|Build] its navbar, links: {links}",
    "navbar: [brand|logo text|logo] {brand}, then {links_comma}",
    "{brand_q} on the left, {links} on the right, [all in a navbar|as a nav bar]",
    "brand = {brand_b}; links = {links_comma}; [nav|navbar]",
    "I need a navigation where [the brand|the site name|the logo text] {brand} comes first and is"
    " followed by {links}",
    "[Create|Write|Design] a navigation bar. It should show the brand {brand} and links to"
    " {links}.",
    "[Can I get|Could you write] a nav bar with {brand_q} as [the brand|the logo|brand name] and"
    " {links} as links?",
    "Top bar. Brand: {brand}. Links: {links}.",
    "nav | {brand_b} | {links_pipe}",
    "Put the company name {brand} and the pages {links} into the navbar",
    "site menu with {links}; the name of the site, {brand}, links to the start page",
    "Navigation for {brand_b}. Show the name as a link, next to it {links}.",
    "we want a navbar that says {brand} and has the items {links}",
)
_BRAND_ACTION = (
    "navbar: {brand} + {links_comma} + button {action}",
    "A navbar for {brand_b} with links to {links} and, at the end, a button {action_q}",
    "[Brand|Logo text] {brand_q}, [links|menu] {links}, [button|CTA button] {action_q}: navbar",
    "Navbar, left: {brand}, middle: {links}, right: {action} button",
    "[Create|Build] a navigation bar for {brand_b}. Links: {links}. The button reads {action_q}.",
    "Our nav shows {brand_q} first, then {links}. People click on {action_q} (a button) to start.",
    "nav with brand {brand_q}, items {links}. At the end a button [labelled|that reads] {action_q}",
    "The navbar has three parts: the brand {brand_q}, the links {links}, and a button {action_q}",
    "I need a nav bar. The brand is {brand}. It links to {links}. A button should say {action_q}.",
    "Can the navbar have the name {brand_q}, links for {links} and a {action_q} button?",
)


@natural("natural_nav_brand", 1.2)
def nav_brand(g: Gen) -> Piece:
    wish = Wish(g)
    labels = some(g, PAGES, amount(g, 2, 8))
    brand = one(g, BRANDS, 1, 2)
    root = wish.root("navbar navbar-expand")
    logo = brand_link(g, cap(brand))
    if g.chance(0.4):
        action = one(g, bank("Log in|Sign up|Get started|Book now|Donate|Try it free"), 1, 2)
        html = nav_bar(g, to_links(labels), root, logo, end=action_button(g, action))
        return wish.piece(html, _BRAND_ACTION, brand=brand, links=labels, action=action)
    return wish.piece(nav_bar(g, to_links(labels), root, logo), _BRAND, brand=brand, links=labels)


_ADDRESSED = (
    "Menu: {links_semi}",
    "[nav|navbar|navigation]: {links_comma}",
    "[Build|Make|Write] a nav from this:{links_bul}",
    "These are the pages of my site and their addresses: {links}. Write the navigation.",
    "{links_semi} -> [nav|menu]",
    "[I need|We need] a menu whose links go to the right place: {links}",
    "Navigation links with their targets\n{links_lines}",
    "[Can you|Could you] turn these links into a menu? {links_comma}",
    "Create a navigation bar. Text and href of each link: {links_semi}",
    "the main menu should have {links}",
    "nav, text and URL: {links_pipe}",
    "website menu. Links: {links_num}",
)


@natural("natural_nav_addresses", 0.7)
def nav_addresses(g: Gen) -> Piece:
    wish = Wish(g)
    labels = some(g, PAGES, amount(g, 2, 8))
    links = [(value, lexicon.url(g)) for value in labels]
    html = nav_bar(g, links, wish.root("navbar navbar-expand"))
    return wish.piece(html, _ADDRESSED, links=links)


_DROPDOWN = (
    "Menu: {links_comma}, {parent_b} ({kids_comma})",
    "nav with {links}; the last entry, {parent_q}, opens to show {kids}",
    "I need a navbar with {links} and, under {parent_q}, [a submenu|a dropdown]: {kids}",
    "Top navigation: {links}. There is also a dropdown {parent_q} where one finds {kids}.",
    "[Create|Build] a navigation bar that links to {links} and has a dropdown called {parent_q}."
    " The dropdown contains {kids}.",
    "{links_pipe} | {parent_b} v [submenu|dropdown]: {kids_comma} -> nav",
    "The menu has {links}. When you click {parent_q} you see {kids}.",
    "[Can I get|Could I have] a nav with {links} where {parent_q} is a dropdown with {kids}?",
    "nav > {links_comma}, dropdown {parent_b} > {kids_comma}",
    "Navigation\nlinks: {links_comma}\ndropdown: {parent_b}\nin the dropdown: {kids_comma}",
)


@natural("natural_nav_dropdown", 0.5)
def nav_dropdown(g: Gen) -> Piece:
    wish = Wish(g)
    labels = some(g, PAGES, amount(g, 2, 3))
    parent = one(g, bank("Products|Services|More|Company|Courses|Shop"), 1, 1)
    kids = some(g, PAGES, amount(g, 2, 3))
    root = wish.root("navbar navbar-expand")
    html = nav_bar(g, to_links(labels), root, extra=[submenu(g, parent, kids)])
    return wish.piece(html, _DROPDOWN, links=labels, parent=parent, kids=kids)


_TRAIL = {
    "en": (
        "Breadcrumb: {trail_sign}",
        "{trail_sign}",
        "{trail_arrow} [breadcrumb|breadcrumbs]",
        "You are here: {trail_sign}",
        "show [the user|visitors] where they are: {trail_arrow}",
        "We are on the page {last_q}; [the way|the path] there is {trail_slash}. Breadcrumb please",
        "[Can I get|Could you add] breadcrumbs for {trail_sign}?",
        "The breadcrumb [starts at|begins with] {trail_then}, which is the current page",
        "nav > ol: {trail_slash} (breadcrumb)",
        "[Write|Create|Design] a breadcrumb trail. The levels are {trail}.",
        "breadcrumbs, {n} levels: {trail_comma}",
        "Path to the page as a breadcrumb - {trail_slash}",
        "I want people to be able to go back from {last_q}: breadcrumb {trail_sign}",
        "bread crumb trail like {trail_arrow}",
        "Breadcrumb with these steps:{trail_bul}",
    ),
    "de": (
        "Brotkrumen: {trail_sign}",
        "Brotkrümelnavigation {trail_arrow}",
        "Ich brauche eine Breadcrumb-Navigation: {trail_slash}",
        "Zeig, wo man ist: {trail_sign} (Breadcrumb)",
    ),
    "fr": ("Fil d'Ariane : {trail_sign}", "Il faut un fil d'Ariane {trail_arrow}"),
    "es": ("Migas de pan: {trail_sign}", "Hacen falta migas de pan: {trail_arrow}"),
}


@natural("natural_breadcrumb", 0.8, _LANGUAGES)
def breadcrumb(g: Gen) -> Piece:
    lang = content_lang(g, _LANGUAGES)
    wish = Wish(g)
    words = (
        [*PAGES, "laptops", "men", "shoes", "2024", "books", "sale"] if lang == "en" else MENU[lang]
    )
    trail = some(g, words, amount(g, 2, 8))
    if lang == "en" and g.chance(0.6) and "home" not in [v.lower() for v in trail]:
        trail[0] = g.pick(["home", "Home"])
    templates = [t for t in _TRAIL[g.lang] if t != "{trail_sign}" or len(trail) > 2]
    html = breadcrumb_html(g, trail, wish.root())
    return wish.piece(html, templates, trail=trail, last=trail[-1], n=len(trail))


_PAGES = (
    "[Pager|Pagination], {n} pages",
    "The [results|posts|products] are spread over {n} pages. [Let people page through them|Add"
    " links to the pages].",
    "prev 1 ... {n_d} next",
    "page links 1 to {n_d}",
    "Page 1 - {n_d}, [previous and next|prev/next]",
    "[Can I get|Could you write] page links for {n} pages [of results|]?",
    "we have {n} pages of search results, users need to flip through them",
    "links to page 1 up to page {n_d} [with|plus] previous and next",
    "pagination x{n_d}",
    "[Create|Write|Design] a pagination component. It should have {n} page numbers.",
    "nav with numbered pages, {n} of them",
    "Pagination for {n} pages with arrows for back and forward",
    "Numbered page navigation below the [list|table|blog]: {n} pages",
)
_PAGES_AT = (
    "Pagination: {n_d} pages, we are on {at_d}",
    "page {at_d} of {n_d}",
    "Pager for {n_d} pages; page {at_d} is the one being shown",
    "There are {n_d} pages and the visitor is on page {at_d}. [Pagination|Page links], please",
    "pagination, total {n_d}, current {at_d}",
    "[Create|Write] page navigation for {n_d} pages. Page {at_d} should be highlighted.",
    "1..{n_d} pager with {at_d} active",
    "You are on page {at_d} of {n_d}: pagination",
)


@natural("natural_pagination", 0.7)
def pagination(g: Gen) -> Piece:
    wish = Wish(g)
    n = g.rng.choice([2, 3, 3, 4, 5, 5, 6, 7, 8])
    if g.chance(0.3):
        at = g.rng.randint(1, n)
        g.given(str(at))
        return wish.piece(pagination_html(g, n, at, wish.root()), _PAGES_AT, n=n, at=at)
    return wish.piece(pagination_html(g, n, 1, wish.root()), _PAGES, n=n)


_TABS = (
    "Tabs: {tabs_pipe}",
    "{tabs_slash} [tabs|as tabs]",
    "[I want|We want|I need] to switch between {tabs} with tabs",
    "People should [switch|toggle|change] between {tabs} without leaving the page. Tabs!",
    "{n} tabs. Their labels: {tabs}",
    "[Can you|Could you] put {tabs} into tabs?",
    "[Create|Design|Write] a tabbed interface. The tabs are called {tabs}.",
    "The content is split into {tabs}, each behind its own tab",
    "tab bar > {tabs_comma}",
    "Tab one is {first_q}; all tabs: {tabs}",
    "tabbed box with {tabs_then}",
    "tab labels:{tabs_bul}",
    "a tab for each of {tabs}",
)


@natural("natural_tabs", 0.6)
def tabs(g: Gen) -> Piece:
    wish = Wish(g)
    labels = some(g, PAGES, amount(g, 2, 3), 1, 2)
    html = tabs_html(g, labels, wish.root())
    return wish.piece(html, _TABS, tabs=labels, first=labels[0], n=len(labels))


_SIDE = (
    "Sidebar: {links}",
    "on the left [side|] we need a menu [to get|leading] to {links}",
    "aside > nav > {links_comma}",
    "The admin area has {links}. [Show|List|Put] them in a sidebar.",
    "{links_pipe} in the [sidebar|side menu]",
    "[Can I get|Could you write] a side menu with {links}?",
    "[Create|Write|Design] a sidebar for a dashboard. It should contain links to {links}.",
    "side nav, {n} links:{links_bul}",
    "vertical menu on the side of the page, {links_then}",
    "[Our docs need|The docs need] a sidebar where readers find {links}",
    "Left column = links to {links} (sidebar)",
    "In the sidebar: {links_comma}",
    "Sidebar with {n} entries. They are {links}.",
)
_SIDE_TITLED = (
    "Sidebar {title_q}: {links}",
    "A sidebar. On top it says {title_q}, below are {links}.",
    "sidebar | title: {title} | links: {links_comma}",
    "Side menu with the headline {title_q} over the links {links}",
    "[Create|Write] an aside that is headed {title_q} and links to {links}.",
    "{title_b}: {links_comma} -> sidebar",
    "I need a side column called {title_q} where people find the links {links}",
    "aside > h + nav. Heading {title_q}. Links {links}",
)


@natural("natural_sidebar", 0.9)
def sidebar(g: Gen) -> Piece:
    wish = Wish(g)
    labels = some(g, PAGES, amount(g))
    root = wish.root()
    if g.chance(0.35):
        title = one(g, bank("Categories|Docs|Menu|Account|Admin|Topics|Contents"), 1, 2)
        html = sidebar_html(g, labels, title, root)
        return wish.piece(html, _SIDE_TITLED, title=title, links=labels)
    html = sidebar_html(g, labels, "", root)
    return wish.piece(html, _SIDE, links=labels, n=len(labels))


_FOOT = {
    "en": (
        "Footer links: {links}",
        "At the [bottom|end] of the page [we need|there should be] links to {links}",
        "footer > {links_comma}",
        "{links_pipe} in the footer",
        "[Can the footer|Could the footer] have {links}?",
        "The footer should [only|just] link to {links}",
        "[Create|Write|Design] a website footer. It has links for {links}.",
        "bottom of page: {links_slash}",
        "footer, links in this order: {links_then}",
        "Footer with these links:{links_bul}",
        "put {links} at the very bottom, in a footer",
        "We need a footer where visitors find {links}",
    ),
    "de": (
        "Unten auf der Seite brauchen wir einen Footer mit {links}",
        "Footer: {links_pipe}",
        "Im Seitenfuß sollen {links} verlinkt sein",
        "Schreib einen Footer. Links: {links_comma}",
    ),
    "fr": (
        "En bas de la page il faut un pied de page avec {links}",
        "Pied de page : {links_pipe}",
        "Écris un pied de page. Liens : {links_comma}",
    ),
    "es": (
        "Abajo hace falta un pie de página con {links}",
        "Pie de página: {links_pipe}",
        "Escribe un pie de página. Enlaces: {links_comma}",
    ),
}


@natural("natural_footer", 1.0, _LANGUAGES)
def footer(g: Gen) -> Piece:
    lang = content_lang(g, _LANGUAGES)
    wish = Wish(g)
    labels = some(g, PAGES if lang == "en" else FOOTER_MENU[lang], amount(g, 2, 8))
    html = h("footer", wish.root(), footer_nav(g, labels))
    return wish.piece(html, _FOOT[g.lang], links=labels)


_FOOT_OWNED = (
    "Footer: {links}, © {year_b} {owner_b}",
    "footer. links {links}. Below: © {year_b} {owner_b}",
    "© {year_b} {owner_b} at the bottom, above it links to {links} (footer)",
    "[Create|Write] a footer for {owner_b}. It links to {links} and has the copyright year"
    " {year_b}.",
    "Page footer with {links} and the line © {year_b} {owner_b}",
    "footer > nav({links_comma}) + p(© {year_b} {owner_b})",
    "The footer has {n} links ({links}) and a copyright by {owner}, {year_b}",
    "At the bottom: {links}, then the copyright line with {year_b} and {owner_b}",
    "footer\nlinks: {links_comma}\ncopyright: {year_b} {owner_b}",
    "our footer [shows|needs] {links} and says © {year_b} {owner_b}",
)
_FOOT_ONLY = (
    "Footer: © {year_b} {owner_b}",
    "© {year_b} {owner_b} in the footer",
    "The footer [only says|just says|says] © {year_b} {owner_b}",
    "footer > p: © {year_b} {owner_b}",
    "[Add|Put] the copyright of {owner_b} ({year_b}) at the bottom of the page, in a footer",
    "[Create|Write] a footer with only one line: © {year_b} {owner_b}",
    "copyright footer. Owner: {owner}. Year: {year_b}.",
    "Page end, footer, copyright {year_b} by {owner_b}",
    "We need a footer saying that the copyright is held by {owner} since {year_b}",
)


@natural("natural_footer_owner", 0.9)
def footer_owner(g: Gen) -> Piece:
    wish = Wish(g)
    owner, year = one(g, BRANDS, 1, 2), str(g.rng.randint(2018, 2030))
    line = para(f"© {year} {owner}")
    root = wish.root()
    if g.chance(0.4):
        return wish.piece(h("footer", root, line), _FOOT_ONLY, owner=owner, year=year)
    labels = some(g, PAGES, amount(g, 2, 8))
    html = h("footer", root, footer_nav(g, labels), line)
    return wish.piece(html, _FOOT_OWNED, owner=owner, year=year, links=labels, n=len(labels))


_HEAD = (
    "Header of {name_b}: logo and links to {links}",
    "header > logo {name_q} + nav({links_comma})",
    "The header shows {name_q} on the left and {links} on the right",
    "Site header. Name: {name}. Links: {links}.",
    "[Create|Write|Design] a website header that has the logo text {name_q} and a menu with"
    " {links}.",
    "[Can I get|Could you write] a header for {name_b} with links to {links}?",
    "Our header needs the name {name} and the menu items {links}",
    "{name_q} + {links_comma} = [site header|page header with menu]",
    "On top of every page there is a header: first the logo {name_q}, then a nav with {links}",
    "[page top|top of the site], header element, logo {name_q}, menu {links}",
    "header\nlogo: {name}\nmenu: {links_comma}",
    "In the header, people see {name_q} and can go to {links}",
    "We are {name_b}. We want a header with our name and {n} links: {links}",
)


@natural("natural_header", 0.9)
def header(g: Gen) -> Piece:
    wish = Wish(g)
    name = one(g, BRANDS, 1, 2)
    links = some(g, PAGES, amount(g, 2, 8))
    nav_html = nav_bar(g, to_links(links), None, brand_link(g, cap(name)))
    html = h("header", wish.root(), nav_html)
    return wish.piece(html, _HEAD, name=name, links=links, n=len(links))
