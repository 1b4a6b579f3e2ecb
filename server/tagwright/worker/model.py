"""The model inside its process: loaded once, asked by one request at a time."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from tagwright.engines.base import Limits, ModelInfo
from tagwright.errors import ModelError, TagwrightError
from tagwright.generate import Generation, Generator, Partial
from tagwright.prompt import Request
from tagwright.settings import Settings
from tagwright.worker.jobs import JobThread
from tagwright.worker.state import LoadFailed, ModelState

log = logging.getLogger(__name__)


class Model:
    """Belongs to the event loop's thread; loading and generating have a thread of their own."""

    def __init__(self, settings: Settings, on_state: Callable[[ModelState], None]) -> None:
        self.state = ModelState(pid=os.getpid())
        self._settings = settings
        self._on_state = on_state
        self._jobs = JobThread("tagwright-model")
        self._generator: Generator | None = None
        self._info: ModelInfo | None = None
        self._loading: asyncio.Task[ModelInfo | LoadFailed] | None = None

    async def load(self) -> ModelInfo:
        """Load the model where it isn't yet; after a failure, try again. Raises ``LoadFailed``."""
        if self._info is not None:
            return self._info
        if self._loading is None:
            self._loading = asyncio.ensure_future(self._load())
        # Shielded: a cancelled request must not take the model from the others.
        outcome = await asyncio.shield(self._loading)
        if isinstance(outcome, LoadFailed):
            raise LoadFailed(*outcome.args)
        return outcome

    async def generate(
        self, request: Request, limits: Limits, on_partial: Callable[[Partial], None]
    ) -> Generation:
        """Answer a request when its turn has come; ``on_partial`` is called on another thread.

        Cancelling this coroutine stops the engine within a token. Raises ``LoadFailed`` and what
        ``Generator.generate`` raises.
        """
        await self.load()
        stop = Event()
        loop = asyncio.get_running_loop()
        begun = partial(loop.call_soon_threadsafe, self._publish, {"state": "generating"})
        job = partial(self._generate, request, limits, stop, on_partial, begun)
        after: dict[str, Any] = {"state": "idle", "message": ""}
        try:
            generation, rate = await asyncio.wrap_future(self._jobs.submit(job))
            if rate:
                after["tokens_per_second"] = rate
            return generation
        except ModelError as error:
            after = {"state": "error", "message": str(error)}
            raise
        finally:
            stop.set()
            self._publish(after)

    def close(self, seconds: float) -> bool:
        """Free the model; say whether that was done in time."""
        if self._generator is not None:
            self._jobs.submit(self._generator.close)
        return self._jobs.close(seconds)

    async def _load(self) -> ModelInfo | LoadFailed:
        self._publish({"state": "loading", "message": ""})
        try:
            info = await asyncio.wrap_future(self._jobs.submit(self._make))
        except TagwrightError as error:
            failure = LoadFailed(str(error))
        except Exception as error:
            log.exception("The model can't be loaded")
            failure = LoadFailed(
                f"The model can't be loaded ({type(error).__name__}: {error}); "
                "run `tagwright doctor` to see what is missing."
            )
        else:
            self._info = info
            names = {"engine": info.engine, "model": info.base, "adapter": info.adapter or ""}
            self._publish({"state": "idle", "loaded": True, **names})
            return info
        finally:
            self._loading = None
        self._publish({"state": "error", "message": str(failure)})
        return failure

    def _make(self) -> ModelInfo:
        # Imported here, on the thread: engines are slow to import.
        from tagwright.engines import create_engine

        generator = Generator(create_engine(self._settings))
        try:
            info = generator.load()
        except BaseException:
            generator.close()
            raise
        self._generator = generator
        return info

    def _generate(
        self,
        request: Request,
        limits: Limits,
        stop: Event,
        on_partial: Callable[[Partial], None],
        begun: Callable[[], object],
    ) -> tuple[Generation, float]:
        """Return the generation and its tokens per second; 0 where it was too short to say."""
        begun()
        first = last = 0.0
        tokens = 0

        def count(number: int) -> None:
            nonlocal first, last, tokens
            last = time.perf_counter()
            first, tokens = first or last, number

        assert self._generator is not None
        try:
            generation = self._generator.generate(request, limits, stop, count, on_partial)
        except TagwrightError:
            raise
        except Exception as error:
            log.exception("The engine failed")
            raise ModelError(
                f"The model failed while it wrote ({type(error).__name__}: {error}); "
                "try again, or run `tagwright doctor`."
            ) from error
        return generation, (tokens - 1) / (last - first) if last > first else 0.0

    def _publish(self, changes: dict[str, Any]) -> None:
        self.state = replace(self.state, memory=_memory(), **changes)
        self._on_state(self.state)


def _memory() -> int:
    """Return the bytes that this process holds now (RSS), 0 where that can't be read."""
    if sys.platform != "linux":
        return 0
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
