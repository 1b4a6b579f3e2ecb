"""Tokens on their way from the thread that makes them to the one that reads them."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event

from tagwright.errors import ModelError, TagwrightError

_POLL_SECONDS = 0.02


@dataclass(frozen=True)
class _End:
    error: TagwrightError | None = None


class Relay:
    """One answer: one thread puts tokens and an end, another reads until then or until ``stop``."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop
        self._left = Event()
        self._closed = Event()
        self._items: queue.SimpleQueue[str | _End] = queue.SimpleQueue()

    @property
    def stopped(self) -> bool:
        """True once nobody wants more: the maker looks at it between two tokens."""
        return self._stop.is_set() or self._left.is_set()

    def put(self, token: str) -> None:
        """Hand over a token, as text."""
        self._items.put(token)

    def end(self, error: TagwrightError | None = None) -> None:
        """Say that no more comes; the reader raises the error, if there is one."""
        self._items.put(_End(error))

    def close(self) -> None:
        """End an answer that is still read with an error: its engine is closed."""
        self._closed.set()
        self._left.set()

    def read(self) -> Iterator[str]:
        """Yield the tokens; raises ``ModelError`` and whatever the maker ended with."""
        try:
            while not self._stop.is_set():
                # The next token may take seconds, and stop has to end that too.
                with contextlib.suppress(queue.Empty):
                    item = self._items.get(timeout=_POLL_SECONDS)
                    if isinstance(item, _End):
                        if self._closed.is_set():
                            raise ModelError("The engine was closed while it answered.")
                        if item.error is not None:
                            raise item.error
                        return
                    yield item
        finally:
            self._left.set()
