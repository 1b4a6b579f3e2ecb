"""Links that help to find the way: contents, languages, site maps, social networks."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, h, slug, text
from tagwright_training.corpus.kinds_shared import label, noun, root_attrs
from tagwright_training.corpus.part_words import NETWORKS
from tagwright_training.corpus.parts_nav import MENU, link_list, to_links
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    PAGES,
    TITLES,
    amount,
    ask,
    bank,
    bullets,
    component,
    link,
    one,
    path,
    some,
)


@component("toc", 1.2)
def contents(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "table of contents|toc|TOC|contents list|on this page navigation|"
            "page contents|Table of contents|in-page navigation|anchor links|"
            "table of contents with anchor links|jump links|contents"
        ),
    )
    labels = ["Introduction", "Usage", "Examples", "Help"]
    if g.chance(0.7):
        if g.chance(0.2):
            n = amount(g, 2, 5)
            labels = ["Introduction", "Usage", "Examples", "Help", "License"][:n]
            details.append(count(g, n, "entry", "entries"))
        else:
            labels = some(g, [*TITLES, *PAGES], amount(g, 2, 5), 1, 2)
            details.append(
                items(g, g.pick(["sections", "chapters", "entries", "links", "headings"]), labels)
            )
    root = root_attrs(g, details)
    cells = [link(value, f"#{slug(value)}") for value in labels]
    html = h("nav", {**root, "aria-label": "Table of contents"}, bullets(cells, "ol"))
    return Piece(what, html, details)


@component("skip-link", 1.0)
def skip_link(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "skip link|skip to content link|skip navigation link|skip to main content|"
            "Skip link|accessibility skip link|skip nav|skip to content|"
            "Skip to main content link"
        ),
        adjective=0.1,
        purpose=0.05,
    )
    target, words = "#main", "Skip to main content"
    if g.chance(0.5):
        name = (
            lexicon.identifier(g)
            if g.chance(0.6)
            else g.pick(["content", "main-content", "maincontent"])
        )
        target = f"#{name}"
        form = g.pick(bank("the target #{}|target {}|a link to #{}|href #{}|to #{}|id {}"))
        g.given(target if "#" in form else name)
        details.append(form.format(name))
    if g.chance(0.25):
        words = one(g, ["Skip navigation", "Jump to content", "Skip menu"], 2, 3)
        details.append(ask(g, words, ["the text {q}", "text {q}", "label {q}", "saying {q}"]))
    root = root_attrs(g, details, "visually-hidden-focusable")
    return Piece(what, h("a", {**root, "href": target}, label(words)), details)


_LANGUAGES = {
    "English": "en",
    "German": "de",
    "French": "fr",
    "Spanish": "es",
    "Italian": "it",
    "Portuguese": "pt",
    "Dutch": "nl",
    "Polish": "pl",
    "Russian": "ru",
    "Japanese": "ja",
    "Chinese": "zh",
    "Korean": "ko",
    "Turkish": "tr",
    "Arabic": "ar",
    "Swedish": "sv",
    "Deutsch": "de",
    "Français": "fr",
    "Español": "es",
    "Italiano": "it",
    "Nederlands": "nl",
}


@component("language-switcher", 1.0)
def languages(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "language switcher|language menu|language selector|language links|"
            "language picker|Language switcher|lang switcher|language navigation|"
            "multilingual menu|links to other languages"
        ),
    )
    names = ["English", "Deutsch", "Français"]
    if g.chance(0.75):
        names = g.sample(list(_LANGUAGES), amount(g, 2, 4))
        details.append(items(g, g.pick(["languages", "links", "options"]), names))
    root = root_attrs(g, details)
    cells = []
    for name in names:
        code = _LANGUAGES[name]
        cells.append(h("a", {"href": f"/{code}", "hreflang": code}, text(name)))
    return Piece(
        what,
        h(
            "nav",
            {**root, "aria-label": "Language"},
            bullets(cells, "ul", g.cls("", "list-unstyled")),
        ),
        details,
    )


@component("social-links", 1.3)
def social(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "social links|social media links|social icons|social media icons|"
            "social buttons|Social links|follow us links|social media bar|"
            "links to social media|social network links|share links|social profiles"
        ),
    )
    names = NETWORKS[:3]
    if g.chance(0.75):
        names = (
            g.sample(NETWORKS, amount(g, 2, 5))
            if g.chance(0.7)
            else lexicon.phrases(g, amount(g, 2, 4), 1, 1)
        )
        names = lexicon.vary_case(g, names)
        form = g.pick(["{}", "{}", "links to {}", "for {}", "{} links", "the networks {}"])
        given = listing(g, [g.given(n) for n in names])
        if form == "for {}":
            what = f"{what} for {given}"
        else:
            details.append(form.format(given))
    root = root_attrs(g, details)
    cells = [link(name, f"https://{slug(name)}.com") for name in names]
    return Piece(what, h("ul", root, *[h("li", None, cell) for cell in cells]), details)


@component("sitemap", 0.8)
def sitemap(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g, bank("site map|sitemap|list of all pages|Sitemap|page overview|html sitemap|site index")
    )
    labels = MENU["en"][:6]
    if g.chance(0.7):
        labels = some(g, PAGES, amount(g, 3, 8))
        details.append(items(g, g.pick(["pages", "links", "entries"]), labels))
    root = root_attrs(g, details)
    return Piece(
        what, h("nav", {**root, "aria-label": "Site map"}, link_list(g, to_links(labels))), details
    )


@component("back-to-top", 0.5)
def back_to_top(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "back to top link|back to top|scroll to top button|to top link|"
            "Scroll to Top Button|go to top link|back to top button"
        ),
        purpose=0.05,
    )
    words = "Back to top"
    if g.chance(0.3):
        words = one(g, ["To the top", "Up", "Top of page"], 1, 3)
        details.append(ask(g, words, ["the text {q}", "text {q}", "label {q}"]))
    root = root_attrs(g, details)
    return Piece(what, h("a", {**root, "href": "#top"}, label(words)), details)


@component("steps-nav", 0.5)
def prev_next(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "previous and next links|prev next navigation|previous/next post links|"
            "post navigation|next and previous article links|pager with previous and next"
        ),
        purpose=0.05,
    )
    before, after = "Previous", "Next"
    if g.chance(0.6):
        before, after = some(g, [*TITLES, *PAGES], 2, 1, 2)
        g.given(before), g.given(after)
        details.append(
            g.pick(
                [
                    "{} as previous and {} as next",
                    "previous {} and next {}",
                    "{} before and {} after",
                    'the previous page "{}" and the next page "{}"',
                ]
            ).format(before, after)
        )
    root = root_attrs(g, details)
    cells = [
        h("a", {"href": path(before), "rel": "prev"}, label(before)),
        h("a", {"href": path(after), "rel": "next"}, label(after)),
    ]
    return Piece(what, h("nav", {**root, "aria-label": "Posts"}, *cells), details)
