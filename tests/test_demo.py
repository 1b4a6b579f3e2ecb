"""The demo: the real server process, with a scripted model, fills three prompts of a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tagwright.demo import main

ANSWERS = [
    {"match": "nav with", "text": '<nav><a href="/">Home</a></nav>'},
    {"match": "table with", "text": "<table><tr><td>Sencha</td></tr></table>"},
    {"match": "form with", "text": "<form><button>Reserve</button></form>"},
]


def test_all_three_prompts_get_their_markup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps({"codec": "none", "answers": ANSWERS}), "utf-8")
    assert main(["--engine", "scripted", "--model", str(script)]) == 0
    before, after = capsys.readouterr().out.split("After:")
    assert not [tag for tag in ("<nav", "<table", "<form") if tag in before]
    nav = '  <!-- nav with Home, Teas, Events and Contact -->\n  <nav>\n    <a href="/">Home</a>\n'
    assert nav in after
    assert after.index("<!-- table") < after.index("    <table>") < after.index("<!-- form")
    assert "Sencha</td>" in after
    assert "    <form>\n      <button>Reserve</button>\n    </form>\n  </main>" in after
    times = after.split("</html>")[1].split("\n")
    assert len([line for line in times if " s  " in line]) == 4


def test_a_model_that_does_not_load_ends_the_demo_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--engine", "scripted", "--model", str(tmp_path / "missing.json")]) == 1
    err = capsys.readouterr().err
    assert "missing.json does not exist" in err
    assert "Traceback" not in err
