"""Which change of given markup looks right."""

from __future__ import annotations

import pytest

from tagwright.codec.change_doubts import change_doubts

LIST = "<ul><li>Home</li><li>Shop</li><li>About</li></ul>"

RIGHT = (
    ("add Blog", "<ul><li>Home</li><li>Shop</li><li>About</li><li>Blog</li></ul>"),
    ("remove the shop", "<ul><li>Home</li><li>About</li></ul>"),
    ('rename "Shop" to "Store"', "<ul><li>Home</li><li>Store</li><li>About</li></ul>"),
    ("make the second item bold", LIST.replace("Shop", "<strong>Shop</strong>")),
    ("wrap it in a nav", f"<nav>{LIST}</nav>"),
    ("put About first", "<ul><li>About</li><li>Home</li><li>Shop</li></ul>"),
    ("add class menu", LIST.replace("<ul>", '<ul class="menu">')),
)

WRONG = (
    ("add Blog", "<ul><li>Home</li><li>Blog</li></ul>"),
    ("add Blog", "<ul><li>Home</li><li>Shop</li><li>About</li><li>About</li></ul>"),
    ("add Blog", "<ul><li>Home</li><li>Shop</li><li>About</li><li>Blog</li><li>News</li></ul>"),
    ("remove the shop", LIST),
    ("remove the shop", "<ul><li>Home</li><li>Blog</li></ul>"),
    ('rename "Shop" to "Store"', "<ul><li>Home</li><li>Shop</li><li>About</li></ul>"),
    ("wrap it in a nav", "<nav><ul><li>Home</li></ul></nav>"),
    ("add class menu", '<ul class="menu"></ul>'),
)


@pytest.mark.parametrize(("prompt", "after"), RIGHT)
def test_no_doubt(prompt: str, after: str) -> None:
    assert change_doubts(prompt, LIST, after) == 0


@pytest.mark.parametrize(("prompt", "after"), WRONG)
def test_doubt(prompt: str, after: str) -> None:
    assert change_doubts(prompt, LIST, after) > 0
