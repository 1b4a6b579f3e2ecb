"""Markup of whole pages by their purpose: login, shop, event and the like."""

from __future__ import annotations

from tagwright_training.corpus.gen import Gen, cap, h
from tagwright_training.corpus.kinds_shared import label
from tagwright_training.corpus.parts_cards import section
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_pages import (
    PARTS,
    contact_form,
    login_form,
    newsletter_form,
    signup_form,
)
from tagwright_training.corpus.parts_site import action_button, action_link
from tagwright_training.corpus.site_words import SENTENCES, image, link, para


def typed_body(g: Gen, name: str, title: str) -> str:
    """What stands in main on a page of this type."""
    h1 = h("h1", None, label(title))
    if name in ("blog", "pricing", "faq", "gallery", "shop"):
        part = {"blog": "posts", "shop": "products"}.get(name, name)
        return h1 + PARTS[part][1](g)
    if name == "portfolio":
        return (
            h1
            + para(SENTENCES[0])
            + section(g, "Projects", list_html(g, ["Project one", "Project two", "Project three"]))
            + PARTS["address"][1](g)
        )
    if name == "contact":
        return h1 + contact_form(g)
    if name == "about":
        return h1 + para(SENTENCES[0]) + PARTS["team"][1](g)
    if name == "login":
        return h1 + login_form(g)
    if name == "signup":
        return h1 + signup_form(g)
    if name == "404":
        return (
            h1
            + para("The page you are looking for does not exist.")
            + link("Back to the home page", "/")
        )
    if name == "product":
        buy = action_button(g, "Add to cart")
        return (
            image("product.jpg", cap(title), g.cls("", "img-fluid"))
            + h1
            + para("$29")
            + para(SENTENCES[0])
            + buy
        )
    if name == "resume":
        return (
            h1
            + section(g, "Experience", list_html(g, ["Designer, Studio Nova, 2020 to 2025"]))
            + section(g, "Education", list_html(g, ["BA Design, 2019"]))
            + section(g, "Skills", list_html(g, ["HTML", "CSS", "Writing"]))
        )
    if name == "restaurant":
        return (
            h1
            + para(SENTENCES[0])
            + section(g, "Menu", list_html(g, ["Tomato soup", "Pasta", "Apple pie"]))
            + PARTS["address"][1](g)
        )
    if name == "soon":
        return h1 + para("We are working on something new.") + newsletter_form(g)
    if name == "dashboard":
        return h1 + table_html(
            g,
            ["Order", "Customer", "Total"],
            [["1001", "Anna Berg", "$120"], ["1002", "David Cohen", "$80"]],
            "Latest orders",
        )
    if name == "event":
        time = h("time", {"datetime": "2025-06-21"}, "2025-06-21")
        return h1 + h("p", None, time) + para("Town hall") + action_link(g, "Register", "/register")
    return h1 + para("We have received your message.") + link("Back to the home page", "/")


NO_NAV = ("login", "signup", "404", "soon", "thanks", "resume")
