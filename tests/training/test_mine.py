"""``tagwright-train mine`` on small sites and real git repositories, as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tagwright_training.cli import main
from tagwright_training.data import open_rows, open_split

NAMES = ("Ada", "Bob", "Cid", "Dan", "Eva", "Fay", "Gil")
KEY = "AKIAQ3EGRZ7XKPL2MNBV"


def page(body: str, head: str = "") -> str:
    start = f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>'
    return f"{start}\n<body>\n{body}\n</body>\n</html>\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def mine(site: Path, out: Path, *options: str) -> list[dict[str, Any]]:
    assert main(["mine", str(site), "--out", str(out), *options]) == 0
    files = [out / "rows.jsonl", out / "held-out.jsonl"]
    lines = [line for path in files if path.exists() for line in path.read_text().splitlines()]
    return [json.loads(line) for line in lines]


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"},
    )


def test_comments_and_headings_are_paired_with_their_elements(tmp_path: Path) -> None:
    site = write(
        tmp_path / "site",
        {
            "index.html": page(
                """
<!-- Main navigation -->
<nav class="top">
  <a href="/">Home</a> <a href="/shop">Shop</a>
</nav>
<!-- TODO: more -->
<p>Text</p>
<!-- This is needed because of the header -->
<p>Other</p>
<h1>Welcome</h1>
<section class="plans">
  <h2>Pricing</h2>
  <p>From 3 Euro</p>
</section>
<!-- Newsletter form -->
<form method="post" onsubmit="send()">
  <input type="hidden" name="csrf_token" value="x">
  <label for="m">Mail</label> <input id="m" type="email" name="m">
</form>""",
                '<link rel="stylesheet" href="css/a.css">',
            ),
            "css/a.css": ".top {} .fancy {}",
        },
    )
    rows = {row["prompt"]: row for row in mine(site, tmp_path / "out")}
    assert set(rows) == {"Main navigation", 'section "Pricing"', "Newsletter form"}
    nav = rows["Main navigation"]
    assert nav["html"] == '<nav class="top"><a href="/">Home</a><a href="/shop">Shop</a></nav>'
    assert "fancy" in nav["context"]["classes"], "the linked style sheet is read"
    assert (nav["file"], nav["kind"]) == ("index.html", "comment")
    section = rows['section "Pricing"']
    assert section["context"]["heading"] == 1
    assert "plans" not in section["context"]["classes"], "the answer is no part of the page"
    form = rows["Newsletter form"]["html"]
    assert "csrf" not in form and "onsubmit" not in form and 'type="email"' in form


def test_templates_become_the_html_they_make(tmp_path: Path) -> None:
    site = write(
        tmp_path / "site",
        {
            "a.html": (
                "{% load static %}\n{# User card #}\n"
                '<div class="card {% if x %}big{% endif %}">{% csrf_token %}\n'
                '  <img src="{% static "img/me.png" %}" alt="{{ user.name }}">\n'
                '  <p>{{ user.bio|safe }}</p>\n  <a href="{{ url }}">{% trans "Follow" %}</a>\n'
                "</div>\n"
                "<!-- Either or -->\n<p>{% if a %}One{% else %}Two{% endif %}</p>\n"
            ),
            "b.jsx": (
                "export const A = () => (\n  <main>\n    {/* Search field */}\n"
                '    <label className="field" htmlFor="q" onClick={go}>Search\n'
                '      <input id="q" value={query} />\n    </label>\n'
                "    {/* Own part */}\n    <Card title='x'>y</Card>\n  </main>\n);\n"
            ),
            "c.blade.php": "{{-- Save button --}}\n<button>@csrf{{ __('Save') }}</button>\n",
        },
    )
    rows = {row["prompt"]: row["html"] for row in mine(site, tmp_path / "out")}
    assert rows == {
        "User card": (
            '<div class="card"><img src="img/me.png" alt="user name"><p>user bio</p>'
            '<a href="/url">Follow</a></div>'
        ),
        "Search field": '<label class="field" for="q">Search <input id="q" value="query"> </label>',
        "Save button": "<button>Save</button>",
    }
    card = (tmp_path / "out" / "README.md").read_text()
    assert "| with template code that chooses between pieces | 1 |" in card
    assert "| made of components | 1 |" in card


def test_secrets_stay_at_home(tmp_path: Path) -> None:
    site = write(
        tmp_path / "site",
        {
            "a.html": page(
                f"""
