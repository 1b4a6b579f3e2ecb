"""Markup of navigation aids, of openings and of their buttons and links."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, cap, h, slug
from tagwright_training.corpus.kinds_shared import Attrs, heading, label
from tagwright_training.corpus.parts_nav import link_list, to_links
from tagwright_training.corpus.site_words import SENTENCES, bullets, button, link, para, path


def action_button(g: Gen, words: str) -> str:
    """The main button of what it stands in."""
    return button(words, g.cls("", "btn btn-primary"))


def action_link(g: Gen, words: str, href: str = "") -> str:
    """A link that looks like the main button; without an address to the path of its words."""
    return link(words, href or path(words), g.cls("", "btn btn-primary"))


def breadcrumb_html(g: Gen, trail: Sequence[str], root: Attrs) -> str:
    """Where a page stands in its site. trail: from the start page to this one."""
    last: Attrs = {"class": g.cls("", "breadcrumb-item active"), "aria-current": "page"}
    cells = [
        h("li", {"class": g.cls("", "breadcrumb-item")}, h("a", {"href": path(v)}, label(v)))
        for v in trail[:-1]
    ]
    cells.append(h("li", last, label(trail[-1])))
    crumbs = h("ol", {"class": g.cls("", "breadcrumb")}, *cells)
    return h("nav", {**root, "aria-label": "Breadcrumb"}, crumbs)


def pagination_html(
    g: Gen, n: int, current: int, root: Attrs, ends: tuple[str, str] = ("Previous", "Next")
) -> str:
    """Links to ``n`` pages. ends: words of the links to the page before and the page after."""

    def step(name: str, page: int, **attrs: str) -> str:
        item = "page-item active" if "aria-current" in attrs else "page-item"
        anchor = h("a", {"class": g.cls("", "page-link"), "href": f"?page={page}", **attrs}, name)
        return h("li", {"class": g.cls("", item)}, anchor)

    cells = [step(ends[0], max(1, current - 1), rel="prev")]
    for page in range(1, n + 1):
        here = {"aria-current": "page"} if page == current else {}
        cells.append(step(str(page), page, **here))
    cells.append(step(ends[1], min(n, current + 1), rel="next"))
    html = h("ul", {"class": g.cls("", "pagination")}, *cells)
    return h("nav", {**root, "aria-label": "Pagination"}, html)


def tabs_html(g: Gen, labels: Sequence[str], root: Attrs) -> str:
    """At most three tabs, the first one open, with invented text."""
    heads, panels = [], []
    for i, name in enumerate(labels):
        key = slug(name)
        # Bootstrap's script sets the other ARIA attributes
        attrs = {"id": f"{key}-tab", "role": "tab", "aria-controls": key}
        panel: Attrs = {"id": key, "role": "tabpanel", "aria-labelledby": f"{key}-tab"}
        if g.bootstrap:
            attrs = {"role": "tab", "data-bs-toggle": "tab", "data-bs-target": f"#{key}"}
            panel = {"class": "tab-pane" if i else "tab-pane active", "id": key, "role": "tabpanel"}
        elif i:
            panel["hidden"] = True
        attrs["aria-selected"] = "false" if i else "true"
        heads.append(button(name, g.cls("", "nav-link" if i else "nav-link active"), **attrs))
        panels.append(h("div", panel, para(SENTENCES[i])))
    bar = h("div", {"class": g.cls("", "nav nav-tabs"), "role": "tablist"}, *heads)
    body = h("div", {"class": "tab-content"}, *panels) if g.bootstrap else "".join(panels)
    return h("div", root, bar, body)


def sidebar_html(g: Gen, labels: Sequence[str], title: str, root: Attrs) -> str:
    """Links beside the content. title: words of a heading, may be empty."""
    head = heading(g, title) if title else ""
    if g.bootstrap:
        links = [h("a", {"class": "nav-link", "href": path(v)}, label(v)) for v in labels]
        inner = h("nav", {"class": "nav flex-column", "aria-label": "Sidebar"}, *links)
    else:
        inner = h("nav", {"aria-label": "Sidebar"}, link_list(g, to_links(labels)))
    return h("aside", root, head, inner)


def footer_nav(g: Gen, labels: Sequence[str]) -> str:
    """The links of a footer."""
    return h("nav", {"aria-label": "Footer"}, link_list(g, to_links(labels)))


def hero_html(g: Gen, title: str, words: str, ends: Sequence[str], root: Attrs) -> str:
    """The opening of a page. words: a line of text, may be empty; ends: what follows, HTML."""
    tag = g.top
    lead = para(cap(words), g.cls("", "lead")) if words else ""
    return h("section", root, h(tag, None, label(title)), lead, *ends)


def social_html(names: list[str]) -> str:
    """Links to social networks."""
    return bullets([link(name, f"https://{slug(name)}.com") for name in names])
