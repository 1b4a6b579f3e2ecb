"""Hand-written pairs: reading, other values and lengths, what training does not see."""

from __future__ import annotations

import random
import re
from itertools import islice
from pathlib import Path

import html5lib
import pytest

from tagwright.errors import InputError
from tagwright_training.corpus import rows
from tagwright_training.corpus.gen import Row, slug
from tagwright_training.corpus.handwritten import (
    FOLDER,
    held_out,
    held_out_rows,
    parse,
    problems,
    realize,
    training_row,
    unseen_pairs_rows,
)

NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FILES = sorted(FOLDER.glob("*.txt"))
PLAIN = """### team
> team card for [person:Ana Ruiz] in [city:Bilbao]
> [Ana Ruiz], [Bilbao]: a card
<article>
  <h2>Ana Ruiz</h2>
  <p>Works in <b>Bilbao</b> since May.</p>
  <a href="/ana-ruiz">More about Ana Ruiz</a>
</article>
"""
LIST = """### menu
> nav with [n] links: [label+:home; about us; prices]
> [home; about us; prices] in a main menu
> please add a menu with [home; about us; prices]
<nav aria-label="Main">
  <ul>
    <li><a href="/">Home</a></li>
    <li><a href="/about-us">About us</a></li>
    <li><a href="/prices">Prices</a></li>
  </ul>
</nav>
"""


def read_one(text: str) -> list[Row]:
    """Rows of the only pair of a text, its values replaced, one for each of 60 seeds."""
    (pair,) = parse(text, Path("own.txt"))
    return [realize(pair, random.Random(seed), keep=False) for seed in range(60)]


def fault(text: str) -> str:
    with pytest.raises(InputError) as error:
        parse(text, Path("own.txt"))
    return str(error.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_has_no_problems(path: Path) -> None:
    found = problems(path, thorough=False)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("### a\n<p>Hi</p>", 1, "no request"),
        ("### a\n> hi", 1, "no markup"),
        ("### a b\n> hi\n<p>Hi</p>", 1, "in the header"),
        ("### a\n> hi [word:moss]\n<p>Hi</p>", 1, r"[moss] is not in the markup"),
        ("### a\n> hi [moss]\n<p>moss</p>", 2, "never given"),
        ("### a\n> hi [plant:moss]\n<p>moss</p>", 2, "unknown type 'plant'"),
        ("### a\n> hi [word:moss]\n> hello\n<p>moss</p>", 3, "does not give [moss]"),
        ("### a\n> hi\n<p>Hi", 3, "never closed"),
        ("### a\n> hi\n<p>Hi</p>\n<p>You<div></div></p>", 4, "HTML standard refuses"),
        ("### a\n> hi\n<p>Hi</p>\n### a\n> ho\n<p>Ho</p>", 4, "used twice"),
        ("### a\n> [word+:moss; fern]\n<p>moss and fern</p>", 3, "run of siblings"),
        ("### a\n> [word+:moss; fern]\n<ul><li>moss fern</li></ul>", 3, "run of siblings"),
        (
            "### a\n> [word+:moss; fern], [fern]\n<ul><li>moss</li><li>fern</li></ul>",
            2,
            "one by one",
        ),
        ("### a\n> [n] of [word:moss]\n<p>moss</p>", 2, "[n] is the number"),
        ("### a\n> hi\n<p>Hi</p>\n<h2>Hi</h2>\n<h4>You</h4>", 5, "skip levels"),
        ("### a\n> hi\n<input type='text'>", 3, "without label"),
        ("### a\n> hi\n<p class='big'>Hi</p>", 3, "nobody asked for the class 'big'"),
        (
            "### a\n> [word+:moss; fern], [price:$5]\n<ul><li>moss $5</li><li>fern</li></ul>",
            3,
            "just some",
        ),
    ],
)
def test_faults_are_told_with_their_line(text: str, line: int, message: str) -> None:
    told = fault(text)
    assert told.startswith(f"own.txt, line {line}: ")
    assert message in told


