"""The frames between a language server and its worker."""

from __future__ import annotations

import asyncio
import socket

import pytest

from tagwright.engines.base import Limits
from tagwright.errors import InputError, ModelError, NothingUsable, TagwrightError
from tagwright.prompt import PageContext, Request
from tagwright.worker.state import LoadFailed
from tagwright.worker.wire import (
    BrokenFrame,
    error_from_data,
    error_to_data,
    from_data,
    pack,
    parse,
    read,
    receive,
    to_data,
)


@pytest.mark.parametrize(
    "value",
    [
        Request("a list", PageContext("bootstrap", "ul", 2, "de", ("a", "b"), ("x",)), "<p>x</p>"),
        Request("half a pair \ud83d, µ, 😀, \u2028, \x00"),
        Limits(5, 0.5, 7, ("<|3|>",)),
    ],
)
def test_what_is_sent_arrives(value: Request | Limits) -> None:
    assert from_data(type(value), parse(pack(to_data(value))[4:])) == value


@pytest.mark.parametrize("kind", [InputError, NothingUsable, LoadFailed, ModelError])
def test_errors_keep_their_kind(kind: type[TagwrightError]) -> None:
    arrived = error_from_data(parse(pack(error_to_data(kind("It is so.")))[4:]))
    assert type(arrived) is kind
    assert str(arrived) == "It is so."


@pytest.mark.parametrize("name", ["KeyboardInterrupt", "annotations", "__doc__", "Stranger"])
def test_errors_of_no_known_kind(name: str) -> None:
    assert type(error_from_data({"type": name, "message": "x"})) is ModelError


@pytest.mark.parametrize("size", [1, 3, 1000])
async def test_frames_in_pieces(size: int) -> None:
    messages = [{"id": 1, "text": "µ" * 20}, {}, {"id": 2}]
    data = b"".join(map(pack, messages))
    reader = asyncio.StreamReader()
    for start in range(0, len(data), size):
        reader.feed_data(data[start : start + size])
    reader.feed_eof()
    assert [await read(reader) for _ in range(4)] == [*messages, None]


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1", b"\0\0\0\x02[]", b"\0\0\0\x02xx"])
async def test_frames_of_somebody_else(data: bytes) -> None:
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    with pytest.raises(BrokenFrame):
        await read(reader)


def test_blocking_reader_takes_one_frame_only() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(pack({"id": 1}) + pack({"id": 2}))
        assert receive(ours) == {"id": 1}
        assert ours.recv(4) == pack({"id": 2})[:4]
        theirs.close()
        ours.recv(100)
        assert receive(ours) is None
