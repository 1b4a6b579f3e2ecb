"""Noticing that the editor died although its pipes stay open.

A crashed editor usually closes stdin, and that ends the server. It does not where a child process
of the editor has inherited the pipe; LSP's ``processId`` is for that case.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable

SECONDS = 1.0


async def wait_for_death(process_id: Callable[[], int | None]) -> None:
    """Return once the process with this id is gone; the id may come later, or never."""
    while True:
        await asyncio.sleep(SECONDS)
        pid = process_id()
        if pid is not None and not is_alive(pid):
            return


def is_alive(pid: int) -> bool:
    """Say whether a process with this id runs on this machine."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_alive_on_windows(pid: int) -> bool:
    """``os.kill`` would end the process there."""
    import ctypes

    synchronize, timed_out = 0x00100000, 0x00000102
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(synchronize, False, pid)
    if not handle:
        return False
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == timed_out)
    finally:
        kernel.CloseHandle(handle)
