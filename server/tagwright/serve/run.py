"""The process: a socket, uvicorn, and an end that loses nothing."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from types import FrameType

import uvicorn

from tagwright.errors import InputError
from tagwright.serve.app import create_app
from tagwright.serve.config import Service
from tagwright.serve.guard import ANY_ADDRESS, is_loopback
from tagwright.serve.limits import Closing

log = logging.getLogger(__name__)

BACKLOG = 2048
"""Connections that the system keeps until they are accepted."""

OPEN_FILES = 8192
"""Connections need one each, and many systems allow 1024 or fewer unless asked."""

LAST_WORDS = 5.0
"""Seconds for requests that were stopped to say so."""

_REFUSED = "ASGI callable returned without completing handshake."
"""What uvicorn 0.54 logs as an error after each WebSocket that was refused with a response, though
client and server did all they should: https://github.com/Kludex/uvicorn/pull/3138."""


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket. Raises ``InputError`` for an address that can't be used."""
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server((address[0], port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError, UnicodeError) as error:
        raise InputError(
            f"Tagwright can't listen on {host}:{port} ({error}); choose another address."
        ) from None


def names_of(listener: socket.socket, host: str) -> tuple[str, ...]:
    """Return what the Host header may be because of the address that is listened on."""
    address = listener.getsockname()[0]
    wildcard = address in ("0.0.0.0", "::")
    return (ANY_ADDRESS,) if wildcard else (address, host)


def is_public(listener: socket.socket) -> bool:
    """Whether other machines can reach it."""
    return not is_loopback(listener.getsockname()[0])


def serve(service: Service, listener: socket.socket) -> int:
    """Serve until told to stop; return the exit code."""
    _allow_open_files()
    return asyncio.run(_serve(service, listener))


async def _serve(service: Service, listener: socket.socket) -> int:
    closing = Closing()
    config = uvicorn.Config(
        create_app(service, closing),
        ws="websockets-sansio",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_graceful_shutdown=int(LAST_WORDS),
    )
    logging.getLogger("uvicorn.error").addFilter(_is_news)
    server = _Server(config, closing, service.grace)
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"Tagwright serves at http://{shown}:{port}/\n")
    sys.stderr.flush()
    await server.serve([listener])
    return server.exit_code


def _is_news(record: logging.LogRecord) -> bool:
    return record.msg != _REFUSED


class _Server(uvicorn.Server):
    """Finishes what was asked before it ends; a second signal ends it sooner."""

    def __init__(self, config: uvicorn.Config, closing: Closing, grace: float) -> None:
        super().__init__(config)
        self.exit_code = 0
        self._closing = closing
        self._grace = grace
        self._loop = asyncio.get_running_loop()
        self._ending: asyncio.Task[None] | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end; called by the signal's handler, between any two instructions."""
        if sig == signal.SIGINT:
            self.exit_code = 130
        self._loop.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        if self._ending is None:
            self._ending = asyncio.ensure_future(self._close())
        else:
            self._closing.hurry()

    async def _close(self) -> None:
        await self._closing.close(self._grace, LAST_WORDS)
        self.should_exit = True


def _allow_open_files() -> None:
    """Allow as many connections as the queue is long; what the system forbids stays so."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
