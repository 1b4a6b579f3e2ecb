"""``/lsp``: a language server for each WebSocket, all with the one model."""

from __future__ import annotations

import contextlib

from starlette.websockets import WebSocket, WebSocketDisconnect

from tagwright.lsp.server import create_server
from tagwright.lsp.transport import serve_frames
from tagwright.serve.metrics import Metrics
from tagwright.serve.respond import ApiError
from tagwright.settings import Settings

MOST = 64
"""Language servers at once; each keeps its documents in memory."""

PROTOCOL = "tagwright"
"""The subprotocol that is agreed on where a client offers it."""


class LspSockets:
    """Welcomes editors."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self._open = 0

    async def welcome(self, socket: WebSocket) -> None:
        """Serve one editor until it leaves."""
        if self._open >= MOST:
            error = ApiError(429, f"{MOST} editors are connected already.", {"Retry-After": "60"})
            await socket.send_denial_response(error.response())
            return
        self._open += 1
        self._metrics.language_servers.inc()
        try:
            offered = socket.scope.get("subprotocols", ())
            await socket.accept(PROTOCOL if PROTOCOL in offered else None)
            await self._serve(socket)
        finally:
            self._open -= 1
            self._metrics.language_servers.dec()

    async def _serve(self, socket: WebSocket) -> None:
        async def receive() -> str | bytes | None:
            message = await socket.receive()
            if message["type"] == "websocket.disconnect":
                return None
            text: str | None = message.get("text")
            return message["bytes"] if text is None else text

        server = create_server(hosted=self._settings)
        try:
            await serve_frames(server, receive, socket.send_text)
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):  # where it is closed
                await socket.close()
        finally:
            server.session.close()
