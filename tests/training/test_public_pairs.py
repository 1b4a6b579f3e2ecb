"""Which rows of public repositories are trained on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tagwright.errors import InputError
from tagwright_training.cli import main
from tagwright_training.public_pairs import held_out, load
from tagwright_training.rows import read_rows


def entry(html: str, repo: str = "a/b", prompt: str = "Card") -> dict[str, str]:
    return {"prompt": prompt, "html": html, "repo": repo, "license": "MIT"}


def written(path: Path, entries: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
    return path


def test_good_rows_with_the_page_they_stood_on(tmp_path: Path) -> None:
    good = '<div class="acme-card">\n  <h2>Hello</h2>\n</div>'
    rows, sources = load(written(tmp_path / "p.jsonl", [entry(good)]))
    assert [row.html for row in rows] == ['<div class="acme-card"><h2>Hello</h2></div>']
    assert rows[0].context.classes == ("acme-card",)
    assert dict(sources) == {("a/b", "MIT"): 1}


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#">More</a>',
        '<p style="color: red">Hello</p>',
        '<img src="a.png">',
        "<b><p>Crossed</b></p>",
        "<p>...</p>",
        "<ul>" + "<li>Long</li>" * 200 + "</ul>",
    ],
)
def test_poor_markup_is_left_out(tmp_path: Path, html: str) -> None:
    assert load(written(tmp_path / "p.jsonl", [entry(html)]))[0] == []


def test_repositories_are_capped_and_some_held_out(tmp_path: Path) -> None:
    judged = next(f"a/{n}" for n in range(100) if held_out(f"a/{n}"))
    entries = [entry(f"<p>{n}</p>") for n in range(5)] + [entry("<p>x</p>", judged)]
    rows, sources = load(written(tmp_path / "p.jsonl", entries), most=3)
    assert [row.html for row in rows] == ["<p>0</p>", "<p>1</p>", "<p>2</p>"]
    assert judged not in {repo for repo, _ in sources}


def test_a_row_without_licence_is_named(tmp_path: Path) -> None:
    bad = {"prompt": "Card", "html": "<p>a</p>", "repo": "a/b"}
    with pytest.raises(InputError, match=r"line 1: .*license"):
        load(written(tmp_path / "p.jsonl", [bad]))


def test_command_writes_rows_that_training_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = written(tmp_path / "p.jsonl", [entry('<p class="lead">Big news</p>', prompt="Big news")])
    out = tmp_path / "rows.jsonl"
    assert main(["public", str(data), "--out", str(out)]) == 0
    assert "- a/b (MIT): 1" in capsys.readouterr().out
    (row,) = read_rows(out)
    assert (row.context.classes, row.copied) == (("lead",), ("Big news",))
