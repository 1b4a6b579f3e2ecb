"""Generations that several requests can wait for: nothing is written twice.

A completion that ran out of time, the ghost text asked for at the next key and the code action
chosen in the end all mean the same request of the same page: they share one generation, and its
result is kept for a while. What the user asked for expressly goes before what the editor asked for
on its own.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tagwright.engines.base import Limits
from tagwright.errors import Cancelled, NothingUsable
from tagwright.lsp.configuration import Configuration
from tagwright.lsp.session import Session
from tagwright.prompt import Request
from tagwright.settings import model_key
from tagwright.variants import limits_for

if TYPE_CHECKING:
    from tagwright.generate import Generation, Partial

KEPT = 32
"""Results that are kept; a page rarely has more prompts that one goes back and forth between."""


@dataclass(frozen=True)
class Ask:
    """A request, and which of its answers is wanted: 0 is the one that the settings ask for."""

    request: Request
    variant: int = 0


Key = tuple[Request, Limits, tuple[object, ...]]


class Running:
    """One generation, running or done."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.task: asyncio.Future[Generation]
        self.wanted = 0
        """How many express requests wait for it."""
        self._partial: Partial | None = None
        self._listeners: list[Callable[[int], None]] = []

    @property
    def so_far(self) -> str:
        """The complete elements of the answer, ``""`` where there are none yet."""
        return self._partial.html(self.request) if self._partial is not None else ""

    @property
    def is_lost(self) -> bool:
        """Whether it was stopped, or failed for a reason that may have gone."""
        if not self.task.done():
            return False
        return self.task.cancelled() or not isinstance(
            self.task.exception(), (NothingUsable, type(None))
        )

    def count(self, tokens: int) -> None:
        """Pass the number of tokens on to those who wait."""
        for listener in self._listeners:
            listener(tokens)

    def follow(self, partial: Partial) -> None:
        """Take what was written; of several answers the longest so far says most."""
        if self._partial is None or len(partial.answer) >= len(self._partial.answer):
            self._partial = partial

    async def result(self, on_token: Callable[[int], None]) -> Generation:
        """Wait for the end; the last one to give up stops the engine."""
        self.wanted += 1
        self._listeners.append(on_token)
        try:
            return await asyncio.shield(self.task)
        except asyncio.CancelledError:
            if self.task.cancelled():
                raise Cancelled("The generation was cancelled.") from None
            raise
        finally:
            self.wanted -= 1
            self._listeners.remove(on_token)
            if not self.wanted:
                self.task.cancel()


class Generations:
    """All generations of one connection, by request, limits and model."""

    def __init__(self, session: Session, configuration: Configuration) -> None:
        self._session = session
        self._configuration = configuration
        self._known: OrderedDict[Key, Running] = OrderedDict()

    async def expressly(self, ask: Ask, on_token: Callable[[int], None]) -> Generation:
        """Generate what the user asked for; raises what ``Session.generate`` raises."""
        key = await self._key(ask)
        running = self._started(key)
        self._stop_others(running)
        return await running.result(on_token)

    async def aside(self, ask: Ask) -> Running:
        """Generate what may be of use, in place of what was generated aside before.

        It goes on when nobody waits for it: the next request of the editor comes for the rest.
        """
        running = self._started(await self._key(ask))
        self._stop_others(running)
        return running

    async def knows(self, ask: Ask) -> bool:
        """Whether this was generated already, or is being generated."""
        running = self._known.get(await self._key(ask))
        return running is not None and not running.is_lost

    def stop_aside(self) -> None:
        """Stop what nobody asked for expressly."""
        self._stop_others(None)

    async def _key(self, ask: Ask) -> Key:
        settings = await self._configuration.settled()
        return ask.request, limits_for(settings, ask.variant), model_key(settings)

    def _started(self, key: Key) -> Running:
        running = self._known.get(key)
        if running is None or running.is_lost:
            request, limits, _ = key
            running = Running(request)
            running.task = asyncio.ensure_future(
                self._session.generate(request, limits, running.count, running.follow)
            )
            # Nobody may be there to hear of a failure when it comes.
            running.task.add_done_callback(lambda task: task.cancelled() or task.exception())
            self._known[key] = running
        self._known.move_to_end(key)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return running

    def _stop_others(self, kept: Running | None) -> None:
        for running in self._known.values():
            if running is not kept and not running.wanted:
                running.task.cancel()
