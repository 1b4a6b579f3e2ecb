"""A comment of each language becomes markup of that language, from the wire."""

from __future__ import annotations

import pytest
from lsprotocol import types

from .conftest import Start
from .support import CURSOR, Editor, position_of

HTML = '<ul class="x"><li><label for="a">{a} {{ b }} <br>c</label></li></ul>'
SCRIPT = {"default": {"text": HTML}}


def opened(editor: Editor, language: str, text: str, uri: str) -> types.Position:
    """Open a document of a language and return where its cursor mark stands."""
    offset = text.index(CURSOR)
    text = text.replace(CURSOR, "")
    editor.texts[uri], editor.versions[uri] = text, 1
    editor.client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
    )
    return position_of(text, offset, editor.encoding)


def item(indent: str, label: str) -> str:
    """Return the markup of the script, its lines indented."""
    lines = ('<ul class="x">', f'  <li><label for="a">{label}</label></li>', "</ul>")
    return "".join(f"{indent}{line}\n" for line in lines)


BRACES = "{a} &#123;{ b }} <br>c"
SINGLE = "&#123;a&#125; &#123;&#123; b &#125;&#125; <br>c"
PLAIN = "{a} {{ b }} <br>c"
FAMILIES = {
    "html": (f"<main>\n  <!-- a list{CURSOR} -->\n", item("  ", PLAIN), "</main>\n"),
    "htmldjango": (
        f"{{% if a < b %}}\n  {{# a{CURSOR} list #}}\n",
        item("  ", BRACES),
        "{% endif %}\n",
    ),
    "jinja-html": (f"<main>\n  {{#- a {CURSOR}list -#}}\n", item("  ", BRACES), "</main>\n"),
    "liquid": (
        f"<main>\n  {{% comment %}}a list{CURSOR}{{% endcomment %}}\n",
        item("  ", BRACES),
        "</main>\n",
    ),
    "erb": (f"<main>\n  <%# a list{CURSOR} %>\n", item("  ", PLAIN), "</main>\n"),
    "php": (f"<main>\n  <?php /* a list{CURSOR} */ ?>\n", item("  ", PLAIN), "</main>\n"),
    "blade": (f"<main>\n  {{{{-- a list{CURSOR} --}}}}\n", item("  ", BRACES), "</main>\n"),
    "handlebars": (f"<main>\n  {{{{!-- a list{CURSOR} --}}}}\n", item("  ", BRACES), "</main>\n"),
    "vue": (f"<template>\n  <!-- a list{CURSOR} -->\n", item("  ", BRACES), "</template>\n"),
    "svelte": (f"<main>\n  <!-- a list{CURSOR} -->\n", item("  ", SINGLE), "</main>\n"),
    "astro": (f"---\n---\n<main>\n  {{/* a list{CURSOR} */}}\n", item("  ", SINGLE), "</main>\n"),
    "typescriptreact": (
        f"export default () => (\n  <main>\n    {{/* a list{CURSOR} */}}\n",
        item("    ", '{"{"}a{"}"} {"{"}{"{"} b {"}"}{"}"} <br />c')
        .replace("class=", "className=")
        .replace("for=", "htmlFor="),
        "  </main>\n);\n",
    ),
    "markdown": (
        f"# Title\n\n<!-- a list{CURSOR} -->\n",
        "\n" + item("", PLAIN).replace("  ", " ") + "\n",
        "Text\n",
    ),
}


@pytest.mark.parametrize("family", FAMILIES)
async def test_comment_becomes_markup(start: Start, family: str) -> None:
    editor = await start(script=SCRIPT)
    before, markup, after = FAMILIES[family]
    uri = f"file:///page.{family}"
    at = opened(editor, family, before + after, uri)
    titled = [a for a in await editor.actions(at, uri=uri) if a.title == "Generate HTML"]
    (action,) = titled
    assert isinstance(action, types.CodeAction)
    page = editor.applied((await editor.resolve(action)).edit, uri)
    assert page == before.replace(CURSOR, "") + markup + after


NOT_OFFERED = {
    "vue": f"<script>\n// a {CURSOR}list\n</script>\n",
    "typescriptreact": f"/* a {CURSOR}list */\nconst a = <p>x</p>;\n",
    "markdown": f"```\n<!-- a {CURSOR}list -->\n```\n",
    "htmldjango": f"{{# <!-- a {CURSOR}list --> #}}\n",
    "astro": f"---\n// a {CURSOR}list\n---\n",
    "css": f"/* a {CURSOR}list */\n",
}


async def test_not_offered_elsewhere(start: Start) -> None:
    editor = await start(script=SCRIPT)
    for family, text in NOT_OFFERED.items():
        uri = f"file:///page.{family}"
        assert await editor.actions(opened(editor, family, text, uri), uri=uri) == [], family


async def test_language_by_file_name(start: Start) -> None:
    """The editor does not know the language, the name says it."""
    editor = await start(script={"default": {"text": "<p>Hello</p>"}})
    uri = "file:///views/page.html.erb"
    at = opened(editor, "plaintext", f"<%# a list{CURSOR} %>\n", uri)
    actions = await editor.actions(at, uri=uri)
    assert "Generate HTML" in [action.title for action in actions]
