"""One thread for jobs that take long."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

Result = TypeVar("Result")


class JobThread:
    """Runs jobs one at a time, in the order they came.

    A daemon thread, not an executor: Python waits for an executor's threads before it exits, and a
    job that is stuck must not keep the process alive.
    """

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = (
            queue.SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._started = False

    def submit(self, job: Callable[[], Result]) -> Future[Result]:
        """Queue a job; a future cancelled before its turn is skipped."""
        if not self._started:
            self._started = True
            self._thread.start()
        future: Future[Result] = Future()
        self._jobs.put((future, job))
        return future

    def close(self, seconds: float) -> bool:
        """Wait for the queued jobs at most this long; say whether the thread has ended."""
        if not self._started:
            return True
        self._jobs.put(None)
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (item := self._jobs.get()) is not None:
            future, job = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = job()
            except BaseException as error:  # the thread serves the next job in any case
                future.set_exception(error)
            else:
                future.set_result(result)
