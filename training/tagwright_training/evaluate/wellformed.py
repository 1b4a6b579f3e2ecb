"""Parsing an answer by the HTML standard, as a fragment or as a whole page.

A fragment that starts with a table part is parsed inside the element it belongs to, as a browser
does for ``innerHTML`` (HTML standard, 13.4 "Parsing HTML fragments"); inside a ``div`` its tags
would be dropped. html5lib implements the standard of about 2016: ``<hr>`` in a ``<select>`` and
``<tr>`` straight in a ``<template>`` are errors to it.
"""

from __future__ import annotations

import re
from typing import Any

import html5lib
from html5lib.html5parser import ParseError

_COMMENTS = r"(?:\s|<!--.*?-->)*"
_PAGE = re.compile(rf"{_COMMENTS}<(?:!doctype|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FIRST_TAG = re.compile(rf"{_COMMENTS}<([a-zA-Z][a-zA-Z0-9]*)", re.DOTALL)

_CONTAINERS = {
    "tr": "tbody",
    "td": "tr",
    "th": "tr",
    "thead": "table",
    "tbody": "table",
    "tfoot": "table",
    "caption": "table",
    "colgroup": "table",
    "col": "colgroup",
}


def is_page(html: str) -> bool:
    """Say whether the answer is a whole page, not a fragment."""
    return _PAGE.match(html) is not None


def container_of(html: str) -> str:
    """Return the name of the element that a fragment has to be parsed in (``"div"`` for most)."""
    first = _FIRST_TAG.match(html)
    return _CONTAINERS.get(first.group(1).lower(), "div") if first else "div"


def parse(html: str, *, strict: bool = False) -> Any:
    """Return html5lib's etree of a page or fragment.

    Raises ``html5lib.html5parser.ParseError`` on the first error when strict.
    """
    parser = html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False)
    if is_page(html):
        return parser.parse(html)
    return parser.parseFragment(html, container=container_of(html))


def is_well_formed(html: str) -> bool:
    """Say whether the answer is not blank and parses without a single error of the standard."""
    if not html.strip():
        return False
    try:
        parse(html, strict=True)
    except (ParseError, KeyError):  # html5lib 1.1 lacks the words for some errors
        return False
    return True
