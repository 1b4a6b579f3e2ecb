"""The extension in a real VS Code, driven in a headless Chromium; see ``drive/`` for what is done.

One VS Code serves all scenarios, in the order of the list: it takes longer to start than any of
them. Pictures of what was seen are in ``screenshots/``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
VSCODE = ROOT / ".cache" / "vscode"
EXTENSION = ROOT / "editor-client" / "vscode"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

SCENARIOS = (
    "action, saved, one undo",
    "preview and apply",
    "preview and discard",
    "variants",
    "settings take effect",
    "completion",
    "ghost text with Tab",
    "cancel",
    "regenerate and replace",
    "rewrite selection",
    "one message for a failure",
    "status menu, log and restart",
    "restricted mode",
)


@pytest.fixture(scope="session")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("there is no Node.js here")
    return found


@pytest.fixture(scope="session")
def vsix(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (EXTENSION / "node_modules" / ".package-lock.json").is_file():
        pytest.skip("make vscode has not been run, or npm could not install what it needs")
    out = tmp_path_factory.mktemp("vsix")
    done = subprocess.run(
        ["sh", EXTENSION / "scripts" / "package.sh", out], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("*.vsix")
    return made


@pytest.fixture(scope="session")
def seen(node: str, vsix: Path) -> Iterator[dict[str, str | None]]:
    """What went wrong in each scenario; None where all went well."""
    names = (os.environ.get("TAGWRIGHT_CHROMIUM", ""), *_BROWSERS)
    chromium = next((path for name in names if name and (path := shutil.which(name))), None)
    if chromium is None:
        pytest.skip("there is no Chromium here")
    if not list(VSCODE.glob("ready-*")) or not (HERE / "node_modules").is_dir():
        pytest.skip("make vscode could not install VS Code")
    shots = HERE / "screenshots"
    shutil.rmtree(shots, ignore_errors=True)
    # Short: a socket of the server lies below it.
    with tempfile.TemporaryDirectory(prefix="tw", ignore_cleanup_errors=True) as folder:
        options = {
            "vscode": str(VSCODE),
            "chromium": chromium,
            "folder": folder,
            "vsix": str(vsix),
            "path": str(Path(sys.executable).parent),
            "shots": str(shots),
        }
        done = subprocess.run(
            [node, HERE / "drive" / "main.mjs", json.dumps(options)],
            capture_output=True,
            encoding="utf-8",
            timeout=900,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        yield {row["name"]: row["error"] for row in rows}


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenario(seen: dict[str, str | None], name: str) -> None:
    assert seen[name] is None, seen[name]


def test_every_scenario_is_listed(seen: dict[str, str | None]) -> None:
    assert list(seen) == list(SCENARIOS)


def test_settings_are_those_of_the_server(node: str) -> None:
    settings = subprocess.run(
        [sys.executable, "-m", "tagwright", "settings", "--json"], capture_output=True, check=True
    )
    command = [node, EXTENSION / "scripts" / "settings.mjs", "--check"]
    done = subprocess.run(command, input=settings.stdout, capture_output=True)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_pure_parts(node: str, tmp_path: Path) -> None:
    """What needs no VS Code: finding the server, the preview's page, the state in words."""
    esbuild = EXTENSION / "node_modules" / ".bin" / "esbuild"
    if not esbuild.exists():
        pytest.skip("make vscode has not been run")
    bundle = tmp_path / "pure.test.mjs"
    options = ["--bundle", "--platform=node", "--format=esm", "--log-level=warning"]
    subprocess.run([esbuild, HERE / "pure.test.ts", *options, f"--outfile={bundle}"], check=True)
    done = subprocess.run([node, "--test", bundle], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
