"""The built files are committed: Python alone serves them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .conftest import WEB

_DIST = WEB / "dist"
_ON_DEMAND = ("axe.min.js", "preview-bootstrap.css", "preview-tailwind.css")
"""Files of others that the page asks for when it needs them."""


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_build_is_current(node: str, tmp_path: Path) -> None:
    subprocess.run([node, WEB / "build.mjs", tmp_path / "out"], check=True, timeout=120)
    built, committed = _files(tmp_path / "out"), _files(_DIST)
    stale = [name for name in built.keys() | committed if built.get(name) != committed.get(name)]
    assert not stale, f"run `make web`: {stale}"


def test_build_is_small() -> None:
    sizes = {name: len(content) for name, content in _files(_DIST).items()}
    assert sum(size for name, size in sizes.items() if name not in _ON_DEMAND) < 700_000
    assert sum(sizes.values()) < 1_700_000


def test_sources_have_the_right_types(node: str) -> None:
    compiler = WEB / "node_modules" / "typescript" / "bin" / "tsc"
    done = subprocess.run(
        [node, compiler, "--noEmit"], cwd=WEB, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout
