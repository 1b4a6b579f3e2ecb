"""The model of one connection: loaded in the background, asked by one request at a time."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from tagwright.engines.base import Limits
from tagwright.errors import Cancelled, ModelError, TagwrightError
from tagwright.lsp.client import Client
from tagwright.lsp.progress import Progresses
from tagwright.lsp.worker import Worker
from tagwright.prompt import Request
from tagwright.settings import Settings, model_key

if TYPE_CHECKING:
    from tagwright.generate import Generation, Generator

log = logging.getLogger(__name__)

GeneratorFactory = Callable[[Settings], "Generator"]


class LoadFailed(ModelError):
    """The model could not be loaded; the user has been told when that happened."""


def make_generator(settings: Settings) -> Generator:
    """Make the generator that the settings ask for, without loading its model."""
    # Imported here, in the worker's thread: engines are slow to import.
    from tagwright.engines import create_engine
    from tagwright.generate import Generator

    return Generator(create_engine(settings))


class Session:
    """Owns the model. All methods belong to the event loop's thread; the work does not."""

    def __init__(
        self, client: Client, progresses: Progresses, make: GeneratorFactory = make_generator
    ) -> None:
        self._client = client
        self._progresses = progresses
        self._make = make
        self._worker = Worker("tagwright-model")
        self._settings = Settings()
        self._loading: asyncio.Task[Generator | LoadFailed] | None = None
        self._stops: set[threading.Event] = set()

    def use(self, settings: Settings) -> None:
        """Take new settings; load the model where they name another one or none could be loaded."""
        previous, old = self._loading, self._settings
        self._settings = settings
        if previous is None or model_key(settings) != model_key(old) or _has_failed(previous):
            self._loading = asyncio.ensure_future(self._load(settings, previous))

    async def generate(
        self, request: Request, limits: Limits, on_token: Callable[[int], None]
    ) -> Generation:
        """Answer a request when its turn has come; ``on_token`` gets the tokens so far.

        Cancelling this coroutine stops the engine within a token. Raises ``LoadFailed`` where
        there is no model, else what ``Generator.generate`` raises. Call ``use`` before.
        """
        generator = await self._loaded()
        loop = asyncio.get_running_loop()
        stop = threading.Event()
        self._stops.add(stop)
        job = partial(
            generator.generate,
            request,
            limits,
            stop,
            lambda count: _call(loop, on_token, count),
        )
        try:
            return await asyncio.wrap_future(self._worker.submit(job))
        except TagwrightError:
            raise
        except Exception as error:
            log.exception("The engine failed")
            raise ModelError(
                f"The model failed while it wrote ({type(error).__name__}: {error}); "
                "try again, or run `tagwright doctor`."
            ) from error
        finally:
            stop.set()
            self._stops.discard(stop)

    def close(self, seconds: float = 2.0) -> bool:
        """Stop all work and free the model; say whether that was done in time."""
        for stop in self._stops:
            stop.set()
        if self._loading is not None and self._loading.done() and not self._loading.cancelled():
            outcome = self._loading.result()
            if not isinstance(outcome, LoadFailed):
                self._worker.submit(outcome.close)
        return self._worker.close(seconds)

    async def _loaded(self) -> Generator:
        while True:
            loading = self._loading
            assert loading is not None
            # Shielded: a cancelled request must not take the model from the others.
            outcome = await asyncio.shield(loading)
            if loading is not self._loading:
                continue
            if isinstance(outcome, LoadFailed):
                raise LoadFailed(*outcome.args)
            return outcome

    async def _load(
        self, settings: Settings, previous: asyncio.Task[Generator | LoadFailed] | None
    ) -> Generator | LoadFailed:
        """Load a model after the one before it has gone; both need not fit into memory."""
        old = await previous if previous is not None else None
        progress = self._progresses.begin("Loading the model")
        try:
            job = partial(self._replace, None if isinstance(old, LoadFailed) else old, settings)
            return await asyncio.wrap_future(self._worker.submit(job))
        except TagwrightError as error:
            failure = LoadFailed(str(error))
        except Exception as error:
            log.exception("The model can't be loaded")
            failure = LoadFailed(
                f"The model can't be loaded ({type(error).__name__}: {error}); "
                "run `tagwright doctor` to see what is missing."
            )
        finally:
            progress.end()
        if self._settings is settings:
            self._client.show(types.MessageType.Error, str(failure))
        return failure

    def _replace(self, old: Generator | None, settings: Settings) -> Generator:
        if old is not None:
            old.close()
        generator = self._make(settings)
        try:
            generator.load()
        except BaseException:
            generator.close()
            raise
        return generator


def _has_failed(loading: asyncio.Task[Generator | LoadFailed]) -> bool:
    return loading.done() and (loading.cancelled() or isinstance(loading.result(), LoadFailed))


def _call(loop: asyncio.AbstractEventLoop, report: Callable[[int], None], count: int) -> None:
    """Report from the worker's thread."""
    try:
        loop.call_soon_threadsafe(report, count)
    except RuntimeError:
        raise Cancelled("The server has ended.") from None
