"""Hub data sets, read from a hub of our own on this machine: no test needs the network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

COMMIT = "a" * 40
DATA_SETS = {
    "ttbui/html_alpaca": [
        {"instruction": "Make a title", "input": "Title: News", "output": "<h1>News</h1>"},
        {"instruction": "Change it", "input": "<b>x</b>", "output": "<b>y</b>"},
    ],
    "jawerty/html_dataset": [{"label": "Simple landing page", "html": "<main>Hi</main>"}],
}
SCRIPT = """
import json, sys
from tagwright.errors import InputError
from tagwright_training.data import open_rows
source, split, revision = sys.argv[1:]
try:
    rows = open_rows(source, split=split, revision=revision)
    found = [[row.prompt, row.input, row.html] for row in rows]
    again = open_rows(source, split=split, revision=revision).fingerprint()
    print(json.dumps({"rows": found, "same": rows.fingerprint() == again}))
except InputError as error:
    print(json.dumps({"error": str(error)}))
"""


class Hub(BaseHTTPRequestHandler):
    """Just enough of the hub's API for one JSONL file a data set."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        name = next((name for name in DATA_SETS if f"/{name}" in path), "")
        rows = "".join(json.dumps(row) + "\n" for row in DATA_SETS.get(name, ()))
        if not name:
            self._send({"error": "Repository not found"}, 404, "RepoNotFound")
        elif "/tree/" in path:
            file = {"type": "file", "path": "train.jsonl", "size": len(rows), "oid": "b" * 40}
            self._send([file])
        elif path.endswith("/revision/gone"):
            self._send({"error": "Revision not found"}, 404, "RevisionNotFound")
        elif path.startswith("/api/"):
            self._send({"_id": "1", "id": name, "sha": COMMIT, "tags": [], "private": False})
        elif path.endswith("/train.jsonl"):
            self._answer(rows.encode(), 200)
        else:
            self._send({"error": "Entry not found"}, 404, "EntryNotFound")

    do_HEAD = do_GET

    def _send(self, value: object, status: int = 200, code: str = "") -> None:
        self._answer(json.dumps(value).encode(), status, code)

    def _answer(self, body: bytes, status: int, code: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"x"')
        self.send_header("X-Repo-Commit", COMMIT)
        if code:
            self.send_header("X-Error-Code", code)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def hub() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def opened(
    endpoint: str, home: Path, source: str, split: str = "train", revision: str = ""
) -> dict[str, Any]:
    """Open a source in a process of its own: the hub's address is read when it starts."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, source, split, revision],
        env={**os.environ, "HF_ENDPOINT": endpoint, "HF_HOME": str(home), "HF_HUB_OFFLINE": "0"},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_data_sets_of_the_earlier_systems(hub: str, tmp_path: Path) -> None:
    found = opened(hub, tmp_path, "ttbui/html_alpaca")
    assert found["rows"] == [
        ["Make a title\nTitle: News", "", "<h1>News</h1>"],
        ["Change it", "<b>x</b>", "<b>y</b>"],
    ]
    assert found["same"]
    found = opened(hub, tmp_path, "jawerty/html_dataset")
    assert found["rows"] == [["Simple landing page", "", "<main>Hi</main>"]]


@pytest.mark.parametrize(
    ("source", "split", "revision", "complaint"),
    [
        ("some/missing", "train", "", "There is no file, directory or hub data set some/missing"),
        ("ttbui/html_alpaca", "test", "", "The split 'test' of the data set"),
        ("ttbui/html_alpaca", "train", "gone", "has no revision 'gone'; give a branch"),
    ],
)
def test_what_the_hub_does_not_have(
    hub: str, tmp_path: Path, source: str, split: str, revision: str, complaint: str
) -> None:
    error = opened(hub, tmp_path, source, split, revision)["error"]
    assert complaint in error and "\n" not in error


def test_no_network(tmp_path: Path) -> None:
    error = opened("http://127.0.0.1:9", tmp_path, "ttbui/html_alpaca")["error"]
    assert "the hub could not be reached" in error and "check the network" in error
