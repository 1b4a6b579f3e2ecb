"""Requests for a page with one component in it: "an HTML page that shows a login form"."""

from __future__ import annotations

import re
from dataclasses import replace

from tagwright_training.corpus.gen import Gen, Piece, h
from tagwright_training.corpus.kinds_shared import label
from tagwright_training.corpus.parts_pages import document, page_main
from tagwright_training.corpus.phrasing import article

_PAGES = (
    *("HTML page", "HTML page", "web page", "webpage", "page", "html page", "simple web page"),
    *("HTML document", "html file", "HTML5 page", "basic HTML page", "website", "whole page"),
)
_JOINTS = (
    *("with {}", "with {}", "containing {}", "that contains {}", "that has {}", "that includes {}"),
    *("to display {}", "that displays {}", "displaying {}", "that shows {}", "to show {}"),
    *("which shows {}", "for {}", "including {}", "which consists of {}", "that uses {}"),
)
_TITLES = ("called {}", "titled {}", "named {}", "with the title {}")
_NAMES = ("Harbor Studio", "My page", "Demo", "Green Valley", "Team site", "Start", "Page one")
# What stands on a page by itself; headers, footers and sections are asked for in other words.
_ALONE = re.compile(
    r"<(form|table|ul|ol|dl|nav|figure|details|dialog|fieldset|select|img|button|div|blockquote)\b"
)
_NAME_ONLY = re.compile(
    r"(?!(?:one|two|three|four|five|six|my|the|some) )[a-z-]+(?: [a-z-]+){0,2}", re.I
)
_JOINED = re.compile(r" (?:for|of|with|in|as|on|from|to|about|and|using|by) ")
_LONGEST = 1500  # characters


def page_around(g: Gen, piece: Piece) -> Piece | None:
    """The piece on a page of its own, or None for one that is not asked for so."""
    unfit = g.lang != "en" or g.bootstrap or g.context.parent or g.heading != 2 or piece.request
    if unfit or len(piece.html) > _LONGEST or not _ALONE.match(piece.html):
        return None
    if not _NAME_ONLY.fullmatch(piece.noun) or _JOINED.search(piece.noun):
        return None
    if any(value in piece.noun for value in g.copied):
        return None
    page = g.pick(_PAGES)
    if g.chance(0.2):
        title = g.given(g.pick(_NAMES))
        page += " " + g.pick(_TITLES).format(title)
    else:
        title = g.given(piece.noun)
    noun = f"{page} {g.pick(_JOINTS).format(article(g, piece.noun))}"
    html = document(g, title, page_main(g, h("h1", None, label(title)), piece.html))
    g.context = replace(g.context, framework="", heading=0)
    return Piece(noun, html, piece.details)
