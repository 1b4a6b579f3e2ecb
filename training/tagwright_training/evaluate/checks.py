"""Checks of an answer: how many elements a CSS selector finds in it.

html5lib parses the answer first, in the right container, so elements are counted as a browser
would have them and a lone ``<li>`` or ``<tr>`` survives. Its tree is written out again with every
end tag and read with ``html.parser``, which adds no ``html`` and ``body`` around a fragment: a
selector sees what the answer wrote. Neither parser alone can do both: html5lib in BeautifulSoup
drops ``<tr>``, and ``html.parser`` nests ``<li>a<li>b``.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable
from dataclasses import dataclass

import html5lib
import soupsieve
from bs4 import BeautifulSoup

from tagwright_training.evaluate.wellformed import parse

OPERATORS = {"==": operator.eq, ">=": operator.ge, "<=": operator.le}

_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Check:
    """The number of elements that ``css`` finds compares with ``count`` by ``op``.

    css: a selector of soupsieve, ``:-soup-contains("text")`` included.
    op: one of ``==``, ``>=``, ``<=``.
    """

    css: str
    op: str
    count: int

    def __str__(self) -> str:
        return f"{self.css} {self.op} {self.count}"


@dataclass(frozen=True)
class CheckResult:
    """What a check found in an answer."""

    check: Check
    found: int

    @property
    def passed(self) -> bool:
        return bool(OPERATORS[self.check.op](self.found, self.check.count))


def selector_problem(css: str) -> str:
    """Return in a few words why a selector can't be used, ``""`` if it can."""
    try:
        soupsieve.compile(css)
    except (soupsieve.SelectorSyntaxError, ValueError) as error:
        return str(error).splitlines()[0].rstrip(".:")
    return ""


def soup_of(html: str) -> BeautifulSoup:
    """Return the answer as a tree to select from, runs of white space in its text made one space.

    A line break in the source is a space to the reader, so ``:-soup-contains("Ada Lovelace")``
    holds wherever the words were wrapped.
    """
    tree = parse(html)
    for element in tree.iter():
        if isinstance(element.tag, str) and element.text:
            element.text = _SPACE.sub(" ", element.text)
        if element.tail:
            element.tail = _SPACE.sub(" ", element.tail)
    whole = html5lib.serialize(
        tree,
        omit_optional_tags=False,
        quote_attr_values="always",
        inject_meta_charset=False,
        minimize_boolean_attributes=False,
    )
    return BeautifulSoup(whole, "html.parser")


def run_checks(html: str, checks: Iterable[Check]) -> list[CheckResult]:
    """Return what each check finds in the answer; a blank answer has no elements at all."""
    soup = soup_of(html) if html.strip() else BeautifulSoup("", "html.parser")
    return [CheckResult(check, len(soupsieve.select(check.css, soup))) for check in checks]
