"""Whole requests for dialogs, accordions, banners and quotations, as people write them."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.given_parts import person
from tagwright_training.corpus.kinds_shared import heading
from tagwright_training.corpus.natural_say import Wish, natural
from tagwright_training.corpus.parts_cards import quote
from tagwright_training.corpus.parts_notices import (
    accordion_html,
    announcement_html,
    cookies_html,
    modal_html,
)
from tagwright_training.corpus.parts_site import action_link
from tagwright_training.corpus.site_words import (
    ACTIONS,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    bank,
    one,
    para,
    some,
)

_MODAL = (
    "Modal: {title_q}, {text_q}, buttons {actions}",
    "A dialog asks {title_q}. It explains {text_q}. The user answers with {actions_or}.",
    "dialog > h2 {title_q} + p {text_q} + {n_d} buttons ({actions_comma})",
    "[Create|Write|Design] a modal dialog. The title is {title_q} and the text is {text_q}. The"
    " buttons are {actions}.",
    "[Can I get|Could you make] a popup that says {title_q} and {text_q}, to be answered with"
    " {actions_or}?",
    "popup\ntitle: {title}\ntext: {text}\nbuttons: {actions_slash}",
    "Before it is too late we ask the user {title_q} in a modal, with the text {text_q} and the"
    " buttons {actions}",
    "modal | {title_q} | {text_q} | buttons {actions_slash}",
    "confirm dialog, headline {title_q}, message {text_q}, buttons read {actions}",
)
_MODAL_SHORT = (
    "dialog {title_q}: {actions_or}",
    "Ask the user {title_q} in a [dialog|modal|popup], buttons {actions}",
    "modal > {title_q}, buttons {actions_slash}",
    "[Create|Write|Design] a modal that is titled {title_q}. It has the buttons {actions}.",
    "popup titled {title_q}, the buttons say {actions}",
    "[Can I get|Could you make] a dialog {title_q} where one clicks {actions_or}?",
)


@natural("natural_modal", 0.8)
def modal(g: Gen) -> Piece:
    wish = Wish(g)
    title = one(
        g,
        bank("Delete file?|Are you sure?|New project|Leave this page?|Edit profile|Log out now?"),
        1,
        3,
    )
    pairs = [["Cancel", "Delete"], ["No", "Yes"], ["Close", "Save"], ["Back", "Continue"]]
    actions = g.pick(pairs) if g.chance(0.5) else lexicon.phrases(g, 2, 1, 1)
    root = wish.root("modal")
    if g.chance(0.4):
        html = modal_html(g, root, title, para(SENTENCES[0]), actions)
        return wish.piece(html, _MODAL_SHORT, title=title, actions=actions)
    text = one(g, [*TEXTS, "This cannot be undone.", "Your changes will be lost."], 3, 6)
    html = modal_html(g, root, title, para(cap(text)), actions)
    return wish.piece(html, _MODAL, title=title, text=text, actions=actions, n=2)


_ACCORDION = (
    "Accordion: {titles}",
    "{titles_pipe} [as an accordion|-> accordion]",
    "accordion > {titles_comma}",
    "The details are hidden until one opens {titles}. Accordion",
    "[Create|Write|Design] an accordion. It has the sections {titles}.",
    "[Can I get|Could you put] {titles} into an accordion?",
    "Accordion with {n} parts:{titles_bul}",
    "sections that fold open: {titles} (accordion)",
    "collapsible panels, {titles_then}",
    "we need to save space, so {titles} go into an accordion",
)


@natural("natural_accordion", 0.6)
def accordion(g: Gen) -> Piece:
    wish = Wish(g)
    titles = some(g, TITLES, amount(g, 2, 3 if g.bootstrap else 5), 1, 3)
    root = wish.root("accordion")
    return wish.piece(accordion_html(g, titles, root), _ACCORDION, titles=titles, n=len(titles))


_NOTICE = {
    "x": (
        "Announcement bar: {text_q}",
        "Tell everyone {text_q} in a bar on top of the page (announcement)",
        "announcement > {text_q}",
        "[Create|Write] an announcement bar that reads {text_q}",
        "[Can I get|Could we have] an announcement banner with {text_q} on it?",
        "promo bar at the top, it says {text_q}",
        "we want to announce {text_q}, as a small bar above everything",
    ),
    "xl": (
        "Announcement bar: {text_q}, link {action_q}",
        "announcement > {text_q} + link {action_q}",
        "[Create|Write] an announcement bar. Text: {text_q}. Link: {action_q}.",
        "promo bar that says {text_q}, people can follow the link {action_q}",
        "[Can I get|Could we have] an announcement {text_q} with a link that reads {action_q}?",
    ),
}
_COOKIES = (
    "cookie banner: {text_q}, buttons {actions}",
    "Cookies! The banner says {text_q} and people choose {actions_or}",
    "cookie notice > p {text_q} + buttons {actions_slash}",
    "[Create|Write|Design] a cookie consent banner. The text is {text_q}. The buttons are"
    " {actions}.",
    "[Can I get|Could you make] a cookie banner that reads {text_q} and lets visitors click"
    " {actions_or}?",
    "cookie bar\ntext: {text}\nbuttons: {actions_slash}",
)


@natural("natural_banner", 0.7)
def banner(g: Gen) -> Piece:
    wish = Wish(g)
    if g.chance(0.4):
        words = one(
            g, bank("This site uses cookies.|We value your privacy.|Cookies help us."), 3, 6
        )
        labels = bank("Accept all|Reject|Settings|OK|Allow|Deny|Only necessary")
        actions = g.sample(labels, 2) if g.chance(0.5) else lexicon.phrases(g, 2, 1, 1)
        html = cookies_html(g, words, actions, wish.root("alert alert-secondary"))
        return wish.piece(html, _COOKIES, text=words, actions=actions)
    words = one(g, bank("20% off this week|We are hiring!|New shop opening in May|Sale ends soon"))
    root = wish.root("alert alert-info")
    if g.chance(0.4):
        action = one(g, ACTIONS, 1, 2)
        html = announcement_html(words, action, root)
        return wish.piece(html, _NOTICE["xl"], text=words, action=action)
    return wish.piece(announcement_html(words, "", root), _NOTICE["x"], text=words)


_QUOTE = (
    "{words_q} - {who_b}",
    "{words_q}, {who_b} [once said|said]. [As a quote|Blockquote]",
    "quote > {words_q} ({who_b})",
    "blockquote: {words_q}, source: {who_b}",
    "[Create|Write] a block quote. The words are {words_q} and they are by {who_b}.",
    "[Can I get|Could you set] {words_q} as a quote of {who_b}?",
    "as {who_b} put it: {words_q} (blockquote)",
    "quotation\ntext: {words}\nauthor: {who_b}",
    "Quote {who_b}, who wrote {words_q}",
)


@natural("natural_quote", 0.5)
def quotation(g: Gen) -> Piece:
    wish = Wish(g)
    who = person(g, 0.5)
    words = one(g, [*TEXTS, "Less is more.", "Stay hungry.", "Time is a friend."], 3, 7)
    return wish.piece(quote(g, words, who, wish.root()), _QUOTE[1:], who=who, words=words)


_MISSING = (
    "404 section: {title_q}, link {action_q}",
    "The page does not exist. Say {title_q} and offer a link {action_q} (404 section)",
    "404 block > {title_q} + link {action_q}",
    "[Create|Write|Design] a 404 section. The heading is {title_q}. The link home reads"
    " {action_q}.",
    "[Can I get|Could you write] a not found section with {title_q} and a link back that says"
    " {action_q}?",
    "not found message\nheadline: {title}\nlink: {action}",
    "error 404 block, on top {title_q}, the way back is called {action_q}",
)


@natural("natural_missing", 0.3)
def missing(g: Gen) -> Piece:
    wish = Wish(g)
    title = one(g, bank("404|Oops!|Nothing here|Lost?|Not found"), 1, 3)
    action = one(g, bank("Go home|Take me home|Back|Back to start"), 1, 2)
    body = para("The page you are looking for does not exist.")
    body += action_link(g, action, "/")
    html = h("section", wish.root(), heading(g, title), body)
    return wish.piece(html, _MISSING, title=title, action=action)
