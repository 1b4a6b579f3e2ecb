"""What every model engine can do; the engine knows messages and tokens, never documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Protocol, TypedDict


class Message(TypedDict):
    """One chat message; ``role`` is ``system``, ``user`` or ``assistant``."""

    role: str
    content: str


@dataclass(frozen=True)
class Limits:
    """How long and how freely the model may answer.

    max_new_tokens: the most tokens of the answer.
    temperature: 0 is greedy decoding.
    seed: for sampling; the same seed, model and messages give the same answer.
    forbidden: tokens, as text, that the answer must not contain; a codec names those that have no
    meaning for a request. An engine that can't exclude tokens may ignore it.
    logprob: whether ``Engine.logprob`` is wanted; to tell it takes a look at all logits.
    grammar: in llguidance's Lark dialect (see ``tagwright.grammar``): the answer ends only when it
    is a sentence of it; ``""`` allows everything. An engine without constrained decoding, which
    says so in ``ModelInfo.grammars``, ignores it.
    """

    max_new_tokens: int = 768
    temperature: float = 0.0
    seed: int = 0
    forbidden: tuple[str, ...] = ()
    logprob: bool = False
    grammar: str = ""


@dataclass(frozen=True)
class ModelInfo:
    """What an engine loaded.

    codec: name of the answer codec the model was trained with (``"none"`` for ordinary models).
    context_length: the most tokens of prompt and answer together.
    grammars: whether answers are constrained to ``Limits.grammar``.
    """

    engine: str
    base: str
    adapter: str | None
    codec: str
    context_length: int
    grammars: bool = False


class Engine(Protocol):
    """A model that can be loaded, streamed from and closed; one stream at a time."""

    def load(self) -> ModelInfo:
        """Load base and adapter; the second call returns at once. Raises ``ModelError``."""
        ...

    def stream(self, messages: list[Message], limits: Limits, stop: Event) -> Iterator[str]:
        """Yield the answer's tokens as text, one item a token; ends early once ``stop`` is set.

        A token may be the empty string (half of a multi-byte character). Raises ``ModelError``.
        """
        ...

    @property
    def finished(self) -> bool:
        """True if the last stream ended because the model was done; False if it was cut off by
        ``max_new_tokens``, the context's end or ``stop``."""
        ...

    @property
    def logprob(self) -> float | None:
        """How likely the model found the answer of the last stream, whatever the temperature: the
        sum of its tokens' log probabilities (nats). None where that was not wanted, or where the
        engine can't tell."""
        ...

    def close(self) -> None:
        """Free the model. Safe to call twice, and on an engine that never loaded."""
        ...


@dataclass(frozen=True)
class ModelFiles:
    """Where an engine finds its model.

    base: a GGUF file or a Hugging Face model directory; for ``bitsandbytes`` also a hub id, which
    is no path that exists.
    adapter: a PEFT adapter directory as training saved it, or None.
    """

    base: Path
    adapter: Path | None = None
