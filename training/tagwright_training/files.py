"""Writing files so that a crash never leaves half of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def replace_file(path: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` fill a temporary file beside ``path``, then move it there in one step."""
    temporary = path.with_name(path.name + ".tmp")
    write(temporary)
    temporary.replace(path)
