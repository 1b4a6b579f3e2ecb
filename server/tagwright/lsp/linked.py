"""The style sheets of the workspace that a document links."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import to_fs_path

from tagwright.lsp.documents import Document
from tagwright.page.stylesheets import Stylesheet, linked_stylesheets, load_stylesheets
from tagwright.worker.jobs import JobThread

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer


class LinkedStylesheets:
    """Reads files in a thread of its own: a file system can be slow, the event loop must not."""

    def __init__(self, server: TagwrightServer, *, reads_files: bool = True) -> None:
        """reads_files: whether the client's paths are those of this machine's user."""
        self._server = server
        self._reads_files = reads_files
        self._files = JobThread("tagwright-files")

    async def of(self, document: Document) -> tuple[Stylesheet, ...]:
        """Return those of a document that is a file in a folder of the workspace."""
        page = _path(document.uri) if self._reads_files else None
        root = self._root(page) if page is not None else None
        if page is None or root is None or not linked_stylesheets(document.text):
            return ()
        job = partial(load_stylesheets, document.text, page, root)
        return await asyncio.wrap_future(self._files.submit(job))

    def _root(self, page: Path) -> Path | None:
        workspace = self._server.workspace
        roots = [_path(uri) for uri in (*workspace.folders, workspace.root_uri or "")]
        holding = [root for root in roots if root is not None and root in page.parents]
        return max(holding, key=lambda root: len(root.parts), default=None)


def _path(uri: str) -> Path | None:
    if not uri.startswith("file:"):
        return None
    path = to_fs_path(uri)
    return Path(path) if path else None
