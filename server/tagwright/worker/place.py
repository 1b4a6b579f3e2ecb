"""Where a worker is found: a private folder, and a name made of all that must be equal to share it.

POSIX systems have a Unix socket there; Windows has a file with a loopback port and a token that
only the user can read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import tagwright
from tagwright.errors import ModelError
from tagwright.settings import Settings, model_key
from tagwright.worker.wire import PROTOCOL

_PATH_LIMIT = 103
"""Bytes of a Unix socket's path: Linux takes 107, macOS 103."""

_NAME_LENGTH = 16
_LOCK = "lock"
_MOST_FILES = 200


@dataclass(frozen=True)
class Place:
    """The files of one worker. unix: whether ``door`` is a Unix socket or a file with a port."""

    folder: Path
    name: str
    unix: bool

    @property
    def door(self) -> Path:
        """What a client knocks at."""
        return self.folder / f"{self.name}.{'sock' if self.unix else 'port'}"

    @property
    def log(self) -> Path:
        """What the worker says on stderr; no prompt and no markup is written there."""
        return self.folder / f"{self.name}.log"

    @property
    def lock(self) -> Path:
        """Held while a worker is started; one for all, so that no old locks are left."""
        return self.folder / _LOCK


def find_place(settings: Settings) -> Place:
    """Return the place of the worker for these settings (from ``absolute``).

    Raises ``ModelError`` where there is no folder for it.
    """
    return Place(_folder(), _name(settings), unix=sys.platform != "win32")


def absolute(settings: Settings) -> Settings:
    """Return the settings with paths that do not depend on a process's folder."""
    return replace(settings, model=_absolute(settings.model), adapter=_absolute(settings.adapter))


def _absolute(given: str) -> str:
    path = Path(given).expanduser() if given else None
    # What is no path may be a name: of a model on a server, or "none".
    return str(path.absolute()) if path is not None and path.exists() else given


def _name(settings: Settings) -> str:
    """Everything that must be equal, hashed; a token is in it, but can't be had from it."""
    parts = (
        PROTOCOL,
        tagwright.__version__,
        str(Path(tagwright.__file__).parent),
        sys.prefix,
        model_key(settings),
        _state_of(settings.model),
        _state_of(settings.adapter),
        os.environ.get(settings.api_key_env, "") if settings.api_key_env else "",
        os.environ.get("CUDA_VISIBLE_DEVICES", ""),
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:_NAME_LENGTH]


def _state_of(given: str) -> tuple[object, ...]:
    """Size and time of a model's files: one that was trained again is another model."""
    path = Path(given)
    if not given or not path.is_absolute():
        return ()
    try:
        files = sorted(path.iterdir())[:_MOST_FILES] if path.is_dir() else [path]
        return tuple(
            (file.name, found.st_size, found.st_mtime_ns)
            for file in files
            for found in [file.stat()]
        )
    except OSError:
        return ()


def _folder() -> Path:
    longest = _NAME_LENGTH + len("/.sock")
    for candidate in _candidates():
        fits = sys.platform == "win32" or len(os.fsencode(candidate)) + longest <= _PATH_LIMIT
        if fits and _is_usable(candidate):
            return candidate
    raise ModelError(
        "Tagwright finds no folder for the socket of its model's process: set TMPDIR to a folder "
        "with a short path that you can write to."
    )


def _candidates() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(tempfile.gettempdir()) / "tagwright"
        return
    own = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if own.is_absolute():
        yield own / "tagwright"
    name = f"tagwright-{os.geteuid()}"
    with contextlib.suppress(FileNotFoundError):
        yield Path(tempfile.gettempdir()) / name
    yield Path("/tmp") / name
    yield Path("/var/tmp") / name


def _is_usable(folder: Path) -> bool:
    """Make the folder where it is missing; say whether it is ours alone and can be written to."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if sys.platform != "win32":
            # Anybody can make a folder in /tmp under our name, or a link to somewhere.
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
                return False
            if found.st_mode & 0o077:
                folder.chmod(0o700)
        with (folder / _LOCK).open("ab"):
            return True
    except OSError:
        return False
