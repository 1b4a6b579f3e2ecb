"""The bytes: messages in pieces and in one piece, a clean stdout, and the end of the process."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from websockets.asyncio.client import connect

from tagwright.errors import InputError
from tagwright.lsp.server import create_server, main
from tagwright.lsp.transport import serve_tcp

from .support import SERVER, WAIT, write_script


def framed(message: dict[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode("utf-8")
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def request(msg_id: int, method: str, params: Any = None) -> dict[str, Any]:
    return {"id": msg_id, "method": method, "params": params}


def initialize(**params: Any) -> dict[str, Any]:
    return request(
        1, "initialize", {"processId": None, "rootUri": None, "capabilities": {}, **params}
    )


def read_message(stream: IO[bytes]) -> dict[str, Any] | None:
    """Read one message; anything that isn't one fails here."""
    header = b""
    while not header.endswith(b"\r\n\r\n"):
        byte = stream.read(1)
        if not byte:
            assert header == b""
            return None
        header += byte
    length = int(header.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    message: dict[str, Any] = json.loads(stream.read(length))
    assert message["jsonrpc"] == "2.0"
    return message


class Wire:
    """A server process and its bare pipes."""

    def __init__(self, command: list[str] = SERVER) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self.process.stdin is not None and self.process.stdout is not None
        self.stdin, self.stdout = self.process.stdin, self.process.stdout

    def send(self, *messages: dict[str, Any]) -> None:
        self.stdin.write(b"".join(map(framed, messages)))
        self.stdin.flush()

    def answer(self, msg_id: int | None) -> dict[str, Any]:
        """Return the answer to a request, passing over what comes before it."""
        while (message := read_message(self.stdout)) is not None:
            if message.get("id") == msg_id and "method" not in message:
                return message
        raise AssertionError("the server ended without an answer")

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.stdout.close()
        if not self.stdin.closed:
            with contextlib.suppress(BrokenPipeError):
                self.stdin.close()


@pytest.fixture
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.close()


def conversation(model: str) -> list[dict[str, Any]]:
    """Return a whole session that ends with the server's exit."""
    where = {"start": {"line": 0, "character": 9}, "end": {"line": 0, "character": 9}}
    item = {"uri": "untitled:😀", "languageId": "html", "version": 1, "text": "<!-- 😀 a list -->"}
    return [
        initialize(initializationOptions={"engine": "scripted", "model": model}),
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": item}},
        request(
            2,
            "textDocument/codeAction",
            {"textDocument": {"uri": item["uri"]}, "range": where, "context": {"diagnostics": []}},
        ),
        request(3, "shutdown"),
        {"method": "exit"},
    ]


@pytest.mark.parametrize("size", [1, 100, 1_000_000])
def test_messages_in_pieces_of_any_size(wire: Wire, tmp_path: Path, size: int) -> None:
    data = b"".join(map(framed, conversation(write_script(tmp_path))))
    for start in range(0, len(data), size):
        wire.stdin.write(data[start : start + size])
        wire.stdin.flush()
    answers = {}
    while (message := read_message(wire.stdout)) is not None:
        if "id" in message and "method" not in message:
            answers[message["id"]] = message
    assert answers[1]["result"]["serverInfo"]["name"] == "tagwright"
    assert answers[2]["result"][0]["title"] == "Generate HTML"
    assert answers[3]["result"] is None
    assert wire.process.wait(WAIT) == 0


def test_each_request_gets_an_answer_whatever_it_is(wire: Wire) -> None:
    wire.send(request(0, "textDocument/codeAction", {}))
    assert wire.answer(0)["error"]["code"] == -32002
    wire.send(initialize(), {"method": "initialized", "params": {}})
    wire.answer(1)
    wire.send(initialize() | {"id": 2})
    assert wire.answer(2)["error"]["code"] == -32600
    wire.send({"id": 3, "method": "textDocument/codeAction"})
    assert wire.answer(3)["error"]["code"] == -32602
    wire.send({"id": 4, "method": "textDocument/codeAction", "params": {"range": 7}})
    assert wire.answer(4)["error"]["code"] == -32602
    wire.send({"id": 5, "method": "tagwright/unknown"}, {"method": "$/unknown", "params": {}})
    assert wire.answer(5)["error"]["code"] == -32601
    wire.stdin.write(b"Content-Length: 5\r\nContent-Type: x\r\n\r\n{bad}")
    wire.stdin.flush()
    assert wire.answer(None)["error"]["code"] == -32700
    for broken in ({"id": 8, "method": 8}, {"method": ["x"]}, {"id": [1], "result": 1}):
        wire.send(broken)
        assert wire.answer(None)["error"]["code"] == -32600
    nested = b"[" * 100_000
    wire.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(nested), nested))
    wire.stdin.flush()
    assert wire.answer(None)["error"]["code"] == -32700
    wire.send(request(6, "shutdown"), request(7, "textDocument/codeAction", {}))
    assert wire.answer(6)["result"] is None
    assert wire.answer(7)["error"]["code"] == -32600
    wire.send({"method": "exit"})
    assert wire.process.wait(WAIT) == 0


