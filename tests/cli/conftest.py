from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """Run ``tagwright`` as its own process; line ends of the output come as they are."""

    def run(*args: object, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        ran = subprocess.run(
            [sys.executable, "-m", "tagwright", *map(str, args)],
            input=data,
            capture_output=True,
            cwd=tmp_path,
            timeout=60,
        )
        out, err = ran.stdout.decode(), ran.stderr.decode()
        assert "Traceback" not in err
        return subprocess.CompletedProcess(ran.args, ran.returncode, out, err)

    return run


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., list[str]]:
    """Write a script for the scripted engine; return the flags that choose it."""

    def write(*answers: dict[str, Any], **rest: Any) -> list[str]:
        path = tmp_path / "script.json"
        path.write_text(json.dumps({"answers": answers, **rest}), encoding="utf-8")
        return ["--engine", "scripted", "--model", str(path)]

    return write


@pytest.fixture
def refused() -> Callable[[subprocess.CompletedProcess[str], str], None]:
    """Assert that a run ended with exit code 2, one sentence with these words, and no output."""

    def check(ran: subprocess.CompletedProcess[str], words: str) -> None:
        assert ran.returncode == 2, ran
        assert ran.stdout == ""
        assert ran.stderr.startswith("tagwright: ")
        assert ran.stderr.count("\n") == 1
        assert ran.stderr.endswith(".\n")
        assert words in ran.stderr

    return check
