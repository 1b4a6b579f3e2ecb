"""Whole requests for sections of a page, as people write them."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.kinds_shared import heading
from tagwright_training.corpus.natural_say import Value, Wish, natural
from tagwright_training.corpus.part_words import ANSWERS, ASKED, QUESTIONS
from tagwright_training.corpus.parts_cards import columns_html, headed, section
from tagwright_training.corpus.parts_forms import Field, form_html
from tagwright_training.corpus.parts_pages import (
    address_html,
    contact_form,
    newsletter_form,
    question,
)
from tagwright_training.corpus.parts_site import action_button, action_link, hero_html
from tagwright_training.corpus.site_words import (
    ACTIONS,
    HEADLINES,
    LOREM,
    SENTENCES,
    TEXTS,
    TITLES,
    TOPICS,
    amount,
    bank,
    one,
    para,
    some,
)

# The parts that a hero's request gives: t title, x text, b button, l link to an address.
_HERO = {
    "t": (
        "Hero: {title}",
        "The first thing visitors read is {title_q}. Hero section",
        "hero, headline {title}",
        "{title_q} as a hero",
        "section hero > h1: {title_q}",
        "[Can I get|Could you write] a hero that says {title_q}?",
        "big banner at the top of the page, it says {title_q}",
        "[Create|Write|Design] a hero section whose headline reads {title_q}",
    ),
    "tx": (
        "Hero: {title_q} / {text_q}",
        "hero > h1 + p: {title_q}, {text_q}",
        "[Create|Write|Design] a hero section. The headline is {title_q}. The text below it is"
        " {text_q}.",
        "On top of the page in large letters {title_q}, then smaller {text_q} (hero)",
        "hero\nheadline: {title}\nsubline: {text}",
        "We greet people with {title_q} and {text_q}. A hero section please",
        "[Can I get|Could you make] a hero with {title_q} in big and {text_q} under it?",
        "{title_q} + {text_q} = hero",
        "hero banner, on top {title_q}, under that {text_q}",
        "The hero's headline: {title_q}. Its tagline: {text_q}.",
    ),
    "txb": (
        "Hero: {title_q}, {text_q}, button {action_q}",
        "hero > h1 + p + btn: {title_q}, {text_q}, {action_q}",
        "[Create|Write|Design] a hero section with three things: the headline {title_q}, the"
        " paragraph {text_q} and a button that says {action_q}",
        "Start of the landing page: {title_q} as the headline, {text_q} below, and a button that"
        " reads {action_q}",
        "A hero. Headline: {title}. Tagline: {text_q}. The button should read {action_q}.",
        "hero\nheadline: {title}\ntext: {text}\nbutton: {action}",
        "[Can I get|Could I have] a hero? {title_q} is the headline, {text_q} the text, label the"
        " button {action_q}",
        "I need a banner where people read {title_q} and {text_q} and then press the button"
        " {action_q}",
        "jumbotron | {title_q} | {text_q} | button {action_q}",
        "hero, first {title_q}, then {text_q}, finally a {action_q} button",
    ),
    "tb": (
        "Hero {title_q} + button {action_q}",
        "The hero says {title_q}. One button, label it {action_q}.",
        "[Create|Write] a hero section. Heading: {title}. Button text: {action}.",
        "hero > h1 + button: {title}, {action}",
        "A big headline {title_q} and under it a button {action_q}, as a hero",
        "[Can you|Could you] write a hero {title_q} where the button reads {action_q}?",
        "Visitors see {title_q} and can press {action_q} (a button). Hero!",
        "hero\nheadline: {title}\nbutton: {action}",
    ),
    "tl": (
        "Hero {title_q}, link {action_q} -> {href_b}",
        "The hero says {title_q} and has a link {action_q} that leads to {href_b}",
        "hero\nheadline: {title}\nlink: {action} ({href_b})",
        "[Create|Write] a hero section with the headline {title_q} and a link. The link text is"
        " {action_q} and it goes to {href_b}.",
        "banner {title_q}; below, a link to {href_b} that says {action_q}",
    ),
}


@natural("natural_hero", 1.5)
def hero(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["t", "tx", "tx", "txb", "txb", "tb", "tl"])
    title = one(g, HEADLINES)
    values: dict[str, Value] = {"title": title}
    words, ends = "", []
    if "x" in parts:
        words = one(g, TEXTS, 3, 6)
        values["text"] = words
    if "b" in parts or "l" in parts:
        action = one(g, ACTIONS, 1, 2)
        values["action"] = action
        href = lexicon.url(g) if "l" in parts else ""
        if href:
            values["href"] = href
        ends.append(action_link(g, action, href) if href else action_button(g, action))
    root = wish.root()
    if parts == "t":
        words, ends = SENTENCES[0], [action_link(g, "Get started")]
    return wish.piece(hero_html(g, title, words, ends, root), _HERO[parts], **values)


_CTA = {
    "tb": (
        "CTA: {title_q}, button {action_q}",
        "call to action, {title_q} and a button {action_q}",
        "Ask people {title_q} and give them a button {action_q} (call to action)",
        "[Create|Write|Design] a call to action section. It says {title_q}. The button reads"
        " {action_q}.",
        "cta > h2 + btn: {title_q}, {action_q}",
        "[Can I get|Could you make] a CTA that says {title_q} with a button {action_q}?",
        "cta\nheadline: {title}\nbutton: {action}",
        "at the end of the page we want to push people: {title_q}, button {action_q}. CTA section",
    ),
    "txb": (
        "CTA: {title_q} / {text_q} / button {action_q}",
        "[Create|Write|Design] a call to action. Headline: {title_q}. Text: {text_q}. Button:"
        " {action_q}.",
        "cta > h2 + p + btn: {title_q}, {text_q}, {action_q}",
        "cta\nheadline: {title}\ntext: {text}\nbutton: {action}",
        "call to action: on top {title_q}, below it {text_q}, and the button says {action_q}",
        "We need a call-to-action block that first says {title_q}, then {text_q}, with"
        " {action_q} on"
        " the button",
    ),
}


@natural("natural_cta", 0.7)
def cta(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["tb", "tb", "txb"])
    title, action = one(g, HEADLINES), one(g, ACTIONS, 1, 2)
    values: dict[str, Value] = {"title": title, "action": action}
    body = []
    if "x" in parts:
        text = one(g, TEXTS, 3, 6)
        values["text"] = text
        body.append(para(cap(text)))
    html = section(g, title, *body, action_button(g, action), root=wish.root())
    return wish.piece(html, _CTA[parts], **values)


_FAQ = (
    "FAQ:{asked_bul}",
    "FAQ: {asked_quotes}",
    "[People|Customers|Visitors] [often|always] ask {asked_quotes}. [Answer that in a FAQ|FAQ"
    " section please]",
    "faq > {asked_quotes}",
    "[Create|Write|Design] a FAQ section. The questions are {asked_quotes}.",
    "[Can I get|Could you write] a FAQ that answers {asked_quotes}?",
    "questions to answer in the FAQ\n{asked_lines}",
    "frequently asked: {asked_quotes}",
    "{n} questions for the help section: {asked_quotes}",
    "{asked_quotes} -> FAQ",
)
_FAQ_ANSWERED = (
    "FAQ\n{asked_qa}",
    "{asked_qa}\nMake a FAQ from this",
    "FAQ. {asked_pairs}",
    "[Create|Write] a FAQ section with these questions and answers: {asked_pairs}",
    "questions and answers for the FAQ: {asked_pairs}",
    "faq {n}: {asked_pairs}",
)
_FAQ_COUNT = (
    "FAQ x{n_d}",
    "[Create|Write|Design] a FAQ section. There should be {n} questions in it.",
    "faq > {n_d} questions",
    "{n} common questions and their answers",
    "[Can I get|Could you write] a FAQ? {n} questions will do",
    "We get asked a lot of things. FAQ section, {n} entries",
    "help section that answers {n} questions",
)


@natural("natural_faq", 1.0)
def faq(g: Gen) -> Piece:
    wish = Wish(g)
    root = wish.root()
    title = "Frequently asked questions"
    if g.chance(0.25):
        n = amount(g, 2, 5)
        cells = [question(a, b) for a, b in zip(QUESTIONS[:n], ANSWERS, strict=False)]
        return wish.piece(section(g, title, *cells, root=root), _FAQ_COUNT, n=n)
    asked = (
        g.sample(ASKED, amount(g, 1, 4))
        if g.chance(0.5)
        else [f"{v}?" for v in lexicon.phrases(g, amount(g, 1, 4), 2, 4)]
    )
    if g.chance(0.4):
        answers = [one(g, TEXTS, 2, 4) for _ in asked]
        cells = [question(a, cap(b)) for a, b in zip(asked, answers, strict=True)]
        html = section(g, title, *cells, root=root)
        pairs = list(zip(asked, answers, strict=True))
        return wish.piece(html, _FAQ_ANSWERED, asked=pairs, n=len(asked))
    cells = [question(a, b) for a, b in zip(asked, ANSWERS, strict=False)]
    html = section(g, title, *cells, root=root)
    return wish.piece(html, _FAQ, asked=asked, n=len(asked))


_ABOUT = {
    "x": (
        "About us: {text_q}",
        "The about section says {text_q}",
        "about us > p: {text_q}",
        "[Create|Write|Design] an about us section. The text is {text_q}.",
        "[Can I get|Could you write] an about section that tells people {text_q}?",
        "who are we? {text_q} (about section)",
        "tell visitors about us: {text_q}",
    ),
    "tx": (
        "About section, headline {title_q}, text {text_q}",
        "about > h2 + p: {title_q}, {text_q}",
        "An about section. On top {title_q}, below {text_q}.",
        "[Create|Write|Design] an about section. Its heading is {title_q} and it says {text_q}.",
        "about\nheading: {title}\ntext: {text}",
        "[Can I get|Could you write] an about section headed {title_q} that tells people {text_q}?",
        "about us, but call it {title_q}; the text reads {text_q}",
    ),
}


@natural("natural_about", 0.6)
def about(g: Gen) -> Piece:
    wish = Wish(g)
    words = one(g, TEXTS, 3, 6)
    parts = g.pick(["x", "tx"])
    title = "About us"
    values: dict[str, Value] = {"text": words}
    if "t" in parts:
        title = one(g, bank("Our story|Who we are|Since 1987|Our mission|Meet the makers"))
        values["title"] = title
    html = section(g, title, para(cap(words)), root=wish.root())
    return wish.piece(html, _ABOUT[parts], **values)


_CONTACT = (
    "contact section, headline {title_q}",
    "Contact section {title_q}",
    "A contact section where {title_q} stands above the form",
    "[Create|Write|Design] a contact section. The heading is {title_q}. Below is a contact form.",
    "[Can I get|Could you write] a contact section that is called {title_q}?",
    "section > h2 {title_q} + contact form",
    "{title_q}: contact section with the usual form",
    "People should be able to reach us, contact section titled {title_q}",
)
_CONTACT_FIELDS = (
    "contact section: {fields}",
    "A contact section. The form asks for {fields}.",
    "contact section > form: {fields_comma}",
    "[Create|Write|Design] a contact section. In the form people fill in {fields}.",
    "[Can I get|Could you write] a contact section whose form has {fields}?",
    "Contact section, the fields of the form are {fields}",
    "contact section\nform: {fields_comma}",
)
_ADDRESS = (
    "address: {place_b}, {phone_b}, {mail_b}",
    "You find us at {place_b}. Phone {phone_b}, mail {mail_b}. Contact info",
    "Contact details\n{place_b}\n{phone_b}\n{mail_b}",
    "contact information. Street: {place_b}. Phone: {phone_b}. Email: {mail_b}.",
    "[Create|Write] an address block. The street is {place_b}, the phone number {phone_b} and the"
    " email {mail_b}.",
    "[Can I get|Could you show] our address ({place_b}), our phone number ({phone_b}) and our mail"
    " {mail_b}?",
    "people can call {phone_b}, write to {mail_b} or come to {place_b}: contact info",
)


@natural("natural_contact", 0.9)
def contact(g: Gen) -> Piece:
    wish = Wish(g)
    root = wish.root()
    style = g.rng.random()
    if style < 0.3:
        title = one(g, bank("Get in touch|Contact us|Write to us|Say hello|Talk to us"), 1, 3)
        html = section(g, title, contact_form(g), root=root)
        return wish.piece(html, _CONTACT, title=title)
    if style < 0.6:
        words = bank("name|email|message|phone|subject|company|first name|last name")
        fields = some(g, words, amount(g, 2, 6), 1, 2)
        form = form_html(g, [Field(v) for v in fields], "Send")
        return wish.piece(section(g, "Contact", form, root=root), _CONTACT_FIELDS, fields=fields)
    kind_ = g.pick(["Street", "Road", "Lane", "Avenue", "Square"])
    place = f"{g.rng.randint(1, 200)} {cap(lexicon.word(g))} {kind_}"
    phone = f"{g.pick(['+1 555 ', '+49 30 ', '555-', '+44 '])}{g.rng.randint(100000, 9999999)}"
    mail = f"{g.pick(['info', 'hello', lexicon.pseudo_word(g)])}@{lexicon.word(g)}.com"
    html = address_html(place, phone, mail, root)
    return wish.piece(html, _ADDRESS, place=place, phone=phone, mail=mail)


_ARTICLE = {
    "t": (
        "Article: {title_q}",
        "[Create|Write] an article. Its heading is {title_q}.",
        "article > h2 {title_q} + p",
        "[Can I get|Could you start] an article called {title_q}?",
        "an article element, headline {title}, any text",
    ),
    "tn": (
        "Article {title_q}, {n} paragraphs",
        "article > h2 + {n_d}p: {title}",
        "[Create|Write|Design] an article. Title: {title}. It should have {n} paragraphs.",
        "An article headed {title_q}. The text is {n} paragraphs long.",
        "[Can I get|Could you write] an article called {title_q} that has {n} paragraphs?",
        "article | {title} | {n_d} paragraphs",
        "The article {title_q} is made of {n} paragraphs",
        "headline {title_q} followed by {n} paragraphs, all in an article",
    ),
    "tl": (
        "Article {title_q}, {n} paragraphs of lorem ipsum",
        "[Create|Write] an article called {title_q}. Fill it with {n} paragraphs of lorem ipsum.",
        "article > h2 {title_q} + {n_d} x lorem ipsum",
        "an article headed {title_q}, lorem ipsum, {n} paragraphs",
        "{n} lorem ipsum paragraphs under the heading {title_q}, in an article",
    ),
    "tx": (
        "Article: {title_q} - {text_q}",
        "article > h2 {title_q} + p {text_q}",
        "[Create|Write] an article. The heading says {title_q} and the paragraph says {text_q}.",
        "An article that starts with {title_q} and goes on with {text_q}",
        "article\nheading: {title}\ntext: {text}",
        "[Can I get|Could you write] an article headed {title_q} whose only paragraph is {text_q}?",
    ),
}


@natural("natural_article", 1.1)
def article(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["t", "tn", "tn", "tl", "tx", "tx"])
    title = one(g, TITLES)
    values: dict[str, Value] = {"title": title}
    body = para(SENTENCES[0])
    if parts in ("tn", "tl"):
        n = g.rng.choice([2, 2, 3, 3, 4, 5])
        values["n"] = n
        body = "".join(para(text) for text in (LOREM if parts == "tl" else SENTENCES)[:n])
    elif parts == "tx":
        text = one(g, TEXTS, 3, 6)
        values["text"] = text
        body = para(cap(text))
    root = wish.root(share=0.12)
    words = _ARTICLE[parts]
    tag = "article"
    if g.chance(0.45):
        tag = "section"
        words = tuple(
            t.replace("an article", "a section")
            .replace("An article", "A section")
            .replace("article", "section")
            .replace("Article", "Section")
            for t in words
        )
    html = h(tag, root, heading(g, title), body)
    return wish.piece(html, words, **values)


_COLUMNS = (
    "{n} columns: {titles}",
    "columns headed {titles}",
    "{titles_pipe} next to each other in columns",
    "row > {n_d} col: {titles_comma}",
    "{n_d}-col layout ({titles_comma})",
    "[Create|Write|Design] a layout that has {n} columns. The headings are {titles}.",
    "[Can I get|Could you make] {n} columns, one each for {titles}?",
    "Split this part of the page into columns: {titles_slash}",
    "columns from left to right: {titles_then}",
    "side by side: {titles}, each a column with a heading and text",
    "columns{titles_bul}",
)


@natural("natural_columns", 0.6)
def columns(g: Gen) -> Piece:
    wish = Wish(g)
    titles = some(g, TITLES, g.rng.choice([2, 2, 3, 4]), 1, 2)
    root = wish.root("row")
    html = columns_html(g, headed(g, titles), root)
    return wish.piece(html, _COLUMNS, titles=titles, n=len(titles))


_NEWS = (
    "Newsletter section {title_q}",
    "newsletter, headline {title_q}",
    "[Create|Write|Design] a newsletter section. Its headline reads {title_q}.",
    "We want visitors to leave their email, section headed {title_q} (newsletter)",
    "[Can I get|Could you make] a newsletter section that says {title_q} on top?",
    "section > h2 {title_q} + newsletter form",
    "{title_q}: newsletter signup section",
)


@natural("natural_newsletter", 0.4)
def newsletter(g: Gen) -> Piece:
    wish = Wish(g)
    title = one(g, bank("Stay in touch|Join our newsletter|Never miss a post|Get our news"), 1, 3)
    html = section(g, title, newsletter_form(g), root=wish.root())
    return wish.piece(html, _NEWS, title=title)


_FOR = {
    "hero": (
        "hero for a {topic_b}",
        "We run a {topic_b}. Hero section for the landing page",
        "The landing page of our {topic_b} [starts with|needs] a hero",
        "[Can I get|Could you write] a hero for the site of a {topic_b}?",
        "[Create|Write|Design] a hero section for a website about a {topic_b}",
    ),
    "cta": (
        "CTA for a {topic_b}",
        "Make people try our {topic_b}: call to action",
        "[Create|Write|Design] a call to action section for a {topic_b}",
        "The page of our {topic_b} ends with a call to action",
    ),
    "about": (
        "about section for a {topic_b}",
        "We run a {topic_b}. About section please",
        "[Create|Write|Design] an about us section for the website of a {topic_b}",
        "[Can I get|Could you write] an about section for our {topic_b}?",
    ),
}


@natural("natural_section_for", 0.6)
def section_for(g: Gen) -> Piece:
    wish = Wish(g)
    what = g.pick(list(_FOR))
    topic = g.pick(TOPICS) if g.chance(0.6) else lexicon.phrase(g, 1, 2)
    root = wish.root()
    start = action_link(g, "Get started")
    if what == "hero":
        html = hero_html(g, topic, SENTENCES[0], [start], root)
    elif what == "cta":
        html = section(g, topic, start, root=root)
    else:
        html = section(g, topic, para(SENTENCES[0]), root=root)
    forms = _FOR[what]
    if topic[0].lower() in "aeiou":
        forms = tuple(form.replace(" a {topic", " an {topic") for form in forms)
    return wish.piece(html, forms, topic=topic)
