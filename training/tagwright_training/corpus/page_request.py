"""What the requests for whole pages share."""

from __future__ import annotations

from dataclasses import replace

from tagwright.prompt import PageContext
from tagwright_training.corpus.gen import Gen, Piece

TITLE_FORMS = [
    "the title {q}",
    "title {q}",
    "a title {q}",
    "the page title {q}",
    "title: {v}",
    "the title {v}",
    "a title of {q}",
    "{q} as title",
    "the title tag {q}",
]
HEADING_FORMS = [
    "a heading {q}",
    "the heading {q}",
    "heading {v}",
    "an h1 {q}",
    "an h1 heading {q}",
    "a main heading {q}",
    "a heading that says {q}",
    "the headline {q}",
    "a heading with the text {q}",
    "{q} as heading",
    "h1 {v}",
    "a header that says {q}",
]


def start_page(g: Gen) -> bool:
    """A whole page stands in an empty file; the request says the framework. True: Bootstrap."""
    asked = g.chance(0.15)
    g.context = PageContext(framework="bootstrap" if asked else "", heading=1, lang=g.context.lang)
    return asked


def finish_page(g: Gen, asked: bool, what: str, html: str, details: list[str]) -> Piece:
    g.context = replace(g.context, framework="", heading=0)
    if asked:
        if g.chance(0.65):
            what = f"{g.pick(['bootstrap', 'Bootstrap', 'Bootstrap 5'])} {what}"
        else:
            details.append(
                g.pick(["Bootstrap", "Bootstrap 5", "bootstrap css", "the Bootstrap CDN"])
            )
    elif g.context.lang == "en" and g.chance(0.04):
        details.append(g.pick(["semantic HTML", "no CSS", "HTML5", "plain html", "semantic tags"]))
    return Piece(what, html, details)
