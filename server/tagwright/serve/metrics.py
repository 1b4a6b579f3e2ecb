"""Numbers for Prometheus; nothing of what was asked or answered is in them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


class Metrics:
    """One server's numbers."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "tagwright_requests", "Requests answered.", ["status"], registry=self.registry
        )
        self._in_flight = Gauge(
            "tagwright_requests_in_flight", "Requests being answered.", registry=self.registry
        )
        self._seconds = Histogram(
            "tagwright_request_seconds",
            "Seconds from a request to the end of its answer, with waiting.",
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self._generation = Histogram(
            "tagwright_generation_seconds",
            "Seconds of a request's turn at the model.",
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.tokens = Counter("tagwright_tokens", "Tokens of all answers.", registry=self.registry)
        self.language_servers = Gauge(
            "tagwright_language_servers", "Editors connected to /lsp.", registry=self.registry
        )

    def watch(self, name: str, text: str, value: Callable[[], float]) -> None:
        """Add a number that is read when it is asked for."""
        Gauge(name, text, registry=self.registry).set_function(value)

    def generation(self) -> AbstractContextManager[object]:
        """Time a turn at the model."""
        return self._generation.time()

    async def show(self, request: Request) -> Response:
        """Answer ``GET /metrics``."""
        return Response(generate_latest(self.registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    def counting(self, app: ASGIApp) -> ASGIApp:
        """Wrap an application so that its requests are counted."""

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            status = 500

            async def note(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                await send(message)

            try:
                with self._in_flight.track_inprogress(), self._seconds.time():
                    await app(scope, receive, note)
            finally:
                self._requests.labels(str(status)).inc()

        return counted
