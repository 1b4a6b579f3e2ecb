from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serve.support import ENDLESS, Server, write_script

HERE = Path(__file__).parent
WEB = HERE.parent.parent / "editor-client" / "web"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ANSWERS = (
    ENDLESS,
    {"match": "slow", "tokens": ["<p>y</p>"] * 30, "token_ms": 200},
    {"match": "leave it", "text": "<ul><li>One</li></ul>"},
    {"match": "Change this markup:\n<ul>", "text": "<ul><li>One</li><li>Two</li></ul>"},
    {"match": "bad", "text": '<img src="a.png"><form><input name="q"></form>'},
    {"match": "words only", "text": "Sorry, no."},
    {
        "match": "styled\n\nPage: CSS framework: bootstrap 5; page language: de.",
        "text": '<button type="button" class="btn btn-primary">Los</button>',
    },
)

Play = Callable[..., None]


@pytest.fixture(scope="session")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("there is no Node.js here")
    if not (WEB / "node_modules" / "playwright-core").is_dir():
        pytest.skip("make web-tools has not been run")
    return found


@pytest.fixture(scope="package")
def browser(node: str) -> Iterator[subprocess.Popen[str]]:
    names = (os.environ.get("TAGWRIGHT_CHROMIUM", ""), *_BROWSERS)
    chromium = next((path for name in names if name and (path := shutil.which(name))), None)
    if chromium is None:
        pytest.skip("there is no Chromium here")
    driver = subprocess.Popen(
        [node, HERE / "browser.mjs", WEB / "package.json", chromium],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    yield driver
    driver.communicate(timeout=60)


@pytest.fixture
def play(browser: subprocess.Popen[str]) -> Play:
    """Run a scenario in the browser; what it says against the page fails the test."""

    def run(
        scenario: str, server: Server, *, width: int = 1280, keep: bool = False, **args: Any
    ) -> None:
        assert browser.stdin is not None and browser.stdout is not None
        command = {"scenario": scenario, "url": server.url, "width": width, "keep": keep}
        browser.stdin.write(json.dumps({**command, "args": args}) + "\n")
        browser.stdin.flush()
        answer = json.loads(browser.stdout.readline() or '{"error": "the driver ended"}')
        if "error" in answer:
            pytest.fail(answer["error"], pytrace=False)

    return run


@pytest.fixture(scope="package")
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that answers from a script: a list unless it knows better."""
    folder = tmp_path_factory.mktemp("web")
    script = write_script(folder, *ANSWERS, default={"text": "<ul><li>One</li></ul>"})
    server = Server(folder, *script)
    yield server
    server.stop()
