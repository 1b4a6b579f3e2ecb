"""What the model is doing, told to the editor whenever it changes.

The notification ``tagwright/status`` and the command ``tagwright.status`` carry the same object::

    {"state": "idle" | "loading" | "generating" | "error", "loaded": true,
     "engine": "llamacpp", "model": "base.gguf", "adapter": "", "tokensPerSecond": 351.2,
     "message": ""}

``engine``, ``model`` and ``adapter`` are empty before a model was loaded, ``tokensPerSecond`` is
that of the last generation, and ``message`` is the sentence that belongs to ``error``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tagwright.worker.state import ModelState

STATUS_METHOD = "tagwright/status"


class Status:
    """Tells the state whenever it differs from the one told before."""

    def __init__(self, tell: Callable[[dict[str, Any]], None]) -> None:
        self._tell = tell
        self._told = to_json(ModelState())

    def changed(self, state: ModelState) -> None:
        """Take a state, and tell it if the editor does not know it."""
        now = to_json(state)
        if now != self._told:
            self._told = now
            self._tell(now)


def to_json(state: ModelState) -> dict[str, Any]:
    """Return the state as the editor gets it."""
    return {
        "state": state.state,
        "loaded": state.loaded,
        "engine": state.engine,
        "model": state.model,
        "adapter": state.adapter,
        "tokensPerSecond": round(state.tokens_per_second, 1),
        "message": state.message,
    }
