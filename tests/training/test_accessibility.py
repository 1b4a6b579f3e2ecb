"""axe-core in a real Chromium, and the table of all suites with the embedded model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tagwright.prompt import PageContext
from tagwright_training.cli import main
from tagwright_training.evaluate.accessibility import Axe, Violation, axe, page_of
from tagwright_training.evaluate.browser import BrowserMissing

TOP = PageContext()


@pytest.fixture(scope="module")
def judge() -> Iterator[Axe]:
    try:
        with axe() as running:
            yield running
    except BrowserMissing as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize(
    "html",
    [
        '<button type="button">Save</button>',
        '<label for="a">Name</label><input id="a" autocomplete="name">',
        "<li>One</li><li>Two</li>",
        "<tr><td>One</td></tr>",
        "<td>One</td>",
        '<option value="1">One</option>',
        "<dt>A</dt><dd>B</dd>",
        "<header><h1>Top</h1></header><main><p>Text</p></main>",
        '<nav aria-label="Main"><ul><li><a href="/">Home</a></li></ul></nav>',
        '<!DOCTYPE html><html lang="en"><head><title>T</title></head>'
        "<body><main><h1>T</h1></main></body></html>",
    ],
)
def test_good_answers_break_no_rule(judge: Axe, html: str) -> None:
    assert judge.violations(html, TOP) == ()


@pytest.mark.parametrize(
    ("html", "rule", "impact"),
    [
        ('<img src="cat.png">', "image-alt", "critical"),
        ("<input>", "label", "critical"),
        ('<button type="button"></button>', "button-name", "critical"),
        ('<a href="/"></a>', "link-name", "serious"),
        ('<iframe src="https://example.com"></iframe>', "frame-title", "serious"),
        ("<html><body><p>No language</p></body></html>", "html-has-lang", "serious"),
        ("<html lang='en'><title>x</title><p>Alone</p></html>", "landmark-one-main", "moderate"),
    ],
)
def test_bad_answers_break_the_rule(judge: Axe, html: str, rule: str, impact: str) -> None:
    assert Violation(rule, impact, 1) in judge.violations(html, TOP)


def test_scripts_of_an_answer_do_not_run_and_the_next_answer_starts_afresh(judge: Axe) -> None:
    spoil = "<script>document.body.innerHTML = '<img>'; window.axe = null</script><p>x</p>"
    refresh = '<meta http-equiv="refresh" content="0; url=https://example.com"><p>x</p>'
    for html in (spoil, refresh, "<p>x</p>"):
        assert judge.violations(html, TOP) == ()
    assert [v.rule for v in judge.violations("<img><img>", TOP)] == ["image-alt"]
    assert judge.violations("<p>x</p>", TOP) == ()


def test_headings_before_the_place_count(judge: Axe) -> None:
    assert judge.violations("<h3>x</h3>", PageContext(heading=2)) == ()
    skipped = judge.violations("<h4>x</h4>", PageContext(heading=1))
    assert [v.rule for v in skipped] == ["heading-order"]


def test_a_whole_page_is_judged_as_it_is() -> None:
    page = "<!DOCTYPE html><html><body></body></html>"
    assert page_of(page, TOP) == page
    assert 'lang="fr"' in page_of("<p>x</p>", PageContext(lang="fr"))


def test_without_node_the_scores_are_left_out_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    script = tmp_path / "script.json"
    script.write_text(json.dumps({"codec": "none", "default": {"tokens": ["<p>x</p>"]}}), "utf-8")
    command = ["evaluate", "--engine", "scripted", "--base", str(script), "--suite", "public"]
    assert main([*command, "--limit", "2", "--out", str(tmp_path / "out")]) == 0
    table, err = capsys.readouterr()
    assert "Node.js is missing" in err
    assert table.splitlines()[2].split()[5:7] == ["-", "-"]


def test_one_table_of_all_suites_with_the_embedded_model(
    judge: Axe, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prompts = tmp_path / "wishes.txt"
    prompts.write_text("a login form\nan image gallery with 3 images\n", "utf-8")
    out = tmp_path / "out"
    options = ["--suite", "all", "--prompts", str(prompts), "--limit", "2", "--out", str(out)]
    assert main(["evaluate", *options]) == 0
    titles, _, *found = capsys.readouterr().out.splitlines()
    rows = {row.split()[0]: row.split() for row in found}
    assert list(rows) == ["public", "phrasing-held-out", "unseen-pairs", "copy", "wishes"]
    header = ["suite", "cases", "pass", "copied", "formed", "axe", "clean", "chrf", "bleu", "exact"]
    shown = {
        suite: [name for name, cell in zip(header, row, strict=False) if cell != "-"]
        for suite, row in rows.items()
    }
    always = ["suite", "cases"]
    judged = ["formed", "axe", "clean"]
    overlap = ["chrf", "bleu", "exact"]
    assert shown == {
        "public": [*always, "pass", *judged],
        "phrasing-held-out": [*always, "pass", *judged, *overlap],
        "unseen-pairs": [*always, "pass", *judged, *overlap],
        "copy": [*always, "copied", *judged],
        "wishes": [*always, *judged],
    }
    assert rows["wishes"][4] == "1.000"
    last = titles.split()[-8:]
    assert last == ["0-100", "ROUGE-L", "tags", "look", "tokens", "ms", "no", "answer"]
    compared = [name for name, row in rows.items() if "-" not in row[-7:-3]]
    assert compared == ["phrasing-held-out", "unseen-pairs"]


def test_a_browser_that_does_not_start_costs_only_its_scores(
    judge: Axe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    false = shutil.which("false")
    assert false is not None
    monkeypatch.setenv("TAGWRIGHT_CHROMIUM", false)
    script = tmp_path / "script.json"
    script.write_text(json.dumps({"codec": "none", "default": {"tokens": ["<p>x</p>"]}}), "utf-8")
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"prompt": "x", "html": "<p>x</p>"}) + "\n", "utf-8")
    command = ["evaluate", "--engine", "scripted", "--model", str(script), "--pairs", str(pairs)]
    assert main([*command, "--out", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert "No scores of accessibility and look: Chromium can't be started" in err
    assert "look" not in out
    assert out.splitlines()[2].startswith("pairs")
