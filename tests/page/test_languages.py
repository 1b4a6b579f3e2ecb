"""Prompts in the comments of each language, and what is no prompt there."""

from __future__ import annotations

import pytest

from tagwright.page.comments import comment_body
from tagwright.page.context import enclosing, read_context
from tagwright.page.languages import language_of
from tagwright.page.prompts import find_again, find_prompts, prompt_at
from tagwright.page.wording import is_prompt


@pytest.mark.parametrize(
    ("language_id", "name", "language"),
    [
        ("html", "", "html"),
        ("htmldjango", "", "django"),
        ("django-html", "a.html", "django"),
        ("jinja-html", "", "jinja"),
        ("liquid", "", "liquid"),
        ("eruby", "", "erb"),
        ("erb", "", "erb"),
        ("PHP", "", "php"),
        ("blade", "", "blade"),
        ("handlebars", "", "handlebars"),
        ("html.handlebars", "", "handlebars"),
        ("twig", "", "twig"),
        ("ejs", "", "ejs"),
        ("vue", "", "vue"),
        ("svelte", "", "svelte"),
        ("astro", "", "astro"),
        ("javascriptreact", "", "jsx"),
        ("typescriptreact", "a.html", "jsx"),
        ("markdown", "", "markdown"),
        ("typescript", "a.html", "other"),
        # the id says nothing: the file's name decides
        ("plaintext", "file:///a/b.njk", "jinja"),
        ("", "C:\\x\\page.blade.php", "blade"),
        ("", "page.php", "php"),
        ("", "a.html.erb", "erb"),
        ("", "App.TSX", "jsx"),
        ("", "README.md", "markdown"),
        ("unheard-of", "untitled:Untitled-1", "html"),
        ("", "", "html"),
    ],
)
def test_language_of(language_id: str, name: str, language: str) -> None:
    assert language_of(language_id, name).name == language


