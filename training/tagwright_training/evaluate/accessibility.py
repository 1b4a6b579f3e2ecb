"""Answers judged by axe-core (https://github.com/dequelabs/axe-core) in a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape

from tagwright.prompt import PageContext
from tagwright_training.evaluate.browser import Browser, browser
from tagwright_training.evaluate.wellformed import is_page

# What only the whole page can fulfil, wherever the fragment will stand in it.
_OF_PAGES = (
    "bypass",
    "landmark-banner-is-top-level",
    "landmark-complementary-is-top-level",
    "landmark-contentinfo-is-top-level",
    "landmark-main-is-top-level",
    "landmark-one-main",
    "page-has-heading-one",
    "region",
    "skip-link",
)
_FIRST = re.compile(r"\s*<([a-z][a-z0-9]*)", re.IGNORECASE)
_AROUND = {
    "li": "<ul>{}</ul>",
    "dt": "<dl>{}</dl>",
    "dd": "<dl>{}</dl>",
    "option": '<select aria-label="Choice">{}</select>',
    "optgroup": '<select aria-label="Choice">{}</select>',
    "legend": "<fieldset>{}</fieldset>",
    "figcaption": "<figure>{}</figure>",
    "tr": "<table><tbody>{}</tbody></table>",
    "td": "<table><tbody><tr>{}</tr></tbody></table>",
    "th": "<table><tbody><tr>{}</tr></tbody></table>",
    **dict.fromkeys(("caption", "colgroup", "thead", "tbody", "tfoot"), "<table>{}</table>"),
}


@dataclass(frozen=True)
class Violation:
    """A rule that an answer breaks.

    impact: ``minor``, ``moderate``, ``serious`` or ``critical``. nodes: how many elements do.
    """

    rule: str
    impact: str
    nodes: int


def page_of(html: str, context: PageContext) -> str:
    """Return the answer as a page: itself if it is one, else within a minimal page.

    What may only stand in a certain parent gets it, and the headings before the place are there.
    """
    if is_page(html):
        return html
    first = _FIRST.match(html)
    inside = _AROUND.get(first[1].lower() if first else "", "{}").replace("{}", html, 1)
    headings = "".join(f"<h{n}>Heading {n}</h{n}>" for n in range(1, context.heading + 1))
    body = f"{headings}{inside}"
    if not re.search(r"<main\b", html, re.IGNORECASE):
        body = f"<main>{body}</main>"
    return (
        f'<!DOCTYPE html><html lang="{escape(context.lang or "en")}"><head><meta charset="utf-8">'
        f"<title>Answer</title></head><body>{body}</body></html>"
    )


class Axe:
    """A running browser with axe-core; see ``axe``."""

    def __init__(self, running: Browser) -> None:
        self._browser = running

    def violations(self, html: str, context: PageContext) -> tuple[Violation, ...]:
        """Return what an answer breaks, a rule once each. Raises ``BrowserFailed``."""
        off = () if is_page(html) else _OF_PAGES
        found = self._browser.ask({"html": page_of(html, context), "off": off})
        return tuple(Violation(item["id"], item["impact"], item["nodes"]) for item in found)


@contextmanager
def axe() -> Iterator[Axe]:
    """Run axe-core for as long as the ``with`` lasts. Raises ``BrowserMissing``."""
    with browser("axe.mjs") as running:
        yield Axe(running)
