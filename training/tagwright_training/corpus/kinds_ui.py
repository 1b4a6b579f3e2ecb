"""Things that open, close or explain: dialogs, accordions, banners, tooltips."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.given_parts import text_detail
from tagwright_training.corpus.kinds_shared import Attrs, heading, label, noun, root_attrs
from tagwright_training.corpus.parts_nav import link_list, to_links
from tagwright_training.corpus.parts_notices import (
    accordion_html,
    announcement_html,
    cookies_html,
    dismiss_html,
    modal_html,
)
from tagwright_training.corpus.parts_pages import (
    contact_form,
    login_form,
    newsletter_form,
)
from tagwright_training.corpus.parts_site import action_link
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    ACTIONS,
    PAGES,
    SENTENCES,
    TITLES,
    amount,
    ask,
    bank,
    button,
    component,
    link,
    one,
    para,
    some,
    titled,
)

_MODAL = bank(
    "modal|dialog|modal dialog|popup|modal window|Modal|popup window|dialog box|lightbox|pop-up|"
    "overlay dialog|modal popup|confirmation dialog|Dialog|modal component|confirm popup"
)


@component("modal", 2.0)
def modal(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _MODAL, purpose=0)
    title, words, actions = "Dialog title", SENTENCES[0], ["Cancel", "OK"]
    inner = ""
    if "confirm" in what:
        title, words = "Are you sure?", "This cannot be undone."
    if g.chance(0.75):
        title = one(
            g,
            [
                "Delete file?",
                "Are you sure?",
                "Log in",
                "Terms of use",
                "New project",
                "Leave this page?",
                "Edit profile",
                "Share this",
            ],
            1,
            3,
        )
        details.append(titled(g, title, ["title", "heading", "header"]))
        if g.chance(0.15):
            forms = {"login": login_form, "newsletter": newsletter_form, "contact": contact_form}
            name = g.pick(list(forms))
            details.append(f"a {name} form")
            inner = forms[name](g)
        elif g.chance(0.6):
            words = text_detail(g, details)
        if not inner and g.chance(0.6):
            n = g.rng.choice([1, 2, 2, 2])
            pairs = [
                ["Cancel", "Delete"],
                ["No", "Yes"],
                ["Close", "Save"],
                ["Back", "Continue"],
                ["Cancel", "Send"],
            ]
            actions = g.pick(pairs)[:n] if g.chance(0.6) else lexicon.phrases(g, n, 1, 1)
            if n == 1:
                details.append(ask(g, actions[0], ["a button {q}", "a {q} button", "a {v} button"]))
            else:
                details.append(
                    g.pick(
                        ["buttons {}", "the buttons {}", "{} buttons", "two buttons: {}"]
                    ).format(listing(g, [g.given(a) for a in actions]))
                )
    root = root_attrs(g, details, "modal")
    return Piece(
        what,
        modal_html(g, root, title, inner or para(cap(words)), [] if inner else actions),
        details,
    )


_ACCORDION = bank(
    "accordion|collapsible sections|accordion menu|collapsible list|expandable sections|Accordion|"
    "accordion component|collapsible panels|collapse|expandable list|toggle sections"
)


@component("accordion", 1.5)
def accordion(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _ACCORDION)
    titles = ["Section one", "Section two", "Section three", "Section four"][:3]
    if g.chance(0.75):
        if g.chance(0.35):
            n = amount(g, 2, 4)
            titles = ["Section one", "Section two", "Section three", "Section four"][:n]
            details.append(
                count(
                    g,
                    n,
                    g.pick(["section", "item", "panel"]),
                    g.pick(["sections", "items", "panels"]),
                )
            )
        else:
            titles = some(g, TITLES, amount(g, 2, 3 if g.bootstrap else 5), 1, 3)
            details.append(
                items(g, g.pick(["sections", "items", "titles", "panels", "headings"]), titles)
            )
    root = root_attrs(g, details, "accordion")
    return Piece(what, accordion_html(g, titles, root), details)


@component("details", 1.2, nests=True)
def details_kind(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "details element|collapsible|disclosure|details and summary|spoiler|"
            "expandable text|read more toggle|show more|details|Details|"
            "disclosure widget|expander"
        ),
    )
    title, words = "Details", SENTENCES[0]
    if g.chance(0.75):
        title = one(
            g,
            [
                "Show more",
                "Read more",
                "Shipping",
                "Ingredients",
                "Technical data",
                "What is this?",
            ],
            1,
            3,
        )
        details.append(titled(g, title, ["summary", "title", "summary"]))
        if g.chance(0.7):
            words = text_detail(g, details)
    root = root_attrs(g, details)
    opened: Attrs = {}
    if g.chance(0.1):
        details.append(g.pick(["open by default", "open", "expanded", "initially open"]))
        opened = {"open": True}
    html = h("details", {**root, **opened}, h("summary", None, label(title)), para(cap(words)))
    return Piece(what, html, details)


@component("cookie-banner", 1.2)
def cookie_banner(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "cookie banner|cookie notice|cookie consent|cookie consent banner|"
            "GDPR banner|Cookie banner|cookie message|cookie popup|cookie bar|"
            "privacy notice|consent banner|cookie policy banner"
        ),
    )
    words, actions = "We use cookies to improve this site.", ["Accept", "Decline"]
    if g.chance(0.65):
        if g.chance(0.5):
            words = one(
                g,
                ["This site uses cookies.", "We value your privacy.", "We need your consent."],
                3,
                6,
            )
            details.append(
                ask(g, words, ["the text {q}", "text {q}", "the message {q}", "saying {q}"])
            )
        if g.chance(0.7):
            n = g.rng.choice([1, 2, 2, 3])
            labels = [
                "Accept all",
                "Reject",
                "Settings",
                "OK",
                "Got it",
                "Allow",
                "Deny",
                "Only necessary",
            ]
            actions = g.sample(labels, n) if g.chance(0.6) else lexicon.phrases(g, n, 1, 1)
            details.append(
                g.pick(["buttons {}", "the buttons {}", "{} buttons", "actions {}"]).format(
                    listing(g, [g.given(a) for a in actions])
                )
                if n > 1
                else ask(g, actions[0], ["a button {q}", "a {q} button"])
            )
    more = ""
    if g.chance(0.2):
        details.append(
            g.pick(["a link to the privacy policy", "a privacy policy link", "privacy link"])
        )
        more = link("Privacy policy", "/privacy")
    root = root_attrs(g, details, "alert alert-secondary")
    return Piece(what, cookies_html(g, words, actions, root, more), details)


@component("not-found", 1.0)
def not_found(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "404 block|404 section|404 message|page not found section|error 404 block|"
            "not found message|404 error section|404 content|error section"
        ),
    )
    title, words, action = (
        "Page not found",
        "The page you are looking for does not exist.",
        "Back to the home page",
    )
    if g.chance(0.6):
        title = one(g, ["404", "Oops!", "Nothing here", "Lost?", "We can't find that page"], 1, 3)
        details.append(titled(g, title))
        if g.chance(0.4):
            words = text_detail(g, details)
        if g.chance(0.5):
            action = one(g, ["Go home", "Take me home", "Back", "Back to start"], 1, 2)
            details.append(
                ask(g, action, ["a link {q}", "a {q} link", "a home link {q}", "the link {q}"])
            )
    root = root_attrs(g, details)
    body = para(cap(words)) + action_link(g, action, "/")
    return Piece(what, h("section", root, heading(g, title), body), details)


@component("tooltip", 1.0, nests=True)
def tooltip(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "tooltip|button with tooltip|tooltip button|info tooltip|hover tooltip|"
            "Tooltip|help tooltip|tool tip|button with a tooltip"
        ),
    )
    words, caption = "More information", "Help"
    if g.chance(0.75):
        words = one(
            g,
            [
                "Copy to clipboard",
                "Save your work",
                "Opens in a new tab",
                "Required",
                "Only you can see this",
            ],
            1,
            4,
        )
        details.append(
            ask(
                g,
                words,
                [
                    "the text {q}",
                    "text {q}",
                    "tooltip text {q}",
                    "saying {q}",
                    "the tooltip {q}",
                    "{q}",
                ],
            )
        )
        if g.chance(0.5):
            caption = one(g, ["Copy", "Save", "Info", "Share", "Delete"], 1, 2)
            details.append(
                ask(
                    g,
                    caption,
                    ["the button {q}", "button text {q}", "a {q} button", "the button label {q}"],
                )
            )
    root = root_attrs(g, details, "btn btn-secondary")
    if g.bootstrap:
        html = h(
            "button",
            {"type": "button", **root, "data-bs-toggle": "tooltip", "data-bs-title": cap(words)},
            label(caption),
        )
        return Piece(what, html, details)
    trigger = h("button", {"type": "button", **root, "aria-describedby": "tooltip"}, label(caption))
    return Piece(
        what, trigger + h("span", {"id": "tooltip", "role": "tooltip"}, label(words)), details
    )


@component("offcanvas", 0.7)
def offcanvas(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "offcanvas|off-canvas menu|offcanvas menu|slide-out menu|drawer|mobile menu|"
            "hamburger menu|mobile navigation|navigation drawer|burger menu|toggle menu"
        ),
    )
    labels = ["Home", "About", "Services", "Contact"]
    if g.chance(0.65):
        labels = some(g, PAGES, amount(g, 2, 8))
        details.append(items(g, g.pick(["links", "items", "menu items", "pages"]), labels))
    root = root_attrs(g, details, "offcanvas offcanvas-start")
    menu = link_list(g, to_links(labels))
    if not g.bootstrap:
        nav = h("nav", {"aria-label": "Menu"}, menu)
        return Piece(what, h("details", root, h("summary", None, "Menu"), nav), details)
    key = str(root.pop("id", None) or "menu")
    opener = button(
        "Menu", "btn btn-primary", **{"data-bs-toggle": "offcanvas", "data-bs-target": f"#{key}"}
    )
    close = dismiss_html("offcanvas")
    attrs: Attrs = {"id": key, "class": root["class"], "tabindex": "-1", "aria-label": "Menu"}
    html = opener + h(
        "nav",
        attrs,
        h("div", {"class": "offcanvas-header"}, close),
        h("div", {"class": "offcanvas-body"}, menu),
    )
    return Piece(what, html, details)


@component("announcement", 0.8)
def announcement(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "announcement bar|announcement|promo bar|sale banner|discount banner|"
            "top banner|announcement banner|notice bar|discount popup|offer banner"
        ),
    )
    words, action = "Free shipping this week.", ""
    if g.chance(0.75):
        words = one(
            g,
            [
                "20% off this week",
                "We are hiring!",
                "New shop opening in May",
                "Summer sale: up to 50% off",
                "Free delivery on all orders",
            ],
            2,
            5,
        )
        details.append(
            ask(
                g,
                words,
                [
                    "the text {q}",
                    "text {q}",
                    "saying {q}",
                    "that says {q}",
                    "the message {q}",
                    "{q}",
                ],
            )
        )
        if g.chance(0.4):
            action = one(g, ACTIONS, 1, 2)
            details.append(ask(g, action, ["a link {q}", "a {q} link", "the link {q}"]))
    root = root_attrs(g, details, "alert alert-info")
    return Piece(what, announcement_html(words, action, root), details)
