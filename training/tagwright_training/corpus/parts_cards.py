"""Markup of cards and sections, to be nested by any kind."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, cap, h, text
from tagwright_training.corpus.given_parts import time_html
from tagwright_training.corpus.kinds_shared import Attrs, heading, label
from tagwright_training.corpus.parts_site import action_button
from tagwright_training.corpus.site_words import SENTENCES, bullets, image, link, para, path

# Bootstrap column for so many cards side by side.
_COLUMNS = {1: "col-12", 2: "col-md-6", 3: "col-md-4", 4: "col-md-3", 6: "col-md-4"}


def card(
    g: Gen,
    title: str,
    body: Sequence[str] = (),
    *,
    root: Attrs | None = None,
    level: int = 0,
    img: str = "",
    alt: str = "",
    footer: str = "",
) -> str:
    """A card. title: words, may be empty; body: HTML parts; img: source of an image on top, alt its
    text (default: the title); level: heading levels under the page's next one."""
    parts = []
    if img:
        parts.append(image(img, cap(alt or title), g.cls("", "card-img-top")))
    head = h(g.hn(level), {"class": g.cls("", "card-title")}, label(title)) if title else ""
    if not g.bootstrap:
        end = h("footer", None, para(footer)) if footer else ""
        return h("article", root, *parts, head, *body, end)
    parts.append(h("div", {"class": "card-body"}, head, *body))
    if footer:
        parts.append(h("div", {"class": "card-footer"}, text(footer)))
    return h("article", root or {"class": "card"}, *parts)


def card_text(g: Gen, value: str = SENTENCES[0]) -> str:
    return para(value, g.cls("", "card-text"))


def grid(
    g: Gen,
    cells: Sequence[str],
    *,
    title: str = "",
    root: Attrs | None = None,
    lead: str = "",
) -> str:
    """Several cards: a section with a heading when there is a title, else a plain group."""
    head = heading(g, title) if title else ""
    tag = "section" if title else "div"
    intro = para(lead) if lead else ""
    if not g.bootstrap:
        return h(tag, root, head, intro, *cells)
    column = _COLUMNS.get(len(cells), "col-md-4")
    columns = [h("div", {"class": column}, cell) for cell in cells]
    if not title:
        return h(tag, {**(root or {}), "class": _joined("row", root)}, *columns)
    return h(tag, root, head, intro, h("div", {"class": "row"}, *columns))


def text_cards(g: Gen, titles: Sequence[str], level: int = 0, end: Sequence[str] = ()) -> list[str]:
    """A card for each title, with invented text. end: HTML parts of every card."""
    return [
        card(g, title, [card_text(g, SENTENCES[i]), *end], level=level)
        for i, title in enumerate(titles)
    ]


def priced_cards(
    g: Gen,
    pairs: Sequence[tuple[str, str]],
    action: str,
    *,
    level: int = 0,
    img: str = "",
    points: Sequence[str] = (),
) -> list[str]:
    """A card for each ware and its price. action: words on the button; points: what one gets."""
    listed = [bullets(points)] if points else []
    return [
        card(
            g,
            name,
            [card_text(g, price), *listed, action_button(g, action)],
            level=level,
            img=img,
        )
        for name, price in pairs
    ]


def people_cards(g: Gen, people: Sequence[tuple[str, str]]) -> list[str]:
    """A card for each name and role; the role may be empty."""
    return [
        card(g, name, [card_text(g, cap(role))] if role else [], level=1, img="avatar.jpg")
        for name, role in people
    ]


def post_cards(g: Gen, titles: Sequence[str]) -> list[str]:
    """A card for each article, with invented text and a link to it."""
    return [
        card(g, title, [card_text(g, SENTENCES[i]), link("Read more", path(title))], level=1)
        for i, title in enumerate(titles)
    ]


def product_html(
    g: Gen,
    name: str,
    price: str,
    words: str,
    action: str,
    root: Attrs,
    img: str = "product.jpg",
    alt: str = "",
) -> str:
    """One product. words: its description, may be empty; action: words on the button."""
    body = [card_text(g, cap(words))] if words else []
    body += [card_text(g, price), action_button(g, action)]
    return card(g, name, body, root=root, img=img, alt=alt)


def post_html(
    g: Gen, title: str, date: str, who: str, words: str, root: Attrs, more: str = "Read more"
) -> str:
    """One article in short. date (YYYY-MM-DD) and who (its author) may be empty."""
    body = [h("p", None, time_html(date))] if date else []
    if who:
        body.append(para(f"By {who}"))
    body += [card_text(g, cap(words)), link(more, path(title))]
    return card(g, title, body, root=root)


def event_html(g: Gen, title: str, date: str, place: str, action: str, root: Attrs) -> str:
    """One event. date (YYYY-MM-DD) and place may be empty; action: words on the button."""
    body = [h("p", None, time_html(date))] if date else []
    if place:
        body.append(card_text(g, cap(place)))
    body.append(action_button(g, action))
    return card(g, title, body, root=root)


def columns_html(g: Gen, cells: Sequence[str], root: Attrs) -> str:
    """Columns side by side. cells: what is in them, HTML."""
    return h("div", root, *[h("div", {"class": g.cls("", "col")}, cell) for cell in cells])


def headed(g: Gen, titles: Sequence[str]) -> list[str]:
    """A heading with invented text below, for each title."""
    return [heading(g, t) + para(SENTENCES[i]) for i, t in enumerate(titles)]


def _joined(cls: str, root: Attrs | None) -> str:
    given = (root or {}).get("class")
    return f"{cls} {given}" if given else cls


def section(g: Gen, title: str, *body: str, root: Attrs | None = None, level: int = 0) -> str:
    """A section with a heading; body: HTML parts."""
    head = heading(g, title, level) if title else ""
    return h("section", root, head, *body)


def quote(g: Gen, words: str, who: str, root: Attrs | None = None) -> str:
    """A quotation with its source."""
    cite = h("figcaption", {"class": g.cls("", "blockquote-footer")}, label(who)) if who else ""
    block = h("blockquote", {"class": g.cls("", "blockquote")}, h("p", None, label(words)))
    return h("figure", root, block, cite)
