"""Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from starlette.types import Receive, Send

from tagwright.cli.files import json_line

BEAT_SECONDS = 15.0
"""Time between two comments that keep a silent connection open."""

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]

Write = Callable[[Send], Awaitable[None]]


class Events:
    """The body of one response, event by event."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._beating: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin the response."""
        await self._send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        self._beating = asyncio.ensure_future(self._beat())

    async def send(self, name: str, data: object) -> None:
        """Send one event with JSON for data."""
        await self._write(f"event: {name}\ndata: {json_line(data)}\n", more=True)

    async def close(self) -> None:
        """End the response."""
        if self._beating is not None:
            self._beating.cancel()
        await self._write("", more=False)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            await self._write(": still here\n\n", more=True)

    async def _write(self, text: str, *, more: bool) -> None:
        body = text.encode("utf-8")
        await self._send({"type": "http.response.body", "body": body, "more_body": more})


async def disconnected(receive: Receive) -> None:
    """Return once the client has gone; its body has been read before."""
    while (await receive())["type"] != "http.disconnect":
        pass
