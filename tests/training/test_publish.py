"""What the dry run shows is what goes, against a small stand-in of the hub."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

DIGEST_LINE = re.compile(r"^  ([0-9a-f]{64}) +([\d,]+)  (\S+)$", re.MULTILINE)


class Hub(ThreadingHTTPServer):
    """Takes repositories and commits as the hub's API does, all files within the commit."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.calls: list[str] = []
        self.created: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self.message = ""
        self.status = 200

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        hub = self.server
        hub.calls.append(self.path)
        body = self._body()
        answer: dict[str, Any] = {}
        if hub.status != 200:
            answer = {"error": "no"}
        elif self.path == "/api/repos/create":
            hub.created.append(json.loads(body))
            answer = {"url": f"{hub.url}/team/links"}
        elif "/preupload/" in self.path:
            modes = {"uploadMode": "regular", "shouldIgnore": False}
            files = json.loads(body)["files"]
            answer = {"files": [{"path": file["path"], **modes} for file in files]}
        elif "/commit/" in self.path:
            for line in map(json.loads, body.splitlines()):
                if line["key"] == "header":
                    hub.message = line["value"]["summary"]
                else:
                    value = line["value"]
                    hub.files[value["path"]] = base64.b64decode(value["content"])
            answer = {"commitUrl": f"{hub.url}/team/links/commit/1", "commitOid": "1"}
        self._send(hub.status, answer)

    def do_GET(self) -> None:
        self.server.calls.append(self.path)
        self._send(200, {"name": "me", "type": "user", "orgs": []})

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _send(self, status: int, answer: dict[str, Any]) -> None:
        content = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def adapter(tmp_path: Path) -> Path:
    folder = tmp_path / "adapter"
    folder.mkdir()
    config = {"peft_type": "LORA", "base_model_name_or_path": "org/base"}
    (folder / "adapter_config.json").write_text(json.dumps(config), encoding="utf-8")
    save_file({"a": np.ones(4, np.float32)}, folder / "adapter_model.safetensors")
    about = {"name": "org/base", "revision": "abc", "sha256": "0f" * 32}
    said = {"prompt_version": 2, "codec": "none", "base": about, "data_sha256": "ab" * 32}
    (folder / "tagwright.json").write_text(json.dumps(said), encoding="utf-8")
    for name in ("optimizer.pt", "training_args.bin", "log.jsonl", ".env"):
        (folder / name).write_text("not this", encoding="utf-8")
    (folder / "checkpoint-1").mkdir()
    return folder


def publish(hub: Hub, *options: str, token: str = "hf_test") -> subprocess.CompletedProcess[str]:
    """Run the command as a user does: the hub's address and token are read when it starts."""
    environment = {**os.environ, "HF_ENDPOINT": hub.url, "HF_HUB_DISABLE_XET": "1"}
    environment |= {"HF_HUB_DISABLE_TELEMETRY": "1", "HF_HOME": "/nonexistent"}
    environment.pop("HF_TOKEN", None)
    environment |= {"HF_TOKEN": token} if token else {}
    return subprocess.run(
        [sys.executable, "-m", "tagwright_training.cli", "publish", "--to", "team/links", *options],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_what_goes_is_what_the_dry_run_showed(hub: Hub, adapter: Path) -> None:
    shown = publish(hub, "--adapter", str(adapter), "--dry-run", token="")
    assert shown.returncode == 0, shown.stderr
    assert hub.calls == []
    assert "Card:\n\n---" in shown.stdout and "base_model: org/base" in shown.stdout
    listed = {name: (digest, size) for digest, size, name in DIGEST_LINE.findall(shown.stdout)}
    assert set(listed) == {
        "README.md",
        "adapter_config.json",
        "adapter_model.safetensors",
        "tagwright.json",
    }
    assert "Not sent: .env, checkpoint-1, log.jsonl, optimizer.pt" in shown.stdout

    sent = publish(hub, "--adapter", str(adapter), "--private")
    assert sent.returncode == 0, sent.stderr
    assert "/team/links/commit/1" in sent.stdout
    assert {
        name: (hashlib.sha256(content).hexdigest(), str(len(content)))
        for name, content in hub.files.items()
    } == {name: (digest, size.replace(",", "")) for name, (digest, size) in listed.items()}
    assert f"Commit: {hub.message}\n" in shown.stdout
    assert hub.created[0]["organization"] == "team" and hub.created[0]["name"] == "links"
    assert hub.created[0].get("private") or hub.created[0].get("visibility") == "private"
    assert hub.files["README.md"].decode() in shown.stdout


@pytest.mark.parametrize(
    ("status", "told"), [(401, "log"), (403, "may not write"), (409, "--update")]
)
def test_a_refusal_is_one_sentence(hub: Hub, adapter: Path, status: int, told: str) -> None:
    hub.status = status
    done = publish(hub, "--adapter", str(adapter))
    assert done.returncode == 2
    assert told in done.stderr and done.stderr.count("\n") == 1
    assert not hub.files


def test_no_token_and_no_network(hub: Hub, adapter: Path) -> None:
    done = publish(hub, "--adapter", str(adapter), token="")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "HF_TOKEN" in done.stderr and not hub.calls


def test_what_must_not_go_is_refused(
    adapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tagwright_training.cli import main

    def told(*options: str) -> str:
        assert main(["publish", "--to", "team/links", "--dry-run", *options]) == 2
        error = capsys.readouterr().err
        assert error.count("\n") == 1
        return error

    secret = adapter / "LICENSE"
    secret.write_text("token hf_" + "aB3dE6gH" * 5, encoding="utf-8")
    assert "secret" in told("--adapter", str(adapter))
    secret.unlink()
    outside = tmp_path / "outside.txt"
    outside.touch()
    secret.symlink_to(outside)
    assert "link" in told("--adapter", str(adapter))
    secret.unlink()
    weights = adapter / "adapter_model.safetensors"
    weights.rename(adapter / "adapter_model.bin")
    assert "adapter_model.safetensors" in told("--adapter", str(adapter))
    assert "safetensors" in told("--model", str(_model_without_weights(tmp_path)))
    assert main(["publish", "--to", "links", "--adapter", str(adapter)]) == 2


def _model_without_weights(folder: Path) -> Path:
    model = folder / "model"
    model.mkdir()
    (model / "config.json").write_text("{}", encoding="utf-8")
    (model / "pytorch_model.bin").touch()
    return model
