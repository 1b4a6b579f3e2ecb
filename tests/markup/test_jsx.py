from __future__ import annotations

import pytest

from tagwright.markup.braces import Dialect, scan_braces
from tagwright.markup.jsx import to_jsx


@pytest.mark.parametrize(
    ("html", "jsx"),
    [
        ('<p class="a b">x</p>', '<p className="a b">x</p>'),
        ('<label for="a">x</label>', '<label htmlFor="a">x</label>'),
        ("<br>", "<br />"),
        ('<img src="a" alt>', '<img src="a" alt="" />'),
        ('<input type="text" required>', '<input type="text" required />'),
        ('<input disabled="" readonly="readonly">', "<input disabled readOnly />"),
        ('<input value="a" checked>', '<input defaultValue="a" defaultChecked />'),
        ('<input type="submit" value="Go">', '<input type="submit" value="Go" />'),
        ('<input type="radio" value="a">', '<input type="radio" value="a" />'),
        ('<td colspan="2" rowspan="x">a</td>', '<td colSpan={2} rowSpan="x">a</td>'),
        ('<p tabindex="-1">a</p>', "<p tabIndex={-1}>a</p>"),
        ('<p style="color: red" onclick="f()">a</p>', "<p>a</p>"),
        ('<p aria-label="a" data-bs-toggle="b" data-x>a</p>',
         '<p aria-label="a" data-bs-toggle="b" data-x="">a</p>'),
        ('<p @click="a" :x="b">a</p>', "<p>a</p>"),
        ('<meta charset="utf-8" http-equiv="x">', '<meta charSet="utf-8" httpEquiv="x" />'),
        ('<video autoplay playsinline></video>', "<video autoPlay playsInline></video>"),
        ("<textarea rows=\"3\">a &lt; {b}\n\"c\"</textarea>",
         '<textarea rows={3} defaultValue="a &lt; {b}\n&quot;c&quot;" />'),
        ("<textarea></textarea>", "<textarea />"),
        ('<select><option value="a">A</option><option selected>B</option></select>',
         '<select defaultValue="B"><option value="a">A</option><option>B</option></select>'),
        ('<select><option value="a" selected>A</option></select>',
         '<select defaultValue="a"><option value="a">A</option></select>'),
        ("<p>{a} }</p>", '<p>{"{"}a{"}"} {"}"}</p>'),
        ('<p title="{a}">x</p>', '<p title="{a}">x</p>'),
        ('<p title="&quot;a&quot;">x &lt; y &amp; z &nbsp;</p>',
         '<p title="&quot;a&quot;">x &lt; y &amp; z &nbsp;</p>'),
        ("<p>&check; &mdash;</p>", "<p>\u2713 &mdash;</p>"),
        ("<!-- a */ b -->", "{/* a * / b */}"),
        ("<pre>a\n\n  {b} &lt;</pre>", '<pre>{"a\\n\\n  {b} <"}</pre>'),
        ("<style>a{b:c}\n`${x}`\\</style>", "<style>{`a{b:c}\n\\`\\${x}\\`\\\\`}</style>"),
        ('<svg viewBox="0 0 1 1"><path stroke-width="2" xlink:href="#a" d="M0"/></svg>',
         '<svg viewBox="0 0 1 1"><path strokeWidth="2" xlinkHref="#a" d="M0" /></svg>'),
        ("<p>\n  a\n  <b>b</b>\n  c\n</p>", '<p>\n  a{" "}\n  <b>b</b>{" "}\n  c\n</p>'),
        ("<p>a<br>\n  b</p>", "<p>a<br />\n  b</p>"),
        ("<div>\n  <b>a</b>\n  <b>b</b>\n</div>", "<div>\n  <b>a</b>\n  <b>b</b>\n</div>"),
    ],
)  # fmt: skip
def test_to_jsx(html: str, jsx: str) -> None:
    assert to_jsx(html) == jsx


@pytest.mark.parametrize(
    ("html", "jsx"),
    [
        ('<p id="a">b</p>', "<p id='a'>b</p>"),
        ('<p title="it\'s">b</p>', '<p title="it\'s">b</p>'),
        ('<p title="&quot;a&quot;">b</p>', "<p title='\"a\"'>b</p>"),
    ],
)
def test_single_quotes(html: str, jsx: str) -> None:
    assert to_jsx(html, "'") == jsx


@pytest.mark.parametrize(
    ("dialect", "text", "tags"),  # start tags, /end tags and comments
    [
        ("jsx", "const a = <p>x</p>;", "p /p"),
        ("jsx", "const a = b < c; d > e;", ""),
        ("jsx", "f<T>(x); new Map<string, X<Y>>();", ""),
        ("jsx", "const f = <T,>(x: T) => x; const g = <T extends X>(x: T) => x;", ""),
        ("jsx", "const a = '<p>'; const b = `<p>${'<i>'}`; // <b>\n/* <u> */", ""),
        ("jsx", "const a = /<p>/.test(b) / 2; x = a / b; <i/>", "i"),
        ("jsx", "return <A.B x={y > 1} {...z}>{a ? <b/> : <i>c</i>}</A.B>", "a.b b i /i /a.b"),
        ("jsx", "x = a && <p>it's {b} \"</p>; y = '<i>'", "p /p"),
        ("jsx", "<><p/>{/* x */}</>; a < b", "p comment"),
        ("jsx", "<p>{`}`}{'}'}{/}/}</p>", "p /p"),
        ("jsx", "const A = () => <div>\n\nexport const b = <p/>;", "div p"),
        ("astro", "---\n<p>\n---\n<br><p>{a && <b>c</b>}</p>", "br p b /b /p"),
        ("astro", "<script>a = '<p>{'</script><p/><!-- {a -->", "script /script p comment"),
        ("svelte", "{#if a < b}<p>{'<i>'}</p>{:else}<b/>{/if}", "p /p b"),
        ("svelte", "<p>a { b</p><i/>", "p /p i"),
    ],
)
def test_scan_braces(dialect: Dialect, text: str, tags: str) -> None:
    tokens = list(scan_braces(text, dialect))
    shown = {"start": "", "end": "/", "comment": "comment"}
    assert [shown[t.kind] + t.tag for t in tokens if t.kind in shown] == tags.split()
    assert "".join(text[t.start : t.end] for t in tokens) == text
    assert [t.start for t in tokens[1:]] == [t.end for t in tokens[:-1]]
