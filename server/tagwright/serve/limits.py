"""Who may ask when: turns at the model, a queue with an end, and a server that is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections.abc import AsyncIterator, Awaitable, Coroutine, Iterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from tagwright.serve.respond import STOPPING, ApiError

Result = TypeVar("Result")

AT_ONCE = 2
"""Requests given to the model: one that it writes and the next, so that it never waits. Those of
language servers, which ask it themselves, wait for no more than these."""

LONGEST_RETRY = 600
_SMOOTHING = 0.1


class Gone(Exception):
    """The client went away; nobody reads an answer."""


class Queue:
    """Gives turns in the order of arrival. Belongs to the event loop's thread."""

    def __init__(self, limit: int, seconds: float) -> None:
        """limit: requests that may wait. seconds: the longest that a turn may last."""
        self.waiting = 0
        self.running = 0
        self._limit = limit
        self._seconds = seconds
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._mean = 1.0

    def check(self) -> None:
        """Raise ``ApiError`` where no more may wait."""
        if self._turns.locked() and self.waiting >= self._limit:
            raise ApiError(
                429,
                f"{self.waiting} requests wait already: try again later.",
                {"Retry-After": str(self._retry_after())},
            )

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn; it ends with the context. Raises what ``check`` raises."""
        self.check()
        self.waiting += 1
        try:
            await self._turns.acquire()
        finally:
            self.waiting -= 1
        self.running += 1
        started = time.monotonic()
        try:
            yield
        finally:
            self.running -= 1
            self._turns.release()
            self._mean += _SMOOTHING * (time.monotonic() - started - self._mean)

    async def timed(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Return a result that came in time. Raises ``ApiError`` for one that did not."""
        try:
            return await asyncio.wait_for(work, self._seconds)
        except asyncio.TimeoutError:
            raise ApiError(
                504,
                f"The answer took longer than {self._seconds:g} s and was stopped: "
                "ask for less markup at once.",
            ) from None

    def _retry_after(self) -> int:
        seconds = self.waiting * self._mean / AT_ONCE
        return min(max(math.ceil(seconds), 1), LONGEST_RETRY)


class Closing:
    """Ends the server: first no new requests, later no requests at all."""

    def __init__(self) -> None:
        self.has_begun = False
        self._working = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._over = asyncio.Event()

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """Hold the end up as long as this context lasts."""
        self._working += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._working -= 1
            if not self._working:
                self._idle.set()

    async def close(self, grace: float, rest: float) -> None:
        """Wait for what runs; stop it after ``grace`` seconds, and give it ``rest`` to say so."""
        self.has_begun = True
        await self._until(grace, self._idle, self._over)
        self._over.set()
        await self._until(rest, self._idle)

    def hurry(self) -> None:
        """Stop what runs now."""
        self._over.set()

    async def _until(self, seconds: float, *events: asyncio.Event) -> None:
        waiting = [asyncio.ensure_future(event.wait()) for event in events]
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for each in waiting:
            each.cancel()

    async def attended(self, work: Coroutine[Any, Any, Result], gone: Awaitable[object]) -> Result:
        """Return the result of work that ends early if its client goes or the server stops.

        gone: done when the client went. Raises ``Gone``, ``ApiError`` and what the work raises.
        """
        task = asyncio.ensure_future(work)
        watching = asyncio.ensure_future(gone)
        over = asyncio.ensure_future(self._over.wait())
        try:
            with self.working():
                await asyncio.wait({task, watching, over}, return_when=asyncio.FIRST_COMPLETED)
                if task.done():
                    return task.result()
                if watching.done():
                    raise Gone
                raise ApiError(503, STOPPING)
        finally:
            for each in (task, watching, over):
                each.cancel()
            await asyncio.wait({task, watching, over})
            _ = task.cancelled() or task.exception()  # or asyncio complains that nobody looked
