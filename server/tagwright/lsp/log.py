"""The file that accepted, edited and rejected generations are written to: on this machine only.

``generations.jsonl`` in the user's data folder, readable by its owner alone; one older part,
``generations.1.jsonl``, is kept beside it. ``tagwright-train finetune --data FOLDER`` learns from
them.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import platformdirs

from tagwright.worker.jobs import JobThread

NAME, OLDER = "generations.jsonl", "generations.1.jsonl"
LARGEST = 8 * 2**20
"""Bytes of each of the two files."""
_LAST_WRITES = 2.0  # seconds that the server's end waits for


def log_folder() -> Path:
    """Return the folder that the log is kept in."""
    return Path(platformdirs.user_data_dir("tagwright", appauthor=False))


class GenerationLog:
    """Appends entries in a thread of its own; what can't be written is reported once."""

    def __init__(self, failed: Callable[[str], None]) -> None:
        """failed: takes one sentence for the user, called in the event loop."""
        self._failed = failed
        self._reported = False
        self._thread = JobThread("tagwright-log")

    def write(self, entry: dict[str, Any]) -> None:
        """Append an entry; returns at once."""
        line = json.dumps(entry, ensure_ascii=True) + "\n"
        written = self._thread.submit(partial(append, log_folder(), line.encode()))
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return  # the session is over, nobody could be told
        written.add_done_callback(
            lambda done: (
                loop.is_closed() or loop.call_soon_threadsafe(self._report, done.exception())
            )
        )

    def close(self) -> None:
        """Wait a moment for what is still to be written."""
        self._thread.close(_LAST_WRITES)

    def _report(self, error: BaseException | None) -> None:
        if error is None or self._reported:
            return
        self._reported = True
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        self._failed(
            f"Generations can't be logged in {log_folder()} ({why}); make it writable, or switch "
            "tagwright.logGenerations off."
        )


def append(folder: Path, line: bytes) -> None:
    """Append one line in one write, so that servers of several windows don't mix theirs.

    Raises ``OSError``.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / NAME
    for _ in range(2):
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            now = os.fstat(descriptor)
            full = now.st_size > 0 and now.st_size + len(line) > LARGEST
            if not full:
                os.write(descriptor, line)
                return
        finally:
            os.close(descriptor)
        # Another server may have moved it meanwhile: the new file must not follow.
        if path.stat().st_ino == now.st_ino:
            path.replace(folder / OLDER)
