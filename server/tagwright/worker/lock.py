"""A lock between processes; the system frees it when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from tagwright.errors import ModelError

_POLL_SECONDS = 0.05


@contextlib.contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock. Raises ``ModelError`` where another process keeps it for too long."""
    deadline = time.monotonic() + seconds
    with path.open("a+b") as file:
        while not _try(file):
            if time.monotonic() > deadline:
                raise ModelError(
                    f"Another Tagwright has been starting its model's process for {seconds:.0f} s: "
                    "close your other editors and try again."
                )
            time.sleep(_POLL_SECONDS)
        yield  # closing the file frees the lock


def _try(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
