"""Small plain elements: links, headings, paragraphs, quotations, boxes."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, text
from tagwright_training.corpus.given_parts import person
from tagwright_training.corpus.kinds_shared import (
    Attrs,
    given_class,
    given_id,
    heading,
    label,
    root_attrs,
)
from tagwright_training.corpus.parts_cards import quote
from tagwright_training.corpus.parts_data import list_html
from tagwright_training.corpus.phrasing import items, listing
from tagwright_training.corpus.site_words import (
    ACTIONS,
    HEADLINES,
    LOREM,
    PAGES,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    ask,
    bank,
    component,
    link,
    numbers,
    one,
    para,
    path,
    some,
)


@component("link", 3.0, nests=True)
def link_kind(g: Gen) -> Piece:
    details: list[str] = []
    what = g.pick(
        bank(
            "link|hyperlink|anchor|text link|anchor tag|Link|a tag|anchor link|"
            "external link|html link"
        )
    )
    words = one(g, [*ACTIONS, *TITLES, *PAGES], 1, 3)
    style = g.rng.random()
    if style < 0.12:
        mail = g.given(f"{lexicon.word(g)}@{lexicon.word(g)}.{g.pick(['com', 'org', 'net'])}")
        what = g.pick(["email link", "mailto link", "mail link", "link to send an email"])
        details.append(g.pick(["to {}", "for {}", "the address {}", "{}"]).format(mail))
        href, words = f"mailto:{mail}", mail
    elif style < 0.2:
        phone = g.given(f"+{g.rng.randint(1, 99)}{g.rng.randint(100000, 99999999)}")
        what = g.pick(["phone link", "tel link", "call link", "link to call", "telephone link"])
        details.append(g.pick(["to {}", "for {}", "the number {}", "{}"]).format(phone))
        href, words = f"tel:{phone}", phone
    elif style < 0.75:
        href = g.given(lexicon.url(g))
        g.given(words)
        forms = bank(
            '{w} to {u} with the text {q}|{w} to {u} saying {q}|{w} {q} to {u}|{w} "{v}" ({u})|'
            "{w} to {u} that says {q}|{w} with the text {q} to {u}|{w} to {u} labelled {q}|"
            "{w} {v} -> {u}|{w} with text {q} and href {u}|{w} with href {u} and text {q}|"
            "{w} to {u} called {q}|{w} pointing to {u} with the label {q}|{w} to {u}: {q}|"
            "{w} from {q} to {u}|{w} {v} that goes to {u}"
        )
        quoted = g.pick(['"{}"', "'{}'", "“{}”", '"{}"']).format(words)
        what = g.pick(forms).format(w=what, u=href, q=quoted, v=words)
    elif style < 0.85:
        href = g.given(lexicon.url(g))
        words = href
        what = g.pick(["{} to {}", "{} for {}", "{}: {}", "{} {}"]).format(what, href)
        extra = _target(g, details)
        root = root_attrs(g, details)
        return Piece(what, h("a", {**root, "href": href, **extra}, text(words)), details)
    else:
        href = path(words)
        details.append(
            ask(g, words, ["the text {q}", "text {q}", "{q}", "saying {q}", "label {q}"])
        )
    extra = _target(g, details) if href.startswith("http") else {}
    root = root_attrs(g, details, share=0.15)
    shown = text(words) if words in href else label(words)
    return Piece(what, h("a", {**root, "href": href, **extra}, shown), details)


def _target(g: Gen, details: list[str]) -> Attrs:
    if not g.chance(0.25):
        return {}
    details.append(
        g.pick(
            [
                "target blank",
                "opening in a new tab",
                "that opens in a new tab",
                "opens in new window",
                "target=_blank",
            ]
        )
    )
    return {"target": "_blank", "rel": "noopener"}


@component("heading", 2.5, nests=True)
def heading_kind(g: Gen) -> Piece:
    details: list[str] = []
    words = one(g, [*HEADLINES, *TITLES], 1, 4)
    tag = g.hn()
    if g.chance(0.5):
        level = g.rng.randint(1, 6)
        tag = f"h{level}"
        what = g.pick(
            [
                f"h{level}",
                f"h{level} heading",
                f"level {level} heading",
                f"H{level}",
                f"<h{level}>",
                f"heading level {level}",
                f"h{level} title",
            ]
        )
    else:
        what = g.pick(
            bank(
                "heading|title|headline|Heading|section heading|header text|section title|"
                "subheading"
            )
        )
    if g.chance(0.12):
        root = root_attrs(g, details)
        return Piece(what, h(tag, root, "Heading"), details)
    forms = [
        " {q}",
        ": {v}",
        " saying {q}",
        " that says {q}",
        " with the text {q}",
        " with {q}",
        ": {q}",
        " {v}",
        " reading {q}",
    ]
    what += ask(g, words, forms)
    if g.chance(0.1):
        small = one(g, TEXTS, 1, 4)
        details.append(
            ask(
                g,
                small,
                [
                    "a paragraph {q} below",
                    "the text {q} below it",
                    "a paragraph {q} under it",
                    "followed by a paragraph {q}",
                ],
            )
        )
        root = root_attrs(g, details)
        return Piece(what, h(tag, root, label(words)) + para(cap(small)), details)
    root = root_attrs(g, details, share=0.18)
    return Piece(what, h(tag, root, label(words)), details)


@component("paragraph", 2.5, nests=True)
def paragraph(g: Gen) -> Piece:
    details: list[str] = []
    style = g.rng.random()
    what = g.pick(
        bank(
            "paragraph|text|paragraph of text|p|short text|text paragraph|Paragraph|"
            "p element|p tag|short paragraph"
        )
    )
    if style < 0.35:
        words = one(g, TEXTS, 3, 8)
        what += ask(
            g,
            words,
            [
                " {q}",
                " saying {q}",
                " that says {q}",
                " with the text {q}",
                ": {q}",
                ": {v}",
                " containing {q}",
                " reading {q}",
            ],
        )
        root = root_attrs(g, details, share=0.2)
        return Piece(what, h("p", root, label(words)), details)
    if style < 0.6:
        about = g.given(
            one(
                g,
                [
                    "bees",
                    "cats",
                    "our history",
                    "tea",
                    "the city",
                    "climate change",
                    "sleep",
                    "yoga",
                    "football",
                    "the moon",
                    "coffee",
                ],
                1,
                2,
            )
        )
        what += g.pick([" about {}", " about {}", " on {}", " describing {}"]).format(about)
        root = root_attrs(g, details)
        return Piece(what, h("p", root, text(f"Here you can read about {about}.")), details)
    n = g.rng.choice([1, 2, 2, 3, 3, 4, 5])
    lorem = g.chance(0.5)
    bank_ = LOREM if lorem else SENTENCES
    if n == 1:
        what = (
            g.pick(
                [
                    "lorem ipsum paragraph",
                    "lorem ipsum",
                    "lorem ipsum text",
                    "dummy text",
                    "placeholder text",
                    "paragraph of lorem ipsum",
                ]
            )
            if lorem
            else what
        )
        root = root_attrs(g, details)
        return Piece(what, h("p", root, bank_[0]), details)
    forms = (
        [
            "{n} paragraphs of lorem ipsum",
            "{n} lorem ipsum paragraphs",
            "{n} paragraphs of dummy text",
        ]
        if lorem
        else [
            "{n} paragraphs",
            "{n} paragraphs of text",
            "{n} short paragraphs",
            "{n} text paragraphs",
            "{n} p elements",
        ]
    )
    return Piece(numbers(g, n, forms), "".join(para(t) for t in bank_[:n]), details)


@component("quote-by", 1.2, nests=True)
def quote_by(g: Gen) -> Piece:
    """A quotation in one go: "blockquote by X saying Y"."""
    details: list[str] = []
    who = g.given(person(g))
    what = g.pick(bank("blockquote|quote|quotation|block quote|citation|Blockquote"))
    words = SENTENCES[0]
    if g.chance(0.75):
        words = one(
            g,
            [*TEXTS, "Simplicity is the soul of efficiency.", "Less is more.", "Stay hungry."],
            3,
            7,
        )
        g.given(words)
        what = g.pick(
            [
                '{w} by {a}: "{q}"',
                '{w} "{q}" by {a}',
                '{w} "{q}" from {a}',
                '{w}: "{q}" - {a}',
                "{w} '{q}' — {a}",
                '{w} of {a} saying "{q}"',
            ]
        ).format(w=what, a=who, q=words)
    else:
        what = g.pick(["{} by {}", "{} from {}", "{} of {}"]).format(what, who)
    root = root_attrs(g, details)
    return Piece(what, quote(g, words, who, root), details)


@component("box", 2.0)
def box(g: Gen) -> Piece:
    """An element with a given class or id and given content."""
    details: list[str] = []
    tag = g.pick(["div", "div", "div", "section", "span", "article", "aside"])
    attrs: Attrs = {}
    names: list[str] = []
    if g.chance(0.7):
        attrs["class"] = given_class(g, names)
    if not attrs or g.chance(0.35):
        attrs = {"id": given_id(g, names), **attrs}
    what = g.pick(
        [tag, tag, f"{tag} element", f"<{tag}>", f"{tag} tag", "container" if tag == "div" else tag]
    )
    inner = ""
    if tag == "span" or g.chance(0.4):
        words = one(g, TEXTS, 1, 5)
        inner = label(words) if tag in ("div", "span") else para(cap(words))
        details.append(
            ask(
                g,
                words,
                ["the text {q}", "text {q}", "the content {q}", "{q} inside", "the words {q}"],
            )
        )
    elif g.chance(0.8):
        inner = _inside(g, details)
    if not g.chance(0.25):
        details = names + details
    else:
        details += names
    return Piece(what, h(tag, attrs, inner), details)


def _inside(g: Gen, details: list[str]) -> str:
    style = g.rng.random()
    if style < 0.35:
        title, words = one(g, TITLES, 1, 3), one(g, TEXTS, 2, 5)
        details.append(ask(g, title, ["a heading {q}", "the heading {q}", "a title {q}"]))
        details.append(ask(g, words, ["a paragraph {q}", "the paragraph {q}", "a text {q}"]))
        return heading(g, title) + para(cap(words))
    if style < 0.6:
        things = some(g, PAGES, amount(g, 2, 8))
        given = listing(g, [g.given(v) for v in things])
        details.append(g.pick(["a list of {}", "a list with {}", "a list: {}"]).format(given))
        return list_html(g, things)
    if style < 0.8:
        n = g.rng.randint(1, 3)
        details.append(
            numbers(
                g,
                n,
                [
                    "{n} paragraphs" if n > 1 else "a paragraph",
                    "{n} paragraphs of text" if n > 1 else "one paragraph",
                ],
            )
        )
        return "".join(para(t) for t in SENTENCES[:n])
    things = some(g, PAGES, amount(g, 2, 8))
    details.append(items(g, "links", things, bare=0))
    return "".join(link(v, path(v)) for v in things)


@component("divider", 0.5, nests=True)
def divider(g: Gen) -> Piece:
    details: list[str] = []
    what = g.pick(
        bank(
            "divider|horizontal rule|hr|separator|horizontal line|thematic break|Divider|"
            "line|separator line"
        )
    )
    return Piece(what, h("hr", root_attrs(g, details)), details)


@component("inline", 1.2, nests=True)
def inline(g: Gen) -> Piece:
    """Words with a meaning of their own: strong, em, mark, code, abbr, time, kbd, small."""
    details: list[str] = []
    words = one(g, [*TEXTS, *TITLES], 1, 4)
    tag, names = g.pick(
        [
            ("strong", "bold text|strong text|important text"),
            ("em", "emphasized text|italic text|em text"),
            ("mark", "highlighted text|marked text|text highlight"),
            ("small", "small text|fine print|small print"),
            ("del", "deleted text|strikethrough text|struck out text"),
            ("kbd", "keyboard key|key|kbd element"),
            ("code", "inline code|code snippet in a line|code element"),
            ("cite", "title of a work|cite element"),
        ]
    )
    if tag in ("kbd", "code"):
        words = (
            g.pick(["Ctrl+C", "Enter", "Esc", "Shift"])
            if tag == "kbd"
            else g.pick(["npm install", "git status", "ls -la", "x = 1"])
        )
    what = g.pick(bank(names)) + ask(
        g, words, [" {q}", " saying {q}", ": {q}", ": {v}", " with {q}"]
    )
    shown = text(words) if tag in ("kbd", "code") else label(words)
    root = root_attrs(g, details)
    return Piece(what, h(tag, root, shown), details)


@component("time", 0.6, nests=True)
def time(g: Gen) -> Piece:
    details: list[str] = []
    date = g.given(
        f"20{g.rng.randint(10, 40)}-{g.rng.randint(1, 12):02d}-{g.rng.randint(1, 28):02d}"
    )
    what = g.pick(bank("date|time element|time tag|publication date|date stamp|datetime"))
    what += g.pick([" {}", ": {}", " of {}", " for {}"]).format(date)
    root = root_attrs(g, details)
    return Piece(what, h("time", {**root, "datetime": date}, date), details)


@component("abbr", 0.6, nests=True)
def abbr(g: Gen) -> Piece:
    details: list[str] = []
    short, full = g.pick(
        [
            ("HTML", "HyperText Markup Language"),
            ("CSS", "Cascading Style Sheets"),
            ("WHO", "World Health Organization"),
            ("FAQ", "Frequently Asked Questions"),
            ("EU", "European Union"),
            ("PDF", "Portable Document Format"),
        ]
    )
    if g.chance(0.5):
        short = "".join(g.pick("ABCDEFGHIKLMNOPRSTUVW") for _ in range(g.rng.randint(2, 4)))
        full = " ".join(cap(lexicon.word(g)) for _ in range(g.rng.randint(2, 3)))
    g.given(short), g.given(full)
    form = g.pick(
        [
            'abbreviation {} for "{}"',
            'abbreviation {} ("{}")',
            'abbr {} with the title "{}"',
            'abbreviation {}: "{}"',
            "acronym {} meaning '{}'",
        ]
    )
    root = root_attrs(g, details)
    return Piece(form.format(short, full), h("abbr", {**root, "title": full}, text(short)), details)
