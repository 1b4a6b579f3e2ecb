"""A headless Chromium that a script beside this module drives, one JSON line in, one out.

axe-core and playwright-core come from npm, into ``axe/node_modules`` (``make axe``); the browser is
one that the machine has.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tagwright.errors import TagwrightError

FOLDER = Path(__file__).parent / "axe"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class BrowserMissing(TagwrightError):
    """There is no Node.js, playwright-core or Chromium here."""


class BrowserFailed(TagwrightError):
    """The browser could not do what it was asked for."""


class Browser:
    """A running browser; see ``browser``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        started = self._line()
        if "error" in started:
            raise BrowserMissing(
                f"Chromium can't be started ({started['error']}); install it (Debian: "
                "apt-get install chromium) or name one in TAGWRIGHT_CHROMIUM."
            )

    def ask(self, request: dict[str, Any]) -> Any:
        """Return the script's answer. Raises ``BrowserFailed``."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError:
            raise BrowserFailed("The browser that judges answers stopped; try again.") from None
        found = self._line()
        if isinstance(found, dict) and "error" in found:
            raise BrowserFailed(f"The browser could not judge an answer: {found['error']}.")
        return found

    def _line(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise BrowserFailed("The browser that judges answers stopped; try again.")
        return json.loads(line)


@contextmanager
def browser(script: str) -> Iterator[Browser]:
    """Run a script of ``axe/`` with a browser for as long as the ``with`` lasts.

    Raises ``BrowserMissing``.
    """
    node = shutil.which("node")
    if node is None:
        raise BrowserMissing(
            "Node.js is missing, which drives the browser; install it, then run make axe."
        )
    if not (FOLDER / "node_modules" / "playwright-core").is_dir():
        raise BrowserMissing("playwright-core is not installed; run make axe.")
    process = subprocess.Popen(
        [node, str(FOLDER / script), _chromium()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with process:
        try:
            yield Browser(process)
        except BaseException:
            process.terminate()
            raise


def _chromium() -> str:
    """Return the path of a browser, ``""`` to leave it to playwright-core."""
    named = os.environ.get("TAGWRIGHT_CHROMIUM", "")
    return named or next((path for name in _BROWSERS if (path := shutil.which(name))), "")
