"""Carrying messages: over stdin and stdout, TCP or WebSocket, for one client each.

The reading and writing of stdin and stdout is done by daemon threads, so that neither a client
that stops reading nor one that died in the middle of a message holds the event loop.
"""

from __future__ import annotations

import asyncio
import logging
import os
import queue
import sys
import threading
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from tagwright.errors import InputError
from tagwright.lsp.watch import wait_for_death

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

log = logging.getLogger(__name__)

CHUNK = 65536


async def serve_stdio(server: TagwrightServer) -> int:
    """Serve the client at stdin and stdout until it leaves; return the exit code.

    From here on the file descriptors 0 and 1 are the null device and stderr: a stray ``print``,
    or a library's, can't get into the protocol.
    """
    source, target = _claim_stdio()
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    writer = DescriptorWriter(target)
    threading.Thread(
        target=_feed, args=(source, reader, loop), name="tagwright-stdin", daemon=True
    ).start()
    watch = asyncio.ensure_future(wait_for_death(lambda: server.editor_process))
    watch.add_done_callback(lambda done: None if done.cancelled() else reader.feed_eof())
    try:
        return await _serve_stream(server, reader, writer)
    finally:
        watch.cancel()
        writer.close()


async def serve_tcp(server: TagwrightServer, host: str, port: int) -> int:
    """Listen, serve the first client that connects, and return its exit code when it leaves."""
    first = _First()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if first.take():
                await first.serve(_serve_stream(server, reader, writer))
        finally:
            writer.close()

    return await _listen(first, asyncio.start_server(connected, host, port), "tcp", host, port)


async def serve_ws(server: TagwrightServer, host: str, port: int) -> int:
    """The same over WebSocket: one message a frame, of any length, no headers."""
    try:
        # By name: the package is optional, and type checkers need not have it either.
        serve = import_module("websockets.asyncio.server").serve
        closed = import_module("websockets.exceptions").ConnectionClosed
    except ImportError:
        raise InputError(
            "The WebSocket transport needs the package websockets; "
            "install it with `pip install websockets`."
        ) from None
    first = _First()

    async def connected(socket: Any) -> None:
        async def receive() -> str | bytes | None:
            try:
                return cast("str | bytes", await socket.recv())
            except closed:
                return None

        if first.take():
            await first.serve(serve_frames(server, receive, socket.send))

    return await _listen(first, serve(connected, host, port, max_size=None), "ws", host, port)


async def serve_frames(
    server: TagwrightServer,
    receive: Callable[[], Awaitable[str | bytes | None]],
    send: Callable[[str], Awaitable[object]],
) -> int:
    """Serve a client with one message a frame until it leaves; return the exit code.

    ``receive`` returns None once the client has gone.
    """
    server.protocol.set_writer(cast(Any, _FrameWriter(send)), include_headers=False)
    while server.protocol.exit_code is None:
        body = await receive()
        if body is None:
            break
        server.protocol.receive(body)
        await asyncio.sleep(0)  # see _serve_stream
    return _exit_code(server)


async def read_message(reader: asyncio.StreamReader) -> bytes | None:
    """Return the body of the next message, None at the end of the stream.

    Raises ``InputError`` where the stream does not follow the base protocol: there is no way to
    find the start of the next message then.
    """
    length = None
    try:
        while True:
            line = await reader.readline()
            if not line.endswith(b"\n"):
                return None
            name, colon, value = line.partition(b":")
            if name.strip().lower() == b"content-length" and value.strip().isdigit():
                length = int(value)
            elif not line.strip() and length is not None:
                return await reader.readexactly(length)
            elif line.strip() and not colon:
                raise InputError("The client does not send LSP messages: a header is missing.")
    except asyncio.IncompleteReadError:
        return None
    except ValueError:
        raise InputError("The client does not send LSP messages: a header is too long.") from None


class DescriptorWriter:
    """Writes to a file descriptor from a thread of its own, in order."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="tagwright-stdout", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        """Queue data; returns at once."""
        self._waiting.put(data)

    def close(self) -> None:
        """Write what is queued, for two seconds at most: nobody may be reading any more."""
        self._waiting.put(None)
        self._thread.join(2.0)

    def _run(self) -> None:
        while (data := self._waiting.get()) is not None:
            view = memoryview(data)
            try:
                while view:
                    view = view[os.write(self._descriptor, view) :]
            except OSError as error:
                log.info("The client does not read any more: %s", error)
                return


class _FrameWriter:
    """A WebSocket as pygls wants to write to it."""

    def __init__(self, send: Callable[[str], Awaitable[object]]) -> None:
        self._send = send

    async def write(self, data: bytes) -> None:
        """Send one message as a text frame, which is what browsers' clients expect."""
        try:
            await self._send(data.decode("utf-8"))
        except Exception as error:  # whatever the reason, the reading side sees it too
            log.info("The client does not read any more: %s", error)


class _First:
    """Lets one client in and keeps its exit code."""

    def __init__(self) -> None:
        self._taken = False
        self.code: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def take(self) -> bool:
        taken, self._taken = self._taken, True
        return not taken

    async def serve(self, talk: Awaitable[int]) -> None:
        code = 1
        try:
            code = await talk
        except ConnectionError as error:
            log.info("The client went away: %s", error)
        finally:
            if not self.code.done():
                self.code.set_result(code)


async def _listen(first: _First, opening: Awaitable[Any], scheme: str, host: str, port: int) -> int:
    try:
        listener = await opening
    except (OSError, OverflowError) as error:
        raise InputError(
            f"Tagwright can't listen on {host}:{port} ({error}); choose another address."
        ) from None
    address = next(iter(listener.sockets)).getsockname()
    sys.stderr.write(f"Tagwright listens on {scheme}://{address[0]}:{address[1]}\n")
    sys.stderr.flush()
    try:
        return await first.code
    finally:
        listener.close()


async def _serve_stream(server: TagwrightServer, reader: asyncio.StreamReader, writer: Any) -> int:
    server.protocol.set_writer(writer)
    while server.protocol.exit_code is None:
        try:
            body = await read_message(reader)
        except InputError as error:
            log.error("%s", error)
            break
        if body is None:
            break
        server.protocol.receive(body)
        # A request's task takes its first step before the next message: it sees the documents
        # as they were when it was sent.
        await asyncio.sleep(0)
    return _exit_code(server)


def _exit_code(server: TagwrightServer) -> int:
    """A client that went without ``exit`` counts as one that exited without ``shutdown``."""
    code = server.protocol.exit_code
    return 1 if code is None else code


def _claim_stdio() -> tuple[int, int]:
    """Return descriptors of the real stdin and stdout, and take 0 and 1 out of the protocol."""
    sys.stdout.flush()
    source, target = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    return source, target


def _feed(source: int, reader: asyncio.StreamReader, loop: asyncio.AbstractEventLoop) -> None:
    """Pass stdin on to the event loop, from a thread: pipes can't be awaited on every system."""
    call: Callable[..., Any] = loop.call_soon_threadsafe
    try:
        while chunk := os.read(source, CHUNK):
            call(reader.feed_data, chunk)
    except OSError as error:
        log.info("The client can't be read any more: %s", error)
    except RuntimeError:
        return  # the event loop has ended
    try:
        call(reader.feed_eof)
    except RuntimeError:
        return
