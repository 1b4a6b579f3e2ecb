"""Does an installed Tagwright work? ``smoke.py COMMAND CHECK...``, COMMAND being its executable.

Runs on any Python, without a package: what is tried is in the environment that COMMAND is from.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Callable
from typing import IO, Any

PROMPT = "a login form with email and password"
MARK = 'type="password"'
WAIT = 300.0
"""Seconds before a process that hangs is ended."""


def generate(command: str) -> None:
    """A prompt gives markup."""
    ran = subprocess.run(
        [command, "generate", PROMPT], capture_output=True, text=True, timeout=WAIT, check=True
    )
    assert MARK in ran.stdout, ran


def lsp(command: str) -> None:
    """A language server on stdin and stdout answers, writes markup and ends as it should."""
    with _started([command, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        stdin, stdout = process.stdin, process.stdout

        def ask(number: int, method: str, params: Any = None) -> Any:
            _send(stdin, {"id": number, "method": method, "params": params})
            while True:
                message = _receive(stdout)
                if message.get("id") == number and "method" not in message:
                    return message["result"]

        about = ask(1, "initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        assert about["serverInfo"]["name"] == "tagwright", about
        _send(stdin, {"method": "initialized", "params": {}})
        uri = "file:///page.html"
        document = {"uri": uri, "languageId": "html", "version": 1, "text": f"<!-- {PROMPT} -->"}
        _send(stdin, {"method": "textDocument/didOpen", "params": {"textDocument": document}})
        where = {"uri": uri, "position": {"line": 0, "character": 6}, "count": 1}
        command_params = {"command": "tagwright.variants", "arguments": [where]}
        (variant,) = ask(2, "workspace/executeCommand", command_params)
        assert MARK in variant["html"], variant
        ask(3, "shutdown")
        _send(stdin, {"method": "exit"})
        assert process.wait() == 0, process.returncode


def serve(command: str) -> None:
    """The HTTP server is healthy, shows the playground and answers."""
    with _started([command, "serve", "--port", "0"], stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        line = process.stderr.readline().decode()
        found = re.search(r"http://\S+/", line)
        assert found, line + process.stderr.read().decode()
        url = found[0]
        health = json.loads(_fetch(f"{url}healthz"))
        assert health["status"] == "ok", health
        assert "<title>" in _fetch(url)
        answer = json.loads(_fetch(f"{url}generate_html", {"prompt": PROMPT}))
        assert MARK in answer["html"], answer
        process.send_signal(signal.SIGTERM)
        # Windows ends a process without asking it.
        assert process.wait() == 0 or sys.platform == "win32", process.returncode


class _started:
    """A process that is ended when its time is over, or when the context ends."""

    def __init__(self, command: list[str], **pipes: int) -> None:
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            command, cwd=tempfile.gettempdir(), **pipes
        )  # type: ignore[call-overload]
        self._timer = threading.Timer(WAIT, self._process.kill)

    def __enter__(self) -> subprocess.Popen[bytes]:
        self._timer.start()
        return self._process

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()
        self._process.kill()
        self._process.wait()


def _send(stream: IO[bytes], message: dict[str, Any]) -> None:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    stream.flush()


def _receive(stream: IO[bytes]) -> dict[str, Any]:
    length = 0
    while (line := stream.readline()).strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    assert length, "the server ended without an answer"
    message: dict[str, Any] = json.loads(stream.read(length))
    return message


def _fetch(url: str, body: object = None) -> str:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    # A proxy of the environment has no business with this machine's own address.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=WAIT) as response:
        text: str = response.read().decode()
    return text


CHECKS: dict[str, Callable[[str], None]] = {"generate": generate, "lsp": lsp, "serve": serve}

if __name__ == "__main__":
    executable, *names = sys.argv[1:]
    for name in names:
        CHECKS[name](executable)
        print(f"  tagwright {name}: works", flush=True)
