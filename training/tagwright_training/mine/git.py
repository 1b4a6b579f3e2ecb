"""What git knows of a directory, read with its plumbing commands; the work tree is not touched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# A repository's own configuration can name programs to run: these would.
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-pager")
_BATCH = 64  # blobs in memory at once


@dataclass(frozen=True)
class Version:
    """A file as one commit left it. path: below the directory asked for, with ``/``."""

    path: str
    commit: str
    blob: str


def files(root: Path) -> list[str] | None:
    """Return the paths below ``root`` that are tracked or not ignored.

    None outside of git, and for a directory that is ignored as a whole: who asks for it means it.
    """
    found = _run(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return sorted(set(filter(None, (found or "").split("\0")))) or None


def head(root: Path) -> str:
    """Return the short id of the commit that is checked out, ``""`` for none."""
    return (_run(root, "rev-parse", "--short", "HEAD") or "").strip()


def versions(root: Path, commits: int) -> Iterator[Version]:
    """Yield the files below ``root`` that the latest commits added or changed, newest first."""
    log = _run(
        root, "log", f"--max-count={commits}", "--format=%x01%h", "--raw", "--no-abbrev", "-z",
        "--no-renames", "--no-ext-diff", "--diff-filter=AM", "--relative", "--", ".",
    )  # fmt: skip
    for entry in (log or "").split("\x01")[1:]:
        commit, _, raw = entry.partition("\0")
        fields = raw.strip("\0\n").split("\0")
        # ":100644 100644 <old> <new> M", then the path.
        for facts, path in zip(fields[::2], fields[1::2], strict=False):
            modes = facts.lstrip("\n:").split()
            if len(modes) == 5 and modes[1].startswith("100"):
                yield Version(path, commit.strip(), modes[3])


def contents(root: Path, blobs: list[str], largest: int) -> Iterator[tuple[str, bytes]]:
    """Yield blob ids and contents; those longer than ``largest`` bytes are left out."""
    sizes = _run(root, "cat-file", "--batch-check", given="".join(f"{blob}\n" for blob in blobs))
    kept = []
    for line in (sizes or "").splitlines():
        name, _, size = line.partition(" blob ")
        if size.isdigit() and int(size) <= largest:
            kept.append((name, int(size)))
    for at in range(0, len(kept), _BATCH):
        batch = kept[at : at + _BATCH]
        asked = "".join(f"{name}\n" for name, _ in batch)
        data = _bytes(root, "cat-file", "--batch", given=asked) or b""
        at_byte = 0
        for name, length in batch if data else ():
            # "<id> blob <size>\n<content>\n"
            at_byte = data.index(b"\n", at_byte) + 1
            yield name, data[at_byte : at_byte + length]
            at_byte += length + 1


def _run(root: Path, *arguments: str, given: str = "") -> str | None:
    data = _bytes(root, *arguments, given=given)
    return None if data is None else data.decode("utf-8", "replace")


def _bytes(root: Path, *arguments: str, given: str = "") -> bytes | None:
    """Return the output, None where there is no git or no repository."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],
            cwd=root,
            input=given.encode(),
            capture_output=True,
            check=True,
            env=environment,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout
