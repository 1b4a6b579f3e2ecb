"""Markup as each language takes it, and edits in each of them."""

from __future__ import annotations

from typing import Literal

import pytest

from tagwright.page.dialect import Style, style_of, write_markup
from tagwright.page.edit import apply_edit, build_edit
from tagwright.page.languages import language_of
from tagwright.page.prompts import find_prompts


@pytest.mark.parametrize(
    ("language_id", "html", "written"),
    [
        ("html", '<p title="{{a}}">{{ b }} {# c</p>', '<p title="{{a}}">{{ b }} {# c</p>'),
        ("jinja", "<p>{{ a }} {% b %} {# c</p>", "<p>&#123;{ a }} &#123;% b %} &#123;# c</p>"),
        ("htmldjango", '<p title="{{a}}">{b}</p>', '<p title="&#123;{a}}">{b}</p>'),
        ("liquid", "<p>{{{a}}}</p>", "<p>&#123;&#123;{a}}}</p>"),
        ("liquid", "<script>a = {{b: 1}}</script>", "<script>a = { {b: 1}}</script>"),
        ("erb", '<p title="<% a %>">b</p>', '<p title="&lt;% a %>">b</p>'),
        ("ejs", "<script>a<%b</script>", "<script>a< %b</script>"),
        ("php", '<p title="<?php a ?>">b</p>', '<p title="&lt;?php a ?>">b</p>'),
        ("blade", "<p>@if a@b.c {!! d</p>", "<p>&#64;if a@b.c &#123;!! d</p>"),
        ("handlebars", "<p>{{a}} {% b</p>", "<p>&#123;{a}} {% b</p>"),
        ("vue", '<p title="{{a}}" @x="y" :z="w" v-if="a">{{a}} {b}</p>',
         '<p title="&#123;{a}}">&#123;{a}} {b}</p>'),
        ("vue", "<style>a{}</style><p>b</p>", "<p>b</p>"),
        ("vue", "<style>a{}</style>", "<style>a{}</style>"),
        ("svelte", '<p title="{a}" onclick="b()">{c}</p>',
         '<p title="&#123;a&#125;">&#123;c&#125;</p>'),
        ("svelte", "<table><tr><td>a</td></tr></table>",
         "<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n    </tr>\n  </tbody>\n</table>"),
        ("astro", "<p>{a}<br></p>", "<p>&#123;a&#125;<br></p>"),
        ("typescriptreact", '<p class="x">{a}<br></p>', '<p className="x">{"{"}a{"}"}<br /></p>'),
        ("markdown", "<ul><li><ul><li><ul><li><b>a</b></li></ul></li></ul></li></ul>",
         "<ul>\n <li>\n  <ul>\n   <li>\n   <ul>\n   <li><b>a</b></li>\n   </ul>\n   </li>\n"
         "  </ul>\n </li>\n</ul>"),
        ("markdown", "<div><pre>a\n\n\n    b</pre><p>c</p></div>",
         "<div>\n <pre>a&#10;&#10;\n    b</pre>\n <p>c</p>\n</div>"),
        ("markdown", '<p @click="a">b</p>', "<p>b</p>"),
    ],
)  # fmt: skip
def test_write_markup(language_id: str, html: str, written: str) -> None:
    language = language_of(language_id)
    unit = " " if language_id == "markdown" else "  "
    assert write_markup(html, Style(unit), "", language) == written


def test_single_quotes_and_line_ends() -> None:
    style = Style("\t", "\r\n", "'")
    html = '<ul class="a"><li title="it\'s">&quot;</li></ul>'
    assert write_markup(html, style) == (
        "<ul class='a'>\r\n\t<li title=\"it's\">&quot;</li>\r\n</ul>"
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("", '"'),
        ("<p id='a'>", '"'),
        ("<p id='a' class='b'><i id='c'>", "'"),
        ("<p id='a' class='b'><i id='c'><b id=\"d\" class=\"e\">", '"'),
        ("<p title=\"it's='a' ='b' ='c'\">", '"'),
    ],
)
def test_quotes(text: str, quote: str) -> None:
    assert style_of(text).quote == quote


PAGE = "<!DOCTYPE html><html><head><title>t</title></head><body><p>a</p></body></html>"
EDITS = [
    ("htmldjango", "keep", "<ul>\n\t{# a b #}\n</ul>", "<li>c</li>",
     "<ul>\n\t{# a b #}\n\t<li>c</li>\n</ul>"),
    ("htmldjango", "replace", "<p>{# a b #}</p>", "<b>c</b>", "<p><b>c</b></p>"),
    ("liquid", "replace", "  {% comment %}\n  a b\n  {% endcomment %}\nx", "<p>c</p>",
     "  <p>c</p>\nx"),
    ("erb", "keep", "<% if a > b %>\n  <%# a b %>\n<% end %>", "<p>c</p>",
     "<% if a > b %>\n  <%# a b %>\n  <p>c</p>\n<% end %>"),
    ("erb", "keep", "<%# a b %>\n", PAGE,
     "<%# a b %>\n<!DOCTYPE html>\n<html>\n<head>\n  <title>t</title>\n</head>\n<body>\n"
     "  <p>a</p>\n</body>\n</html>\n"),
    ("php", "keep", "<?php /* a b */ ?>\n<?php foo();", "<p>c</p>",
     "<?php /* a b */ ?>\n<p>c</p>\n<?php foo();"),
    ("vue", "keep", "<template>\n  <!-- a b -->\n</template>\n", PAGE,
     "<template>\n  <!-- a b -->\n  <p>a</p>\n</template>\n"),
    ("svelte", "keep", "{#if a}\n  <!-- a b -->\n{/if}", "<p>{c}</p>",
     "{#if a}\n  <!-- a b -->\n  <p>&#123;c&#125;</p>\n{/if}"),
    ("javascriptreact", "keep", "return (\n  <div>\n    {/* a b */}\n  </div>\n);",
     '<br class="c">',
     'return (\n  <div>\n    {/* a b */}\n    <br className="c" />\n  </div>\n);'),
    ("javascriptreact", "replace", "return <div>{/* a b */}</div>;", "<b>c</b>",
     "return <div><b>c</b></div>;"),
    ("javascriptreact", "keep", "return <div><p>x {/* a b */} y</p></div>;", "<ul><li>c</li></ul>",
     "return <div><p>x {/* a b */} y</p>\n<ul>\n  <li>c</li>\n</ul>\n</div>;"),
    ("markdown", "keep", "# A\n<!-- a b -->\nText\n", "<p>c</p>",
     "# A\n<!-- a b -->\n\n<p>c</p>\n\nText\n"),
    ("markdown", "keep", "<!-- a b -->", "<p>c</p>", "<!-- a b -->\n\n<p>c</p>"),
    ("markdown", "keep", "<!-- a b -->\n\nText\n", "<p>c</p>",
     "<!-- a b -->\n\n<p>c</p>\n\nText\n"),
    ("markdown", "keep", "x\r\n<!-- a b -->\r\n", "<p>c</p>",
     "x\r\n<!-- a b -->\r\n\r\n<p>c</p>\r\n"),
    ("markdown", "keep", "one <!-- a b --> two\nthree\n\nfour\n", "<p>c</p>",
     "one <!-- a b --> two\nthree\n\n<p>c</p>\n\nfour\n"),
    ("markdown", "replace", "one <!-- a b --> two\n\nfour\n", "<p>c</p>",
     "one two\n\n<p>c</p>\n\nfour\n"),
    ("markdown", "replace", "# A\n<!-- a b -->\nText\n", "<p>c</p>",
     "# A\n\n<p>c</p>\n\nText\n"),
    ("markdown", "replace", "# A\n\n<!-- a b -->\n", "<p>c</p>", "# A\n\n<p>c</p>\n"),
    ("markdown", "keep", "- x\n\n  <!-- a b -->\n", "<ul><li>c</li></ul>",
     "- x\n\n  <!-- a b -->\n\n  <ul>\n   <li>c</li>\n  </ul>\n"),
    ("markdown", "keep", "<!-- a b -->\n", PAGE, "<!-- a b -->\n\n<p>a</p>\n"),
]  # fmt: skip


@pytest.mark.parametrize(("language_id", "comment", "page", "html", "after"), EDITS)
def test_edit(
    language_id: str, comment: Literal["keep", "replace"], page: str, html: str, after: str
) -> None:
    language = language_of(language_id)
    place = find_prompts(page, language)[0]
    edit = build_edit(page, place, html, comment, language)
    assert apply_edit(page, edit) == after


LIST = "<ul><li>a</li></ul>"
PARAGRAPHS = [
    ("keep", "<p>b <!-- x y --> c</p>", LIST,
     "<p>b <!-- x y --> c</p>\n<ul>\n  <li>a</li>\n</ul>"),
    ("keep", "<div>\n  <p>b <!-- x y --> c</p>\n</div>", LIST,
     "<div>\n  <p>b <!-- x y --> c</p>\n  <ul>\n    <li>a</li>\n  </ul>\n</div>"),
    ("keep", "<p>b <i>c <!-- x y --> d</i>\n  e</p> f", LIST,
     "<p>b <i>c <!-- x y --> d</i>\n  e</p>\n<ul>\n  <li>a</li>\n</ul>\nf"),
    ("replace", "<p>b <!-- x y --> c</p>\n", LIST, "<p>b c</p>\n<ul>\n  <li>a</li>\n</ul>\n"),
    ("replace", "<p><!-- x y -->c</p>\n", LIST, "<p>c</p>\n<ul>\n  <li>a</li>\n</ul>\n"),
    ("replace", "<p><!-- x y --></p>\n", LIST, "<ul>\n  <li>a</li>\n</ul>\n"),
    # what may stand in a p stays where it was asked for
    ("replace", "<p>b <!-- x y --> c</p>", "<a>d</a>", "<p>b <a>d</a> c</p>"),
    # a p without an end tag ends where the block begins
    ("keep", "<p>b\n<!-- x y -->\n<p>c", LIST,
     "<p>b\n<!-- x y -->\n<ul>\n  <li>a</li>\n</ul>\n<p>c"),
    ("keep", "<main><p>b\n<!-- x y -->\n</main>", LIST,
     "<main><p>b\n<!-- x y -->\n<ul>\n  <li>a</li>\n</ul>\n</main>"),
    # a button or cell in between keeps the block away from the p
    ("keep", "<p><button>\n  <!-- x y -->\n</button></p>", LIST,
     "<p><button>\n  <!-- x y -->\n  <ul>\n    <li>a</li>\n  </ul>\n</button></p>"),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "page", "html", "after"), PARAGRAPHS)
def test_blocks_and_paragraphs(
    comment: Literal["keep", "replace"], page: str, html: str, after: str
) -> None:
    edit = build_edit(page, find_prompts(page)[0], html, comment)
    assert apply_edit(page, edit) == after