JSX = "export default () => (\n  <main>\n    {}\n  </main>\n);\n"
PROMPTS = {
    "html": ["<!-- a form -->", "<!--a form-->"],
    "htmldjango": [
        "<!-- a form -->",
        "{# a form #}",
        "{#a form#}",
        "{% comment %}a form{% endcomment %}",
        '{% comment "for the footer" %}\n  a form\n{% endcomment %}',
        "{% if a < b %}{# a form #}{% endif %}",
        '<div class="{% if a > b %}x{% endif %}">{# a form #}</div>',
    ],
    "jinja": ["{#- a form -#}", "{#\n  a form\n#}", "{{ x if x > '<p' }}{# a form #}"],
    "twig": ["{# a form #}", "<!-- a form -->"],
    "liquid": [
        "{% comment %} a form {% endcomment %}",
        "{%- comment -%}\n  a form\n{%- endcomment -%}",
        "{% # a form %}",
        "<!-- a form -->",
        '{% schema %}\n{ "name": "<!-- a nav -->" }\n{% endschema %}\n<!-- a form -->',
    ],
    "erb": ["<%# a form %>", "<%# a form -%>", "<%-- a form --%>", "<% if a > b %><!-- a form -->"],
    "ejs": ["<%# a form %>", "<!-- a form -->", "<%_ if (a > b) { _%><%# a form %><% } %>"],
    "php": [
        "<?php /* a form */ ?>",
        "<?php // a form ?>",
        "<?php # a form ?>",
        "<? // a form ?>",
        "<?php\n// a form\n?>",
        "<?php\n/**\n * a form\n */\n?>",
        "<?php if ($a > 1): ?>\n<!-- a form -->\n<?php endif ?>",
    ],
    "blade": ["{{-- a form --}}", "<!-- a form -->", "{!! $a > 1 !!}{{-- a form --}}"],
    "handlebars": [
        "{{! a form }}",
        "{{!-- a form --}}",
        "{{~! a form ~}}",
        "{{~!-- a form --~}}",
        "{{#if a}}<!-- a form -->{{/if}}",
    ],
    "mustache": ["{{! a form }}"],
    "gohtmltmpl": ["{{/* a form */}}", "{{- /* a form */ -}}"],
    "vue": [
        "<template>\n  <!-- a form -->\n</template>\n<script>\n// x\n</script>",
        '<script setup lang="ts">const a = b < c</script>\n'
        '<template><p v-if="a > b" :class="{ x: a }">{{ a < b }}</p><!-- a form --></template>',
    ],
    "svelte": [
        "<!-- a form -->",
        "<script>let a = '{'</script>\n{#if a < b}\n<!-- a form -->\n{/if}",
        '<p class="a {b ? "c" : \'d\'}" on:click={() => a > 2}>{a}</p><!-- a form -->',
    ],
    "astro": [
        "---\nconst a = '<!-- a nav -->';\n---\n<!-- a form -->",
        "---\n---\n{/* a form */}",
        "<ul>{items.map((i) => <li>{i}<!-- a form --></li>)}</ul>",
        "<br><img src={a > b}>{/* a form */}",
    ],
    "javascriptreact": [
        JSX.replace("{}", "{/* a form */}"),
        JSX.replace("{}", "{/** a form */}"),
        JSX.replace("{}", "{/*\n      * a form\n      */}"),
        JSX.replace("{}", "{ /* a form */ }"),
        JSX.replace("{}", "<img alt='>' />{a < b && c > d}{/* a form */}it's"),
        JSX.replace("{}", "{a.map((i) => (<li key={i}>{/* a form */}</li>))}"),
        JSX.replace("{}", "<P f={() => '</main>'} {...p} />{`<${x}`}{/* a form */}"),
        "function A() {\n  return <>{/* a form */}</>;\n}",
    ],
    "typescriptreact": [
        "const f = <T,>(x: T) => x < 3 && y > 2;\nconst [a] = useState<string>('<p>');\n"
        "const r = /<p>{'/g;\nexport const A = () => <div>{/* a form */}</div>;",
        "// don't <p>\nconst a = b / c; const t = `<p>{${'`'}}`;\nreturn <p>{/* a form */}</p>",
    ],
    "markdown": [
        "# Hi\n\n<!-- a form -->\n",
        "- item\n\n    <!-- a form -->\n",
        "text <!-- a form --> more",
        "See `<!--` and `-->`.\n\n<!-- a form -->",
        "```html\n<!-- a nav -->\n```\n<!-- a form -->",
        "<https://example.com> <!-- a form -->",
        "<!-- a form\n```\n-->\n".replace("```\n", ""),
    ],
}


@pytest.mark.parametrize(
    ("language_id", "text"),
    [(language, text) for language, texts in PROMPTS.items() for text in texts],
)
def test_prompt(language_id: str, text: str) -> None:
    language = language_of(language_id)
    (place,) = find_prompts(text, language)
    assert place.text == "a form"
    assert comment_body(text[place.start : place.end], language) is not None
    for offset in (place.start, place.start + 3, text.index("a form") + 2, place.end):
        assert prompt_at(text, offset, offset, language) == place
    moved = find_again(f"\n{text}", place, language)
    assert moved is not None
    assert (moved.start, moved.text) == (place.start + 1, place.text)


