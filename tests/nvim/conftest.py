"""Fixtures: each Neovim that is here, with a scripted model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .support import HELLO, SLOW, Nvim, programs

Open = Callable[..., Nvim]


@pytest.fixture(params=["system", "current"])
def program(request: pytest.FixtureRequest) -> str:
    """Name one Neovim."""
    found = programs()[str(request.param)]
    if found is None:
        pytest.skip("There is no such Neovim here; tests/editors/install.sh installs both.")
    if request.param == "current" and found == programs()["system"]:
        pytest.skip("There is one Neovim only here, and it is tested as the system's.")
    return found


@pytest.fixture
def opened(program: str, tmp_path: Path) -> Iterator[Open]:
    """Start Neovims; called as ``opened(answers=[...], settings={...}, options={...})``."""
    started: list[Nvim] = []

    def start(
        answers: list[dict[str, Any]] | None = None,
        settings: dict[str, Any] | None = None,
        **given: Any,
    ) -> Nvim:
        script = {"load_ms": 0, "codec": "none", "answers": [SLOW, *(answers or [])]}
        model = tmp_path / "script.json"
        model.write_text(json.dumps({**script, "default": HELLO}), encoding="utf-8")
        scripted = {"engine": "scripted", "model": str(model)}
        nvim = Nvim(program, tmp_path, {**scripted, **(settings or {})}, **given)
        started.append(nvim)
        return nvim

    yield start
    for nvim in started:
        nvim.close()
