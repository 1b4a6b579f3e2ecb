"""Directories that are written whole or not at all."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from tagwright.errors import InputError


@contextlib.contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """Give an empty directory beside ``out`` to fill; it becomes ``out`` when all went well.

    Raises ``InputError`` if there is something at ``out``, or it can't be written.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out} exists and is not empty: give another directory with --out.")
    aside = out.with_name(out.name + ".tmp")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        yield aside
        if out.exists():
            out.rmdir()
        aside.rename(out)
    except OSError as error:
        raise InputError(
            f"{out} can't be written ({error.strerror or error}): make room, look at its "
            "permissions, or give another directory with --out."
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
