"""A remote model as a test sees it: what was reported, and signals to its process."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from pathlib import Path

from tagwright.engines.base import Limits
from tagwright.generate import Generation, Partial
from tagwright.prompt import Request
from tagwright.settings import Settings
from tagwright.worker.remote import RemoteModel
from tagwright.worker.state import ModelState
from tests.lsp.support import within

SLOW = [{"match": "slow", "tokens": ["<p>x</p>"] * 30, "token_ms": 50}]
ENDLESS = [{"match": "endless", "tokens": ["<p>x</p>"] * 8000, "token_ms": 50}]
"""Far more tokens than a test waits for: an engine that isn't stopped never serves the next."""


class Remote:
    """One client of a worker."""

    def __init__(self, model: str, idle_minutes: float = 0.0) -> None:
        self.states: list[ModelState] = []
        self.failures: list[str] = []
        self.restarts: list[str] = []
        self.counts: list[int] = []
        self.partials: list[Partial] = []
        self.on_token: Callable[[], object] = lambda: None
        self.model = RemoteModel(self.states.append, self.failures.append, self.restarts.append)
        self.settings = Settings(engine="scripted", model=model, idle_minutes=idle_minutes)
        self.model.use(self.settings)

    @property
    def state(self) -> ModelState:
        return self.model.state

    async def ask(self, prompt: str) -> Generation:
        """Generate within a test's patience."""
        return await within(
            self.model.generate(Request(prompt), Limits(8192), self._count, self.partials.append)
        )

    def asked(self, prompt: str) -> asyncio.Task[Generation]:
        """Generate in the background."""
        return asyncio.ensure_future(self.ask(prompt))

    def kill(self) -> None:
        """End the worker as the system does when memory runs out."""
        assert self.state.pid
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.state.pid, signal.SIGKILL)

    def _count(self, tokens: int) -> None:
        self.counts.append(tokens)
        self.on_token()


async def until(happened: Callable[[], object]) -> None:
    """Wait until something is true; how long it takes is no test's business."""

    async def poll() -> None:
        while not happened():
            await asyncio.sleep(0.01)

    await within(poll())


def is_running(pid: int) -> bool:
    """Whether a process runs; one that is dead and not yet waited for does not."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat")
        return not state.exists() or ") Z " not in state.read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False
