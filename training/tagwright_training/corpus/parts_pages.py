"""Markup of whole pages and of the sections in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tagwright_training.corpus.gen import Gen, cap, h, text
from tagwright_training.corpus.kinds_shared import Attrs, label
from tagwright_training.corpus.parts_cards import (
    grid,
    people_cards,
    post_cards,
    priced_cards,
    quote,
    section,
    text_cards,
)
from tagwright_training.corpus.parts_forms import Field, form_html
from tagwright_training.corpus.parts_nav import MENU, nav_bar, to_links
from tagwright_training.corpus.site_words import (
    ARTICLES,
    PEOPLE,
    ROLES,
    SENTENCES,
    image,
    link,
    para,
    path,
)

BOOTSTRAP_CSS = "https://cdn.jsdelivr.net/npm/bootstrap@5.3.3/dist/css/bootstrap.min.css"


def document(g: Gen, title: str, body: str, lang: str = "en", head: str = "") -> str:
    """A whole page. head: more elements for the head, HTML."""
    css = h("link", {"rel": "stylesheet", "href": BOOTSTRAP_CSS}) if g.bootstrap else ""
    meta = h("meta", {"charset": "utf-8"}) + h(
        "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}
    )
    heads = h("head", None, meta, h("title", None, label(title)), css, head)
    return "<!DOCTYPE html>" + h("html", {"lang": lang}, heads, h("body", None, body))


def page_main(g: Gen, *parts: str) -> str:
    return h("main", {"class": g.cls("", "container")}, *parts)


def page_header(g: Gen, lang: str = "en", labels: Sequence[str] = ()) -> str:
    """Header with the main menu; without labels the invented one."""
    return h("header", None, nav_bar(g, to_links(labels or MENU[lang][:4])))


def page_footer(owner: str) -> str:
    return h("footer", None, h("p", None, f"© 2025 {text(owner)}"))


def contact_form(g: Gen) -> str:
    return form_html(g, [Field("Name"), Field("Email"), Field("Message")], "Send")


def login_form(g: Gen) -> str:
    return form_html(g, [Field("Email"), Field("Password")], "Log in")


def signup_form(g: Gen) -> str:
    fields = [Field("Name"), Field("Email"), Field("Password", new_password=True)]
    return form_html(g, fields, "Sign up")


def newsletter_form(g: Gen) -> str:
    return form_html(g, [Field("Email")], "Subscribe")


def hero(g: Gen, title: str, words: str, action: str, href: str = "", tag: str = "h1") -> str:
    """The opening of a landing page."""
    go = link(action, href or path(action), g.cls("", "btn btn-primary")) if action else ""
    return h("section", None, h(tag, None, label(title)), para(words) if words else "", go)


def _cards(g: Gen, title: str, names: Sequence[str]) -> str:
    return grid(g, text_cards(g, names, 1), title=title)


def _products(g: Gen) -> str:
    goods = [("Coffee mug", "$12"), ("Desk lamp", "$39")]
    cells = priced_cards(g, goods, "Add to cart", level=1, img="product.jpg")
    return grid(g, cells, title="Products")


def _plans(g: Gen) -> str:
    plans = [("Basic", "$9 per month"), ("Pro", "$29 per month")]
    return grid(g, priced_cards(g, plans, "Choose plan", level=1), title="Pricing")


def _team(g: Gen) -> str:
    people = list(zip(PEOPLE, ROLES, strict=True))[:2]
    return grid(g, people_cards(g, people), title="Our team")


def _posts(g: Gen) -> str:
    return grid(g, post_cards(g, ARTICLES[:2]), title="Latest posts")


def _faq(g: Gen) -> str:
    asked = ["How does it work?", "What does it cost?"]
    answers = ["Sign up and follow the steps.", "The basic plan is free."]
    found = zip(asked, answers, strict=True)
    return section(g, "Questions and answers", *[question(a, b) for a, b in found])


def question(asked: str, answer: str) -> str:
    """One question that opens to its answer."""
    return h("details", None, h("summary", None, label(asked)), para(answer))


def _gallery(g: Gen) -> str:
    cls = g.cls("", "img-fluid")
    images = [image(f"image-{i}.jpg", f"Image {i}", cls) for i in range(1, 4)]
    return section(g, "Gallery", *images)


def address_html(place: str, phone: str, mail: str, root: Attrs | None = None) -> str:
    """How to reach somebody; each of the three may be empty."""
    parts = [para(cap(place))] if place else []
    if phone:
        parts.append(h("p", None, h("a", {"href": f"tel:{phone.replace(' ', '')}"}, phone)))
    if mail:
        parts.append(h("p", None, h("a", {"href": f"mailto:{mail}"}, mail)))
    return h("address", root, *parts)


# Sections of a page that requests call by name: their names, and what is built.
PARTS: dict[str, tuple[tuple[str, ...], Callable[[Gen], str]]] = {
    "about": (
        ("an about section", "about", "about us", "an about us section", "about us section"),
        lambda g: section(g, "About us", para(SENTENCES[0])),
    ),
    "features": (
        ("features", "a features section", "feature list", "a feature grid", "feature highlights"),
        lambda g: _cards(g, "Features", ["Fast", "Secure", "Easy to use"]),
    ),
    "services": (
        ("services", "a services section", "our services", "a list of services"),
        lambda g: _cards(g, "Services", ["Design", "Development", "Marketing"]),
    ),
    "products": (
        ("products", "a product list", "product cards", "a products section", "product listings"),
        _products,
    ),
    "pricing": (
        ("pricing", "a pricing section", "pricing plans", "a pricing table", "plans"),
        _plans,
    ),
    "team": (("a team section", "the team", "team members", "our team"), _team),
    "testimonials": (
        ("testimonials", "a testimonial", "customer reviews", "a testimonials section"),
        lambda g: section(
            g, "What our customers say", quote(g, "Great service and friendly people.", PEOPLE[0])
        ),
    ),
    "posts": (("blog posts", "a blog section", "latest posts", "two blog posts"), _posts),
    "faq": (("a FAQ", "FAQ", "an FAQ section", "frequently asked questions"), _faq),
    "gallery": (
        ("a gallery", "an image gallery", "gallery", "a photo gallery", "a gallery section"),
        _gallery,
    ),
    "contact": (
        ("a contact form", "contact form", "a contact section", "contact", "a form to contact us"),
        lambda g: section(g, "Contact", contact_form(g)),
    ),
    "address": (
        ("contact information", "contact details", "an address", "address and phone number"),
        lambda g: section(
            g, "Contact", address_html("12 Main Street", "+1 555 0100", "info@example.com")
        ),
    ),
    "newsletter": (
        ("a newsletter signup", "a newsletter form", "newsletter", "an email signup form"),
        lambda g: section(g, "Newsletter", newsletter_form(g)),
    ),
}
NAV_WORDS = ("a navbar", "navigation", "a nav", "a navigation bar", "a header", "header", "a menu")
HERO_WORDS = ("a hero section", "a hero", "hero", "a hero banner", "a hero header", "hero section")
FOOTER_WORDS = ("a footer", "footer", "a simple footer", "a footer section")
