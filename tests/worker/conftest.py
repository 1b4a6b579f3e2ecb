"""Fixtures: a runtime folder of the test's own, whose workers must all end, and models in it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tagwright.worker.start import clean
from tests.lsp.conftest import start as start
from tests.lsp.support import WAIT, write_script

from .support import Remote


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a runtime folder, short enough for sockets; no worker may outlive the test."""
    with tempfile.TemporaryDirectory(prefix="tw-") as name:
        folder = Path(name)
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        yield folder
        deadline = time.monotonic() + WAIT
        while [*folder.rglob("*.sock"), *folder.rglob("*.port")]:
            clean(folder / "tagwright")  # those of workers that were killed
            assert time.monotonic() < deadline, "a worker has outlived its clients"
            time.sleep(0.05)


@pytest.fixture
def loads(tmp_path: Path) -> Callable[[], list[int]]:
    """Return a function that lists the processes that have loaded a model, in order."""
    log = tmp_path / "loads"
    return lambda: [int(line) for line in log.read_text().split()] if log.exists() else []


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes a script whose loads are logged."""

    def write(name: str = "shared.json", **parts: Any) -> str:
        return write_script(tmp_path, name, load_log=str(tmp_path / "loads"), **parts)

    return write


@pytest.fixture
async def remote(script: Callable[..., str]) -> Any:
    """Start remote models; called as ``remote(answers=[...])`` or ``remote(model=path)``."""
    made: list[Remote] = []

    def make(model: str = "", idle_minutes: float = 0.0, **parts: Any) -> Remote:
        made.append(Remote(model or script(**parts), idle_minutes))
        return made[-1]

    yield make
    for one in made:
        one.model.close()
