"""The protocol between a language server and the worker: JSON objects with a length before them.

A frame is four bytes (big-endian length) and that many bytes of JSON. A client says ``hello``
first; after that each of its requests has an ``id`` and gets exactly one ``result`` or ``error``
with that id, with any number of ``tokens`` frames before it.

===========  ========================================================================
from client
``hello``    the token (empty on a Unix socket) and ``idle``, minutes until the model is freed
``load``     load the model if it isn't
``generate`` ``request`` and ``limits``; ``answer``: whether the tokens' text is wanted
``cancel``   the id of a request to stop; nothing is answered to the cancel itself
``idle``     other minutes
``leave``    the client goes for good: where it is the last, the worker ends at once
from worker
``hello``    the state, and that the client is in
``state``    the model's new state
``tokens``   number so far, and text and codec of the answer that is being written
``bye``      the worker ends on purpose, or (``ends`` false, after ``leave``) stays for others
===========  ========================================================================
"""

from __future__ import annotations

import asyncio
import json
import socket
from dataclasses import asdict, fields, is_dataclass
from typing import Any, TypeVar, get_type_hints

from tagwright import errors
from tagwright.errors import ModelError, TagwrightError
from tagwright.worker.state import LoadFailed

PROTOCOL = 1
"""Raised with every change of the frames: two versions never share a worker."""

FRAME_LIMIT = 1 << 28
"""Bytes; only something that isn't our protocol announces more."""

_HEADER = 4

Message = dict[str, Any]
Data = TypeVar("Data")


class BrokenFrame(Exception):
    """The other side does not speak this protocol."""


def pack(message: Message) -> bytes:
    """Return a frame; lone halves of surrogate pairs come through, as ``\\ud83d``."""
    body = json.dumps(message, separators=(",", ":")).encode("ascii")
    return len(body).to_bytes(_HEADER, "big") + body


def parse(body: bytes) -> Message:
    """Return the message in a frame's body. Raises ``BrokenFrame``."""
    try:
        message = json.loads(body)
    except ValueError as error:
        raise BrokenFrame("not JSON") from error
    if not isinstance(message, dict):
        raise BrokenFrame("not an object")
    return message


async def read(reader: asyncio.StreamReader) -> Message | None:
    """Return the next message, None at the end. Raises ``BrokenFrame``."""
    try:
        length = _length(await reader.readexactly(_HEADER))
        return parse(await reader.readexactly(length))
    except (asyncio.IncompleteReadError, OSError):
        return None


def receive(connection: socket.socket) -> Message | None:
    """Return the next message from a blocking socket, None at the end.

    Takes nothing of what comes after it. Raises ``BrokenFrame``, ``OSError`` and, after the
    socket's own timeout, ``TimeoutError``.
    """
    header = _exactly(connection, _HEADER)
    body = _exactly(connection, _length(header)) if header is not None else None
    return None if body is None else parse(body)


def to_data(value: Any) -> Message:
    """Return a dataclass as JSON data."""
    return asdict(value)


def from_data(kind: type[Data], data: Message) -> Data:
    """Return the dataclass that ``to_data`` was given; lists become tuples again.

    What is missing has its default.
    """
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for item in fields(kind):  # type: ignore[arg-type]
        if item.name not in data:
            continue
        value, hint = data[item.name], hints[item.name]
        if is_dataclass(hint) and isinstance(hint, type):
            value = from_data(hint, value)
        values[item.name] = tuple(value) if isinstance(value, list) else value
    return kind(**values)


def error_to_data(error: TagwrightError) -> Message:
    """Return one of our errors as JSON data."""
    return {"type": type(error).__name__, "message": str(error)}


def error_from_data(data: Message) -> TagwrightError:
    """Return the error that ``error_to_data`` was given, or a ``ModelError`` for a stranger."""
    kind = LoadFailed if data["type"] == LoadFailed.__name__ else vars(errors).get(data["type"])
    if not isinstance(kind, type) or not issubclass(kind, TagwrightError):
        kind = ModelError
    return kind(data["message"])


def _length(header: bytes) -> int:
    length = int.from_bytes(header, "big")
    if length > FRAME_LIMIT:
        raise BrokenFrame(f"a frame of {length} bytes")
    return length


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    chunks = bytearray()
    while len(chunks) < size:
        chunk = connection.recv(size - len(chunks))
        if not chunk:
            return None
        chunks += chunk
    return bytes(chunks)
