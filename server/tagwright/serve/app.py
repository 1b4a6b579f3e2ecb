"""The application: routes, and what stands before them."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

from tagwright import __version__
from tagwright.serve.api import Api
from tagwright.serve.config import Service
from tagwright.serve.docs import docs_routes
from tagwright.serve.guard import Guard
from tagwright.serve.limits import Closing, Queue
from tagwright.serve.lsp_socket import LspSockets
from tagwright.serve.metrics import Metrics
from tagwright.serve.respond import ApiError, JsonResponse, on_api_error, on_defect, on_http_error
from tagwright.serve.static import playground
from tagwright.worker.remote import RemoteModel

log = logging.getLogger(__name__)


def create_app(service: Service, closing: Closing) -> Starlette:
    """Return the application; it loads the model when it starts. Needs a running event loop."""
    metrics = Metrics()
    queue = Queue(service.queue, service.seconds)
    model = RemoteModel(lambda state: None, log.error, log.warning)
    api = Api(service, model, queue, closing, metrics)
    metrics.watch("tagwright_queue_length", "Requests that wait.", lambda: queue.waiting)
    metrics.watch("tagwright_model_loaded", "1 while it is.", lambda: model.state.loaded)
    metrics.watch("tagwright_model_bytes", "Memory of its process.", lambda: model.state.memory)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        model.use(service.settings)
        try:
            yield
        finally:
            model.close()

    async def healthz(request: Request) -> Response:
        state = model.state
        body = {
            "status": "error" if state.state == "error" else "ok",
            "version": __version__,
            "model": state.model,
            "state": state.state,
            "loaded": state.loaded,
            "message": state.message,
        }
        return JsonResponse(body, 503 if state.state == "error" else 200)

    app = Starlette(
        routes=[
            Route("/generate_html", api.generate_html, methods=["POST"]),
            Route("/healthz", healthz),
            Route("/metrics", metrics.show),
            WebSocketRoute("/lsp", LspSockets(service.settings, metrics).welcome),
            *docs_routes(),
        ],
        middleware=[
            Middleware(metrics.counting),
            Middleware(Guard, service=service, closing=closing),
        ],
        exception_handlers={
            ApiError: on_api_error,
            HTTPException: on_http_error,
            Exception: on_defect,
        },
        lifespan=lifespan,
    )
    # Not a route: it would match addresses of the API with a method that they do not take.
    app.router.default = playground()
    return app
