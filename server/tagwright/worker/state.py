"""What the model is doing, as a status line shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tagwright.errors import ModelError


@dataclass(frozen=True)
class ModelState:
    """The model's state.

    state: ``idle`` also before a model was loaded and after it was freed; ``loaded`` says which.
    engine, model, adapter: what was loaded last, ``""`` before. tokens_per_second: of the last
    generation, 0 before. message: the sentence that belongs to ``error``. pid: the process that
    owns the model, 0 where there is none. memory: what that process holds in bytes, 0 where the
    system does not say.
    """

    state: Literal["idle", "loading", "generating", "error"] = "idle"
    loaded: bool = False
    engine: str = ""
    model: str = ""
    adapter: str = ""
    tokens_per_second: float = 0.0
    message: str = ""
    pid: int = 0
    memory: int = 0


class LoadFailed(ModelError):
    """The model could not be loaded, so nothing can be generated with these settings."""
