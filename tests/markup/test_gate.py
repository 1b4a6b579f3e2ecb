from __future__ import annotations

import html5lib
import pytest
from tests.markup.snippets import SNIPPETS

from tagwright.errors import NothingUsable
from tagwright.markup.format import format_html
from tagwright.markup.gate import body_only, gate, is_well_formed


def errors(markup: str, container: str = "div") -> list[object]:
    """Parse errors by html5lib itself, independent of the gate."""
    parser = html5lib.HTMLParser()
    if markup.startswith("<!DOCTYPE"):
        parser.parse(markup)
    elif container == "table":
        parser.parseFragment(f"<table>{markup}</table>")
    else:
        parser.parseFragment(markup, container=container)
    return list(parser.errors)


CASES = {
    # well-formed markup stays as it is
    "as it is": ('<p class="a">x &amp; y</p>', '<p class="a">x &amp; y</p>'),
    "white space stays": ("<p>a\n  b</p>\n<p>c</p>", "<p>a\n  b</p>\n<p>c</p>"),
    "empty values": ('<img src="a" alt="">', '<img src="a" alt="">'),
    "bare attributes": ("<input required>", "<input required>"),
    "custom elements": ("<x-card><p>a</p></x-card>", "<x-card><p>a</p></x-card>"),
    "comments within": ("<div><!-- a --></div>", "<div><!-- a --></div>"),
    "svg keeps its case": (
        '<svg viewBox="0 0 1 1"><linearGradient/></svg>',
        '<svg viewBox="0 0 1 1"><linearGradient/></svg>',
    ),
    "raw text": (
        "<script>if (a < b && c) {}</script><style>a > b {}</style>",
        "<script>if (a < b && c) {}</script><style>a > b {}</style>",
    ),
    # tags
    "unclosed": (
        "<div><p>a<ul><li>b<li>c</ul>",
        "<div><p>a</p><ul><li>b</li><li>c</li></ul></div>",
    ),
    "stray end tags": ("<p>a</b></p></div></section>", "<p>a</p>"),
    "end tag with attributes": ("<div>a</div class='x'><p>b</p>", "<div>a</div><p>b</p>"),
    "wrong heading end": ("<h2>a</h3><p>b</p>", "<h2>a</h2><p>b</p>"),
    "crossing tags": ("<a><div>x</a></div><p>y</p>", "<a><div>x</div></a><p>y</p>"),
    "void elements": ("<br></br><img src=a></img><hr/>", '<br><img src="a"><hr>'),
    "slash on others": ("<div/><p>a</p></div>", "<div><p>a</p></div>"),
    "upper case": ("<DIV CLASS=a>x</DIV>", '<div class="a">x</div>'),
    "no first bracket": ('nav class="a"><b>x</b></nav>', '<nav class="a"><b>x</b></nav>'),
    "no first bracket, no attribute": ("ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
    "no closing bracket": ("<div <p>a</p></div>", "<div><p>a</p></div>"),
    "missing svg end": ('<svg><path d="M0"/>', '<svg><path d="M0"/></svg>'),
    "html within svg": ("<svg><path/><div>a</div>", "<svg><path/></svg><div>a</div>"),
    "words in brackets": ("<p>Dear <your name>,</p>", "<p>Dear &lt;your name&gt;,</p>"),
    "unfinished tag": ("<p>a</p><di", "<p>a</p>"),
    # attributes
    "unquoted": ("<a href=/x?y>z</a>", '<a href="/x?y">z</a>'),
    "single quotes": ("<a title='say \"x\"'>z</a>", '<a title="say &quot;x&quot;">z</a>'),
    "duplicates": ('<p id="a" class="b" ID="c" class="d">x</p>', '<p id="a" class="b">x</p>'),
    "forgotten quote": (
        '<a href="x>y</a><a href="z">w</a>',
        '<a href="x">y</a><a href="z">w</a>',
    ),
    "tag name repeated": ("<div div class=a>x</div>", '<div class="a">x</div>'),
    "empty id": ('<p id="">x</p>', "<p>x</p>"),
    # character references
    "ampersands": (
        "<p>R&D & &bogus; &copy 2024</p>",
        "<p>R&amp;D &amp; &amp;bogus; &copy; 2024</p>",
    ),
    "named references": ("<p>&mdash;&nbsp;&amp;</p>", "<p>&mdash;&nbsp;&amp;</p>"),
    "in a query": ('<a href="?a=1&copy=2&b">x</a>', '<a href="?a=1&amp;copy=2&amp;b">x</a>'),
    "numbers": ("<p>&#169; &#xA9 &#128; &#0;</p>", "<p>&#169; &#xA9; € \ufffd</p>"),
    "angle brackets": ("<p>1 < 2 > 0</p>", "<p>1 &lt; 2 &gt; 0</p>"),
    "control characters": ("<p>a\x00\x08b\ufffe</p>\r\n", "<p>ab</p>"),
    # talk around the markup
    "prose": ("Here is a list:\n<ul><li>a</li></ul>\nI hope it helps.", "<ul><li>a</li></ul>"),
    "prose before inline": ("Sure! Here's a button: <button>a</button>", "<button>a</button>"),
    "text with inline": ("Hello <b>you</b>!", "Hello <b>you</b>!"),
    "fence": ("Sure:\n```html\n<p>a</p>\n```\nDone <b>now</b>.", "<p>a</p>"),
    "second fence": ("```sh\nls\n```\n```html\n<p>a</p>\n```", "<p>a</p>"),
    "closing fence only": ("<p>a</p>\n```\nThe <p> element", "<p>a</p>"),
    "reasoning": ("<think>a <p> maybe</think>\n<ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
    "echoed comment": ("<!-- a list -->\n<ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
    # content models
    "block in p": ("<p>a<div>b</div></p>", "<p>a</p><div>b</div>"),
    "block deep in p": (
        "<p>a <b><ul><li>c</ul></b></p>",
        "<div>a <b><ul><li>c</li></ul></b></div>",
    ),
    "block in button": ("<button><div>a</div></button>", "<button><span>a</span></button>"),
    "block in span": ("<span><p>a</p></span>", "<div><p>a</p></div>"),
    "stray items": ("<li>a</li>\n<li>b</li>", "<ul><li>a</li>\n<li>b</li></ul>"),
    "text in a list": ("<ul>a<li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
    "links in a list": ("<ul><a>a</a><a>b</a></ul>", "<ul><li><a>a</a></li><li><a>b</a></li></ul>"),
    "list in a list": (
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
    ),
    "nested form": (
        "<form><div><form><input></form></div></form>",
        "<form><div><input></div></form>",
    ),
    "nested links": ("<a><b><a>x</a></b></a>", "<a><b>x</b></a>"),
    "links never closed": (
        "<p><a href=1>x<a href=2>y",
        '<p><a href="1">x</a><a href="2">y</a></p>',
    ),
    "nested label": ("<label><b><label>x</label></b></label>", "<label><b>x</b></label>"),
    "nested button": ("<button><b><button>x</button></b></button>", "<button><b>x</b></button>"),
    "text in a table": (
        "<table>a<tr><td>b</td></tr><p>c</p></table>",
        "a<p>c</p><table><tr><td>b</td></tr></table>",
    ),
    "cells without row": (
        "<table><td>a</td><td>b</td></table>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
    ),
    "stray row": ("<tr><td>a</td></tr>", "<table><tr><td>a</td></tr></table>"),
    "text in a row": (
        "<table><tr>a<td>b</td></tr></table>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
    ),
    "stray options": (
        "<option>a<option>b",
        "<select><option>a</option><option>b</option></select>",
    ),
    "markup in select": (
        "<select><div><option><b>a</b></option></div>c<hr></select>",
        "<select><option>a</option><option>c</option></select>",
    ),
    "stray terms": ("<dt>a</dt><dd>b</dd>", "<dl><dt>a</dt><dd>b</dd></dl>"),
    "terms in groups": (
        "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
        "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
    ),
    "title in the page": ("<title>a</title><p>b</p>", "<p>b</p>"),
    # whole pages
    "page": (
        "<!doctype html><html lang=en><head><title>t</title></head>"
        "<body class=a><p>b</body></html>",
        '<!DOCTYPE html><html lang="en"><head><title>t</title></head>'
        '<body class="a"><p>b</p></body></html>',
    ),
    "page without shell": (
        "<html><title>t</title><p>b</p></html> That's it.",
        "<!DOCTYPE html><html><head><title>t</title></head><body><p>b</p></body></html>",
    ),
    "repeated shell": (
        "<html html lang><html lang=fr><head></head><head><title>t</title></head><body><body id=x>"
        "<p>b</p>",
        '<!DOCTYPE html><html><head><title>t</title></head><body id="x"><p>b</p></body></html>',
    ),
    "body alone": ("<body><p>a</p></body>", "<p>a</p>"),
}


@pytest.mark.parametrize(("answer", "markup"), CASES.values(), ids=CASES)
def test_gate(answer: str, markup: str) -> None:
    assert gate(answer, complete=True) == markup
    assert errors(markup) == []


@pytest.mark.parametrize(("answer", "markup"), CASES.values(), ids=CASES)
def test_formatting_keeps_it_well_formed(answer: str, markup: str) -> None:
    assert errors(format_html(markup)) == []


@pytest.mark.parametrize(
    "answer",
    [
        "",
        " \n",
        "I can't do that.",
        "a < b",
        "```html\n```",
        "</div>",
        "<!-- a form -->",
        "<think>a <p>",
        "<!DOCTYPE html>",
        "<form",
    ],
)
@pytest.mark.parametrize("complete", [True, False])
def test_nothing_usable(answer: str, complete: bool) -> None:
    with pytest.raises(NothingUsable, match="no usable markup"):
        gate(answer, complete=complete)


@pytest.mark.parametrize(
    ("parent", "answer", "markup", "container"),
    [
        ("ul", "<li>a</li><li>b</li>", "<li>a</li><li>b</li>", "ul"),
        ("ol", "<ul><li>a</li></ul>", "<li>a</li>", "ol"),
        ("ul", "<a>a</a>", "<li><a>a</a></li>", "ul"),
        ("table", "<tr><td>a</td></tr>", "<tr><td>a</td></tr>", "table"),
        ("table", "<table><tr><td>a</td></tr></table>", "<tr><td>a</td></tr>", "table"),
        ("table", "<td>a</td>", "<tr><td>a</td></tr>", "table"),
        (
            "tbody",
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
            "<tr><td>a</td></tr>",
            "tbody",
        ),
        ("tr", "<td>a</td><td>b</td>", "<td>a</td><td>b</td>", "tr"),
        ("tr", "<tr><td>a</td></tr>", "<td>a</td>", "tr"),
        ("select", "<option>a<option>b", "<option>a</option><option>b</option>", "select"),
        ("select", "<select><option>a</select>", "<option>a</option>", "select"),
        ("dl", "<dt>a<dd>b", "<dt>a</dt><dd>b</dd>", "div"),
        ("form", "<form><input></form>", "<input>", "div"),
        ("a", "<a>x</a>", "x", None),
        ("a", "<a><b>x</b></a>", "<b>x</b>", "div"),
        ("button", "<div>x</div>", "<span>x</span>", "div"),
        ("main", "<html><body><p>a</p></body></html>", "<p>a</p>", "div"),
        (
            "main",
            "<!DOCTYPE html><html><head><style>p{}</style><title>t</title></head><body><p>a",
            "<style>p{}</style><p>a</p>",
            "div",
        ),
        (
            "head",
            "<meta charset=utf-8><title>t</title>",
            '<meta charset="utf-8"><title>t</title>',
            "div",
        ),
        (
            "head",
            "<html><head><title>t</title></head><body><p>a</p></body></html>",
            "<title>t</title>",
            "div",
        ),
    ],
)
def test_parent(parent: str, answer: str, markup: str, container: str | None) -> None:
    if container is None:
        with pytest.raises(NothingUsable):
            gate(answer, complete=True, parent=parent)
    else:
        assert gate(answer, complete=True, parent=parent) == markup
        assert errors(markup, container) == []


@pytest.mark.parametrize(
    ("answer", "markup"),
    [
        ("<p>One two thr", "<p>One two </p>"),
        ("<p>One.", "<p>One.</p>"),
        ("<p>a</p><p>b</p", "<p>a</p><p>b</p>"),
        ('<p>a</p><p class="b', "<p>a</p>"),
        ('<form><input id="a" placeholder="Your n', None),
        ('<form><input id="a"><inp', '<form><input id="a"></form>'),
        ("<ul><li>Apple</li><li>Pe", "<ul><li>Apple</li></ul>"),
        ("<ul><li>Apple</li><li><a href=#>", "<ul><li>Apple</li></ul>"),
        ("<ul><li>Apple</li>\n  <", "<ul><li>Apple</li>\n  </ul>"),
        ("<div><p>a</p></", "<div><p>a</p></div>"),
        ("<p>Fish &am", "<p>Fish </p>"),
        ("<p>Fish</p><!-- next", "<p>Fish</p>"),
        ("<p>a</p><script>let x = {", "<p>a</p>"),
        ("<p>a</p><style>p { x: y } b { z:", "<p>a</p><style>p { x: y }</style>"),
        ('<form><input id="a"><label for="b">Name</label>', '<form><input id="a"></form>'),
        (
            '<form><label for="a">Name</label><input id="a">',
            '<form><label for="a">Name</label><input id="a"></form>',
        ),
        ("<div><textarea name=a>", '<div><textarea name="a"></textarea></div>'),
        ("<div><div><div>", None),
        ("<!DOCTYPE html><html><head><title>a</title></head><body><h1>Tit", None),
        (
            "<!DOCTYPE html><html><head><title>a</title></head><body><p>a b</p><h1>Tit",
            "<!DOCTYPE html><html><head><title>a</title></head><body><p>a b</p></body></html>",
        ),
    ],
)
def test_cut_at_the_budget(answer: str, markup: str | None) -> None:
    if markup is None:
        with pytest.raises(NothingUsable):
            gate(answer, complete=False)
    else:
        assert gate(answer, complete=False) == markup
        assert errors(markup) == []


@pytest.mark.parametrize("source", SNIPPETS.values(), ids=SNIPPETS)
@pytest.mark.parametrize("complete", [True, False])
def test_every_beginning_is_well_formed_or_nothing(source: str, complete: bool) -> None:
    usable = 0
    for end in range(len(source) + 1):
        try:
            markup = gate(source[:end], complete=complete)
        except NothingUsable:
            continue
        usable += 1
        assert errors(markup) == [], source[:end]
        if end % 5 == 0:
            assert errors(format_html(markup)) == [], source[:end]
    assert usable > len(source) / 5


@pytest.mark.parametrize("source", SNIPPETS.values(), ids=SNIPPETS)
def test_every_ending_is_well_formed_or_nothing(source: str) -> None:
    for start in range(len(source)):
        try:
            markup = gate(source[start:], complete=True)
        except NothingUsable:
            continue
        assert errors(markup) == [], source[start:]


def test_endless_nesting() -> None:
    markup = gate("<div>" * 500 + "<p>a</p>", complete=False)
    assert errors(markup) == []
    assert ">a<" in markup
    assert format_html(markup).count("\n") > 80


@pytest.mark.parametrize(
    ("taken", "answer", "markup"),
    [
        ((), '<p id="a">x</p>', '<p id="a">x</p>'),
        (("a",), '<p id="a">x</p>', '<p id="a-2">x</p>'),
        (("a", "a-2"), '<p id="a">x</p>', '<p id="a-3">x</p>'),
        (("a",), '<p id="a">x</p><p id="a-2">y</p>', '<p id="a-3">x</p><p id="a-2">y</p>'),
        (("b",), '<a href="#b">x</a>', '<a href="#b">x</a>'),
        (("a b",), '<p id="a b">x</p>', '<p id="a-b">x</p>'),
        (
            ("e",),
            '<label for="e">E</label><input id="e" aria-describedby="e h" list="l"><i id="h"></i>',
            '<label for="e-2">E</label><input id="e-2" aria-describedby="e-2 h" list="l">'
            '<i id="h"></i>',
        ),
        (
            ("m",),
            '<button data-bs-target="#m" data-target="#m" aria-controls="m">x</button>'
            '<a href="#m">y</a><a href="#mm">z</a><div id="m" aria-labelledby="t m"></div>',
            '<button data-bs-target="#m-2" data-target="#m-2" aria-controls="m-2">x</button>'
            '<a href="#m-2">y</a><a href="#mm">z</a><div id="m-2" aria-labelledby="t m-2"></div>',
        ),
        (
            ("h",),
            '<table><tr><th id="h">a</th><td headers="h x">b</td></tr></table>',
            '<table><tr><th id="h-2">a</th><td headers="h-2 x">b</td></tr></table>',
        ),
        (
            ("g",),
            '<svg><linearGradient id="g"/><path fill="url(#g)"/><use xlink:href="#g"/></svg>',
            '<svg><linearGradient id="g-2"/><path fill="url(#g-2)"/><use xlink:href="#g-2"/></svg>',
        ),
        (
            ("g",),
            '<p id="g">x</p><style>#g, #gg {}</style>'
            '<script>document.getElementById("g"); $("#g p"); "g"</script>',
            '<p id="g-2">x</p><style>#g-2, #gg {}</style>'
            '<script>document.getElementById("g-2"); $("#g-2 p"); "g"</script>',
        ),
        (
            (),
            '<label for="a">1</label><input id="a"><label for="a">2</label><input id="a">',
            '<label for="a">1</label><input id="a"><label for="a-2">2</label><input id="a-2">',
        ),
        (
            (),
            '<input id="a"><label for="a">1</label><input id="a"><label for="a">2</label>',
            '<input id="a"><label for="a">1</label><input id="a-2"><label for="a-2">2</label>',
        ),
        (
            (),
            '<p><input id="a"><label for="a">1</label></p>'
            '<p><label for="a">2</label><b id="a"></b></p>',
            '<p><input id="a"><label for="a">1</label></p>'
            '<p><label for="a-2">2</label><b id="a-2"></b></p>',
        ),
    ],
)
def test_ids(taken: tuple[str, ...], answer: str, markup: str) -> None:
    assert gate(answer, complete=True, taken_ids=taken) == markup


@pytest.mark.parametrize(
    ("html", "content"),
    [
        ("<p>a</p>", "<p>a</p>"),
        (
            "<!DOCTYPE html><html><head><title>t</title></head><body><p>a</p></body></html>",
            "<p>a</p>",
        ),
    ],
)
def test_body_only(html: str, content: str) -> None:
    assert body_only(html) == content


@pytest.mark.parametrize(
    ("html", "parent", "good"),
    [
        ("<p>a</p>", "", True),
        ("<p>a", "", True),  # the end tag may be left out
        ("<p>a</div>", "", False),
        ("<p><div></div></p>", "", False),
        ("<tr><td>a</td></tr>", "", False),
        ("<tr><td>a</td></tr>", "tbody", True),
        ("<!DOCTYPE html><html><head><title>t</title></head><body></body></html>", "", True),
        ("<html><head><title>t</title></head><body></body></html>", "", False),
    ],
)
def test_is_well_formed(html: str, parent: str, good: bool) -> None:
    assert is_well_formed(html, parent) is good
