"""``tagwright-train evaluate`` from the command line to the files it writes, scripted engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tagwright_training.cli import COMMANDS, main
from tagwright_training.public_pairs import held_out

CASES: list[dict[str, Any]] = [
    {
        "id": "list-1",
        "prompt": "two pears",
        "context": {"lang": "fr"},
        "checks": [{"css": "ul > li", "op": "==", "count": 2}],
        "reference": "<ul>\n  <li>pear</li>\n  <li>pear</li>\n</ul>",
    },
    {
        "id": "list-2",
        "prompt": "three figs",
        "checks": [{"css": "li", "op": "==", "count": 3}],
    },
    {"id": "none-1", "prompt": "nothing at all", "checks": [{"css": "*", "op": ">=", "count": 0}]},
]
SCRIPT: dict[str, Any] = {
    "load_ms": 0,
    "codec": "none",
    "answers": [
        {"match": "pears", "tokens": ["<ul>", "<li>pear</li>", "<li>pear</li>", "</ul>"]},
        {"match": "figs", "tokens": ["<ul><li>fig</li>", "</ul>"]},
        {"match": "nothing", "tokens": [" "]},
    ],
    "default": {"tokens": ["<p>", "x", "</p>"]},
}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "own.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in CASES), "utf-8")
    return path


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.json"
    path.write_text(json.dumps(SCRIPT), "utf-8")
    return path


def evaluate(script: Path, out: Path, *options: object) -> int:
    fixed = ["evaluate", "--engine", "scripted", "--base", script, "--out", out, "--no-axe"]
    return main([str(word) for word in [*fixed, *options]])


def test_answers_scores_table_and_log(
    cases: Path, script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert evaluate(script, out, "--cases", cases) == 0

    pears, figs, nothing = lines(out / "answers-own.jsonl")
    assert (pears["id"], pears["prompt"]) == ("list-1", "two pears")
    assert pears["html"] == "<ul><li>pear</li><li>pear</li></ul>"
    assert (pears["tokens"], pears["passed"], pears["well_formed"]) == (4, True, True)
    assert (figs["passed"], figs["missed"]) == (False, ["li == 3: 1"])
    assert nothing["html"] == ""
    assert nothing["error"].endswith(".")

    scores = json.loads((out / "scores.json").read_text("utf-8"))
    assert scores["settings"]["temperature"] == 0
    assert scores["model"]["engine"] == "scripted"
    (suite,) = scores["suites"]
    assert (suite["suite"], suite["cases"], suite["failed"]) == ("own", 3, 1)
    assert suite["well_formed"] == pytest.approx(2 / 3)
    assert suite["exact"] == 1

    table, log = capsys.readouterr()
    assert table.splitlines()[2].split()[:2] == ["own", "3"]
    assert "3/3" in log
    assert [event["event"] for event in lines(out / "log.jsonl")] == ["start", "suite", "end"]


def test_a_case_without_an_answer_never_passes(cases: Path, script: Path, tmp_path: Path) -> None:
    """Its check asks for 0 elements or more: nothing at all is still no answer."""
    out = tmp_path / "out"
    assert evaluate(script, out, "--cases", cases) == 0
    assert [row["passed"] for row in lines(out / "answers-own.jsonl")] == [True, False, False]
    (suite,) = json.loads((out / "scores.json").read_text("utf-8"))["suites"]
    assert suite["pass_at_1"] == pytest.approx(1 / 3)


def test_resume_keeps_answers_to_the_same_requests(
    cases: Path, script: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert evaluate(script, out, "--cases", cases, "--limit", 1) == 0
    answers = out / "answers-own.jsonl"
    kept = lines(answers)[0]
    # The run was killed while it wrote the second line.
    answers.write_text(json.dumps(kept) + "\n" + json.dumps(kept)[:40], "utf-8")
    script.write_text(script.read_text("utf-8").replace("pear", "apple"), "utf-8")

    assert evaluate(script, out, "--cases", cases, "--resume") == 0
    rows = lines(answers)
    assert rows[0] == kept
    assert [row["id"] for row in rows] == ["list-1", "list-2", "none-1"]

    assert evaluate(script, out, "--cases", cases) == 0
    assert "pear" not in lines(answers)[0]["html"]


def test_resume_after_other_options_is_refused(
    cases: Path, script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert evaluate(script, out, "--cases", cases, "--limit", 1) == 0
    assert evaluate(script, out, "--cases", cases, "--resume", "--max-new-tokens", 9) == 2
    assert "leave --resume out" in capsys.readouterr().err


def test_pairs_are_a_suite_of_their_own(cases: Path, script: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"prompt": "x", "html": "<p>x</p>"}) + "\n", "utf-8")
    out = tmp_path / "out"
    assert evaluate(script, out, "--cases", cases, "--pairs", pairs, "--limit", 2) == 0
    first, second = json.loads((out / "scores.json").read_text("utf-8"))["suites"]
    assert (first["suite"], first["cases"], first["pass_at_1"]) == ("own", 2, 0.5)
    assert (second["suite"], second["pass_at_1"], second["exact"]) == ("pairs", None, 1)
    assert second["chrf"] == pytest.approx(100)


def test_suites_are_chosen_by_name_and_files_come_after_them(
    cases: Path, script: Path, tmp_path: Path
) -> None:
    prompts = tmp_path / "wishes.txt"
    prompts.write_text("two pears\n\nfigs\n", "utf-8")
    out = tmp_path / "out"
    files = ["--cases", cases, "--prompts", prompts]
    assert evaluate(script, out, "--suite", "public", *files, "--limit", 2) == 0
    suites = json.loads((out / "scores.json").read_text("utf-8"))["suites"]
    assert [suite["suite"] for suite in suites] == ["public", "own", "wishes"]
    assert [row["prompt"] for row in lines(out / "answers-wishes.jsonl")] == ["two pears", "figs"]
    wishes = suites[2]
    assert (wishes["pass_at_1"], wishes["exact"], wishes["well_formed"]) == (None, None, 1)


def test_pairs_of_repositories_that_training_sees_are_left_out(
    script: Path, tmp_path: Path
) -> None:
    repos = [f"owner/repo-{number}" for number in range(40)]
    pairs = tmp_path / "pairs.jsonl"
    rows = [{"prompt": repo, "html": "<p>x</p>", "repo": repo} for repo in repos]
    pairs.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    out = tmp_path / "out"
    assert evaluate(script, out, "--pairs", pairs) == 0
    asked = [row["prompt"] for row in lines(out / "answers-pairs.jsonl")]
    assert asked == [repo for repo in repos if held_out(repo)]
    assert 0 < len(asked) < len(repos)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--cases", "missing.jsonl"], "There is no file missing.jsonl"),
        (["--prompts", "missing.txt"], "There is no file missing.txt"),
        (["--pairs", "missing.jsonl"], "There is no file missing.jsonl"),
        (["--base", "missing.json"], "missing.json"),
        (["--out", __file__], "is not a directory"),
    ],
)
def test_mistakes_are_one_sentence_and_exit_code_2(
    script: Path,
    tmp_path: Path,
    options: list[str],
    problem: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert evaluate(script, tmp_path / "out", "--suite", "public", "--limit", 1, *options) == 2
    out, err = capsys.readouterr()
    assert problem in err
    assert err.startswith("tagwright-train: ")
    assert err.count("\n") == 1
    assert out == ""


def test_two_files_of_one_name_are_refused(
    cases: Path, script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(script, tmp_path / "out", "--cases", cases, "--cases", cases) == 2
    assert "named own" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_has_to_be_a_count(
    script: Path, tmp_path: Path, limit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        evaluate(script, tmp_path / "out", f"--limit={limit}")
    assert caught.value.code == 2
    assert "whole number" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([name, "--help"])
    assert caught.value.code == 0
    assert f"tagwright-train {name}" in capsys.readouterr().out


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    words = capsys.readouterr().out.split()
    assert set(COMMANDS) <= set(words)
