"""Good markup of the kinds that models write; its beginnings are what a cut leaves."""

from __future__ import annotations

SNIPPETS = {
    "form": (
        '<form action="/login" method="post">\n  <label for="email">Email &amp; name</label>\n'
        '  <input type="email" id="email" name="email" required>\n'
        '  <label><input type="checkbox" checked> Keep me</label>\n'
        "  <textarea rows=3>a\n b</textarea>\n  <select><optgroup label='x'><option>1<option>2"
        '</select>\n  <button type="submit">Sign in</button>\n</form>'
    ),
    "table": (
        '<table class="t"><caption>Prices &mdash; 2024</caption><colgroup><col><col></colgroup>'
        '<thead><tr><th scope="col">Plan</th><th>Price</th></tr></thead>'
        "<tbody><tr><td>Free<td>0&nbsp;€</tr><tr><td>Pro</td><td>9 €</td></tr></tbody></table>"
    ),
    "nav": (
        '<nav aria-label="Main"><ul class="nav"><li class="nav-item">'
        '<a href="/a?b=1&amp;c=2">A</a>'
        '<ul><li><a href="#">B</a></li></ul></li><li>C</ul></nav>\n<hr>\n<p>End</p>'
    ),
    "page": (
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        "<title>Größe</title>\n"
        "<style>\nbody { margin: 0 }\n@media print { p { color: red } }\n</style>\n</head>\n"
        "<body>\n<!-- head -->\n<header><h1>Hallo</h1></header>\n"
        "<main><p>Ein <b>Text</b> \U0001f600.</p>"
        '</main>\n<script>\nif (1 < 2) { document.write("<p>") }\n</script>\n</body>\n</html>\n'
    ),
    "icon": (
        '<button class="btn"><svg viewBox="0 0 1 1"><title>Ok</title>'
        '<linearGradient id="g">'
        '<stop offset="0"/></linearGradient><path fill="url(#g)" d="M0 0"/></svg> Save</button>'
        '<picture><source srcset="a"><img src="b" alt=""></picture>'
    ),
    "chat": "Here is the list:\n\n```html\n<dl><dt>a</dt><dd>b</dd></dl>\n```\nEnjoy!",
}
