from __future__ import annotations

import pytest

from tagwright.markup.format import format_html

CASES = {
    "inline content": (
        '<p>Some <a href="#">text</a>, <b>b</b><i>c</i> &mdash; &amp; more</p>',
        '<p>Some <a href="#">text</a>, <b>b</b><i>c</i> &mdash; &amp; more</p>',
    ),
    "white space is one space": ("<p>  a \n\t b  <b> c </b></p>", "<p>a b <b> c </b></p>"),
    "no-break spaces stay": ("<p>\u00a0a\u00a0 b</p>", "<p>\u00a0a\u00a0 b</p>"),
    "list": (
        '<ul class="a"><li><a href="#">x</a></li><li>y</li></ul>',
        '<ul class="a">\n  <li><a href="#">x</a></li>\n  <li>y</li>\n</ul>',
    ),
    "nested list": (
        "<ul><li>a <b>b</b><ol><li>c</li></ol></li></ul>",
        "<ul>\n  <li>\n    a <b>b</b>\n    <ol>\n      <li>c</li>\n    </ol>\n  </li>\n</ul>",
    ),
    "form": (
        '<form><label for="a">A</label><input id="a"><select><option>1</option><option>2</option>'
        "</select><button>Go</button></form>",
        '<form>\n  <label for="a">A</label>\n  <input id="a">\n  <select>\n    <option>1</option>\n'
        "    <option>2</option>\n  </select>\n  <button>Go</button>\n</form>",
    ),
    "form with text": (
        "<form>Name: <input><br>Email:<input></form>",
        "<form>\n  Name: <input><br>\n  Email:<input>\n</form>",
    ),
    "table": (
        "<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>1 <b>x</b>"
        "</td></tr></tbody></table>",
        "<table>\n  <caption>c</caption>\n  <thead>\n    <tr>\n      <th>a</th>\n    </tr>\n"
        "  </thead>\n  <tbody>\n    <tr>\n      <td>1 <b>x</b></td>\n    </tr>\n  </tbody>\n"
        "</table>",
    ),
    "links of a nav": (
        '<nav><a href="1">A</a><a href="2">B</a></nav>',
        '<nav>\n  <a href="1">A</a>\n  <a href="2">B</a>\n</nav>',
    ),
    "spans that touch": (
        "<div><span>$</span><span>9</span></div>",
        "<div><span>$</span><span>9</span></div>",
    ),
    "spans apart": (
        "<div>\n<span>a</span>\n<span>b</span>\n</div>",
        "<div><span>a</span> <span>b</span></div>",
    ),
    "link around blocks": (
        '<a href="#"><h3>x</h3><p>y</p></a>',
        '<a href="#">\n  <h3>x</h3>\n  <p>y</p>\n</a>',
    ),
    "select within text": (
        "<p>Pick <select><option>S</option></select>, please</p>",
        "<p>Pick <select><option>S</option></select>, please</p>",
    ),
    "text beside blocks": (
        "<div>a<p>x</p>b <b>c</b></div>",
        "<div>\n  a\n  <p>x</p>\n  b <b>c</b>\n</div>",
    ),
    "figure": (
        '<figure><img src="a" alt=""><figcaption>c</figcaption></figure>',
        '<figure>\n  <img src="a" alt="">\n  <figcaption>c</figcaption>\n</figure>',
    ),
    "verbatim": (
        "<div><pre>\n a\n  b</pre><textarea>\n x</textarea>"
        "<script>\nif (a < b) {}\n</script></div>",
        "<div>\n  <pre>\n a\n  b</pre>\n  <textarea>\n x</textarea>\n"
        "  <script>\nif (a < b) {}\n</script>\n</div>",
    ),
    "icon in a button": (
        '<button><svg viewBox="0 0 1 1"><path d="M0"/></svg>Save</button>',
        '<button><svg viewBox="0 0 1 1"><path d="M0"/></svg>Save</button>',
    ),
    "svg": (
        '<svg viewBox="0 0 1 1"><g><path d="M0"></path><text>a  b</text></g></svg>',
        '<svg viewBox="0 0 1 1">\n  <g>\n    <path d="M0"/>\n    <text>a b</text>\n  </g>\n</svg>',
    ),
    "empty": ("<div></div><p> </p>", "<div></div>\n<p></p>"),
    "comment": ("<div><!-- a --><p>x</p></div>", "<div>\n  <!-- a -->\n  <p>x</p>\n</div>"),
    "page": (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title></head><body>'
        "<h1>x</h1></body></html>",
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>t</title>\n'
        "</head>\n<body>\n  <h1>x</h1>\n</body>\n</html>",
    ),
    "root text": ("Hello <b>you</b>!", "Hello <b>you</b>!"),
    "video": (
        '<video controls><source src="a"><p>No</p></video>',
        '<video controls>\n  <source src="a">\n  <p>No</p>\n</video>',
    ),
}


@pytest.mark.parametrize(("html", "formatted"), CASES.values(), ids=CASES)
def test_format(html: str, formatted: str) -> None:
    assert format_html(html) == formatted


@pytest.mark.parametrize(("html", "formatted"), CASES.values(), ids=CASES)
def test_formatting_again_changes_nothing(html: str, formatted: str) -> None:
    for unit, indent, newline in (("  ", "", "\n"), ("\t", "\t", "\r\n")):
        once = format_html(html, unit, indent, newline)
        assert format_html(once, unit, indent, newline) == once


def test_unit_indent_and_newline() -> None:
    formatted = format_html("<ul><li>a</li></ul>", "\t", "    ", "\r\n")
    assert formatted == "    <ul>\r\n    \t<li>a</li>\r\n    </ul>"
