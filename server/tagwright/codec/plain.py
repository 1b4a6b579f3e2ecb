"""The codec of ordinary models: plain words in, HTML out."""

from __future__ import annotations

import re

from tagwright.grammar import markup_grammar
from tagwright.prompt import Request, plain_user_message

# Chat models fence code although they are told not to; the fence is never part of the markup.
_FENCE = re.compile(r"^\s*```[a-zA-Z]*\n(.*?)(?:\n```.*)?\s*$", re.DOTALL)


class PlainCodec:
    """Identity, but for a Markdown code fence around the answer."""

    name = "none"
    attempts = 1
    sparing = False

    def encode_request(self, request: Request) -> str:
        return plain_user_message(request)

    def forbidden(self, request: Request) -> tuple[str, ...]:
        return ()

    def grammar(self, request: Request) -> str:
        return markup_grammar(request.context.parent)

    def doubts(self, request: Request, answer: str) -> int:
        return 0

    def decode_answer(self, request: Request, answer: str) -> str:
        fenced = _FENCE.match(answer)
        return fenced.group(1) if fenced else answer
