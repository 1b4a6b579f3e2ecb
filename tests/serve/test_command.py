"""``tagwright serve`` that can't serve says why."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import cli, refused

from .conftest import Start

__all__ = ["cli", "refused"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--port", "http"], "--port must be a whole number"),
        (["--port", "65536"], "--port must be a whole number"),
        (["--queue", "-1"], "--queue must be a whole number"),
        (["--time-limit", "0"], "--time-limit must be a whole number"),
        (["--max-body", "big"], "--max-body must be a whole number"),
        (["--body-time", "0"], "--body-time must be a whole number"),
        (["--host", "no such host", "--port", "0"], "can't listen on no such host"),
        (["--log-level", "loud", "--port", "0"], "no log level 'loud'"),
        (["--engine", "steam"], "engine"),
    ],
)
def test_bad_flags_are_one_sentence(
    cli: Callable[..., Any], refused: Any, args: list[str], words: str
) -> None:
    refused(cli("serve", *args), words)


def test_port_in_use_is_one_sentence(cli: Callable[..., Any], refused: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        refused(cli("serve", "--port", taken.getsockname()[1]), "choose another address")


def test_missing_extra_is_one_sentence(
    cli: Callable[..., Any], refused: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as util\n"
        "find = util.find_spec\n"
        "util.find_spec = lambda name, *rest: None if name == 'uvicorn' else find(name, *rest)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    refused(cli("serve"), "pip install 'tagwright[serve]'")


def test_model_that_can_not_be_loaded_is_said_in_every_answer(start: Start) -> None:
    server = start(fail_load="The model is not here.")
    response = server.post(prompt="x")
    assert response.status_code == 503
    assert response.json() == {"error": "The model is not here."}
    health = server.get("/healthz")
    assert health.status_code == 503
    assert health.json()["message"] == "The model is not here."
    assert "The model is not here." in server.log
