"""Briefs of whole pages, sites and apps (see ``described``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tagwright_training.corpus.described import Brief, described
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.page_request import start_page
from tagwright_training.corpus.parts_cards import grid, post_cards, quote, section, text_cards
from tagwright_training.corpus.parts_forms import search_html
from tagwright_training.corpus.parts_pages import (
    PARTS,
    document,
    hero,
    newsletter_form,
    page_footer,
    page_header,
    page_main,
)
from tagwright_training.corpus.site_words import SENTENCES

# Features of pages: block -> how a brief asks for it.
_FEATURES = {
    "testimonials": ("customer testimonials", "a section for customer reviews", "testimonials"),
    "pricing": ("pricing tiers", "a pricing section", "transparent pricing"),
    "faq": ("an FAQ section", "frequently asked questions"),
    "contact": ("a contact form", "an inquiry form"),
    "newsletter": ("a newsletter signup", "an email subscription"),
    "gallery": ("a photo gallery", "an image gallery"),
    "team": ("a team section", "team profiles"),
    "products": ("a product section", "featured products"),
    "posts": ("the latest articles", "a blog section"),
    "search": ("a search bar", "search and filters"),
}


def _block(g: Gen, key: str) -> str:
    if key == "testimonials":
        words = quote(g, "Great service and friendly people.", "Anna Berg")
        return section(g, "What our customers say", words)
    if key == "newsletter":
        return section(g, "Newsletter", newsletter_form(g))
    if key == "search":
        return search_html(g)
    return PARTS[key][1](g)


def _page(first: Sequence[str], title: str) -> Callable[[Gen, str, frozenset[str]], str]:
    """A page that opens with its purpose and has these blocks besides those asked for."""

    def build(g: Gen, purpose: str, keys: frozenset[str]) -> str:
        start_page(g)
        g.context = replace(g.context, framework="")
        wanted = [key for key in _FEATURES if key in keys or key in first]
        blocks = [_block(g, key) for key in wanted]
        if not blocks:
            blocks = [grid(g, text_cards(g, ("Fast", "Simple", "Friendly"), 1), title="Features")]
        name = purpose or title
        opening = hero(g, name, SENTENCES[0], "Get started")
        body = page_header(g) + page_main(g, opening, *blocks) + page_footer("Our company")
        html = document(g, name, body)
        g.context = replace(g.context, heading=0)
        return html

    return build


def _offers(*keys: str) -> dict[str, str]:
    return {words: key for key in keys for words in _FEATURES[key]}


_EVERY = _offers("testimonials", "pricing", "faq", "contact", "newsletter", "gallery", "team")
described(
    "landing",
    Brief(
        ("landing page", "homepage", "one-page website", "website", "product landing page"),
        _page((), "Welcome"),
        "bba",
        _EVERY,
    ),
    1.5,
)
described(
    "pricing_page",
    Brief(
        ("pricing page", "subscription page", "membership page"),
        _page(("pricing",), "Pricing"),
        "b",
        _offers("testimonials", "faq", "contact"),
    ),
    1.2,
)
described(
    "app",
    Brief(
        ("mobile app", "web app", "digital platform", "online tool", "web-based platform"),
        _page((), "Welcome"),
        "a",
        _offers("search", "pricing", "newsletter", "posts"),
    ),
    1.5,
)
described(
    "store",
    Brief(
        ("online store", "e-commerce website", "e-commerce store", "web shop", "marketplace"),
        _page(("products",), "Our shop"),
        "b",
        _offers("search", "testimonials", "newsletter"),
    ),
)
described(
    "news_site",
    Brief(
        ("news website", "blog", "personal blog", "magazine website", "community forum"),
        _page(("posts",), "Latest posts"),
        "ba",
        _offers("search", "newsletter", "contact"),
    ),
)
described(
    "portfolio",
    Brief(
        ("portfolio", "portfolio website", "personal website", "portfolio page"),
        _page(("gallery",), "My work"),
        "b",
        _offers("testimonials", "contact", "posts"),
    ),
)


def _posts(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    return grid(g, post_cards(g, ("First article", "Second article")), title=purpose)


described(
    "blog_section",
    Brief(("blog section", "article list", "news section"), _posts, "a", {}),
    0.6,
)
