"""Connects to the worker for some settings, and starts it where there is none.

Everything here blocks: call it on a thread.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tagwright import __version__
from tagwright.errors import ModelError
from tagwright.settings import Settings
from tagwright.worker.lock import locked
from tagwright.worker.place import Place, absolute, find_place
from tagwright.worker.state import ModelState
from tagwright.worker.wire import BrokenFrame, Message, from_data, pack, receive, to_data

log = logging.getLogger(__name__)

START_SECONDS = 60.0
"""The longest that a new process may take until it listens; the model is loaded later."""

HELLO_SECONDS = 30.0
"""The longest that a worker may take to answer: some engines hold Python while they load."""

READY = b"ready\n"


@dataclass
class Connection:
    """A worker that has said hello. process: the worker, where this process started it."""

    socket: socket.socket
    state: ModelState
    process: subprocess.Popen[bytes] | None = None


def connect(settings: Settings, idle_minutes: float) -> Connection:
    """Return a connection to the worker for these settings. Raises ``ModelError``."""
    settings = absolute(settings)
    place = find_place(settings)
    hello = {"do": "hello", "idle": idle_minutes}
    joined = _join(place, hello)
    if joined is not None:
        return joined
    with locked(place.lock, START_SECONDS):
        joined = _join(place, hello)
        if joined is not None:
            return joined
        clean(place.folder)
        with _started(place, settings) as process:
            joined = _join(place, hello)
            if joined is None:
                raise _not_started(place, process)
            joined.process = process
            return joined


def clean(folder: Path) -> None:
    """Remove what dead workers have left; call it under the lock."""
    for door in [*folder.glob("*.sock"), *folder.glob("*.port")]:
        place = Place(folder, door.stem, unix=door.suffix == ".sock")
        with contextlib.suppress(OSError):
            try:
                _dial(place)[0].close()
            except (ConnectionError, FileNotFoundError, ValueError):
                door.unlink()
    for log_file in folder.glob("*.log"):
        if not any(log_file.with_suffix(suffix).exists() for suffix in (".sock", ".port")):
            with contextlib.suppress(OSError):
                log_file.unlink()


def _join(place: Place, hello: Message) -> Connection | None:
    """Return a connection to a worker that runs, None where there is none that answers."""
    try:
        connection, token = _dial(place)
    except (OSError, ValueError):
        return None
    try:
        connection.settimeout(HELLO_SECONDS)
        connection.sendall(pack({**hello, "token": token}))
        answer = receive(connection)
    except (OSError, BrokenFrame) as error:
        log.warning("The worker at %s does not answer: %r", place.door, error)
        answer = None
    if answer is None or answer.get("do") != "hello":
        connection.close()
        return None
    return Connection(connection, from_data(ModelState, answer["state"]))


def _dial(place: Place) -> tuple[socket.socket, str]:
    """Return a connected socket and the token to show. Raises ``OSError`` or ``ValueError``."""
    if place.unix:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.settimeout(HELLO_SECONDS)
            connection.connect(str(place.door))
        except BaseException:
            connection.close()
            raise
        return connection, ""
    port, token = place.door.read_text("ascii").split()
    return socket.create_connection(("127.0.0.1", int(port)), HELLO_SECONDS), token


@contextlib.contextmanager
def _started(place: Place, settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """Start a worker; while this context lasts, it waits for its first client."""
    with contextlib.suppress(FileNotFoundError):
        place.door.unlink()
    with place.log.open("wb") as log_file:
        process = subprocess.Popen(
            [sys.executable, "-m", "tagwright.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log_file,
            # Python looks for modules in the current folder first: not in one that others fill.
            cwd=place.folder,
            # Ctrl+C, or an editor that ends its servers as a group, must not end it for others.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    # Without somebody who waits for it, a dead process stays in the system's list.
    threading.Thread(target=process.wait, name="tagwright-reaper", daemon=True).start()
    assert process.stdin is not None and process.stdout is not None
    with process.stdout, _held(process.stdin):
        patience = threading.Timer(START_SECONDS, process.kill)
        patience.start()
        try:
            process.stdin.write(pack(_orders(place, settings)))
            process.stdin.flush()
            said = process.stdout.readline()
        except OSError:
            said = b""
        finally:
            patience.cancel()
        if said != READY:
            process.kill()
            raise _not_started(place, process)
        yield process


@contextlib.contextmanager
def _held(stream: IO[bytes]) -> Iterator[None]:
    """Close a pipe at the end, also where nobody reads what is in it."""
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            stream.close()


def _orders(place: Place, settings: Settings) -> Message:
    """Return what the worker has to know; on its command line everybody could read it."""
    return {
        "version": __version__,
        "folder": str(place.folder),
        "name": place.name,
        "unix": place.unix,
        "settings": to_data(settings),
    }


def _not_started(place: Place, process: subprocess.Popen[bytes]) -> ModelError:
    deadline = time.monotonic() + 1
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    last = ""
    with contextlib.suppress(OSError, IndexError):
        last = place.log.read_text("utf-8", "replace").strip().splitlines()[-1]
    return ModelError(
        f"The process for the model could not be started ({last or ending(process)}); "
        "run `tagwright doctor` to see what is missing."
    )


def ending(process: subprocess.Popen[bytes] | None) -> str:
    """Return in words how a process ended, as far as that is known here."""
    code = None if process is None else process.poll()
    if code is None:
        return "why is not known"
    return f"signal {-code}" if code < 0 else f"exit code {code}"