def test_client_without_resolve_runs_a_command(wire: Wire, tmp_path: Path) -> None:
    """Here and not with the others: lsprotocol reads such a code action as a bare command."""
    kinds = {"codeActionKind": {"valueSet": ["refactor"]}}
    capabilities = {
        "workspace": {"applyEdit": True},
        "textDocument": {
            "codeAction": {
                "codeActionLiteralSupport": kinds,
                "resolveSupport": {"properties": ["command"]},
                "dataSupport": True,
            }
        },
    }
    first, *others, code_action, _, _ = conversation(write_script(tmp_path))
    first["params"]["capabilities"] = capabilities
    wire.send(first, *others, code_action)
    action, *_ = wire.answer(2)["result"]
    assert action["kind"] == "refactor.rewrite"
    assert "edit" not in action
    command = action["command"]
    wire.send(
        request(
            9,
            "workspace/executeCommand",
            {"command": command["command"], "arguments": command["arguments"]},
        )
    )
    while (message := read_message(wire.stdout)) is not None:
        if message.get("method") == "workspace/applyEdit":
            break
    assert message is not None
    (change,) = message["params"]["edit"]["changes"]["untitled:😀"]
    assert change["newText"] == "\n<p>Hello</p>"
    assert change["range"]["start"] == {"line": 0, "character": 18}
    wire.send({"id": message["id"], "result": {"applied": True}})
    assert wire.answer(9)["result"] is None


def test_exit_without_shutdown(wire: Wire) -> None:
    wire.send(initialize(), {"method": "exit"})
    assert wire.process.wait(WAIT) == 1


def test_client_that_speaks_something_else(wire: Wire) -> None:
    wire.stdin.write(b"GET / HTTP/1.1\r\n\r\n")
    wire.stdin.flush()
    assert wire.process.wait(WAIT) == 1
    assert wire.stdout.read() == b""


NOISY = """
    import os, subprocess, sys
    from tagwright.lsp import server
    from tagwright.lsp.documents import Documents
    from tagwright.worker import remote

    def noisily(function):
        def call(*args):
            print("from Python")
            os.write(1, b"from a library")
            subprocess.run([sys.executable, "-c", "print('from a child'); input()"])
            return function(*args)
        return call

    # On the event loop, and on the thread that starts the model's process.
    Documents.get = noisily(Documents.get)
    remote.connect = noisily(remote.connect)
    sys.exit(server.main())
"""


def test_stdout_belongs_to_the_protocol(tmp_path: Path) -> None:
    wire = Wire([sys.executable, "-c", textwrap.dedent(NOISY)])
    try:
        *start, code_action, shutdown, leave = conversation(write_script(tmp_path))
        wire.send(*start, code_action)
        command, *_ = wire.answer(2)["result"]
        (argument,) = command["arguments"]
        # Reading fails on any byte that isn't part of a message.
        wire.send(
            request(
                8,
                "codeAction/resolve",
                {"title": "x", "data": argument["data"]},
            )
        )
        assert "changes" in wire.answer(8)["result"]["edit"]
        wire.send(shutdown, leave)
        assert wire.process.wait(WAIT) == 0
    finally:
        wire.close()


@pytest.mark.parametrize("busy", [False, True])
def test_ends_when_stdin_ends(wire: Wire, tmp_path: Path, busy: bool) -> None:
    model = write_script(tmp_path, load_ms=3_600_000 if busy else 0)
    wire.send(*conversation(model)[:4])
    wire.answer(2)
    wire.stdin.close()
    wire.process.wait(WAIT)


PARENT = """
    import os, subprocess, sys, time

    child = subprocess.Popen(sys.argv[1:], stdin=0, stdout=1)
    time.sleep(3600)
"""


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_ends_when_its_editor_dies_although_the_pipes_stay_open() -> None:
    """We hold the pipes here, as a child process of a crashed editor would."""
    editor = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PARENT), *SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert editor.stdin is not None and editor.stdout is not None and editor.stderr is not None
    with editor.stdin, editor.stdout, editor.stderr:
        editor.stdin.write(framed(initialize(processId=editor.pid)))
        editor.stdin.flush()
        assert read_message(editor.stdout) is not None
        editor.send_signal(signal.SIGKILL)
        editor.wait(WAIT)
        # The server's end of the pipe closes when it has gone.
        assert select.select([editor.stdout], [], [], WAIT)[0]
        assert editor.stdout.read() == b""


def test_client_that_does_not_read(wire: Wire, tmp_path: Path) -> None:
    """Far more answers than a pipe holds: the server reads on, or both would wait for ever."""
    wire.send(*conversation(write_script(tmp_path))[:3])
    ask = conversation("")[3]
    for number in range(10, 1010):
        wire.send(ask | {"id": number})
    assert wire.answer(1009)["result"]


def test_tcp(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*SERVER, "tcp", "127.0.0.1"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert process.stderr is not None
    with process.stderr:
        line = process.stderr.readline()
        port = int(line.rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port), WAIT) as connection:
            stream = connection.makefile("rb")
            with stream:
                for message in conversation(write_script(tmp_path))[:4]:
                    connection.sendall(framed(message))
                while (message := read_message(stream)) is not None and message.get("id") != 2:
                    pass
                assert message is not None and message["result"]
        process.wait(WAIT)


async def test_websocket_takes_pages_of_any_size(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*SERVER, "ws", "127.0.0.1"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert process.stderr is not None
    with process.stderr:
        line = await asyncio.to_thread(process.stderr.readline)
        port = int(line.rsplit(":", 1)[1])
        async with connect(f"ws://127.0.0.1:{port}") as client:
            *start, code_action, _, _ = conversation(write_script(tmp_path))
            start[2]["params"]["textDocument"]["text"] += "\n<p>x</p>" * 200_000
            for message in (*start, code_action):
                await client.send(json.dumps({"jsonrpc": "2.0", **message}))
            while (message := json.loads(await client.recv())).get("id") != 2:
                pass
            assert message["result"]
        assert await asyncio.to_thread(process.wait, WAIT) == 1


def test_address_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=str(port)):
            asyncio.run(serve_tcp(create_server(), "127.0.0.1", port))


def test_log_level_that_does_not_exist() -> None:
    with pytest.raises(InputError, match="loud"):
        main(log_level="loud")
