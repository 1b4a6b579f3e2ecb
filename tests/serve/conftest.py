from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .support import Server, write_script

Start = Callable[..., Server]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a server with a script: ``start("--queue", "1", answers=[...], env={...})``."""
    servers: list[Server] = []

    def make(
        *flags: str, answers: tuple[dict[str, Any], ...] = (), env: Any = None, **script: Any
    ) -> Server:
        server = Server(tmp_path, *write_script(tmp_path, *answers, **script), *flags, env=env)
        servers.append(server)
        return server

    yield make
    for server in servers:
        server.stop()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Share one server among the tests that leave it as it is."""
    folder = tmp_path_factory.mktemp("serve")
    script = write_script(
        folder,
        {"match": "level 2 heading", "text": "<h3>Below</h3>"},
        {"match": "Change this markup:\n<b>old</b>", "text": "<b>new</b>"},
        {"match": "inside <ul>", "text": "<li>Item</li>"},
        {"match": "fails", "tokens": ["<p>", "x"], "fail_after": 1},
        {"match": "words only", "text": "Sorry, no."},
        {"match": "list", "tokens": ["<ul>", "<li>1</li>", "</ul>", "<p>2</p>"], "token_ms": 200},
    )
    server = Server(folder, *script)
    yield server
    server.stop()
