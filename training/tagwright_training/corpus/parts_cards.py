"""Markup of cards and sections, to be nested by any kind."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, cap, h, text
from tagwright_training.corpus.kinds_shared import Attrs, label
from tagwright_training.corpus.site_words import SENTENCES, image, para

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
    head = h(g.hn(), None, label(title)) if title else ""
    tag = "section" if title else "div"
    intro = para(lead) if lead else ""
    if not g.bootstrap:
        return h(tag, root, head, intro, *cells)
    column = _COLUMNS.get(len(cells), "col-md-4")
    columns = [h("div", {"class": column}, cell) for cell in cells]
    if not title:
        return h(tag, {**(root or {}), "class": _joined("row", root)}, *columns)
    return h(tag, root, head, intro, h("div", {"class": "row"}, *columns))


def _joined(cls: str, root: Attrs | None) -> str:
    given = (root or {}).get("class")
    return f"{cls} {given}" if given else cls


def section(g: Gen, title: str, *body: str, root: Attrs | None = None, level: int = 0) -> str:
    """A section with a heading; body: HTML parts."""
    head = h(g.hn(level), None, label(title)) if title else ""
    return h("section", root, head, *body)


def quote(g: Gen, words: str, who: str, root: Attrs | None = None) -> str:
    """A quotation with its source."""
    cite = h("figcaption", {"class": g.cls("", "blockquote-footer")}, label(who)) if who else ""
    block = h("blockquote", {"class": g.cls("", "blockquote")}, h("p", None, label(words)))
    return h("figure", root, block, cite)
