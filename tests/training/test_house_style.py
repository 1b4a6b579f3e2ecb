"""The made-up house style: its rows wear it, and its cases tell who does."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

from tagwright_training.cli import main
from tagwright_training.corpus import Row
from tagwright_training.evaluate.cases import load_cases
from tagwright_training.evaluate.checks import run_checks
from tagwright_training.house_style import style_case, style_rows
from tagwright_training.rendering import render
from tagwright_training.rows import read_rows


def test_rows_wear_the_style() -> None:
    for row in islice(style_rows(3), 40):
        assert 'class="zt-' in row.html
        render(row)


def test_a_share_of_the_rows_is_not_the_styles_affair() -> None:
    drawn = list(islice(style_rows(3, 0.2), 100))
    other = [row for row in drawn if "zt-" not in row.html]
    assert 15 <= len(other) <= 20
    assert any(row.context.framework for row in other)


def test_cases_tell_the_style_from_plain_markup(tmp_path: Path) -> None:
    html = (
        '<button class="zt-press zt-press--solid">Go</button><button class="zt-press">No</button>'
    )
    path = tmp_path / "style.jsonl"
    path.write_text(json.dumps(style_case(1, Row("two buttons", html))), encoding="utf-8")
    (case,) = load_cases(path).cases
    answers = {
        html: True,
        html.replace("Go", "Start"): True,
        "<button>Go</button><button>No</button>": False,
        html.replace(' zt-press--solid"', '"'): False,
        html + "<button>Plain</button>": False,
    }
    for answer, good in answers.items():
        assert all(result.passed for result in run_checks(answer, case.checks)) == good


def test_command(tmp_path: Path) -> None:
    assert main(["style", "--rows", "5", "--cases", "3", "--out", str(tmp_path)]) == 0
    assert len(read_rows(tmp_path / "rows.jsonl")) == 5
    assert len(load_cases(tmp_path / "style.jsonl").cases) == 3
