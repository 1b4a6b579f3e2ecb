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
from typing import Protocol

import html5lib
import soupsieve
from bs4 import BeautifulSoup

from tagwright_training.evaluate.wellformed import parse

OPERATORS = {"==": operator.eq, ">=": operator.ge, "<=": operator.le}

_SPACE = re.compile(r"[ \t\r\n\f]+")


class AnyCheck(Protocol):
    """What an answer has to satisfy: a count of something in it. ``str`` says what in short."""

    def count(self, soup: BeautifulSoup) -> int:
        """Return the number that decides."""
        ...

    def holds(self, found: int) -> bool:
        """Say whether that number is right."""
        ...


@dataclass(frozen=True)
class Check:
    """The number of elements that ``css`` finds compares with ``wanted`` by ``op``.

    css: a selector of soupsieve, ``:-soup-contains("text")`` included.
    op: one of ``==``, ``>=``, ``<=``.
    """

    css: str
    op: str
    wanted: int

    def __str__(self) -> str:
        return f"{self.css} {self.op} {self.wanted}"

    def count(self, soup: BeautifulSoup) -> int:
        return len(soupsieve.select(self.css, soup))

    def holds(self, found: int) -> bool:
        return bool(OPERATORS[self.op](found, self.wanted))


@dataclass(frozen=True)
class CheckResult:
    """What a check found in an answer."""

    check: AnyCheck
    found: int

    @property
    def passed(self) -> bool:
        return self.check.holds(self.found)


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


def run_checks(html: str, checks: Iterable[AnyCheck]) -> list[CheckResult]:
    """Return what each check finds in the answer; a blank answer has no elements at all."""
    soup = soup_of(html) if html.strip() else BeautifulSoup("", "html.parser")
    return [CheckResult(check, check.count(soup)) for check in checks]