<!-- Storage settings -->
<div class="s"><p>Key: {KEY}</p></div>
<!-- Chat widget -->
<div class="chat" data-token="q8Zk2LmX09aPwe7RtYbVn3Gc">Chat</div>
<!-- Map -->
<img src="https://maps.test/m?key=q8Zk2LmX09aPwe" alt="Map">
<!-- Contact -->
<p class="contact">Write to <a href="mailto:ada@firm.org">ada@firm.org</a></p>
"""
            )
        },
    )
    rows = mine(site, tmp_path / "out")
    assert [row["prompt"] for row in rows] == ["Contact"]
    written = "".join(path.read_text() for path in (tmp_path / "out").iterdir())
    assert "firm.org" not in written and KEY not in written and "q8Zk2" not in written
    assert 'href="mailto:name@example.com"' in rows[0]["html"]
    assert "| with a secret | 3 |" in written


def test_what_repeats_is_kept_once(tmp_path: Path) -> None:
    nav = "<!-- Site navigation -->\n<nav><a href='/'>Home</a><a href='/a'>About us</a></nav>\n"
    cards = "".join(
        f"<!-- Team member -->\n<article><h3>{name}</h3><p>{name} makes {job}.</p></article>\n"
        for name, job in zip(NAMES, "abcdefg", strict=True)
    )
    site = write(tmp_path / "site", {f"{n}.html": page(nav + cards) for n in range(3)})
    rows = mine(site, tmp_path / "out")
    assert [row["prompt"] for row in rows].count("Site navigation") == 1
    members = [row["prompt"] for row in rows if row["prompt"].startswith("Team member")]
    # From the second on it has to be said which one is meant.
    assert members[:2] == ["Team member", 'Team member "Bob"']
    assert len(members) == len(set(members)) == 7


def test_vendored_minified_and_generated_files_are_left_alone(tmp_path: Path) -> None:
    part = "<!-- Price table -->\n<table><tr><th>{}</th></tr></table>\n"
    long = page(part.format("minified") + "<p>" + "x" * 9000 + "</p>").replace("\n", "")
    site = write(
        tmp_path / "site",
        {
            "index.html": page(part.format("mine")),
            "node_modules/x/index.html": page(part.format("vendored")),
            "dist/index.html": page(part.format("built")),
            ".hidden/index.html": page(part.format("hidden")),
            "m.html": long,
            "g.html": page(part.format("generated"), '<meta name="generator" content="Hugo">'),
            "data/site/index.html": page(part.format("out")),
        },
    )
    (site / "bad.html").write_bytes(b"<p>\xff\xfe</p>")
    rows = mine(site, site / "data" / "site")
    assert ["<th>mine</th>" in row["html"] for row in rows] == [True]
    card = (site / "data" / "site" / "README.md").read_text()
    for reason in ("in a vendored or built folder | 2", "minified | 1", "not UTF-8 | 1"):
        assert reason in card
    assert "generated by a program | 1" in card


def test_a_repository_with_its_history(tmp_path: Path) -> None:
    repo = tmp_path / "repo"
    old = "<!-- Hero section -->\n<header class='hero'><h1>Old words of ours</h1></header>\n"
    new = "<!-- Hero banner -->\n<div class='banner'><p>Something else now</p></div>\n"
    write(repo, {".gitignore": "private/\n", "a b.html": page(old), "LICENSE": "MIT License\n"})
    git(repo, "init", "-q")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "one")
    write(repo, {"a b.html": page(new), "private/x.html": page(old.replace("Hero", "Secret"))})
    git(repo, "commit", "-qam", "two")
    write(repo, {"new.html": page("<!-- Fresh notice -->\n<p class='n'>New</p>")})
    # A repository's own configuration must not run programs.
    git(repo, "config", "core.fsmonitor", f"touch {tmp_path}/ran; false")

    rows = mine(repo, tmp_path / "out")
    assert {row["prompt"] for row in rows} == {"Hero section", "Hero banner", "Fresh notice"}
    (earlier,) = [row for row in rows if row["prompt"] == "Hero section"]
    assert earlier["file"] == "a b.html" and earlier["commit"]
    assert not (tmp_path / "ran").exists()
    assert "LICENSE: MIT License" in (tmp_path / "out" / "README.md").read_text()

    rows = mine(repo, tmp_path / "out", "--history", "0")
    assert {row["prompt"] for row in rows} == {"Hero banner", "Fresh notice"}
    status = subprocess.run(["git", "status", "--short"], cwd=repo, capture_output=True, check=True)
    assert status.stdout == b"?? new.html\n"


def test_files_are_held_out_whole_and_finetune_can_read_them(tmp_path: Path) -> None:
    words = [f"{name} {kind}" for name in NAMES for kind in ("price", "photo")]
    files = {
        f"{n}.html": page(
            f"<!-- {word} list -->\n<ul><li>{word} {n}</li></ul>\n"
            f"<!-- {word} button -->\n<button>{word}</button>\n"
        )
        for n, word in enumerate(words)
    }
    out = tmp_path / "out"
    mine(write(tmp_path / "site", files), out)
    train, held_out = open_split(str(out))
    files_of = [
        {json.loads(line)["file"] for line in (out / name).read_text().splitlines()}
        for name in ("rows.jsonl", "held-out.jsonl")
    ]
    assert not files_of[0] & files_of[1]
    assert len(list(train)) + len(list(held_out)) == 24, "at most 12 of one shape are kept"
    assert 1 <= held_out.count <= 5
    first = next(iter(open_rows(str(out))))
    assert first.kind == "comment" and first.html.startswith("<ul>")
    before = {path.name: path.read_text() for path in out.iterdir()}
    mine(tmp_path / "site", out)
    assert before == {path.name: path.read_text() for path in out.iterdir()}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere"], "There is no file or directory nowhere; give a site"),
        (["empty"], "No comment or heading with an element"),
        (["site", "--history", "-1"], "--history is a number from 0"),
        (["site", "--out", "file/below"], "can't be written"),
    ],
)
def test_mistakes_are_explained(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"empty/a.html": page("<p>x</p>"), "file": "x"})
    write(tmp_path, {"site/a.html": page("<!-- Greeting line -->\n<p>Hello there</p>")})
    assert main(["mine", *arguments]) == 2
    assert complaint in capsys.readouterr().err


def test_one_page_is_a_site_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"a.html": page("<!-- Greeting line -->\n<p>Hello there</p>")})
    assert len(mine(tmp_path / "a.html", tmp_path / "out")) == 1
    assert not (tmp_path / "out" / "held-out.jsonl").exists()
    assert "finetune --recipe mini --data" in capsys.readouterr().out
