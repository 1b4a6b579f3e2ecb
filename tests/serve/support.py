"""A server as a user starts it, and clients for it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection

WAIT = 120.0
"""Seconds before a test gives up; never a measure of how fast something must be."""

OPTIONS: dict[str, Any] = {"timeout": WAIT, "verify": False, "trust_env": False}
"""Of HTTP clients; to read the certificates, which nothing here has, takes them a while."""

HELLO = {"text": "<p>Hello</p>"}
ENDLESS = {"match": "endless", "tokens": ["<p>x</p>"] * 8000, "token_ms": 50}
"""Far more than a test waits for."""

SLOW = {"match": "slow", "tokens": ["<p>x</p>"] * 10, "token_ms": 200}

_ADDRESS = re.compile(r"Tagwright serves at (http://\S+)/\n")


def write_script(folder: Path, *answers: dict[str, Any], **script: Any) -> list[str]:
    """Write a script for the scripted engine; return the flags that choose it."""
    path = folder / "script.json"
    script.setdefault("default", HELLO)
    path.write_text(json.dumps({"answers": answers, **script}), encoding="utf-8")
    return ["--engine", "scripted", "--model", str(path)]


class Server:
    """A running ``tagwright serve``."""

    def __init__(self, folder: Path, *flags: str, env: dict[str, str] | None = None) -> None:
        self._log = folder / "serve.log"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tagwright", "serve", "--port", "0", *flags],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=folder,
                env={**os.environ, **(env or {})},
            )
        self.url = self._address()
        self._client = httpx.Client(**OPTIONS)

    @property
    def log(self) -> str:
        """What it said so far."""
        return self._log.read_text("utf-8")

    @property
    def authority(self) -> str:
        """Host and port."""
        return self.url.removeprefix("http://")

    @property
    def address(self) -> tuple[str, int]:
        """Host and port for a socket."""
        host, _, port = self.authority.rpartition(":")
        return host, int(port)

    def post(self, **body: Any) -> httpx.Response:
        """Ask for markup and wait for it."""
        return self._client.post(f"{self.url}/generate_html", json=body)

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send any other request."""
        return self._client.request(method, f"{self.url}{path}", **options)

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Get something else."""
        return self._client.get(f"{self.url}{path}", **options)

    def metric(self, name: str) -> float:
        """Return one number of ``/metrics``; a label is part of its name."""
        for line in self.get("/metrics").text.splitlines():
            if line.startswith(f"{name} "):
                return float(line.rpartition(" ")[2])
        raise AssertionError(f"there is no metric {name}")

    def signal(self, number: int) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    def wait(self) -> int:
        """Return the exit code once it has ended."""
        return self.process.wait(WAIT)

    def stop(self) -> None:
        """End it; it must have said nothing of defects."""
        self._client.close()
        if self.process.poll() is None:
            self.signal(signal.SIGTERM)
            self.signal(signal.SIGTERM)  # the second one waits for nobody
            self.wait()
        assert "Traceback" not in self.log

    def _address(self) -> str:
        deadline = time.monotonic() + WAIT
        while time.monotonic() < deadline:
            found = _ADDRESS.search(self.log)
            if found:
                return found[1].replace("0.0.0.0", "127.0.0.1")
            assert self.process.poll() is None, self.log
            time.sleep(0.05)
        raise AssertionError("the server did not start")


def events(response: httpx.Response) -> list[tuple[str, dict[str, Any]]]:
    """Return the events of a whole stream."""
    return [event(block) for block in response.text.split("\n\n") if block.startswith("event")]


def event(block: str) -> tuple[str, dict[str, Any]]:
    """Return one event."""
    name, data = block.split("\n")
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


async def until(happened: Any) -> None:
    """Wait until something is true; how long it takes is no test's business."""
    deadline = time.monotonic() + WAIT
    while not await asyncio.to_thread(happened):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)


class Lsp:
    """A language client on a WebSocket, as far as these tests need one."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._last = 0

    async def ask(self, method: str, params: Any = None) -> Any:
        """Send a request and return its result; pass over what the server sends meanwhile."""
        self._last += 1
        await self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = json.loads(await asyncio.wait_for(self._socket.recv(), WAIT))
            if "method" not in message and message.get("id") == self._last:
                assert "error" not in message, message
                return message["result"]

    async def tell(self, method: str, params: Any = None) -> None:
        """Send a notification."""
        await self._send({"method": method, "params": params})

    async def start(self, **options: Any) -> dict[str, Any]:
        """Initialize with these options."""
        capabilities = {"workspace": {"applyEdit": True}}
        result: dict[str, Any] = await self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": options.pop("root", None),
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        await self.tell("initialized", {})
        return result

    async def variants(self, text: str, uri: str = "file:///page.html") -> list[str]:
        """Open a page with a comment in its last line; return the markup for that."""
        document = {"uri": uri, "languageId": "html", "version": 1, "text": text}
        await self.tell("textDocument/didOpen", {"textDocument": document})
        line = text.rstrip("\n").count("\n")
        where = {"uri": uri, "position": {"line": line, "character": 5}, "count": 1}
        command = {"command": "tagwright.variants", "arguments": [where]}
        return [each["html"] for each in await self.ask("workspace/executeCommand", command)]

    async def _send(self, message: dict[str, Any]) -> None:
        await self._socket.send(json.dumps({"jsonrpc": "2.0", **message}))
