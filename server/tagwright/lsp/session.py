"""The model of one connection, and what the user sees of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from tagwright.engines.base import Limits
from tagwright.lsp.client import Client
from tagwright.lsp.progress import Progress, Progresses
from tagwright.prompt import Request
from tagwright.settings import Settings
from tagwright.worker.remote import RemoteModel
from tagwright.worker.state import LoadFailed as LoadFailed
from tagwright.worker.state import ModelState

if TYPE_CHECKING:
    from tagwright.generate import Generation, Partial

LOADING = "Loading the model"


class Session:
    """Asks the worker for this connection. All methods belong to the event loop's thread."""

    def __init__(
        self, client: Client, progresses: Progresses, on_state: Callable[[ModelState], object]
    ) -> None:
        """``on_state`` gets each new state of the model."""
        self._progresses = progresses
        self._on_state = on_state
        self._progress: Progress | None = None
        self._model = RemoteModel(
            self._changed,
            partial(client.show, types.MessageType.Error),
            partial(client.show, types.MessageType.Warning),
        )

    @property
    def state(self) -> ModelState:
        """What the model is doing now."""
        return self._model.state

    def use(self, settings: Settings) -> None:
        """Take new settings; load the model where they name another one or none could be loaded."""
        self._model.use(settings)

    async def generate(
        self,
        request: Request,
        limits: Limits,
        on_token: Callable[[int], None],
        on_partial: Callable[[Partial], None] | None = None,
    ) -> Generation:
        """Answer a request when its turn has come, and report how far the answer has come.

        Cancelling this coroutine stops the engine within a token. Raises ``LoadFailed`` where
        there is no model (the user was told when that happened), else what ``Generator.generate``
        raises. Call ``use`` before.
        """
        return await self._model.generate(request, limits, on_token, on_partial)

    def close(self) -> None:
        """Stop all work and let the worker go; it ends soon if nobody else needs it."""
        self._model.close()

    def _changed(self, state: ModelState) -> None:
        if state.state == "loading":
            if self._progress is None:
                self._progress = self._progresses.begin(LOADING)
        elif self._progress is not None:
            self._progress.end()
            self._progress = None
        self._on_state(state)
