"""The playground's files."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

import tagwright


def web_folder() -> Path | None:
    """Return the folder: in a wheel it is in the package, in a checkout beside the server."""
    package = Path(tagwright.__file__).parent
    for folder in (package / "web", package.parent.parent / "editor-client" / "web"):
        if (folder / "index.html").is_file():
            return folder
    return None


def static_routes() -> list[BaseRoute]:
    """Return the routes that answer whatever no other route does."""
    folder = web_folder()
    if folder is None:
        return [Route("/", _nothing)]
    return [Mount("/", StaticFiles(directory=folder, html=True))]


async def _nothing(request: Request) -> Response:
    return PlainTextResponse("Tagwright runs; see /docs. The playground is not installed.\n")
