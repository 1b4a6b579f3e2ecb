"""The model as a client has it: in another process, started when it is needed."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tagwright.engines.base import Limits
from tagwright.errors import Cancelled, ModelError
from tagwright.prompt import Request
from tagwright.settings import Settings, model_key
from tagwright.worker.client import Client, WorkerLost
from tagwright.worker.jobs import JobThread
from tagwright.worker.start import Connection, connect, ending
from tagwright.worker.state import LoadFailed, ModelState
from tagwright.worker.wire import Message, from_data, to_data

if TYPE_CHECKING:
    from tagwright.generate import Generation, Partial

log = logging.getLogger(__name__)

RETRY_SECONDS = 10.0
"""How long a model that could not be loaded is not tried again, unless the settings change."""

PATIENCE = 2.0
"""Seconds that a request waits for another start; after a longer pause it is answered at once."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before the third start in a row, doubled for each that follows."""


class RemoteModel:
    """Finds or starts the worker for the settings, and outlives it.

    All methods belong to the event loop's thread, and none blocks it. A request whose worker dies
    is tried once more with a new one.
    """

    def __init__(
        self,
        on_state: Callable[[ModelState], None],
        on_failure: Callable[[str], None],
        on_restart: Callable[[str], None],
    ) -> None:
        """``on_state`` gets each new state; the others get a sentence for the user.

        on_failure: the model can't be loaded. on_restart: a process died, another is started.
        """
        self.state = ModelState()
        self._on_state = on_state
        self._on_failure = on_failure
        self._on_restart = on_restart
        self._settings = Settings()
        self._opening: asyncio.Task[Client | LoadFailed] | None = None
        self._is_loading = False
        self._is_closed = False
        self._seen = ModelState()
        self._failed_at = 0.0
        self._deaths = 0
        self._not_before = 0.0
        self._telling: asyncio.Task[None] | None = None
        self._thread = JobThread("tagwright-connect")

    def use(self, settings: Settings) -> None:
        """Take new settings; load the model where they name another one or none could be loaded."""
        old, self._settings = self._settings, settings
        opening = self._opening
        if opening is None or model_key(settings) != model_key(old) or _failure(opening):
            self._deaths = 0
            self._open()
        elif settings.idle_minutes != old.idle_minutes and (client := _client(opening)):
            client.tell({"do": "idle", "idle": settings.idle_minutes})

    async def load(self) -> None:
        """Wait until the model is loaded. Raises ``LoadFailed``. Call ``use`` before."""
        await self._ready()

    async def generate(
        self,
        request: Request,
        limits: Limits,
        on_token: Callable[[int], None],
        on_partial: Callable[[Partial], None] | None = None,
    ) -> Generation:
        """Answer a request when its turn has come.

        ``on_token`` gets the number of tokens so far and ``on_partial`` the answer so far, about
        every 50 ms. Cancelling this coroutine stops the engine within a token. Raises
        ``LoadFailed`` where there is no model, else what ``Generator.generate`` raises. Call
        ``use`` before.
        """

        def told(message: Message) -> None:
            on_token(message["tokens"])
            if on_partial is not None:
                from tagwright.generate import Partial

                on_partial(Partial(message["tokens"], message["answer"], message["codec"]))

        message: Message = {
            "do": "generate",
            "request": to_data(request),
            "limits": to_data(limits),
            "answer": on_partial is not None,
        }
        for _ in range(2):
            client = await self._ready()
            try:
                result = await client.ask(message, told)
            except WorkerLost:
                continue
            self._deaths = 0
            # Slow to import, but _connect has done that on its thread.
            from tagwright.generate import Generation

            return from_data(Generation, result)
        raise ModelError(
            "The model's process ended twice while it worked on this, maybe for lack of memory: "
            "close other programs or choose a smaller model, then try again."
        )

    def close(self) -> None:
        """Stop all work here and hang up; the worker ends soon if nobody else needs it."""
        self._is_closed = True
        if self._opening is not None:
            client = _client(self._opening)
            self._opening.cancel()
            if client is not None:
                client.close()

    async def _ready(self) -> Client:
        while True:
            opening = self._opening
            assert opening is not None
            if self._is_closed:
                raise Cancelled("The server is shutting down.")
            # Not awaited itself: a cancelled request must not take the model from the others.
            await asyncio.wait({opening})
            if opening is not self._opening or opening.cancelled():
                continue
            outcome = opening.result()
            if isinstance(outcome, LoadFailed):
                if time.monotonic() < self._failed_at + RETRY_SECONDS:
                    raise LoadFailed(*outcome.args)
            elif outcome.is_open:
                return outcome
            self._open()

    def _open(self) -> None:
        if self._opening is not None:
            self._opening.cancel()  # nobody wants what is still being loaded there
        self._opening = asyncio.ensure_future(self._load(self._settings, self._opening))

    async def _load(
        self, settings: Settings, previous: asyncio.Task[Client | LoadFailed] | None
    ) -> Client | LoadFailed:
        """Return a worker with its model loaded, after the one before it has gone."""
        before = None
        if previous is not None:
            await asyncio.wait({previous})
            before = _outcome(previous)
        if isinstance(before, Client):
            # Both models need not fit into memory.
            await before.leave()
        self._is_loading = True
        self._publish()
        try:
            client = await self._loaded(settings)
        except ModelError as error:
            failure = LoadFailed(str(error))
        except Exception as error:
            log.exception("The worker can't be used")
            failure = LoadFailed(
                f"The model's process can't be used ({type(error).__name__}: {error}); "
                "run `tagwright doctor`."
            )
        else:
            self._is_loading = False
            self._publish()
            return client
        self._failed_at = time.monotonic()
        self._is_loading = False
        self._seen = replace(self._seen, state="error", message=str(failure))
        self._publish()
        if self._settings is settings and str(failure) != _message(before):
            self._on_failure(str(failure))
        return failure

    async def _loaded(self, settings: Settings) -> Client:
        """Return a worker that has loaded. Raises ``ModelError``."""
        for _ in range(2):
            await self._pause()
            connecting = self._thread.submit(partial(_connect, settings))
            try:
                connection = await asyncio.wrap_future(connecting)
            except asyncio.CancelledError:
                connecting.add_done_callback(_hang_up)
                raise
            client = Client(connection, self._saw, self._ended)
            await client.open()
            try:
                await client.ask({"do": "load"})
            except WorkerLost:
                continue
            except BaseException:
                client.close()
                raise
            return client
        raise ModelError(
            "The model's process ended twice while it loaded the model, maybe for lack of memory: "
            "close other programs or choose a smaller model, then try again."
        )

    async def _pause(self) -> None:
        """Wait before another start. Raises ``ModelError`` where that would take too long."""
        seconds = self._not_before - time.monotonic() if self._deaths else 0.0
        if seconds > PATIENCE:
            raise ModelError(
                f"The model's process ended {self._deaths} times in a row; "
                f"try again in {seconds:.0f} s, or run `tagwright doctor`."
            )
        await asyncio.sleep(max(seconds, 0.0))

    def _ended(self, client: Client) -> None:
        """The worker has gone, on purpose or not; it comes back when it is needed."""
        self._seen = replace(self._seen, state="idle", loaded=False, message="", pid=0, memory=0)
        if not client.was_told:
            self._deaths += 1
            pause = FIRST_PAUSE * 2 ** (self._deaths - 2) if self._deaths > 1 else 0.0
            self._not_before = time.monotonic() + min(pause, LONGEST_PAUSE)
            self._telling = asyncio.ensure_future(self._tell(client))
        self._publish()

    async def _tell(self, client: Client) -> None:
        """Say how a worker ended; its connection ends a moment before the process does."""
        deadline = time.monotonic() + 1.0
        while client.process and client.process.poll() is None and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        how = ending(client.process)
        log.warning("The model's process ended unexpectedly: %s", how)
        if client.unanswered:
            self._on_restart(
                f"The model's process ended unexpectedly ({how}); it is started again."
            )

    def _saw(self, state: ModelState) -> None:
        self._seen = state
        self._publish()

    def _publish(self) -> None:
        seen = replace(self._seen, state="loading", message="") if self._is_loading else self._seen
        if seen != self.state:
            self.state = seen
            self._on_state(seen)


def _connect(settings: Settings) -> Connection:
    # Needed to read an answer; here the event loop does not wait for the import.
    import tagwright.generate  # noqa: F401

    return connect(settings, settings.idle_minutes)


def _hang_up(connecting: Future[Connection]) -> None:
    if not connecting.cancelled() and connecting.exception() is None:
        connecting.result().socket.close()


def _outcome(opening: asyncio.Task[Any]) -> Any:
    return opening.result() if opening.done() and not opening.cancelled() else None


def _client(opening: asyncio.Task[Client | LoadFailed]) -> Client | None:
    outcome = _outcome(opening)
    return outcome if isinstance(outcome, Client) else None


def _failure(opening: asyncio.Task[Client | LoadFailed]) -> bool:
    return opening.done() and not isinstance(_outcome(opening), Client)


def _message(outcome: Client | LoadFailed | None) -> str:
    return str(outcome) if isinstance(outcome, LoadFailed) else ""
