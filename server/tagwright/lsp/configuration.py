"""The settings of one connection: from ``initialize``, pulled from the client, or pushed by it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from lsprotocol import types

from tagwright.lsp.client import Client
from tagwright.settings import Settings, hosted_by, parse_settings, section_of


class Configuration:
    """Keeps the settings and tells ``on_change`` each time they were read."""

    def __init__(
        self, client: Client, on_change: Callable[[Settings], None], hosted: Settings | None = None
    ) -> None:
        """hosted: where given, the model is chosen there, whatever the client says."""
        self.settings = Settings()
        self.initial: object = None
        """The ``initializationOptions``; what the client sends later goes over them."""
        self._client = client
        self._on_change = on_change
        self._hosted = hosted
        self._reported: list[str] = []
        # Two changes at once must not be read in the wrong order.
        self._reading = asyncio.Lock()
        self._first = asyncio.Event()

    async def refresh(self, pushed: object = None) -> None:
        """Read the settings again: asked for where the client answers that, else ``pushed``."""
        async with self._reading:
            later = await self._client.settings() if self._client.keeps_settings else pushed
            settings, problems = parse_settings(_over(section_of(self.initial), section_of(later)))
            self.settings = settings if self._hosted is None else hosted_by(self._hosted, settings)
            for problem in problems:
                if problem not in self._reported:
                    self._client.show(types.MessageType.Warning, problem)
            self._reported = problems
            self._on_change(self.settings)
            self._first.set()

    async def settled(self) -> Settings:
        """Return the settings once they were read, and read again after the latest change."""
        await self._first.wait()
        async with self._reading:
            return self.settings


def _over(initial: object, later: object) -> object:
    """Lay one set of options over another; a null does not hide what was given before."""
    if isinstance(initial, dict) and isinstance(later, dict):
        return initial | {name: value for name, value in later.items() if value is not None}
    return initial if later is None else later
