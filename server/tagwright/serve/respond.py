"""Answers in JSON, and errors as the one sentence that a client gets to see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tagwright.cli.files import json_line
from tagwright.errors import Cancelled, InputError, NothingUsable, TagwrightError
from tagwright.worker.state import LoadFailed

STOPPING = "The server is stopping: ask again once it runs."

SENTENCES = {
    404: "There is nothing at this address: POST to /generate_html, or see /docs.",
    405: "This address does not take this method: see /docs.",
}


class JsonResponse(Response):
    """JSON in UTF-8, also of text that has no UTF-8 form."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Return the body."""
        return json_line(content).encode("utf-8")


class ApiError(Exception):
    """A request that is answered with an error. The message is shown as it is."""

    def __init__(
        self, status: int, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(sentence)
        self.status = status
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """Return it as a response."""
        return JsonResponse({"error": str(self)}, self.status, self.headers)


def api_error(error: TagwrightError) -> ApiError:
    """Return what one of our own errors means to a client."""
    if isinstance(error, InputError):
        return ApiError(400, str(error))
    if isinstance(error, NothingUsable):
        return ApiError(422, str(error))
    if isinstance(error, Cancelled):
        return ApiError(503, STOPPING)
    if isinstance(error, LoadFailed):
        return ApiError(503, str(error), {"Retry-After": "10"})
    return ApiError(500, str(error))


async def on_api_error(request: Request, error: Exception) -> Response:
    """Handle an ``ApiError`` that a handler raised."""
    assert isinstance(error, ApiError)
    return error.response()


async def on_http_error(request: Request, error: Exception) -> Response:
    """Handle Starlette's own errors: no such address, no such method."""
    assert isinstance(error, HTTPException)
    sentence = SENTENCES.get(error.status_code, f"{error.detail}.")
    return JsonResponse({"error": sentence}, error.status_code, error.headers)


async def on_defect(request: Request, error: Exception) -> Response:
    """Handle what nobody thought of; the traceback goes to the log."""
    sentence = f"Tagwright failed on this request ({type(error).__name__}); its log says more."
    return JsonResponse({"error": sentence}, 500)
