"""The log that every training command keeps: a JSONL file, one event a line."""

from __future__ import annotations

import json
import time
from pathlib import Path


class JobLog:
    """Appends events to a file; each line has ``time`` (seconds since 1970) and ``event``.

    A command that is resumed goes on in the same file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def write(self, event: str, **facts: object) -> None:
        """Add one line; the facts have to be JSON values."""
        line = {"time": round(time.time(), 3), "event": event, **facts}
        with self._path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
