"""Answer codecs: the notation a model was trained to read and write.

A codec turns a ``Request`` into the user message and the model's raw answer into HTML. Ordinary
models use ``none``; the embedded model uses ``pointer`` (``tagwright.codec.pointer``).
"""

from __future__ import annotations

from typing import Protocol

from tagwright.errors import ModelError
from tagwright.prompt import Request


class Codec(Protocol):
    """The two directions of serving; training adds ``encode_answer`` (see the pointer codec)."""

    name: str
    attempts: int
    """The most answers to choose from."""
    sparing: bool
    """Whether the grammar is kept for answers that came out ill-formed, which are then written
    again under it: a model can be faster than its grammar."""

    def encode_request(self, request: Request) -> str:
        """Return the user message for the model."""
        ...

    def forbidden(self, request: Request) -> tuple[str, ...]:
        """Return the tokens, as text, that mean nothing in an answer to this request."""
        ...

    def grammar(self, request: Request) -> str:
        """Return what keeps an answer well-formed (``Limits.grammar``); ``""`` for no grammar."""
        ...

    def doubts(self, request: Request, answer: str) -> int:
        """Return how much speaks against an answer, 0 for nothing; see ``tagwright.choosing``."""
        ...

    def decode_answer(self, request: Request, answer: str) -> str:
        """Return HTML for the model's answer, or for the part of it that has come so far."""
        ...


def get_codec(name: str) -> Codec:
    """Return the codec saved with a model. Raises ``ModelError`` for an unknown name."""
    from tagwright.codec.plain import PlainCodec
    from tagwright.codec.pointer import PointerCodec

    for codec in (PlainCodec(), PointerCodec()):
        if codec.name == name:
            return codec
    raise ModelError(
        f"This model was trained with the codec {name!r}, which this version of Tagwright "
        "does not know; update Tagwright or choose another model."
    )
