"""The client's end of one connection to a worker."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tagwright.worker.start import Connection
from tagwright.worker.state import ModelState
from tagwright.worker.wire import BrokenFrame, Message, error_from_data, from_data, pack, read

log = logging.getLogger(__name__)

LEAVE_SECONDS = 5.0
"""How long a worker may take to free its model for the one after it."""


class WorkerLost(Exception):
    """The worker's process ended before it answered."""


@dataclass
class _Waiting:
    """A request without an answer yet."""

    answer: asyncio.Future[Any]
    on_tokens: Callable[[Message], None]


class Client:
    """Asks the worker; all methods belong to the event loop's thread."""

    def __init__(
        self,
        connection: Connection,
        on_state: Callable[[ModelState], None],
        on_end: Callable[[Client], None],
    ) -> None:
        self.process = connection.process
        self.is_open = True
        self.was_told = False
        """Whether the worker said that it ends."""
        self.unanswered = 0
        """Requests that it left without an answer when it ended."""
        self._connection = connection
        self._on_state = on_state
        self._on_end = on_end
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._is_quiet = asyncio.Event()
        self._is_quiet.set()
        self._has_left = asyncio.Event()

    async def open(self) -> None:
        """Take the socket over."""
        self._connection.socket.setblocking(False)
        reader, self._writer = await asyncio.open_connection(sock=self._connection.socket)
        self._reading = asyncio.ensure_future(self._read(reader))
        self._on_state(self._connection.state)

    async def ask(
        self, message: Message, on_tokens: Callable[[Message], None] = lambda message: None
    ) -> Any:
        """Return the result of a request; cancelling this coroutine stops the work.

        Raises ``WorkerLost``, and the error that the worker answers with.
        """
        if not self.is_open:
            raise WorkerLost
        number = next(self._numbers)
        waiting = _Waiting(asyncio.get_running_loop().create_future(), on_tokens)
        self._waiting[number] = waiting
        self._is_quiet.clear()
        self.tell({**message, "id": number})
        try:
            return await waiting.answer
        except asyncio.CancelledError:
            self.tell({"do": "cancel", "id": number})
            raise
        finally:
            self._waiting.pop(number, None)
            if not self._waiting:
                self._is_quiet.set()

    def tell(self, message: Message) -> None:
        """Send a message; one that has ended hears nothing."""
        if self.is_open:
            self._writer.write(pack(message))

    async def leave(self) -> None:
        """Wait for what still runs, then go for good; returns once the model is freed or kept."""
        await self._is_quiet.wait()
        self.tell({"do": "leave"})
        with contextlib.suppress(asyncio.TimeoutError):
            if self.is_open:
                await asyncio.wait_for(self._has_left.wait(), LEAVE_SECONDS)
        self.close()

    def close(self) -> None:
        """Hang up; the worker stops what it does for us."""
        if self.is_open:
            self._reading.cancel()
            self._finish()

    async def _read(self, reader: asyncio.StreamReader) -> None:
        try:
            while (message := await read(reader)) is not None:
                self._handle(message)
        except BrokenFrame as error:
            log.warning("The worker can't be understood: %s", error)
        self._finish()
        self._on_end(self)

    def _finish(self) -> None:
        self.is_open = False
        self._has_left.set()
        self._writer.close()
        self.unanswered = len(self._waiting)
        for waiting in self._waiting.values():
            if not waiting.answer.done():
                waiting.answer.set_exception(WorkerLost())

    def _handle(self, message: Message) -> None:
        what = message["do"]
        waiting = self._waiting.get(message.get("id", 0))
        if what == "state":
            self._on_state(from_data(ModelState, message["state"]))
        elif what == "bye":
            self.was_told = message["ends"]
            if not self.was_told:
                self._has_left.set()
        elif waiting is None or waiting.answer.done():
            return  # cancelled: its last words were on their way
        elif what == "tokens":
            waiting.on_tokens(message)
        elif what == "result":
            waiting.answer.set_result(message["result"])
        elif what == "error":
            waiting.answer.set_exception(error_from_data(message["error"]))
