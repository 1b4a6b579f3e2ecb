"""Whole requests for people, testimonials, articles and events, as people write them."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.given_parts import iso_date, some_people
from tagwright_training.corpus.kinds_shared import heading
from tagwright_training.corpus.natural_say import Value, Wish, natural
from tagwright_training.corpus.part_words import PRAISE
from tagwright_training.corpus.parts_cards import (
    card,
    card_text,
    event_html,
    grid,
    people_cards,
    post_cards,
    post_html,
    quote,
)
from tagwright_training.corpus.site_words import (
    ARTICLES,
    HEADLINES,
    ROLES,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    bank,
    one,
    some,
)

_PROFILE = {
    "n": (
        "[Profile|Team member|User card]: {name_b}",
        "{name_b} as a profile card",
        "A card that introduces {name}",
        "[Can I get|Could you make] a profile card for our colleague {name}?",
        "user card of {name_b}, photo included",
        "The team page needs a card for {name_b}",
        "profile card -> {name}",
    ),
    "nr": (
        "{name_b}, {role}: [profile card|team card]",
        "Profile card: {name_b} | {role}",
        "Our {role} is called {name_b}. Make a profile card.",
        "card for a person: name {name_b}, job {role}",
        "[Create|Write|Design] a profile card. The name is {name_b} and the job title is {role_q}.",
        "[Can I get|Could you make] a card for {name_b}, who works as {role}?",
        "profile\nname: {name_b}\nrole: {role}",
        "user card > photo, {name_b}, {role}",
        "introduce {name_b} ({role}) on a card with a photo",
        "team member card. Name: {name_b}. Position: {role}.",
        "Show who works here: {name_b}, {role_q}. One card with a picture.",
    ),
    "nrx": (
        "{name_b}, {role_q}, {text_q}: profile card",
        "Profile card for {name_b} ({role}). About: {text_q}",
        "[Create|Write] a profile card that shows the name {name_b}, the role {role_q} and a bio"
        " that says {text_q}",
        "team card\nname: {name_b}\nrole: {role}\nbio: {text}",
        "A card about {name_b}. Role: {role}. Bio: {text_q}",
        "This is {name_b}, our {role_q}. Bio: {text_q}. Put it all on a card with a photo",
    ),
}


@natural("natural_profile", 0.9)
def profile(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["n", "nr", "nr", "nr", "nrx"])
    name = some_people(g, 1, 0.5)[0]
    values: dict[str, Value] = {"name": name}
    body = []
    if "r" in parts:
        role = one(g, ROLES, 1, 2)
        values["role"] = role
        body.append(card_text(g, cap(role)))
    if "x" in parts:
        text = one(g, TEXTS, 3, 6)
        values["text"] = text
        body.append(card_text(g, cap(text)))
    html = card(g, name, body, root=wish.root("card"), img="avatar.jpg")
    return wish.piece(html, _PROFILE[parts], **values)


_TEAM = (
    "Team: {people}",
    "Team member cards: {people_comma}",
    "[Our team is|We are|The people behind this are] {people}. [Show us|Make a team section].",
    "Meet the team - {people_semi}",
    "{people_semi} -> team section",
    "[Can I get|Could you build] a team section with {people}?",
    "[Create|Write|Design] a section that presents our team. The members are {people}.",
    "Who works here?{people_bul}\n(team section)",
    "{n} team members, {people}",
    "section team > {n_d} cards: {people_comma}",
    "[Visitors should|I want people to] see who is on our team: {people}",
    "staff cards for {people}",
    "present {people} as [our team|the team]",
    "team of {n}\n{people_lines}",
)


@natural("natural_team", 1.0)
def team(g: Gen) -> Piece:
    wish = Wish(g)
    names = some_people(g, amount(g, 2, 4), 0.5)
    root = wish.root()
    if g.chance(0.6):
        pairs = [(name, one(g, ROLES, 1, 1)) for name in names]
        given: Value = pairs
    else:
        pairs = [(name, "") for name in names]
        given = names
    html = grid(g, people_cards(g, pairs), title="Our team", root=root)
    return wish.piece(html, _TEAM, people=given, n=len(names))


_SAID = (
    "{who_b} said about us: {words_q}. Show it as a testimonial",
    "Testimonial: {words_q} - {who_b}",
    "{words_q} ({who_b}) [as a quote|as a testimonial]",
    "[Create|Write|Design] a testimonial. The customer {who_b} says {words_q}.",
    "[Can I get|Could you make] a customer review that says {words_q}, signed by {who_b}?",
    "review by {who_b}: {words_q}",
    "customer quote\ntext: {words}\nname: {who_b}",
    "One of our customers, {who_b}, wrote {words_q}. Put that on the page as a quote.",
    "testimonial > blockquote {words_q} + name {who_b}",
    "A happy client called {who_b}, quoted with {words_q}",
    "feedback from {who_b}, a quote: {words_q}",
)


@natural("natural_testimonial", 0.7)
def testimonial(g: Gen) -> Piece:
    wish = Wish(g)
    who, words = some_people(g, 1, 0.5)[0], one(g, [*PRAISE, *TEXTS], 3, 6)
    return wish.piece(quote(g, words, who, wish.root()), _SAID, who=who, words=words)


_PRAISE = (
    "Testimonials from {people}",
    "[What do|What] {people} [say|think] about us? Testimonials please",
    "reviews section, customers {people}",
    "[Create|Write|Design] a section where {people} praise us",
    "{n} testimonials. They come from {people}.",
    "customer voices: {people_comma}",
    "section > {n_d} quotes ({people_comma})",
    "[Can I get|Could you add] quotes of our customers {people}?",
    "Happy customers:{people_bul}\nShow a testimonial of each",
    "social proof! quotes from {people}",
)


@natural("natural_testimonials", 0.5)
def testimonials(g: Gen) -> Piece:
    wish = Wish(g)
    who = some_people(g, amount(g, 2, 4), 0.5)
    root = wish.root()
    quotes = [quote(g, words, name) for words, name in zip(PRAISE, who, strict=False)]
    head = heading(g, "What our customers say")
    return wish.piece(h("section", root, head, *quotes), _PRAISE, people=who, n=len(who))


_POSTS = (
    "Blog posts: {titles}",
    "Latest posts are {titles}",
    "[Our blog|The blog] has new articles: {titles}. Show them.",
    "blog list > {titles_comma}",
    "{titles_pipe} as blog posts",
    "[Create|Write|Design] a blog section. It contains the posts {titles}.",
    "[Can I get|Could you make] a list of blog posts with teasers for {titles}?",
    "{n} article previews:{titles_bul}",
    "recent posts ({titles_semi})",
    "People should find our posts {titles} and read on from there",
)


@natural("natural_posts", 0.5)
def posts(g: Gen) -> Piece:
    wish = Wish(g)
    titles = some(g, [*ARTICLES, *TITLES], amount(g, 2, 4), 1, 3)
    root = wish.root()
    html = grid(g, post_cards(g, titles), title="Latest posts", root=root)
    return wish.piece(html, _POSTS, titles=titles, n=len(titles))


_POST = {
    "t": (
        "[Blog post|Article] preview: {title}",
        "a teaser for the blog post {title_q}",
        "[Can I get|Could you make] a preview of my article {title_q}?",
        "post card > {title_q}",
        "[Create|Write] a card for a blog post. It is titled {title}.",
        "there is a new article called {title_q} on the blog, show a preview",
    ),
    "td": (
        "[Blog post|Article]: {title_q}, {date_b}",
        "{date_b} - {title_q} - blog post card",
        "[Create|Write] a blog post preview. Title: {title}. Date: {date_b}.",
        "On {date_b} we posted {title_q}. Make the preview card.",
        "post card\ntitle: {title}\ndate: {date_b}",
        "news teaser: headline {title_q}, published {date_b}",
    ),
    "tdw": (
        "blog post preview: {title_q}, {date_b}, {who_b}",
        "{who_b} wrote {title_q} on {date_b}. Show the blog post as a card",
        "[Create|Write] a card for an article. Title: {title}. Author: {who_b}. Date: {date_b}.",
        "post card\ntitle: {title}\nauthor: {who_b}\ndate: {date_b}",
        "article teaser {title_q} written by {who_b} on {date_b}",
    ),
}


@natural("natural_post_card", 0.5)
def post_card(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["t", "td", "td", "tdw"])
    title = one(g, [*ARTICLES, *HEADLINES])
    values: dict[str, Value] = {"title": title}
    date = who = ""
    if "d" in parts:
        date = iso_date(g)
        values["date"] = date
    if "w" in parts:
        who = some_people(g, 1, 0.5)[0]
        values["who"] = who
    html = post_html(g, title, date, who, SENTENCES[0], wish.root("card"))
    return wish.piece(html, _POST[parts], **values)


_EVENT = (
    "{title_q}, {date_b}, {place_b}: event card",
    "Event: {title} | {date_b} | {place_b}",
    "[Our event|The event] {title_q} takes place in {place_b} on {date_b}. Make a card for it.",
    "[Create|Write|Design] an event card. Name: {title}. Date: {date_b}. Place: {place_b}.",
    "event\nname: {title}\nwhen: {date_b}\nwhere: {place_b}",
    "On {date_b} there is {title_q} in {place_b}, people should be able to register",
    "[Can I get|Could you make] a card for the event {title_q} in {place_b} on {date_b}?",
    "upcoming event {title_q} - {place_b} - {date_b}",
    "card for an event: when {date_b}, where {place_b}, what {title_q}",
)


@natural("natural_event", 0.5)
def event(g: Gen) -> Piece:
    wish = Wish(g)
    names = bank("Summer party|Open day|Jazz night|Book fair|Design conference|City run|Code camp")
    title, date, place = one(g, names), iso_date(g), one(g, lexicon.CITIES, 1, 1)
    html = event_html(g, title, date, place, "Register", wish.root("card"))
    return wish.piece(html, _EVENT, title=title, date=date, place=place)
