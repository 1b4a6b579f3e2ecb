"""Plain markup in three styles: Bootstrap, Tailwind, and classes of the page's own."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import islice
from typing import Literal

import html5lib
import pytest

from tagwright.page.context import read_context
from tagwright.prompt import PageContext
from tagwright_training.corpus import Row, rows
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.parts_cards import grid, post_cards, priced_cards, quote, text_cards
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_forms import Field, form_html, search_html
from tagwright_training.corpus.parts_media import figure_html, gallery_html
from tagwright_training.corpus.parts_nav import brand_link, nav_bar, to_links
from tagwright_training.corpus.parts_site import breadcrumb_html, pagination_html
from tagwright_training.corpus.restyle import restyle
from tagwright_training.corpus.restyle_page import (
    page_classes,
    page_roles,
    page_vocabulary,
    restyle_page,
)
from tagwright_training.corpus.restyle_tailwind import TAILWIND_CLASSES
from tagwright_training.corpus.row_styles import Shares, restyled
from tagwright_training.rendering import render

Framework = Literal["bootstrap", "tailwind"]

FIELD = '<div><label for="a">A</label><input type="text" id="a" name="a" required></div>'
CHECK = '<div><input type="checkbox" id="b" name="b"><label for="b">B</label></div>'
RADIO = '<div><input type="radio" id="c" name="d" value="c"><label for="c">C</label></div>'
CARD = "<article><h2>A</h2><p>B</p></article>"
PICTURE = '<img src="a.jpg" alt="A">'
DOCUMENT = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A</title></head>'
    "<body><main><h1>A</h1></main></body></html>"
)
PLAIN = [
    FIELD,
    CHECK,
    f'<fieldset><legend>D</legend>{RADIO}</fieldset><button type="button">E</button>',
    f'<form method="post">{FIELD}{CHECK}<button type="submit">Send</button></form>',
    CARD,
    f"<div>{CARD}{CARD}{CARD}</div>",
    f"<section><h2>A</h2>{CARD}{CARD}</section>",
    f"<div>{PICTURE}{PICTURE}</div>",
    f"<div><div>{CARD}</div><div><p>A</p></div></div>",
    '<nav aria-label="Main"><a href="/">A</a><ul><li><a href="/b">B</a></li></ul></nav>',
    '<nav aria-label="Breadcrumb"><ol><li><a href="/">A</a></li>'
    '<li aria-current="page">B</li></ol></nav>',
    '<nav aria-label="Pagination"><ul><li><a href="?page=1" aria-current="page">1</a></li>'
    '<li><a href="?page=2">2</a></li></ul></nav>',
    '<table><caption>A</caption><thead><tr><th scope="col">A</th></tr></thead>'
    '<tbody><tr><th scope="row">B</th></tr><tr><td>C</td></tr></tbody></table>',
    "<figure><blockquote><p>A</p></blockquote><figcaption>B</figcaption></figure>",
    f"<figure>{PICTURE}<figcaption>B</figcaption></figure>",
    "<details><summary>A</summary><p>B</p></details>",
    "<dl><dt>A</dt><dd>B</dd></dl>",
    "<dl><div><dt>A</dt><dd>1</dd></div><div><dt>B</dt><dd>2</dd></div></dl>",
    '<div role="alert"><p>A</p></div>',
    "<footer><nav aria-label='Footer'><ul><li><a href='/a'>A</a></li></ul></nav><p>B</p></footer>",
    "<ul><li>A</li><li>B<ul><li>C</li></ul></li></ul>",
    DOCUMENT,
]
STYLES: list[Framework] = ["bootstrap", "tailwind"]


def classes_of(html: str) -> list[str]:
    return re.findall(r' class="([^"]*)"', html)


def without_classes(html: str) -> str:
    return re.sub(r' class="[^"]*"', "", html)


def parses(html: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    if html.startswith("<!DOCTYPE"):
        parser.parse(html)
    else:
        parser.parseFragment(html)


@pytest.mark.parametrize(
    ("plain", "styled"),
    [
        (
            FIELD,
            '<div class="mb-3"><label for="a" class="form-label">A</label>'
            '<input type="text" id="a" name="a" class="form-control" required></div>',
        ),
        (
            CHECK,
            '<div class="mb-3 form-check"><input type="checkbox" id="b" name="b" '
            'class="form-check-input"><label for="b" class="form-check-label">B</label></div>',
        ),
        (
            f"<fieldset><legend>D</legend>{RADIO}</fieldset>",
            '<fieldset class="mb-3"><legend>D</legend><div class="form-check">'
            '<input type="radio" id="c" name="d" class="form-check-input" value="c">'
            '<label for="c" class="form-check-label">C</label></div></fieldset>',
        ),
        (
            CARD,
            '<article class="card"><div class="card-body"><h2 class="card-title">A</h2>'
            '<p class="card-text">B</p></div></article>',
        ),
        (
            f"<article>{PICTURE}<h2>A</h2></article>",
            '<article class="card"><img class="card-img-top" src="a.jpg" alt="A">'
            '<div class="card-body"><h2 class="card-title">A</h2></div></article>',
        ),
        (
            f"<section><h2>A</h2>{PICTURE}{PICTURE}</section>",
            '<section><h2>A</h2><div class="row">'
            + '<div class="col-md-4"><img class="img-fluid" src="a.jpg" alt="A"></div>' * 2
            + "</div></section>",
        ),
        (
            '<nav aria-label="Main"><ul><li><a href="/a">A</a></li></ul></nav>',
            '<nav class="navbar navbar-expand" aria-label="Main"><div class="container">'
            '<ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="/a">A</a></li>'
            "</ul></div></nav>",
        ),
        (
            '<form method="post"><button type="submit">A</button>'
            '<button type="button">B</button></form>',
            '<form method="post"><button type="submit" class="btn btn-primary">A</button>'
            '<button type="button" class="btn btn-secondary">B</button></form>',
        ),
        (
            '<nav aria-label="Fil d’Ariane"><ol><li><a href="/">A</a></li></ol></nav>',
            '<nav aria-label="Fil d’Ariane"><ol class="breadcrumb"><li class="breadcrumb-item">'
            '<a href="/">A</a></li></ol></nav>',
        ),
        (
            '<div role="alert"><p>A</p></div>',
            '<div class="alert alert-danger" role="alert">A</div>',
        ),
        (
            "<figure><blockquote><p>A</p></blockquote><figcaption>B</figcaption></figure>",
            '<figure><blockquote class="blockquote"><p>A</p></blockquote>'
            '<figcaption class="blockquote-footer">B</figcaption></figure>',
        ),
    ],
)
def test_bootstrap(plain: str, styled: str) -> None:
    assert restyle(plain, "bootstrap") == styled


@pytest.mark.parametrize(("count", "column"), [(2, "col-md-6"), (3, "col-md-4"), (4, "col-md-3")])
def test_bootstrap_columns_follow_from_the_number_of_cards(count: int, column: str) -> None:
    styled = restyle(f"<div>{CARD * count}</div>", "bootstrap")
    assert styled.startswith(f'<div class="row"><div class="{column}"><article class="card">')
    assert styled.count(f'class="{column}"') == count


@pytest.mark.parametrize(
    "build",
    [
        lambda g: form_html(g, [Field("Email"), Field("Country"), Field("Message")], "Send"),
        lambda g: form_html(g, [Field("I agree"), Field("Size", "radio", ("S", "M"))], "Go"),
        lambda g: search_html(g),
        lambda g: grid(g, text_cards(g, ["A", "B", "C"], 1), title="D"),
        lambda g: grid(g, priced_cards(g, [("A", "$1"), ("B", "$2")], "Buy", img="a.jpg")),
        lambda g: grid(g, post_cards(g, ["A", "B"]), title="C"),
        lambda g: quote(g, "A", "B"),
        lambda g: breadcrumb_html(g, ["Home", "A", "B"], {}),
        lambda g: pagination_html(g, 3, 2, {}),
        lambda g: nav_bar(g, to_links(["Home", "A"]), None, brand_link(g, "B"), "A"),
        lambda g: list_html(g, ["A", "B"]),
        lambda g: list_html(g, ["A", "B"], ordered=True),
        lambda g: table_html(g, ["A", "B"], [["1", "2"]], "C", foot=("Sum", "3")),
        lambda g: figure_html(g, "a.jpg", "A", "B"),
        lambda g: gallery_html(g, 3, [], [], "A"),
    ],
)
def test_bootstrap_agrees_with_the_kinds_that_write_it_themselves(
    build: Callable[[Gen], str],
) -> None:
    plain, own = (
        build(Gen(random.Random(1), PageContext(framework))) for framework in ("", "bootstrap")
    )
    assert restyle(plain, "bootstrap") == own != plain


@pytest.mark.parametrize("plain", PLAIN)
@pytest.mark.parametrize("style", STYLES)
def test_result_is_strict_markup_with_the_same_content(style: Framework, plain: str) -> None:
    styled = restyle(plain, style)
    parses(styled)
    text = re.compile(r"<[^>]*>")
    assert text.sub("", styled) == text.sub("", plain)


@pytest.mark.parametrize("plain", PLAIN)
def test_tailwind_writes_only_its_vocabulary(plain: str) -> None:
    written = set(classes_of(restyle(plain, "tailwind")))
    assert written and written <= set(TAILWIND_CLASSES)


def test_tailwind_vocabulary_is_small_and_has_no_copies() -> None:
    assert len(set(TAILWIND_CLASSES)) == len(TAILWIND_CLASSES) <= 100


@pytest.mark.parametrize(
    ("style", "source"),
    [("bootstrap", "bootstrap.min.css"), ("tailwind", "@tailwindcss/browser@4")],
)
def test_whole_pages_load_the_framework(style: Framework, source: str) -> None:
    styled = restyle(DOCUMENT, style)
    assert source in styled[: styled.index("</head>")]
    assert read_context(styled, len(styled)).framework == style


@pytest.mark.parametrize("style", STYLES)
def test_given_classes_stay_behind_the_frameworks(style: Framework) -> None:
    styled = restyle('<article id="x" class="promo"><h2>A</h2></article>', style)
    assert styled.startswith('<article id="x" class="')
    assert re.fullmatch(r".+ promo", classes_of(styled)[0])
    grid = restyle(f'<div class="shop">{CARD}{CARD}</div>', style)
    assert classes_of(grid)[0].endswith(" shop")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "unknown", ["<abbr title='A'>B</abbr>", "Just text &amp; more", "<p>A <em>b</em></p>", ""]
)
def test_what_has_no_role_stays(style: Framework, unknown: str) -> None:
    unknown = unknown.replace("'", '"')
    assert restyle(unknown, style) == unknown


@pytest.mark.parametrize(
    ("parent", "plain", "styled"),
    [
        ("ul", "<li>A</li>", '<li class="list-group-item">A</li>'),
        ("nav", "<ul></ul>", '<ul class="navbar-nav"></ul>'),
        ("footer", "<ul></ul>", '<ul class="list-unstyled"></ul>'),
    ],
)
def test_fragments_follow_their_parent(parent: str, plain: str, styled: str) -> None:
    assert restyle(plain, "bootstrap", parent) == styled


@pytest.mark.parametrize(
    ("vocabulary", "plain", "styled"),
    [
        (
            {"button": "btn", "primary button": "btn--primary", "field": "form__field"},
            f'<form method="post">{FIELD}<button type="submit">A</button>'
            '<button type="button">B</button></form>',
            '<form method="post"><div class="form__field">'
            + FIELD.removeprefix("<div>")
            + '<button type="submit" class="btn btn--primary">A</button>'
            '<button type="button" class="btn">B</button></form>',
        ),
        (
            {"card": "acme-card", "card title": "acme-card-title", "table": "acme-table"},
            f"<div>{CARD}{CARD}</div>",
            "<div>"
            + '<article class="acme-card"><h2 class="acme-card-title">A</h2><p>B</p></article>' * 2
            + "</div>",
        ),
        ({"hero": "hero"}, CARD, CARD),
    ],
)
def test_page_classes_go_on_their_roles(
    vocabulary: dict[str, str], plain: str, styled: str
) -> None:
    assert restyle_page(plain, vocabulary) == styled


def test_vocabularies_vary_and_never_look_like_a_framework() -> None:
    rng = random.Random(1)
    names: set[str] = set()
    for _ in range(200):
        vocabulary = page_vocabulary(rng, wanted=["card", "button"])
        assert {"card", "button"} & set(vocabulary)
        listed = page_classes(vocabulary, rng)
        assert 3 <= len(vocabulary) <= len(listed) <= 12
        assert len(set(listed)) == len(listed) and set(vocabulary.values()) <= set(listed)
        page = f'<div class="{" ".join(listed)}">'
        assert read_context(page, len(page)).framework == ""
        names.update(vocabulary.values())
    assert len(names) > 150


def test_vocabulary_leaves_out_what_is_unwanted() -> None:
    rng = random.Random(2)
    roles = page_roles(f"<section><h2>A</h2>{CARD}</section>")
    assert set(roles) == {"card", "card title", "card text", "section", "section title"}
    assert not any(set(roles) & set(page_vocabulary(rng, (), roles)) for _ in range(50))


ROW = Row("a card titled Oak", "<article><h2>Oak</h2><p>Good.</p></article>", ("Oak",))


def test_tailwind_rows_have_classes_and_say_why() -> None:
    rng = random.Random(3)
    made = [restyled(ROW, rng, Shares(tailwind=1)) for _ in range(60)]
    assert all(row.html == restyle(ROW.html, "tailwind") for row in made)
    asked = [row for row in made if "tailwind" in row.prompt.lower()]
    assert 0 < len(asked) < len(made)
    assert all(row.context.framework == "tailwind" for row in made if row not in asked)
    assert any(row.context.framework == "" for row in asked)
    assert all("Oak" in row.prompt for row in made)


def test_page_rows_use_what_fits() -> None:
    rng = random.Random(4)
    for _ in range(60):
        row = restyled(ROW, rng, Shares(tailwind=0, page=1))
        used = {name for value in classes_of(row.html) for name in value.split()}
        assert used and used <= set(row.context.classes)
        assert without_classes(row.html) == ROW.html
        other = restyled(ROW, rng, Shares(tailwind=0, page=0, unfit=1))
        assert other.html == ROW.html and len(other.context.classes) >= 3


@pytest.mark.parametrize(
    "row",
    [
        Row("a card", '<article class="card"><h2>A</h2></article>'),
        Row("a card", CARD, context=PageContext(framework="bootstrap")),
        Row("make it shorter", CARD, input=CARD),
        Row("a card without CSS", CARD),
    ],
)
def test_rows_with_a_style_of_their_own_stay(row: Row) -> None:
    rng = random.Random(5)
    for shares in (Shares(bootstrap=1), Shares(tailwind=1), Shares(tailwind=0, page=1)):
        assert restyled(row, rng, shares) is row


def test_long_requests_do_not_use_classes_that_the_model_can_not_see() -> None:
    prompt = "a card titled Oak, " + ", ".join(f"word{n}" for n in range(60))
    rng = random.Random(6)
    for _ in range(20):
        row = restyled(Row(prompt, ROW.html, ("Oak",)), rng, Shares(tailwind=0, page=1))
        assert classes_of(row.html) == []


def test_stream_has_all_styles_and_all_of_it_encodes() -> None:
    found = list(islice(rows(11), 600))
    tailwind = [row for row in found if row.context.framework == "tailwind"]
    classed = [row for row in found if row.context.classes]
    # A change of given markup keeps to the given, which may have no classes.
    written = [row for row in tailwind if not row.input]
    assert written and all(classes_of(row.html) for row in written)
    assert any(classes_of(row.html) for row in classed)
    assert any(not classes_of(row.html) for row in classed)
    for row in [*tailwind, *classed]:
        question, answer = render(row)
        assert question and answer
