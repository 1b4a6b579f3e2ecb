"""``$/progress``: what the editor shows while the model loads or writes."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from tagwright.lsp.server import TagwrightServer

log = logging.getLogger(__name__)

REPORT_SECONDS = 0.1
"""Least time between two reports: an editor redraws for each."""


class Progresses:
    """All progress of one connection, by token."""

    def __init__(self, server: TagwrightServer) -> None:
        self._server = server
        self._running: dict[int | str, Progress] = {}

    def begin(
        self,
        title: str,
        token: int | str | None = None,
        on_cancel: Callable[[], object] | None = None,
    ) -> Progress:
        """Start a progress under the client's token, or under one of ours if the client can.

        ``on_cancel`` makes it cancellable; it is called at most once. Call ``end`` in any case.
        """
        given = token is not None
        if token is None and self._server.client.shows_progress:
            token = str(uuid.uuid4())
        progress = Progress(self._server, title, token, on_cancel, self._forget)
        if token is not None:
            self._running[token] = progress
            if given:
                progress.opened()
            else:
                progress.create()
        return progress

    def cancel(self, token: int | str) -> None:
        """Cancel the work under this token; late and unknown tokens are ignored."""
        progress = self._running.get(token)
        if progress is not None:
            progress.cancel()

    def _forget(self, token: int | str | None) -> None:
        if token is not None:
            self._running.pop(token, None)


class Progress:
    """One progress. Nothing is sent before the client knows its token, nor without a token."""

    def __init__(
        self,
        server: TagwrightServer,
        title: str,
        token: int | str | None,
        on_cancel: Callable[[], object] | None,
        forget: Callable[[int | str | None], None],
    ) -> None:
        self._server = server
        self._title = title
        self._token = token
        self._on_cancel = on_cancel
        self._forget = forget
        self._cancellable = on_cancel is not None
        self._open = False
        self._ended = False
        self._latest = self._sent = 0
        self._timer: asyncio.TimerHandle | None = None
        self._creation: asyncio.Task[None] | None = None

    def create(self) -> None:
        """Ask the client for the token without waiting: the work goes on meanwhile."""
        self._creation = asyncio.ensure_future(self._create())

    async def _create(self) -> None:
        assert self._token is not None
        try:
            await self._server.window_work_done_progress_create_async(
                types.WorkDoneProgressCreateParams(token=self._token)
            )
        except JsonRpcException as error:
            log.info("The editor shows no progress: %s", error)
            self._forget(self._token)
            return
        self.opened()

    def opened(self) -> None:
        """The client knows the token: begin, and catch up with what happened meanwhile."""
        self._open = True
        self._send(types.WorkDoneProgressBegin(title=self._title, cancellable=self._cancellable))
        self._report()
        if self._ended:
            self._finish()

    def tokens(self, count: int) -> None:
        """Report the number of tokens so far: at once, or soon if the last report is fresh."""
        if self._ended:
            return  # a stopped engine's last words, still on their way from its thread
        self._latest = max(self._latest, count)
        if self._timer is None and self._open:
            self._report()

    def end(self) -> None:
        """Report the last count and end; nothing is sent after it."""
        if self._ended:
            return
        self._ended = True
        if self._open:
            self._report()
            self._finish()

    def cancel(self) -> None:
        """Call ``on_cancel``, the first time."""
        stop, self._on_cancel = self._on_cancel, None
        if stop is not None and not self._ended:
            stop()

    def _report(self) -> None:
        self._timer = None
        if self._latest <= self._sent:
            return
        self._sent = self._latest
        words = "1 token" if self._sent == 1 else f"{self._sent} tokens"
        self._send(types.WorkDoneProgressReport(message=words, cancellable=self._cancellable))
        if not self._ended:
            self._timer = asyncio.get_running_loop().call_later(REPORT_SECONDS, self._report)

    def _finish(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._forget(self._token)
        self._send(types.WorkDoneProgressEnd())

    def _send(
        self,
        value: types.WorkDoneProgressBegin
        | types.WorkDoneProgressReport
        | types.WorkDoneProgressEnd,
    ) -> None:
        assert self._token is not None
        self._server.progress(types.ProgressParams(token=self._token, value=value))