def test_problems_tells_all_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("### a\n> hi\n\n### b\n<p>Hi</p>\n\n" + PLAIN, encoding="utf-8")
    told = problems(path)
    assert len(told) == 2
    assert "line 1: the pair has no markup" in told[0]
    assert "line 4: the pair has no request" in told[1]


def test_kept_values_stand_as_written() -> None:
    (pair,) = parse(PLAIN, Path("own.txt"))
    row = realize(pair, random.Random(0), wording=0, keep=True)
    assert row.prompt == "team card for Ana Ruiz in Bilbao"
    assert row.html == (
        "<article><h2>Ana Ruiz</h2><p>Works in <b>Bilbao</b> since May.</p>"
        '<a href="/ana-ruiz">More about Ana Ruiz</a></article>'
    )
    assert row.copied == ("Ana Ruiz", "Bilbao")
    assert (row.kind, row.phrasing) == ("handwritten", "own/team/0")


def test_a_value_is_replaced_in_texts_and_addresses_alike() -> None:
    found = read_one(PLAIN)
    for row in found:
        match = re.fullmatch(
            r"<article><h\d>(.*)</h\d><p>Works in <b>(.*)</b> since May.</p>"
            r'<a href="/(.*)">More about (.*)</a></article>',
            row.html,
        )
        assert match, row.html
        assert match[1] == match[4]
        assert match[3] == slug(match[1])
        assert match[1] in row.prompt
        assert match[2] in row.prompt
        assert "Ruiz" not in row.html or "Ana" not in row.html
    assert len({row.html for row in found}) > 50


def test_lists_grow_and_shrink_with_their_number() -> None:
    lengths = set()
    for row in read_one(LIST):
        links = re.findall(r'<li><a href="/([^"]*)">([^<]*)</a></li>', row.html)
        lengths.add(len(links))
        for address, text in links:
            assert address == ("" if text.lower() in ("home", "homepage") else slug(text))
            assert text.lower() in row.prompt.lower()
        if row.phrasing.endswith("/0"):
            said = re.search(r"(\w+) links", row.prompt)
            assert said is not None
            assert said[1].lower() in (str(len(links)), NUMBERS[len(links)])
    assert min(lengths) == 2
    assert max(lengths) > 3


def test_further_items_look_like_the_last_but_one_when_the_last_is_special() -> None:
    trail = """### trail
> breadcrumb [label+:Shop; Tea; Green tea]
<nav aria-label="Breadcrumb"><ol><li><a href="/shop">Shop</a></li><li><a href="/tea">Tea</a></li>
<li><a href="/green-tea" aria-current="page">Green tea</a></li></ol></nav>
"""
    for row in read_one(trail):
        assert row.html.count("<li>") == row.html.count("<a ")
        assert re.findall(r" aria-current", row.html) == [" aria-current"]
        assert re.search(r'aria-current="page">[^<]*</a></li></ol>', row.html)


def test_an_item_within_an_unrelated_text_is_no_item() -> None:
    shop = """### shop
> a menu [label+:Bikes; Service] and a line
<header><ul><li>Bikes</li><li>Service</li></ul><p>Bikes for every road.</p></header>
"""
    assert all("<p>Bikes for every road.</p>" in row.html for row in read_one(shop))


def test_lists_of_one_length_change_together() -> None:
    terms = """### terms
> [word+:moss; fern] and what they cost: [price+:$3; $5]
<dl><dt>Moss</dt><dd>$3</dd><dt>Fern</dt><dd>$5</dd></dl>
"""
    for row in read_one(terms):
        pairs = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", row.html)
        assert "<dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in pairs) + "</dl>" == row.html
        assert len(pairs) >= 2


def test_steps_go_on_counting() -> None:
    steps = """### steps
> steps [word+:moss; fern; reed]
<div><section id="step-1"><h2>Step 1: moss</h2></section>
<section id="step-2"><h2>Step 2: fern</h2></section>
<section id="step-3"><h2>Step 3: reed</h2></section></div>
"""
    for row in read_one(steps):
        n = row.html.count("<section")
        assert re.findall(r'id="step-(\d)"', row.html) == [str(k + 1) for k in range(n)]
        assert re.findall(r"Step (\d):", row.html) == [str(k + 1) for k in range(n)]


