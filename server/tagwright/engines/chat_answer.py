"""One answer of an OpenAI-compatible server: a stream of events, or one object.

https://platform.openai.com/docs/api-reference/chat/streaming
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tagwright.engines.endpoint import Endpoint, no_service, quoted
from tagwright.engines.relay import Relay
from tagwright.engines.sse import EventParser
from tagwright.errors import ModelError

if TYPE_CHECKING:
    import httpx

BODY_LIMIT = 4_000_000
"""Bytes of an answer or error that is not a stream."""


class ChatAnswer:
    """Reads a response into a relay.

    started: a piece of the answer has come. finished: the server says that the model was done.
    """

    def __init__(self, endpoint: Endpoint, relay: Relay) -> None:
        self.started = False
        self._endpoint = endpoint
        self._relay = relay
        self._reason: str | None = None
        self._done = False

    @property
    def finished(self) -> bool:
        # Some servers end the stream properly and give no reason.
        return self._reason == "stop" or (self._done and self._reason is None)

    async def read(self, response: httpx.Response) -> None:
        """Read to the end. Raises ``ModelError`` and what httpx raises."""
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "application/json":
            self._take(await read_text(response), "message")
            self._done = True
            return
        if kind != "text/event-stream":
            raise no_service(self._endpoint)
        parser = EventParser()
        async for chunk in response.aiter_bytes():
            for data in self._events(parser, chunk):
                if data.strip() == "[DONE]":
                    self._done = True
                    return
                self._take(data, "delta")
        if self._reason is None:
            raise ModelError(
                f"The server {self._endpoint.address()} ended the connection in the middle of its "
                "answer: see its own log, or try again."
            )

    def _events(self, parser: EventParser, chunk: bytes) -> list[str]:
        try:
            return parser.feed(chunk)
        except ValueError as error:
            raise no_service(self._endpoint) from error

    def _take(self, data: str, key: str) -> None:
        """Take what one object holds: a piece of text under ``key``, a reason, an error."""
        try:
            value: Any = json.loads(data)
        except ValueError as error:
            raise no_service(self._endpoint) from error
        if not isinstance(value, dict):
            raise no_service(self._endpoint)
        if value.get("error"):
            raise ModelError(
                f"The server {self._endpoint.address()} failed while it answered{quoted(data)}: "
                "see its own log, or try again."
            )
        choices = value.get("choices")
        # The last event of some servers counts tokens and has no choice.
        choice = {} if choices == [] else choices[0] if isinstance(choices, list) else None
        piece = choice.get(key) or {} if isinstance(choice, dict) else None
        if not isinstance(choice, dict) or not isinstance(piece, dict):
            raise no_service(self._endpoint)
        text = piece.get("content")
        if isinstance(text, str) and text:
            self.started = True
            self._relay.put(text)
        self._reason = choice.get("finish_reason") or self._reason


async def read_text(response: httpx.Response) -> str:
    """Return the body as text, cut at ``BODY_LIMIT`` bytes."""
    body = b""
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > BODY_LIMIT:
            break
    return body.decode("utf-8", "replace")
