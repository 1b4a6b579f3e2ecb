"""Sections of a page: hero, call to action, questions, about, posts."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap
from tagwright_training.corpus.given_parts import action_detail, text_detail
from tagwright_training.corpus.kinds_shared import noun, root_attrs
from tagwright_training.corpus.part_words import ANSWERS, ASKED, QUESTIONS
from tagwright_training.corpus.parts_cards import grid, post_cards, section
from tagwright_training.corpus.parts_pages import (
    newsletter_form,
    question,
)
from tagwright_training.corpus.parts_site import action_button, action_link, hero_html
from tagwright_training.corpus.phrasing import count, items
from tagwright_training.corpus.site_words import (
    ARTICLES,
    HEADLINES,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    ask,
    bank,
    component,
    image,
    numbers,
    one,
    para,
    some,
    titled,
    topic,
    unquoted,
)

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
            [action_link(g, "Get started", "/get-started")],
        )
    if style >= 0.9:
        words, end = SENTENCES[0], [_hero_parts(g, details)]
    root = root_attrs(g, details)
    return Piece(what, hero_html(g, title, words, [*end, pic], root), details)


def _hero_parts(g: Gen, details: list[str]) -> str:
    """Say that the hero has a headline, a line of text and a button, without their words."""
    head = g.pick(["a headline", "a heading", "headline", "a title", "a big title"])
    sub = g.pick(["a subtitle", "text", "a short text", "a tagline", "a subheading"])
    if g.chance(0.6):
        details.append(unquoted(g, [head, sub, g.pick(["a button", "button", "one button"])]))
        return action_button(g, "Get started")
    action = g.pick(["a call to action", "a CTA link", "a call-to-action link", "a link"])
    details.append(unquoted(g, [head, sub, action]))
    return action_link(g, "Get started", "/get-started")


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
    end = end or action_link(g, "Get started", "/get-started")
    root = root_attrs(g, details)
    body = [para(cap(words))] if words else []
    return Piece(what, section(g, title, *body, end, root=root), details)


_FAQ = bank(
    "FAQ|FAQ section|frequently asked questions|faq|questions and answers|"
    "FAQ accordion|Q&A section|"
    "FAQs|faq list|help section|Frequently asked questions|list of questions and answers|FAQ block"
)


def _spoken(g: Gen, value: str) -> str:
    """Say that the value is given, also without its last full stop or question mark."""
    g.given(value.rstrip(".?!"))
    return g.given(value)


@component("faq", 2.0)
def faq(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _FAQ)
    pairs = list(zip(QUESTIONS, ANSWERS, strict=True))
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
            g.sample(ASKED, n)
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
            answers = ANSWERS
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
    cells = post_cards(g, titles[:n])
    return Piece(what, grid(g, cells, title=title, root=root), details)