def test_a_wording_may_write_a_value_with_a_capital() -> None:
    soup = "### soup\n> how to cook [name:pea soup]\n> [Pea soup]\n<h2>Pea soup</h2>\n"
    for row in read_one(soup):
        said = row.prompt.removeprefix("how to cook ").removeprefix("How to cook ")
        assert said.strip("\"'`“”‘’.").casefold() in row.html.casefold().replace("&amp;", "&")


def test_values_that_the_markup_depends_on_stay() -> None:
    form = """### form
> a form for [label:Email] and [label:Motto], on [date:3 May]
<form method="post"><h2>On <time datetime="2026-05-03">3 May</time></h2>
<div><label for="email">Email</label><input type="email" id="email" name="email"></div>
<div><label for="motto">Motto</label><input type="text" id="motto" name="motto"></div></form>
"""
    for row in read_one(form):
        assert '<label for="email">Email</label><input type="email"' in row.html
        assert '<time datetime="2026-05-03">3 May</time>' in row.html
        assert "motto" not in row.html.lower()


def test_the_bounds_of_a_control_stay_in_order() -> None:
    slider = """### slider
> slider from [number:10] to [number:90], at [number:40]
<label for="size">Size</label><input type="range" id="size" min="10" max="90" value="40">
"""
    for row in read_one(slider):
        low, high, value = (int(n) for n in re.findall(r'="(\d+)"', row.html))
        assert low < value < high
        assert [int(n) for n in re.findall(r"\d+", row.prompt)] == [low, high, value]


def test_replaced_rows_are_strict_html_and_escaped() -> None:
    shop = """### shop
> shop "[name:Oak & Moss]" says "[sentence:Fresh, and good.]"
<p title="Oak &amp; Moss">Oak &amp; Moss: Fresh, and good.</p>
"""
    for row in read_one(shop):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        paragraph = parser.parseFragment(row.html)[0]
        assert paragraph.text.startswith(paragraph.get("title") + ": ")
        assert paragraph.get("title").casefold() in row.prompt.casefold()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """200 pairs of three wordings."""
    text = "".join(
        f"### p{i}\n> first [word:moss]\n> the second [moss]\n> here a third [moss]\n"
        "<p>A moss.</p>\n"
        for i in range(200)
    )
    (tmp_path / "many.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_training_sees_neither_held_out_wordings_nor_unseen_pairs(folder: Path) -> None:
    rng = random.Random(0)
    trained = {training_row(rng, folder).phrasing for _ in range(6000)}
    wordings = [row.phrasing for row in held_out_rows(1, folder)]
    unseen = {row.phrasing for row in unseen_pairs_rows(1, folder)}
    assert 10 <= len(wordings) <= 35
    assert all(phrasing.endswith("/2") and held_out(phrasing, folder) for phrasing in wordings)
    assert not trained & {*wordings, *unseen}
    assert not any(held_out(phrasing, folder) for phrasing in trained)
    assert len(trained) + len(wordings) + len(unseen) == 600
    assert 3 <= len(unseen) / 3 <= 18


def test_held_out_rows_have_fresh_content(folder: Path) -> None:
    first, second = ([row.html for row in held_out_rows(seed, folder)] for seed in (1, 2))
    assert first == [row.html for row in held_out_rows(1, folder)]
    assert first != second
    assert "<p>A moss.</p>" not in first


@pytest.mark.skipif(not FILES, reason="no hand-written pairs yet")
def test_the_stream_mixes_them_in() -> None:
    kinds = [row.kind for row in islice(rows(3), 200)]
    assert 30 <= kinds.count("handwritten") <= 90
    assert "handwritten" not in [row.kind for row in islice(rows(3, handwritten=0.0), 50)]
