"""Sections, columns and boxes with given content."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.given_parts import text_detail
from tagwright_training.corpus.kinds_shared import Attrs, heading, label, noun, root_attrs
from tagwright_training.corpus.parts_cards import card, columns_html, headed
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_forms import Field, form_html
from tagwright_training.corpus.parts_pages import (
    contact_form,
    newsletter_form,
    signup_form,
)
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    LOREM,
    PAGES,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    ask,
    bank,
    component,
    image,
    one,
    para,
    some,
    titled,
)
from tagwright_training.corpus.table_data import invented

_SECTION = bank(
    "section|content section|text section|Section|page section|content block|section element|"
    "text block|block|simple section|HTML section|main content section|content area"
)
_ARTICLE = bank(
    "article|blog article|news article|Article|article element|long article|text article|"
    "article with text|magazine article"
)


def _paragraphs(g: Gen, details: list[str]) -> str:
    """So many paragraphs, invented, of lorem ipsum, about something, or given."""
    style = g.rng.random()
    if style < 0.45:
        n = g.rng.choice([1, 2, 2, 3, 3, 4, 5])
        one_, many = g.pick(
            [
                ("paragraph", "paragraphs"),
                ("paragraph of text", "paragraphs of text"),
                ("text paragraph", "text paragraphs"),
            ]
        )
        if g.chance(0.3):
            details.append(count(g, n, f"lorem ipsum {one_}", f"lorem ipsum {many}"))
            return "".join(para(t) for t in LOREM[:n])
        details.append(count(g, n, one_, many))
        return "".join(para(t) for t in SENTENCES[:n])
    if style < 0.6:
        about = g.given(_about(g))
        details.append(
            g.pick(
                [
                    "a paragraph about {}",
                    "some text about {}",
                    "a text about {}",
                    "a short paragraph about {}",
                ]
            ).format(about)
        )
        return para(f"Here you can read about {about}.")
    if style < 0.7:
        details.append(
            g.pick(["lorem ipsum", "lorem ipsum text", "placeholder text", "dummy text"])
        )
        return para(LOREM[0])
    if style < 0.8:
        details.append(g.pick(["a paragraph", "some text", "a text", "text", "a short text"]))
        return para(SENTENCES[0])
    return para(cap(text_detail(g, details)))


def _about(g: Gen) -> str:
    bank_ = [
        "bees",
        "cats",
        "tea",
        "our history",
        "climate change",
        "space travel",
        "the city",
        "sleep",
        "jazz",
        "trees",
    ]
    return g.pick(bank_) if g.chance(0.5) else lexicon.phrase(g, 1, 2)


@component("section", 2.5, nests=True)
def section_kind(g: Gen) -> Piece:
    details: list[str] = []
    article = g.chance(0.35)
    what = noun(g, _ARTICLE if article else _SECTION)
    title, body = "Title", para(SENTENCES[0])
    root: Attrs
    if g.chance(0.85):
        style = g.rng.random()
        if style < 0.25:
            title = g.given(_about(g))
            what = f"{what} about {title}"
        elif style < 0.75:
            title = one(g, TITLES)
            details.append(titled(g, title))
        elif style < 0.9:
            details.append(g.pick(["a heading", "a title", "heading", "a headline"]))
        body = _paragraphs(g, details) if style < 0.3 or g.chance(0.75) else body
    root = root_attrs(g, details, share=0.2)
    head = heading(g, title)
    return Piece(what, h("article" if article else "section", root, head, body), details)


def _content(g: Gen) -> tuple[str, str]:
    """Something with given content to put into a box: its words and its markup."""
    style = g.rng.random()
    if style < 0.25:
        columns = some(
            g,
            bank("name|price|email|city|date|product|quantity|status|role|total"),
            amount(g, 2, 4),
            1,
            1,
        )
        given = listing(g, [g.given(c) for c in columns])
        words = g.pick(
            ["a table with the columns {}", "a table with {}", "a table ({})", "a table of {}"]
        ).format(given)
        rows = list(zip(*(invented(c, 3) for c in columns), strict=True))
        return words, table_html(g, columns, rows)
    if style < 0.5:
        things = some(g, [*PAGES, *lexicon.CITIES], amount(g, 2, 8))
        ordered = g.chance(0.25)
        name = g.pick(
            ["an ordered list", "a numbered list"]
            if ordered
            else ["a list", "a bullet list", "an unordered list"]
        )
        given = listing(g, [g.given(v) for v in things])
        words = g.pick(
            ["{n} of {g}", "{n} with {g}", "{n}: {g}", "{n} ({g})", "{n} with the items {g}"]
        ).format(n=name, g=given)
        return words, list_html(g, things, ordered)
    if style < 0.72:
        labels = some(
            g,
            bank("name|email|message|phone|password|username|city|comment|date"),
            g.rng.randint(1, 3),
            1,
            1,
        )
        given = listing(g, [g.given(v) for v in labels])
        words = g.pick(
            ["a form with {}", "a form with the fields {}", "a form ({})", "a form for {}"]
        ).format(given)
        return words, form_html(g, [Field(v) for v in labels], "Submit")
    if style < 0.8:
        forms = {"contact": contact_form, "signup": signup_form, "newsletter": newsletter_form}
        name = g.pick(list(forms))
        return f"a {name} form", forms[name](g)
    if style < 0.9:
        src, alt = g.given(lexicon.image_file(g)), g.given(one(g, TITLES, 1, 2))
        form = g.pick(
            ['an image {} with alt text "{}"', 'the image {} (alt "{}")', 'a picture {}, alt "{}"']
        )
        return form.format(src, alt), image(src, cap(alt), g.cls("", "img-fluid"))
    return _given_paragraph(g)


def _given_paragraph(g: Gen) -> tuple[str, str]:
    words = one(g, TEXTS, 3, 6)
    return ask(g, words, ["a paragraph {q}", "the text {q}", "a paragraph saying {q}"]), para(
        cap(words)
    )


@component("nested", 3.0)
def nested(g: Gen) -> Piece:
    """A box with given content in it: a card with a table, a section with a form."""
    details: list[str] = []
    words, inner = _content(g)
    box = g.pick(["card", "card", "section", "section", "article", "div", "aside"])
    title = ""
    given_title = ""
    if g.chance(0.5) or (box in ("card", "article", "section") and g.chance(0.4)):
        title = one(g, TITLES)
        given_title = titled(g, title)
    what = {
        "aside": g.pick(["aside", "sidebar box"]),
        "div": g.pick(["div", "container div", "box"]),
    }.get(box, box)
    if g.chance(0.35):
        what = (
            f"{what} {g.pick(['with', 'containing', 'that contains', 'holding', 'with'])} {words}"
        )
        if g.chance(0.3):
            what += g.pick([" inside", " in it"])
        words = ""
    details = [d for d in (given_title, words) if d]
    if g.chance(0.2):
        details.reverse()
    root = root_attrs(g, details, "card" if box == "card" else "", 0.2)
    head = heading(g, title) if title else ""
    html = card(g, title, [inner], root=root) if box == "card" else h(box, root, head, inner)
    return Piece(what, html, details)


@component("columns", 1.8)
def columns(g: Gen) -> Piece:
    """Columns side by side with given content."""
    details: list[str] = []
    n = g.rng.choice([2, 2, 2, 3, 4])
    word = {2: "two", 3: "three", 4: "four"}[n]
    what = g.pick(
        [
            f"{word} columns",
            f"{n} columns",
            f"{word} column layout",
            f"{n}-column layout",
            f"row with {word} columns",
            f"{word}-column section",
            f"{n} col grid",
            f"layout with {word} columns",
        ]
    )
    style = g.rng.random()
    if style < 0.3:
        cells = [para(SENTENCES[i]) for i in range(n)]
        if g.chance(0.3):
            details.append(g.pick(["a paragraph in each", "text in each", "some text each"]))
    elif style < 0.65:
        titles = some(g, TITLES, n, 1, 2)
        details.append(items(g, g.pick(["headings", "titles", "columns"]), titles))
        cells = headed(g, titles)
    else:
        n = 2
        what = g.pick(
            [
                "two columns",
                "2 columns",
                "two column layout",
                "2-column layout",
                "row with two columns",
                "two-column section",
                "grid with two columns",
            ]
        )
        (a, left), (b, right) = _content(g), _content(g)
        if left == right:
            b, right = _given_paragraph(g)
        details.append(
            g.pick(
                [
                    "{a} and {b}",
                    "{a} on the left and {b} on the right",
                    "left {a}, right {b}",
                    "{a} in the first and {b} in the second",
                    "first {a}; second {b}",
                ]
            ).format(a=a, b=b)
        )
        cells = [left, right]
    root = root_attrs(g, details, "row")
    return Piece(what, columns_html(g, cells, root), details)


_MAIN = bank("main|main element|main content|main area|Main content|main section|main tag")


@component("main", 0.8)
def main_kind(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _MAIN)
    title, body = "Title", para(SENTENCES[0])
    if g.chance(0.75):
        title = one(g, TITLES)
        details.append(titled(g, title))
        if g.chance(0.6):
            body = _paragraphs(g, details)
    root = root_attrs(g, details)
    tag = g.top
    return Piece(what, h("main", root, h(tag, None, label(title)), body), details)


@component("aside", 1.0)
def aside(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "aside|aside element|side box|info sidebar|related content box|side column|"
            "Right side column|Side Widget|sidebar widget|aside with text"
        ),
    )
    title, body = "Related", para(SENTENCES[0])
    if g.chance(0.75):
        title = one(g, TITLES)
        details.append(titled(g, title))
        body = _paragraphs(g, details) if g.chance(0.6) else body
    root = root_attrs(g, details)
    return Piece(what, h("aside", root, heading(g, title), body), details)
