from __future__ import annotations

import pytest

from tagwright.page.context import enclosing, read_context


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("|", ""),
        ("<p>x</p>|", ""),
        ("<html><body><main>|</main></body></html>", "html body main"),
        ("<ul><li>a<li>b|</ul>", "ul li"),
        ("<ul><li>a</li>|</ul>", "ul"),
        ("<ul><li>a<ul><li>b</ul>|</ul>", "ul li"),
        ("<p>one<p>two|", "p"),
        ("<p>one<div>|", "div"),
        ("<table><tr><td>a<td>b|", "table tr td"),
        ("<table><tr><td>a<tr>|", "table tr"),
        ("<table><tbody><tr><td>a</table>|", ""),
        ("<dl><dt>a<dd>b|", "dl dd"),
        ("<select><option>a<option>|", "select option"),
        ("<div><br><img src=x>|<input>", "div"),
        ("<div></span>|</div>", "div"),
        ("<div></div class='x'>|", ""),
        ("<div <p>|", "div p"),
        ("<nav><ul><li><a>x</li>|", "nav ul"),
        ("<DIV><Nav>|", "div nav"),
        ("<head><title>x</title>|", "head"),
        ("<html><head><meta><body>|", "html body"),
        ("<svg><path/>|", "svg"),
        ("<div><!-- <section> -->|", "div"),
        ("<div><script>if (a<b) '<p>'</script>|", "div"),
        ("<div title='<p>'>|", "div"),
        ("<div title=\"{{ '<p>' }}\">|", "div"),
        ("<div {% if a > b %}class='x'{% endif %}>|", "div"),
        ("<ul>{% for x in y %}<li>{{ x }}</li>{% endfor %}|", "ul"),
        ("<ul><% if (a > b) { %><li>|", "ul li"),
        ("<?php echo '<p>'; ?><ul>|", "ul"),
        ("<div>{{ unclosed <p>|", "div p"),
        ("<table><tr><td></div>|", "table tr td"),
        ("<x-card><slot>|", "x-card slot"),
        ("<Card /><p>|", "p"),
        ("<div>\U0001f600漢\r\n<p>|", "div p"),
        ("<p|>", ""),
    ],
)
def test_enclosing(marked: str, names: str) -> None:
    before, after = marked.split("|")
    assert enclosing(before + after, len(before)) == names.split()


@pytest.mark.parametrize(
    ("marked", "parent"),
    [
        ("|", ""),
        ("<html>|", ""),
        ("<body>|", ""),
        ("<body><main>|", "main"),
        ("<ul>\n  |", "ul"),
        ("<head>|", "head"),
        ("<p>x|</p>", "p"),
        ("<p>x|", ""),
        ("<main><p>x|</main>", "main"),
    ],
)
def test_parent(marked: str, parent: str) -> None:
    before, after = marked.split("|")
    assert read_context(before + after, len(before)).parent == parent


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("", ""),
        ('<link href="css/bootstrap.min.css">', "bootstrap"),
        ('<script src="https://cdn.tailwindcss.com"></script>', "tailwind"),
        ('<a class="btn btn-primary"><div class="col-md-6">', "bootstrap"),
        ('<input class="form-control"><nav class="navbar-expand-lg">', "bootstrap"),
        ('<div class="md:flex text-gray-500">', "tailwind"),
        ('<div class="rounded-lg px-8">', "tailwind"),
        ('<div class="container card">', ""),
        ('<div class="card-body">', ""),
        ("<p>bootstrap and tailwind</p>", ""),
        ("<!-- <link href='bootstrap.css'> -->", ""),
    ],
)
def test_framework(text: str, framework: str) -> None:
    assert read_context(text, 0).framework == framework


@pytest.mark.parametrize(
    ("marked", "heading"),
    [
        ("|", 0),
        ("|<h1>x</h1>", 0),
        ("<h1>x</h1>|", 1),
        ("<h1>x</h1><h3>y</h3><p>|<h2>z</h2>", 3),
        ("<!-- <h2>x</h2> -->|", 0),
        ("<H4>x</H4>|", 4),
        ("<header>|</header>", 0),
    ],
)
def test_heading(marked: str, heading: int) -> None:
    before, after = marked.split("|")
    assert read_context(before + after, len(before)).heading == heading


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("", "en"),
        ("<html>", "en"),
        ('<html lang="de">', "de"),
        ("<html lang='pt-BR'>", "pt"),
        ("<html lang=zh_Hans>", "zh"),
        ('<html xml:lang="fr">', "fr"),
        ('<html lang="">', "en"),
        ("<html html lang>", "en"),
        ('<html lang="{{ lang }}">', "en"),
        ('<p lang="fr">', "en"),
    ],
)
def test_lang(text: str, lang: str) -> None:
    assert read_context(text, 0).lang == lang


def test_ids_and_classes_of_the_whole_page() -> None:
    text = (
        '<p id="b" class="x y">\n<p id=\'a\' class="y">|<p id=c class=y><p id="b" class="x">'
        '<p id="i-{{ n }}" class="{% if z %}on{% endif %} w"><p id="">'
        '<!-- <p id="gone" class="gone"> --><script>"<p id=\'js\'>"</script>'
    )
    context = read_context(text, text.index("|"))
    assert context.ids == ("a", "c", "b")
    assert context.classes[:2] == ("y", "x")
    assert set(context.classes) == {"x", "y", "w"}
