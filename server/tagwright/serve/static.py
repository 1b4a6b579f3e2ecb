"""The playground's files."""

from __future__ import annotations

import os
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

import tagwright
from tagwright.serve.respond import SENTENCES, JsonResponse

FRAMED = ("/axe.min.js", "/checks.js")
"""Scripts of the frame that checks markup: its origin is opaque, ``null`` in requests, so that
nothing is of the same. Nobody learns anything from them."""


def web_folder() -> Path | None:
    """Return the folder: in a wheel it is in the package, in a checkout beside the server."""
    package = Path(tagwright.__file__).parent
    for folder in (package / "web", package.parent.parent / "editor-client/web/dist"):
        if (folder / "index.html").is_file():
            return folder
    return None


def playground() -> ASGIApp:
    """Return what answers whatever no route does."""
    folder = web_folder()
    files = _nothing if folder is None else _Files(directory=folder, html=True)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await JsonResponse({"error": SENTENCES[404]}, 404)(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD"):
            await files(scope, receive, send)
        else:
            raise HTTPException(404)

    return answer


class _Files(StaticFiles):
    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        # Another version of Tagwright may stand behind the same address tomorrow.
        response.headers["cache-control"] = "no-cache"
        if scope["path"] in FRAMED:
            response.headers["cross-origin-resource-policy"] = "cross-origin"
        return response


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["path"] != "/":
        raise HTTPException(404)
    text = "Tagwright runs; see /docs. The playground is not installed.\n"
    await PlainTextResponse(text)(scope, receive, send)
