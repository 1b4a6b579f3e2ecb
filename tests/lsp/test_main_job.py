"""The main job with the model that ships: a comment in a page becomes the markup it asks for."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from .conftest import Start
from .support import CURSOR

EMBEDDED = {"engine": "auto", "model": ""}

JOBS = {
    "form": (
        "a login form with email and password",
        ["form input[type=email]", "form input[type=password]", "form label[for]", "form button"],
    ),
    "table": (
        "table with columns Name, Age and City",
        ["th:-soup-contains(Name)", "th:-soup-contains(Age)", "th:-soup-contains(City)", "td"],
    ),
    "list": (
        "a list with Zorbo, Quixel and Tamsin",
        ["li:-soup-contains(Zorbo)", "li:-soup-contains(Quixel)", "li:-soup-contains(Tamsin)"],
    ),
    "nav": (
        "navigation with Home, About and Contact",
        ["nav a[href]:-soup-contains(Home)", "nav a[href]:-soup-contains(Contact)"],
    ),
    "card": (
        'a card titled "Summer sale" with a button "Buy now"',
        [":is(h1, h2, h3, h4):-soup-contains('Summer sale')", "button:-soup-contains('Buy now')"],
    ),
    "page": (
        'a web page with the title "Marlow Bakery"',
        ["html[lang] > head > title:-soup-contains('Marlow Bakery')", "body h1"],
    ),
}


@pytest.mark.parametrize("spec", ["visual-studio-code", "neovim"])
async def test_the_commonest_kinds_come_out_with_the_words_of_the_prompt(
    start: Start, spec: str
) -> None:
    editor = await start(spec, options=EMBEDDED)
    for name, (prompt, selectors) in JOBS.items():
        page = await editor.generated(f"<!-- {prompt}{CURSOR} -->\n", f"file:///{name}.html")
        soup = BeautifulSoup(page, "html5lib")
        assert [css for css in selectors if not soup.select(css)] == [], page


async def test_emoji_crlf_and_tabs(start: Start) -> None:
    editor = await start(options=EMBEDDED)
    page = await editor.generated(
        f"<main>\r\n\t<p>🍵</p>\r\n\t<!-- 🍵 list with Zorbo and Quixel{CURSOR} -->\r\n</main>\r\n"
    )
    before, after = "\t<!-- 🍵 list with Zorbo and Quixel -->\r\n", "</main>\r\n"
    assert page.startswith(f"<main>\r\n\t<p>🍵</p>\r\n{before}\t<ul>\r\n\t\t<li>")
    assert page.endswith(f"</li>\r\n\t</ul>\r\n{after}")
    assert page.count("\n") == page.count("\r\n")
    assert re.findall("Zorbo|Quixel", page.partition(before)[2]) == ["Zorbo", "Quixel"]
