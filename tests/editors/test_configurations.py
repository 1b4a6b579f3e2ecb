"""The form of all configurations; those of Kate, Sublime and Zed can't be run here."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tagwright.settings import parse_settings

from .support import OTHERS

COMMAND = ["tagwright", "lsp", "--stdio"]


def _json(*parts: str) -> Any:
    text = OTHERS.joinpath(*parts).read_text("utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


def test_helix() -> None:
    if sys.version_info < (3, 11):
        pytest.skip("Python reads TOML from 3.11.")
    import tomllib

    config = tomllib.loads((OTHERS / "helix" / "languages.toml").read_text("utf-8"))
    server = config["language-server"]["tagwright"]
    assert [server["command"], *server["args"]] == COMMAND
    assert parse_settings(server["config"])[1] == []
    for language in config["language"]:
        assert set(language) == {"name", "language-servers"}
        assert language["language-servers"][-1] == "tagwright"


def test_kate() -> None:
    server = _json("kate", "settings.json")["servers"]["html"]
    assert server["command"] == COMMAND
    modes = re.compile(server["highlightingModeRegex"])
    # Names of KSyntaxHighlighting's definitions.
    for mode in ("HTML", "Django HTML Template", "PHP/PHP", "PHP (HTML)", "Markdown"):
        assert modes.match(mode), mode
    assert not modes.match("CSS")


def test_sublime() -> None:
    client = _json("sublime", "LSP.sublime-settings")["clients"]["tagwright"]
    assert client["command"] == COMMAND
    assert client["enabled"] is True
    assert "text.html.basic" in client["selector"].split(" | ")
    # LSP takes dotted names and answers with the object of the section.
    named = {name.removeprefix("tagwright."): value for name, value in client["settings"].items()}
    assert parse_settings(named)[1] == []


def test_zed() -> None:
    config = _json("zed", "settings.json")
    (name,) = config["lsp"]
    assert config["languages"]["HTML"]["language_servers"] == [name, "..."]
    binary = config["lsp"][name]["binary"]
    assert [binary["path"], *binary["arguments"]] == COMMAND
    assert parse_settings(config["lsp"][name]["initialization_options"])[1] == []


def test_the_readme_names_every_configuration() -> None:
    readme = (OTHERS / "README.md").read_text("utf-8")
    files = [path.relative_to(OTHERS) for path in OTHERS.rglob("*") if path.is_file()]
    missing = [str(path) for path in files if path != Path("README.md") and str(path) not in readme]
    assert missing == []
