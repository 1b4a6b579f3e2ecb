"""Text in and out: UTF-8 always, whatever the locale, and bytes kept as they are."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from tagwright.errors import InputError

STANDARD = "-"


def read_text(given: str) -> str:
    """Return a file's text with its line ends as they are; ``-`` is stdin.

    Raises ``InputError`` if there is no such file or it is not UTF-8.
    """
    if given == STANDARD:
        return decode(sys.stdin.buffer.read(), "The standard input")
    try:
        return decode(Path(given).read_bytes(), given)
    except FileNotFoundError:
        raise InputError(f"There is no file {given}: check the path.") from None
    except IsADirectoryError:
        raise InputError(f"{given} is a directory: give the path of a file.") from None
    except OSError as error:
        raise InputError(f"{given} can't be read: {error.strerror}.") from error


def decode(data: bytes, name: str) -> str:
    """Decode UTF-8. Raises ``InputError`` naming the source and the place."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = f" (line {line})" if line > 1 else ""
        raise InputError(f"{name} is not UTF-8{where}: save it in that encoding.") from None


def write_out(text: str) -> None:
    """Write to stdout at once, without changing line ends.

    Raises ``InputError`` if that fails (a full disk), ``BrokenPipeError`` if the reader has gone.
    """
    try:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"The output can't be written: {error.strerror}.") from error


def json_line(value: object) -> str:
    """Return a value as one line of JSON that has a UTF-8 form."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        # Half of a surrogate pair, which JSON can spell and UTF-8 can't, goes out as it came.
        line = json.dumps(value)
    return f"{line}\n"


def rewrite(given: str, text: str) -> None:
    """Replace a file's content in one step, keeping its mode; links stay links.

    Raises ``InputError`` for a file or folder that can't be written, a read-only file too.
    """
    path = Path(given).resolve()
    try:
        # Replacing a file asks nobody for the right to write it.
        if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
            raise InputError(f"{given} is read-only: make it writable, or leave out --write.")
        handle, partial = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
            shutil.copymode(path, partial)
            Path(partial).replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                Path(partial).unlink()
    except OSError as error:
        raise InputError(f"{given} can't be written: {error.strerror}.") from error
