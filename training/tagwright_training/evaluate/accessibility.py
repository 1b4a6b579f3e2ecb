"""Answers judged by axe-core (https://github.com/dequelabs/axe-core) in a real Chromium.

axe-core and playwright-core come from npm, into ``axe/node_modules`` beside this module (``make
axe``); the browser is one that the machine has.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from tagwright.errors import TagwrightError
from tagwright.prompt import PageContext
from tagwright_training.evaluate.wellformed import is_page

FOLDER = Path(__file__).parent / "axe"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

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


class AxeMissing(TagwrightError):
    """There is no Node.js, axe-core or Chromium here."""


class AxeFailed(TagwrightError):
    """The browser could not judge a page."""


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
    """A running browser; see ``axe``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        started = self._line()
        if "error" in started:
            raise AxeMissing(
                f"Chromium can't be started for axe-core ({started['error']}); install it (Debian: "
                "apt-get install chromium) or name one in TAGWRIGHT_CHROMIUM."
            )

    def violations(self, html: str, context: PageContext) -> tuple[Violation, ...]:
        """Return what an answer breaks, a rule once each. Raises ``AxeFailed``."""
        off = () if is_page(html) else _OF_PAGES
        request = {"html": page_of(html, context), "off": off}
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError:
            raise AxeFailed("The browser that runs axe-core has stopped; try again.") from None
        found = self._line()
        if isinstance(found, dict):
            raise AxeFailed(f"axe-core could not judge an answer: {found['error']}.")
        return tuple(Violation(item["id"], item["impact"], item["nodes"]) for item in found)

    def _line(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise AxeFailed("The browser that runs axe-core has stopped; try again.")
        return json.loads(line)


@contextmanager
def axe() -> Iterator[Axe]:
    """Run a browser with axe-core for as long as the ``with`` lasts. Raises ``AxeMissing``."""
    node = shutil.which("node")
    if node is None:
        raise AxeMissing("Node.js is missing, which axe-core needs; install it, then run make axe.")
    if not (FOLDER / "node_modules" / "axe-core").is_dir():
        raise AxeMissing("axe-core is not installed; run make axe.")
    command = [node, str(FOLDER / "axe.mjs"), _browser()]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with process:
        try:
            yield Axe(process)
        except BaseException:
            process.terminate()
            raise


def _browser() -> str:
    """Return the path of a browser, ``""`` to leave it to playwright-core."""
    named = os.environ.get("TAGWRIGHT_CHROMIUM", "")
    return named or next((path for name in _BROWSERS if (path := shutil.which(name))), "")
