"""A small HTTP server that answers as a test says: status, headers, and bytes in given pieces."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

EVENTS = "text/event-stream"


@dataclass
class Reply:
    """pieces: each is sent on its own. hang: keep the connection open after them, silent.
    cut: break off without a proper end."""

    status: int = 200
    pieces: list[bytes] = field(default_factory=list)
    kind: str = EVENTS
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False
    cut: bool = False


def chunk(content: str | None = None, reason: str | None = None) -> bytes:
    delta = {} if content is None else {"content": content}
    body = {"choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


DONE = b"data: [DONE]\n\n"


def answer(*tokens: str, reason: str | None = "stop") -> Reply:
    return Reply(pieces=[*(chunk(token) for token in tokens), chunk(reason=reason), DONE])


def error(status: int, message: str, **headers: str) -> Reply:
    body = json.dumps({"error": {"message": message, "type": "x"}}).encode()
    return Reply(status, [body], "application/json", headers)


def models(*names: str) -> Reply:
    body = json.dumps({"object": "list", "data": [{"id": name} for name in names]}).encode()
    return Reply(200, [body], "application/json")


@dataclass
class ChatServer:
    """replies: to chat completions, in order; the last one again and again. listing: to models.
    requests: headers and bodies that came. asked: set with the first of them. gone: set when a
    client left a hanging reply."""

    url: str
    replies: list[Reply] = field(default_factory=list)
    listing: Reply = field(default_factory=lambda: error(404, "no such path"))
    requests: list[tuple[dict[str, str], Any]] = field(default_factory=list)
    asked: Event = field(default_factory=Event)
    gone: Event = field(default_factory=Event)

    def next(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def chat_server(*replies: Reply) -> Iterator[ChatServer]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._reply(server.listing if self.path == "/v1/models" else error(404, "no path"))

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            if self.path != "/v1/chat/completions":
                self._reply(error(404, "no path"))
                return
            server.requests.append(({k.lower(): v for k, v in self.headers.items()}, body))
            server.asked.set()
            self._reply(server.next())

        def _reply(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Transfer-Encoding", "chunked")
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in reply.pieces:
                self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            if reply.hang:
                self.wfile.flush()
                # The client sends nothing more: this ends when it closes the connection.
                if self.rfile.read(1) == b"":
                    server.gone.set()
            if reply.hang or reply.cut:
                self.close_connection = True
                return
            self.wfile.write(b"0\r\n\r\n")

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that leaves in the middle is part of the tests."""

    http = Server(("127.0.0.1", 0), Handler)
    server = ChatServer(f"http://127.0.0.1:{http.server_address[1]}/v1", list(replies))
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
