"""One client of the worker: its requests, and what it is told."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from tagwright.engines.base import Limits
from tagwright.errors import Cancelled, ModelError, TagwrightError
from tagwright.generate import Partial
from tagwright.prompt import Request
from tagwright.worker.state import ModelState
from tagwright.worker.wire import (
    BrokenFrame,
    Message,
    error_to_data,
    from_data,
    pack,
    read,
    to_data,
)

if TYPE_CHECKING:
    from tagwright.worker.host import Host

log = logging.getLogger(__name__)

TELL_SECONDS = 0.05
"""Time between two reports of a running generation; a model writes faster than one can read."""

BACKLOG = 1 << 20
"""Bytes that a client may leave unread before it is told less."""


class Guest:
    """Serves one connection until it ends; all belongs to the event loop's thread."""

    def __init__(self, host: Host, writer: asyncio.StreamWriter) -> None:
        self.idle_minutes = 0.0
        self._host = host
        self._writer = writer
        self._running: dict[int, asyncio.Task[Message]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether one of its requests waits or runs."""
        return bool(self._running)

    @property
    def can_take(self) -> bool:
        """Whether it reads what it is told."""
        return self._writer.transport.get_write_buffer_size() < BACKLOG

    async def serve(self, reader: asyncio.StreamReader) -> None:
        """Handle its messages until it goes; its requests end with it."""
        try:
            while (message := await read(reader)) is not None:
                self._handle(message)
        except BrokenFrame as error:
            log.warning("A client was put out: %s", error)
        finally:
            for task in self._running.values():
                task.cancel()

    def tell(self, message: Message) -> None:
        """Send a message; one that is gone hears nothing."""
        if not self._writer.is_closing():
            self._writer.write(pack(message))

    def tell_state(self, what: str, state: ModelState) -> None:
        """Send the model's state, as ``hello`` or as ``state``."""
        self.tell({"do": what, "state": to_data(state)})

    def _handle(self, message: Message) -> None:
        what = message.get("do")
        if what in ("load", "generate"):
            number = message["id"]
            task = asyncio.ensure_future(self._answer(number, message))
            self._running[number] = task
            task.add_done_callback(partial(self._answered, number))
            self._host.rest()
        elif what == "cancel":
            running = self._running.get(message["id"])
            if running is not None:
                running.cancel()
        elif what == "idle":
            self.idle_minutes = message["idle"]
            self._host.rest()
        elif what == "leave":
            self._host.dismiss(self)
        else:
            raise BrokenFrame(f"a request to {what!r}")

    async def _answer(self, number: int, message: Message) -> Message:
        if message["do"] == "load":
            return to_data(await self._host.model.load())
        return await self._generate(number, message)

    def _answered(self, number: int, task: asyncio.Task[Message]) -> None:
        """Send the one answer of a request; also of one that was cancelled before it began."""
        del self._running[number]
        self._host.rest()
        error = Cancelled("The request was cancelled.") if task.cancelled() else task.exception()
        if error is None:
            self.tell({"do": "result", "id": number, "result": task.result()})
            return
        if not isinstance(error, TagwrightError):
            log.error("A request failed", exc_info=error)
            error = ModelError(f"The model's process failed ({type(error).__name__}: {error}).")
        self.tell({"do": "error", "id": number, "error": error_to_data(error)})

    async def _generate(self, number: int, message: Message) -> Message:
        draft = _Draft(self, number, with_answer=message["answer"])
        ticking = asyncio.ensure_future(draft.report())
        try:
            generation = await self._host.model.generate(
                from_data(Request, message["request"]),
                from_data(Limits, message["limits"]),
                draft.take,
            )
        finally:
            ticking.cancel()
        draft.tell()
        return to_data(generation)


class _Draft:
    """The answer that is being written, passed on every now and then."""

    def __init__(self, guest: Guest, number: int, *, with_answer: bool) -> None:
        self._guest = guest
        self._number = number
        self._with_answer = with_answer
        self._latest: Partial | None = None
        self._told: Partial | None = None

    def take(self, latest: Partial) -> None:
        """Keep the latest; called on the model's thread, for each token."""
        self._latest = latest

    async def report(self) -> None:
        """Tell what is new, until cancelled."""
        while True:
            await asyncio.sleep(TELL_SECONDS)
            if self._guest.can_take:
                self.tell()

    def tell(self) -> None:
        """Tell the latest where it has not been told."""
        latest = self._latest
        if latest is None or latest is self._told:
            return
        self._told = latest
        message: Message = {"do": "tokens", "id": self._number, "tokens": latest.tokens}
        if self._with_answer:
            message |= {"answer": latest.answer, "codec": latest.codec}
        self._guest.tell(message)