NO_PROMPTS = {
    "html": [
        "{# a form #}",
        "{{!-- <!-- a form --> --}}",
        "{# <!-- a form --> #}",
        "{{-- <!-- a form --> --}}",
        "{% comment %}<!-- a form -->{% endcomment %}",
        "<%-- <!-- a form --> --%>",
        "<!-- {# a form #} -->",
    ],
    "htmldjango": [
        "{# <!-- a form --> #}",
        "{# {{ form }} #}",
        "{# TODO: a form #}",
        "{# endblock #}",
        "{# Translators: a month #}",
        "{% comment %}<p>a form</p>{% endcomment %}",
        "{{ a }}{% if b %}",
        "<script>{# a form #}</script>",
        "<pre>{# a form #}</pre>",
        "{{! a form }}",
    ],
    "jinja": ["{# <!-- a form -->\n#}", "{#- include 'a.html' -#}", "{# noqa #}"],
    "liquid": ["{% comment %}theme-check-disable{% endcomment %}", "{% # theme-check-enable %}"],
    "erb": [
        "<%# locals: (name:) -%>",
        "<%# frozen_string_literal: true %>",
        "<%#= a_form %>",
        "<%# erblint:disable X %>",
        "<%# end %>",
        "<% # a form %>",
        "{# a form #}",
    ],
    "php": [
        "<?php\n// a form\nfoo();\n?>",
        "<?php foo(); /* a form */ ?>",
        "<?php /* a form */",
        "<?php /* Template Name: Wide */ ?>",
        "<?php /** @var Foo $x */ ?>",
        "<?php // phpcs:ignore ?>",
        "<?php #[Attribute] ?>",
        "<?php echo '/* a form */' ?>",
        "<?= 'a' /* a form */ ?>",
    ],
    "blade": ["{{-- @include('nav') --}}", "{{-- <x-card /> --}}", "{{-- $title --}}"],
    "handlebars": [
        "{{!< default}}",
        "{{!-- template-lint-disable no-bare-strings --}}",
        "{{!-- /each --}}",
        "{{!-- {{> nav}} --}}",
    ],
    "vue": [
        "<!-- a form -->\n<template></template>",
        "<template></template>\n<!-- a form -->",
        "<script>\n// a form\n/* a form */\n</script>",
        "<style>/* a form */</style>",
        "<docs>\n<!-- a form -->\n</docs>",
        "<template><!-- @vue-ignore --></template>",
    ],
    "svelte": [
        "<script>\n// <!-- a form -->\n</script>",
        "<style>/* a form */</style>",
        "<!-- svelte-ignore a11y_autofocus -->",
        "<!-- @component what it does -->",
        "{/* a form */}",
    ],
    "astro": [
        "---\n// a form\n/* a form */\n---\n<p>",
        "---\n<!-- a form -->",
        "<style>/* x */</style>",
    ],
    "typescriptreact": [
        "/* a form */\n// a form\n",
        "const a = {/* a form */};",
        "f({/* a form */})",
        "const a = '<p>{/* a form */}</p>';",
        "const a = b < c; {/* a form */}",
        "const x = <div {/* a form */} />;",
        "const x = <div title={/* a form */ a} />;",
        "const x = <p>{a /* a form */}</p>;",
        "const x = <p>{/* <b>a form</b> */}</p>;",
        "const x = <p>{/* items.map(f) */}</p>;",
        "const x = <p>{/* @ts-expect-error */}</p>;",
        "const x = <p>{/* eslint-disable-next-line */}</p>;",
        "const x = <p><!-- a form --></p>;",
        "const x = <p></p>;\n{/* a form */}",
    ],
    "markdown": [
        "```html\n<!-- a form -->\n```",
        "~~~\n<!-- a form -->\n~~~",
        "```\n<!-- a form -->",
        "> ```\n> <!-- a form -->\n> ```",
        "- x\n  ```\n  <!-- a form -->\n  ```",
        "````\n```\n<!-- a form -->\n```\n````",
        "text\n\n    <!-- a form -->\n",
        "write `<!-- a form -->` here",
        "---\nx: <!-- a form -->\n---\n",
        "<!-- toc -->",
        "<!-- START doctoc -->",
        "<!-- markdownlint-disable MD033 -->",
        "<!-- prettier-ignore-start -->",
        "<!-- ALL-CONTRIBUTORS-LIST:START - keep this line -->",
        "<!-- badges: start -->",
        "<!-- more -->",
    ],
    "typescript": ["<!-- a form -->", "{/* a form */}"],
}


@pytest.mark.parametrize(
    ("language_id", "text"),
    [(language, text) for language, texts in NO_PROMPTS.items() for text in texts],
)
def test_no_prompt(language_id: str, text: str) -> None:
    language = language_of(language_id)
    assert find_prompts(text, language) == []
    at = max(text.find("a form"), 0)
    assert prompt_at(text, at, at, language) is None


@pytest.mark.parametrize(
    ("body", "markdown", "expected"),
    [
        *((words, False, True) for words in (
            "i18n language switcher", "Start-up landing page", "Stop watch", "End-of-year report",
            "Render a table of prices", "Include a map", "Template gallery", "Endless scroll list",
            "badges list", "toc", "node.js logo list", "A/B test results", "Nav/Header",
            "$5 coupon card", "Start: a button", "component gallery", "a card for @anna",
            "herb prices table", "a form (email, password)",
        )),
        *((words, True, True) for words in ("a badge row", "table of contents", "tabs")),
        *((words, False, False) for words in (
            "endblock content", "end_if", "fmt: off", "@jsx h", "istanbul ignore next",
            "Template Name: Full width", "$this->render()", "user.name", "foo()",
            "render 'shared/nav'", 'extends "base.html"', "was <Foo />", "partials/_nav.html.erb",
            "#region Nav", "#endregion", "prettier-ignore", "rubocop:disable all",
        )),
        *((words, True, False) for words in ("toc", "tocstop", "truncate", "omit in toc")),
    ],
)  # fmt: skip
def test_wording(body: str, markdown: bool, expected: bool) -> None:
    assert is_prompt(f" {body} ", markdown=markdown) is expected


@pytest.mark.parametrize(
    ("language_id", "marked", "names"),
    [
        ("htmldjango", "<ul>{% for a in b %}<li>{% if a < b %}|", "ul li"),
        ("erb", "<div><%= link_to 'x', a > b do %><p>|</p><% end %></div>", "div p"),
        ("php", "<table><?php foreach ($a as $b => $c): ?><tr>|", "table tr"),
        ("blade", "<div>@if ($a > 1)<ul>|", "div ul"),
        ("handlebars", '<div {{#if a}}class="x"{{/if}}>{{#each b}}<ul>|', "div ul"),
        ("svelte", "<main>{#each a as b (b.id)}<Card on:x={() => a > b}>|", "main card"),
        ("astro", "---\nconst a = '<p>';\n---\n<ul>{a.map((b) => <li>|</li>)}</ul>", "ul li"),
        ("typescriptreact", "const a: X<Y> = b;\nreturn (<ul>{a.map((b) => <li>|", "ul li"),
        ("typescriptreact", "return (<><nav/><br/><Foo.Bar x={<p>}</p>}>|", ""),
        ("vue", "<script>a<b</script><template><div v-if='a > b'>|", "template div"),
        ("markdown", "# A\n`<ul>`\n<div>\n\n```\n<p>\n```\n|", "div"),
        ("markdown", "<https://a.b/c> <div>|", "div"),
    ],
)
def test_enclosing(language_id: str, marked: str, names: str) -> None:
    before, after = marked.split("|")
    if not names:
        # Broken code: whatever is found, nothing is raised.
        enclosing(before + after, len(before), language_of(language_id))
        return
    assert enclosing(before + after, len(before), language_of(language_id)) == names.split()


def test_context_of_components() -> None:
    jsx = (
        "import './a.css';\nconst A = () => (\n  <div className=\"btn btn-primary\">\n"
        "    <b className={cn('col-md-6', x && \"card-body\")} id='one' /><i className={s.foo} />\n"
        "    <h3>x</h3>|\n  </div>\n);\n"
    )
    before, after = jsx.split("|")
    context = read_context(before + after, len(before), language_of("typescriptreact"))
    assert (context.framework, context.parent, context.heading) == ("bootstrap", "div", 3)
    assert context.ids == ("one",)
    assert set(context.classes) == {"btn", "btn-primary", "col-md-6", "card-body"}
    vue = "<template>\n  |\n</template>"
    before, after = vue.split("|")
    assert read_context(before + after, len(before), language_of("vue")).parent == ""


@pytest.mark.parametrize(
    "scanner", ["html", "markdown", "vue", "svelte", "astro", "javascriptreact"]
)
def test_half_written_pages_are_read(scanner: str) -> None:
    """Whatever is typed: no exception, and no prompt that isn't in the text."""
    language = language_of(scanner)
    for texts in PROMPTS.values():
        for text in texts:
            for end in range(0, len(text), 3):
                part = text[:end]
                read_context(part, end, language)
                for place in find_prompts(part, language):
                    assert place.end <= end
