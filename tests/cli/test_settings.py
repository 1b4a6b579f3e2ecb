"""``tagwright settings`` and the table in the README that is made with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from tagwright.settings import Settings

README = Path(__file__).parents[2] / "README.md"


def test_table_names_each_setting_once(cli: Callable) -> None:
    names = [line.split("`")[1] for line in cli("settings", "--markdown").stdout.splitlines()[2:]]
    assert names == [item.metadata["name"] for item in fields(Settings)]


def test_lines_say_type_and_default(cli: Callable) -> None:
    lines = cli("settings").stdout.splitlines()
    assert len(lines) == len(fields(Settings))
    (budget,) = [line for line in lines if line.startswith("completionBudgetMs ")]
    assert budget.startswith("completionBudgetMs (integer, 0 to 60000, default 1500): ")


def test_json_says_what_an_extension_has_to_know(cli: Callable) -> None:
    rows = {row["name"]: row for row in json.loads(cli("settings", "--json").stdout)}
    assert list(rows) == [item.metadata["name"] for item in fields(Settings)]
    assert rows["completionBudgetMs"] == {
        "name": "completionBudgetMs",
        "type": "integer",
        "default": 1500,
        "description": rows["completionBudgetMs"]["description"],
        "minimum": 0,
        "maximum": 60000,
    }
    assert rows["comment"]["choices"] == ["keep", "replace"]
    assert [name for name in ("model", "baseUrl", "comment") if rows[name].get("loads")] == [
        "model",
        "baseUrl",
    ]


def test_readme_is_current(cli: Callable) -> None:
    """Made anew with ``tagwright settings --markdown``."""
    _, _, rest = README.read_text(encoding="utf-8").partition("<!-- settings -->\n")
    table, end, _ = rest.partition("<!-- /settings -->")
    assert end
    assert table == cli("settings", "--markdown").stdout
