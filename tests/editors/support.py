"""The editors that tests/editors/install.sh unpacked or the machine has, and what they start."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OTHERS = ROOT / "editor-client" / "others"

WAIT = 120.0
"""Seconds before a test gives up; never a measure of how fast something must be."""


def find(name: str) -> str | None:
    """Return an editor's program: the unpacked one, else the machine's."""
    unpacked = ROOT / ".cache" / "editors" / "bin" / name
    return str(unpacked) if unpacked.exists() else shutil.which(name)


def environment(home: Path) -> dict[str, str]:
    """Return an environment with ``home`` for all that an editor keeps, and with our server."""
    places = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **places, "HOME": str(home), "PATH": path, "TERM": "xterm-256color"}


def write_script(folder: Path, **script: Any) -> str:
    """Write a script for the scripted engine and return its path."""
    path = folder / "script.json"
    path.write_text(json.dumps({"default": {"text": "<p>Hello</p>"}, **script}), encoding="utf-8")
    return str(path)
