"""Frameworks and classes, from links, local style sheets and the page itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagwright.page import stylesheets
from tagwright.page.context import read_context, unclosed
from tagwright.page.edit import apply_edit, build_edit
from tagwright.page.frameworks import framework_of
from tagwright.page.languages import language_of
from tagwright.page.prompts import find_again, find_prompts, prompt_at
from tagwright.page.stylesheets import (
    Stylesheet,
    defined_classes,
    linked_stylesheets,
    load_stylesheets,
)


@pytest.mark.parametrize(
    ("sources", "classes", "framework"),
    [
        ([], "", ("", 0)),
        (["css/bootstrap.min.css"], "", ("bootstrap", 0)),
        (["https://cdn.jsdelivr.net/npm/bootstrap@5.3.0/dist/css/bootstrap.min.css"], "",
         ("bootstrap", 5)),
        (["https://maxcdn.bootstrapcdn.com/bootstrap/3.3.7/css/bootstrap.min.css"], "",
         ("bootstrap", 3)),
        (["/vendor/bootstrap-4.6.2-dist/css/bootstrap.css"], "", ("bootstrap", 4)),
        (["https://cdn.tailwindcss.com"], "", ("tailwind", 0)),
        (["https://cdn.tailwindcss.com/3.4.1"], "", ("tailwind", 3)),
        # icons and plug-ins, fonts of the same host
        (["https://cdn/npm/bootstrap-icons@1.11/font/bootstrap-icons.css"], "", ("", 0)),
        (["/css/bootstrap-datepicker.css"], "", ("", 0)),
        (["https://maxcdn.bootstrapcdn.com/font-awesome/4.7.0/css/font-awesome.css"], "", ("", 0)),
        # one class is no evidence, several are; the version by what came or went with it
        ([], "card-body", ("", 0)),
        ([], "btn-primary col-xs-6 panel-default img-responsive", ("bootstrap", 3)),
        ([], "btn-primary col-md-6 ml-auto form-row badge-pill", ("bootstrap", 4)),
        ([], "btn-primary col-md-6 ms-auto form-label data-bs-toggle", ("bootstrap", 5)),
        ([], "btn-primary col-md-6", ("bootstrap", 0)),
        ([], "md:flex text-gray-500 rounded-lg", ("tailwind", 0)),
        ([], "container row mt-3 flex", ("", 0)),
        # both linked: the classes tell
        (["bootstrap.css", "tailwind.css"], "md:flex text-gray-500", ("tailwind", 0)),
        (["bootstrap.css", "tailwind.css"], "btn-primary col-md-6", ("bootstrap", 0)),
    ],
)  # fmt: skip
def test_framework_of(sources: list[str], classes: str, framework: tuple[str, int]) -> None:
    assert framework_of(sources, classes.split()) == framework


@pytest.mark.parametrize(
    ("css", "framework"),
    [
        ("/*!\n * Bootstrap  v5.3.2 (https://getbootstrap.com/)\n */", ("bootstrap", 5)),
        ("/*! tailwindcss v3.4.1 | MIT */", ("tailwind", 3)),
        ("@tailwind base;", ("tailwind", 0)),
        ('@import "tailwindcss";', ("tailwind", 0)),
        ('@import "bootstrap/dist/css/bootstrap.css";', ("bootstrap", 0)),
        (".bootstrap { color: red }", ("", 0)),
    ],
)
def test_framework_of_local_style_sheets(css: str, framework: tuple[str, int]) -> None:
    assert framework_of([], (), [css]) == framework
    context = read_context("<main>", 0, stylesheets=[Stylesheet("site.css", css)])
    assert (context.framework, context.framework_version) == framework


@pytest.mark.parametrize(
    ("css", "classes"),
    [
        ("", ""),
        (".a { } .b-c, p.d:hover > .e::before { }", "a b-c d e"),
        ("@media (width > 1.5em) { .a { } .b { } }", "a b"),
        ("/* .x { } */ .a { background: url(x.png); content: '.y {' }", "a"),
        (".md\\:flex { } .w-1\\/2 { }", "md:flex w-1/2"),
        (".a { .b & { } &.c { } }", "a b c"),
        ("p { margin: .5em }", ""),
        (".a", ""),
    ],
)
def test_defined_classes(css: str, classes: str) -> None:
    assert defined_classes(css) == classes.split()


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("<link rel=stylesheet href=a.css><link href='/b.css?v=1' rel='stylesheet'>",
         ["a.css", "/b.css?v=1"]),
        ('<link rel="icon" href="a.ico"><!-- <link rel="stylesheet" href="b.css"> -->', []),
        ("<link rel=\"stylesheet\" href=\"{% static 'css/a.css' %}\">", ["css/a.css"]),
        ("{{ 'theme.css' | asset_url | stylesheet_tag }}", ["theme.css"]),
        ("<%= stylesheet_link_tag 'a.css' %>", ["a.css"]),
        ("import './App.css';\nimport s from \"./b.module.css\";", ["./App.css", "./b.module.css"]),
        ("<style>@import url('a.css');</style>", ["a.css"]),
    ],
)  # fmt: skip
def test_linked_stylesheets(page: str, names: list[str]) -> None:
    assert linked_stylesheets(page) == names


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_css", ".css")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_load_stylesheets(tmp_path: Path) -> None:
    root = tmp_path / "site"
    write(root, a_css=".a{}", pages__b_css=".b{}", static__c_css=".c{}", css__d_css=".d{}")
    write(tmp_path, secret_css=".secret{}")
    (root / "link.css").symlink_to(tmp_path / "secret.css")
    page = "".join(
        f'<link rel="stylesheet" href="{href}">'
        for href in ("../a.css", "b.css", "c.css", "/css/d.css?v=2", "../../secret.css",
                     "/link.css", "https://example.com/a.css", "//x/a.css", "gone.css",
                     "\0.css", "%00.css")
    )  # fmt: skip
    sheets = load_stylesheets(page, root / "pages" / "p.html", root)
    assert [sheet.text for sheet in sheets] == [".a{}", ".b{}", ".c{}", ".d{}"]


def test_load_stylesheets_within_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_css=".a{}" * 10, b_css=".b{}" * 10, c_css=".c{}")
    monkeypatch.setattr(stylesheets, "MOST_BYTES", 12)
    monkeypatch.setattr(stylesheets, "ALL_BYTES", 20)
    page = "".join(f'<link rel="stylesheet" href="{name}.css">' for name in "abc")
    sheets = load_stylesheets(page, tmp_path / "p.html", tmp_path)
    assert [sheet.text for sheet in sheets] == [".a{}" * 3, ".b{}" * 2]


def test_classes_of_the_page_and_of_its_style_sheets() -> None:
    page = (
        '<style>.own{} .far{}</style><p class="far"><p class="often"><p class="often">'
        '<p class="near">|</p>'
    )
    before, after = page.split("|")
    sheets = [
        Stylesheet("site.css", ".card{} .near{}"),
        Stylesheet("bootstrap.min.css", ".btn-primary{} .col-md-6{}"),
    ]
    context = read_context(before + after, len(before), stylesheets=sheets)
    assert context.classes == ("often", "near", "far", "card", "own")
    assert context.framework == ""


def test_the_nearest_classes_are_kept() -> None:
    names = [f"c{number}" for number in range(300)]
    page = "".join(f'<p class="{name}"></p>' for name in names)
    offset = page.index('<p class="c150"')
    classes = read_context(page, offset).classes
    assert len(classes) == 100
    assert set(classes) == set(names[101:201]) or set(classes) == set(names[100:200])


@pytest.mark.parametrize(
    ("marked", "lang"),
    [
        ('<html lang="en"><div lang="fr"><p>|</p></div>', "fr"),
        ('<html lang="en"><div lang="fr"></div>|', "en"),
        ('<html lang="en"><p lang="fr">x<p>|', "en"),
        ('<div lang="de"><p lang="">|', "de"),
        ('<section lang="pt-BR"><br lang="x">|', "pt"),
        ('<div lang="{{ lang }}">|', "en"),
    ],
)
def test_language_of_the_nearest_ancestor(marked: str, lang: str) -> None:
    before, after = marked.split("|")
    assert read_context(before + after, len(before)).lang == lang


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<div><ul>|</ul></div>", ""),
        ("<div><ul>|</div>", "ul"),
        ("<div><ul><li>|", "div ul li"),
        ("<div>|<div></div>", "div"),
        ("<div>|<div></div></div>", ""),
        ("<ul><li>a|<li>b</li></ul>", "li"),
        ("<p>a|<div></div>", "p"),
        ("<main><p>a|</p>", "main"),
        ("|", ""),
        ("<nav>\n  <ul>\n    |\n  </ul></nav>", ""),
    ],
)
def test_unclosed(marked: str, names: str) -> None:
    before, after = marked.split("|")
    assert unclosed(before + after, len(before)) == names.split()


def huge(middle: str) -> tuple[str, int]:
    """Return a page of half a million characters, and where the middle begins."""
    rows = "".join(
        f'<tr class="row">\n  <td id="a{n}" title="x > y">{{{{ n }}}} {n}</td>\n</tr>\n'
        for n in range(4_000)
    )
    head = (
        '<!doctype html>\n<html lang="de">\n<head><link href="bootstrap.min.css" rel="stylesheet">'
        "\n<script>\nif (a < b) '<table>'\n</script></head>\n<body>\n<h2>T</h2>\n<table><tbody>\n"
    )
    before = head + rows
    behind = rows.replace('id="a', 'id="b')
    return f"{before}{middle}{behind}</tbody></table></body></html>", len(before)


def test_huge_pages_are_read_around_the_place() -> None:
    comment = "<!-- two rows -->"
    text, at = huge(f'<tr class="near">\n</tr>\n  {comment}\n<!-- a nav -->\n  {comment}\n')
    context = read_context(text, at + 26)
    assert (context.parent, context.lang, context.heading) == ("tbody", "de", 2)
    assert (context.framework, context.classes) == ("bootstrap", ("row", "near"))
    assert {"a0", "a3999", "b0", "b3999"} <= set(context.ids)
    place = prompt_at(text, at + 30, at + 30)
    assert place == find_prompts(text)[0]
    assert (place.ordinal, place.count) == (0, 2)
    moved = find_again(f"<p>\n{text}", place)
    assert moved is not None and moved.start == place.start + 4
    assert find_again(text.replace(comment, "", 1), place) is None
    after = apply_edit(text, build_edit(text, place, "<tr><td>x</td></tr>", "keep"))
    assert f"  {comment}\n  <tr>\n    <td>x</td>\n  </tr>\n<!-- a nav -->" in after
    assert unclosed(text, at + 26) == []


@pytest.mark.parametrize(
    ("language_id", "filler", "prompt", "parent"),
    [
        ("vue", "<p>x</p>\n", "<!-- a form -->", "main"),
        ("svelte", "{#if a < b}<p>x</p>{/if}\n", "<!-- a form -->", "main"),
        ("htmldjango", "{% if a < b %}<p>x</p>{% endif %}\n", "{# a form #}", "main"),
        ("markdown", "```\n<!-- a nav -->\n```\n\ntext\n\n", "<!-- a form -->", ""),
    ],
)
def test_huge_pages_of_other_languages(
    language_id: str, filler: str, prompt: str, parent: str
) -> None:
    language = language_of(language_id)
    many = filler * (110_000 // len(filler))
    text = f"{many}{prompt}\n\n{many}"
    if parent:
        text = f"<main>\n{text}</main>\n"
    if language_id == "vue":
        text = f"<template>\n{text}</template>\n"
    at = text.index(prompt)
    place = prompt_at(text, at + 6, at + 6, language)
    assert place is not None and (place.text, place.start) == ("a form", at)
    assert read_context(text, at, language).parent == parent


def test_places_in_scripts_of_huge_pages_are_no_prompts() -> None:
    text, _ = huge("<script>\n" + "let a = '<p>';\n" * 15_000 + "// <!-- a form -->\n</script>")
    at = text.index("<!-- a form")
    assert prompt_at(text, at + 6, at + 6) is None
