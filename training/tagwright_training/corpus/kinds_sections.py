"""Sections of a page: hero, questions, contact, and sections with given content."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.kinds_cards import action_detail, text_detail
from tagwright_training.corpus.kinds_shared import Attrs, label, noun, root_attrs
from tagwright_training.corpus.parts_cards import card, card_text, grid, section
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_forms import Field, form_html
from tagwright_training.corpus.parts_pages import (
    contact_form,
    newsletter_form,
    question,
    signup_form,
)
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    ARTICLES,
    HEADLINES,
    LOREM,
    PAGES,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    ask,
    bank,
    bullets,
    button,
    component,
    image,
    link,
    numbers,
    one,
    para,
    path,
    some,
    titled,
    topic,
    unquoted,
)
from tagwright_training.corpus.table_data import invented

_HERO = bank(
    "hero|hero section|hero banner|hero header|landing section|hero unit|Hero|jumbotron|banner|"
    "intro section|above the fold section|Hero section|splash section|main banner|hero area|"
    "landing page hero|welcome section|header banner|Jumbotron|homepage hero"
)


@component("hero", 3.0)
def hero(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _HERO, purpose=0)
    title, words, end, pic = "Welcome", "", [], ""
    style = g.rng.random()
    if style < 0.25:
        title, purpose = topic(g)
        what = f"{what} {purpose}"
    elif style < 0.8:
        title = one(g, HEADLINES)
        details.append(
            titled(g, title, ["title", "heading", "headline", "headline", "h1", "main title"])
        )
    if style < 0.8:
        if g.chance(0.6):
            words = text_detail(g, details, _SUB_FORMS)
        for _ in range(g.rng.choice([0, 1, 1, 1, 2])):
            end.append(action_detail(g, details))
        if g.chance(0.12):
            src = lexicon.image_file(g)
            details.append(
                ask(g, src, ["the image {v}", "an image {v}", "a picture {v}", "image {v}"])
            )
            pic = image(src, cap(title), g.cls("", "img-fluid"))
        elif g.chance(0.12):
            details.append(g.pick(["an image", "a picture", "a hero image", "image"]))
            pic = image("hero.jpg", cap(title), g.cls("", "img-fluid"))
        if g.chance(0.08):
            details.append(g.pick(["a newsletter form", "an email signup form", "an email form"]))
            end.append(newsletter_form(g))
    if not words and not end and not pic:
        words, end = (
            SENTENCES[0],
            [link("Get started", "/get-started", g.cls("", "btn btn-primary"))],
        )
    if style >= 0.9:
        words, end = SENTENCES[0], [_hero_parts(g, details)]
    root = root_attrs(g, details)
    tag = g.hn() if g.context.heading else "h1"
    lead = para(cap(words), g.cls("", "lead")) if words else ""
    return Piece(what, h("section", root, h(tag, None, label(title)), lead, *end, pic), details)


def _hero_parts(g: Gen, details: list[str]) -> str:
    """Say that the hero has a headline, a line of text and a button, without their words."""
    head = g.pick(["a headline", "a heading", "headline", "a title", "a big title"])
    sub = g.pick(["a subtitle", "text", "a short text", "a tagline", "a subheading"])
    if g.chance(0.6):
        details.append(unquoted(g, [head, sub, g.pick(["a button", "button", "one button"])]))
        return button("Get started", g.cls("", "btn btn-primary"))
    action = g.pick(["a call to action", "a CTA link", "a call-to-action link", "a link"])
    details.append(unquoted(g, [head, sub, action]))
    return link("Get started", "/get-started", g.cls("", "btn btn-primary"))


_SUB_FORMS = [
    "the subtitle {q}",
    "subtitle {q}",
    "the text {q}",
    "a tagline {q}",
    "a subheading {q}",
    "text {q}",
    "a short text {q}",
    "the subline {q}",
    "a paragraph {q}",
    "slogan {q}",
]

_CTA = bank(
    "call to action|CTA|call to action section|cta section|call-to-action block|Call to action|"
    "cta banner|call-to-action|promo section|sign up banner|Call to Action Section|action box"
)


@component("cta", 1.5, nests=True)
def cta(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _CTA, purpose=0)
    title, words, end = "Ready to start?", "", ""
    style = g.rng.random()
    if style < 0.2:
        title, purpose = topic(g)
        what = f"{what} {purpose}"
    elif style < 0.75:
        title = one(g, HEADLINES)
        details.append(titled(g, title, ["title", "heading", "headline", "text"]))
    if style < 0.75:
        words = text_detail(g, details, _SUB_FORMS) if g.chance(0.4) else ""
        end = action_detail(g, details) if g.chance(0.8) else ""
    end = end or link("Get started", "/get-started", g.cls("", "btn btn-primary"))
    root = root_attrs(g, details)
    body = [para(cap(words))] if words else []
    return Piece(what, section(g, title, *body, end, root=root), details)


_FAQ = bank(
    "FAQ|FAQ section|frequently asked questions|faq|questions and answers|"
    "FAQ accordion|Q&A section|"
    "FAQs|faq list|help section|Frequently asked questions|list of questions and answers|FAQ block"
)
_QUESTIONS = bank(
    "How does it work?|What does it cost?|Can I cancel at any time?|How can I contact you?|"
    "Is my data safe?|Do you offer refunds?"
)
_ANSWERS = bank(
    "Sign up and follow the steps.|The basic plan is free.|Yes, with one click in your account.|"
    "Write to us by email.|Yes, we keep it encrypted.|Yes, within 30 days."
)
_ASKED = bank(
    "How long is delivery?|Do you ship abroad?|What is your return policy?|Where are you located?|"
    "Can I bring my dog?|Do I need an account?|Which payments do you accept?|Is there parking?|"
    "When do you open?|How do I reset my password?|Is breakfast included?|Who are you?"
)


def _spoken(g: Gen, value: str) -> str:
    """Say that the value is given, also without its last full stop or question mark."""
    g.given(value.rstrip(".?!"))
    return g.given(value)


@component("faq", 2.0)
def faq(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _FAQ)
    pairs = list(zip(_QUESTIONS, _ANSWERS, strict=True))
    n = 3
    style = g.rng.random()
    if style < 0.35:
        n = amount(g, 1, 6)
        if g.chance(0.3):
            what = numbers(
                g,
                n,
                [
                    "FAQ with {n} questions",
                    "{n} FAQ items",
                    "{n} frequently asked questions",
                    "faq of {n} questions",
                ],
            )
        else:
            details.append(count(g, n, "question", "questions"))
    elif style < 0.75:
        n = amount(g, 1, 4)
        asked = (
            g.sample(_ASKED, n)
            if g.chance(0.6)
            else [f"{lexicon.phrase(g, 2, 4)}?" for _ in range(n)]
        )
        asked = list(dict.fromkeys(asked))
        if g.chance(0.35):
            answers = [one(g, TEXTS, 2, 4) for _ in asked]
            form = g.pick(
                [
                    "{} {}",
                    "{} - {}",
                    '"{}" "{}"',
                    "{} Answer: {}",
                    '"{}" with the answer "{}"',
                    "Q: {} A: {}",
                ]
            )
            given = "; ".join(
                form.format(_spoken(g, a), _spoken(g, b))
                for a, b in zip(asked, answers, strict=True)
            )
            details.append(given if g.chance(0.5) else f"questions: {given}")
        else:
            answers = _ANSWERS
            mark = g.pick(['"{}"', '"{}"', "{}", "'{}'"])
            given = g.pick([", ", " ", "; ", " and "]).join(
                mark.format(_spoken(g, q)) for q in asked
            )
            details.append(
                g.pick(["the questions {}", "{}", "questions {}", "questions: {}"]).format(given)
            )
        pairs = list(zip(asked, answers, strict=False))
        n = len(pairs)
    title = "Frequently asked questions"
    if g.chance(0.2):
        title = one(g, ["Questions", "Help", "Good to know", "Your questions", "Support"], 1, 2)
        details.append(titled(g, title))
    root = root_attrs(g, details)
    return Piece(
        what, section(g, title, *[question(a, cap(b)) for a, b in pairs[:n]], root=root), details
    )


@component("about", 1.5)
def about(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "about section|about us section|about us|about|About section|"
            "company description|about me section|our story section|intro text|About us|"
            "who we are section|about block"
        ),
        purpose=0,
    )
    title, words, n = "About us", "", 1
    if " me" in what:
        title = "About me"
    style = g.rng.random()
    if style < 0.3:
        title, purpose = topic(g)
        what = f"{what} {purpose}"
    elif style < 0.55:
        title = one(
            g, ["Our story", "Who we are", "About Rosa's Kitchen", "Since 1987", "Our mission"]
        )
        details.append(titled(g, title))
    if style < 0.8:
        if g.chance(0.5):
            words = text_detail(g, details)
        elif g.chance(0.5):
            n = g.rng.randint(2, 3)
            details.append(count(g, n, "paragraph", "paragraphs"))
    pic = ""
    if style < 0.8 and g.chance(0.2):
        details.append(g.pick(["an image", "a photo", "a picture", "image"]))
        pic = image("image.jpg", cap(title), g.cls("", "img-fluid"))
    root = root_attrs(g, details)
    body = [para(cap(words))] if words else [para(s) for s in SENTENCES[:n]]
    return Piece(what, section(g, title, *body, pic, root=root), details)


def _mail(g: Gen) -> str:
    user = g.pick(["info", "hello", "office", "contact", lexicon.pseudo_word(g)])
    return f"{user}@{lexicon.word(g)}.{g.pick(['com', 'org', 'net', 'de'])}"


def _phone(g: Gen) -> str:
    digits = "".join(str(g.rng.randint(0, 9)) for _ in range(7))
    return g.pick(["+1 555 {}", "+49 30 {}", "555-{}", "+44 {}", "0{}"]).format(
        digits[:4] + digits[4:]
    )


@component("contact-info", 1.5, nests=True)
def contact_info(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "contact information|address|contact info|address block|"
            "Contact information|postal address|contact block|contact data|"
            "company address|Address|contact section with address"
        ),
    )
    place, phone, mail = "12 Main Street", "+1 555 0100", "info@example.com"
    if g.chance(0.75):
        place = phone = mail = ""
        wanted = g.sample(["place", "phone", "mail"], g.rng.randint(1, 3))
        if "place" in wanted:
            kind_ = g.pick(["Street", "Road", "Lane", "Avenue", "Square"])
            place = f"{g.rng.randint(1, 200)} {cap(lexicon.word(g))} {kind_}"
            details.append(
                ask(
                    g,
                    place,
                    ["the address {q}", "address {q}", "{v}", "the street {q}", "address: {v}"],
                )
            )
        if "phone" in wanted:
            phone = _phone(g)
            details.append(
                ask(g, phone, ["the phone number {v}", "phone {v}", "tel {v}", "{v}", "phone: {v}"])
            )
        if "mail" in wanted:
            mail = _mail(g)
            details.append(
                ask(
                    g,
                    mail,
                    ["the email {v}", "email {v}", "{v}", "e-mail: {v}", "email address {v}"],
                )
            )
    elif g.chance(0.4):
        details.append(g.pick(["address, phone and email", "street, phone number and email"]))
    root = root_attrs(g, details)
    parts = [para(cap(place))] if place else []
    if phone:
        parts.append(h("p", None, h("a", {"href": f"tel:{phone.replace(' ', '')}"}, phone)))
    if mail:
        parts.append(h("p", None, h("a", {"href": f"mailto:{mail}"}, mail)))
    return Piece(what, h("address", root, *parts), details)


@component("contact-section", 1.5)
def contact_section(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "contact section|contact us section|Contact section|get in touch section|"
            "section with a contact form|contact area|contact form section"
        ),
    )
    title = "Contact"
    if g.chance(0.4):
        title = one(
            g, ["Get in touch", "Contact us", "Write to us", "Say hello", "Talk to us"], 1, 3
        )
        details.append(titled(g, title))
    form = contact_form(g)
    if g.chance(0.35):
        labels = some(
            g,
            bank("name|email|message|phone|subject|company|first name|last name"),
            g.rng.randint(2, 4),
            1,
            2,
        )
        details.append(items(g, "fields", labels, bare=0.2))
        form = form_html(g, [Field(value) for value in labels], "Send")
    root = root_attrs(g, details)
    return Piece(what, section(g, title, form, root=root), details)


@component("newsletter-section", 1.2)
def newsletter_section(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "newsletter section|newsletter block|"
            "email signup section|newsletter banner|Newsletter section|"
            "stay in touch section|subscribe section|newsletter area"
        ),
    )
    title, words = "Newsletter", ""
    if g.chance(0.6):
        title = one(
            g, ["Stay in touch", "Join our newsletter", "Never miss a post", "Get our news"], 1, 3
        )
        details.append(titled(g, title))
        words = text_detail(g, details) if g.chance(0.4) else ""
    root = root_attrs(g, details)
    body = [para(cap(words))] if words else []
    return Piece(what, section(g, title, *body, newsletter_form(g), root=root), details)


@component("posts", 1.3)
def posts(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "blog list|list of blog posts|latest posts|blog section|news section|"
            "latest news|recent posts|blog posts|articles list|Latest posts|"
            "news list|post list|recent articles section"
        ),
    )
    titles, n, title = ARTICLES, 3, "Latest posts"
    if "news" in what.lower():
        title = "Latest news"
    if g.chance(0.7):
        if g.chance(0.5):
            n = amount(g, 2, 4)
            details.append(numbers(g, n, ["{n} posts", "{n} articles", "{n} entries", "{n} items"]))
        else:
            titles = some(g, [*ARTICLES, *TITLES], amount(g, 2, 4), 1, 3)
            n = len(titles)
            details.append(items(g, g.pick(["posts", "titles", "articles"]), titles))
    if g.chance(0.2):
        title = one(g, ["From the blog", "News", "Stories", "Read on"], 1, 2)
        details.append(titled(g, title))
    root = root_attrs(g, details)
    cells = [
        card(g, t, [card_text(g, SENTENCES[i]), link("Read more", path(t))], level=1)
        for i, t in enumerate(titles[:n])
    ]
    return Piece(what, grid(g, cells, title=title, root=root), details)


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
    head = h(g.hn(), None, label(title))
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
        things = some(g, [*PAGES, *lexicon.CITIES], amount(g, 2, 4))
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
    head = h(g.hn(), None, label(title)) if title else ""
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
        cells = [h(g.hn(), None, label(t)) + para(SENTENCES[i]) for i, t in enumerate(titles)]
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
    return Piece(
        what,
        h("div", root, *[h("div", {"class": g.cls("", "col")}, cell) for cell in cells]),
        details,
    )


@component("about-topic", 2.0)
def unknown(g: Gen) -> Piece:
    """Things without an element of their own become a section that is named as the request says."""
    what, about = _unknown(g)
    details: list[str] = []
    g.given(what)
    words = what if not about else f"{what} {g.pick(['for', 'about', 'of'])} {about}"
    body: list[str] = [para(SENTENCES[0])]
    if g.chance(0.5):
        features = (
            g.sample(_EXTRAS, g.rng.choice([1, 2, 2, 3]))
            if g.chance(0.7)
            else lexicon.phrases(g, 2, 1, 3)
        )
        details.append(listing(g, [g.given(f) for f in features]))
        body.append(bullets([label(f) for f in features]))
    root = root_attrs(g, details)
    return Piece(words, section(g, what, *body, root=root), details)


_UNKNOWN = bank(
    "virtual tour|photo editor|chatbot|mood tracker|habit tracker|music festival|science museum|"
    "recipe finder|travel planner|language course|fitness challenge|charity auction|quiz app|"
    "podcast episode|travel guide|book club|mobile app|mentorship program|pet adoption|"
    "carbon calculator|meditation timer|reading list app|product tour|escape room|study group|"
    "art exhibition|garden planner|budget planner|loyalty program|reward system|data hub|"
    "marketplace|community forum|knowledge base|help center|notification center|learning platform"
)
_EXTRAS = bank(
    "live chat support|personalized recommendations|progress tracking|interactive lessons|"
    "guided sessions|expert tips|custom reminders|step-by-step instructions|weekly challenges|"
    "user reviews|price comparison|virtual tours|secure payments|real-time updates|social sharing|"
    "detailed statistics|multiple languages|calendar sync|free samples|gift cards|daily quotes"
)
_ABOUT = bank(
    "pet owners|students|remote teams|local artists|beginners|families|small farms|travellers|"
    "historical landmarks|mental well-being|renewable energy|healthy cooking|space exploration|"
    "language learners|new parents|classical music|city cyclists|home gardeners"
)


def _unknown(g: Gen) -> tuple[str, str]:
    # made-up words only here: "table" or "menu" are no unknown things
    what = g.pick(_UNKNOWN)
    if g.chance(0.3):
        what = " ".join(lexicon.pseudo_word(g) for _ in range(g.rng.randint(1, 2)))
    if not g.chance(0.4):
        return what, ""
    return what, g.pick(_ABOUT) if g.chance(0.7) else lexicon.phrase(g, 1, 2)


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
    tag = g.hn() if g.context.heading else "h1"
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
    return Piece(what, h("aside", root, h(g.hn(), None, label(title)), body), details)
