"""``POST /generate_html``: a prompt in, markup out, at once or as it is written."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from tagwright.errors import TagwrightError
from tagwright.generate import Partial
from tagwright.markup.format import format_html
from tagwright.serve.answers import Answers, OnPartial, write_answers
from tagwright.serve.config import Service
from tagwright.serve.limits import Closing, Gone, Queue
from tagwright.serve.metrics import Metrics
from tagwright.serve.respond import ApiError, JsonResponse, api_error
from tagwright.serve.stream import Events, disconnected
from tagwright.serve.validation import Wish, read_wish
from tagwright.worker.remote import RemoteModel

_CLIENT_GONE = 499
"""Sent to nobody; counted, as nginx does."""


@dataclass(frozen=True)
class Api:
    """What answers requests: the model and the rules."""

    service: Service
    model: RemoteModel
    queue: Queue
    closing: Closing
    metrics: Metrics

    async def generate_html(self, request: Request) -> Response:
        """Answer one request. Raises ``ApiError``."""
        wish = await read_wish(request, self.service.body, self.service.arrival)
        self.queue.check()
        if wish.stream:
            return _Stream(self, wish)
        gone = disconnected(request.receive)
        try:
            answers = await self.closing.attended(self.write(wish), gone)
        except TagwrightError as error:
            raise api_error(error) from error
        except Gone:
            return Response(status_code=_CLIENT_GONE)
        return JsonResponse(self.body(answers))

    async def write(self, wish: Wish, on_partial: OnPartial | None = None) -> Answers:
        """Ask the model when the turn has come."""
        async with self.queue.turn():
            await self.model.load()  # takes the time it takes
            with self.metrics.generation():
                answers = await self.queue.timed(
                    write_answers(self.model, self.service.settings, wish, on_partial)
                )
        self.metrics.tokens.inc(answers.tokens)
        return answers

    def body(self, answers: Answers) -> dict[str, object]:
        """Return the body of a response."""
        return answers.to_json(self.model.state.model)


class _Stream(Response):
    """The events of one request: ``partial`` until the end, then ``done`` or ``error``."""

    def __init__(self, api: Api, wish: Wish) -> None:
        super().__init__()
        self._api = api
        self._wish = wish

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events; ends early where the client has gone."""
        events = Events(send)
        await events.open()
        try:
            answers = await self._api.closing.attended(self._write(events), disconnected(receive))
        except Gone:
            return
        except (TagwrightError, ApiError) as error:
            await events.send("error", {"error": str(error)})
        else:
            await events.send("done", self._api.body(answers))
        finally:
            await events.close()

    async def _write(self, events: Events) -> Answers:
        draft = _Draft(self._wish, events)
        sending = asyncio.ensure_future(draft.send())
        try:
            return await self._api.write(self._wish, draft.take)
        finally:
            sending.cancel()
            await asyncio.wait({sending})


class _Draft:
    """The answer that is being written; a new state replaces one that was not sent yet."""

    def __init__(self, wish: Wish, events: Events) -> None:
        self._request = wish.request
        self._events = events
        self._latest: tuple[int, Partial] | None = None
        self._is_new = asyncio.Event()

    def take(self, number: int, partial: Partial) -> None:
        """Keep the latest."""
        self._latest = number, partial
        self._is_new.set()

    async def send(self) -> None:
        """Send what is new, until cancelled."""
        sent = 0, ""
        while True:
            await self._is_new.wait()
            self._is_new.clear()
            assert self._latest is not None
            number, partial = self._latest
            html = await asyncio.to_thread(self._html, partial)
            if html and (number, html) != sent:
                sent = number, html
                await self._events.send("partial", {"html": html, "answer": number})

    def _html(self, partial: Partial) -> str:
        return format_html(partial.html(self._request))
