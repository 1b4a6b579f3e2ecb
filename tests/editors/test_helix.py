"""A real Helix with our configuration: code action, save, undo."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from .support import OTHERS, WAIT, environment, find

PAGE = """<!DOCTYPE html>
<html>
<body>
  <!-- a list with Zorbo, Quixel and Tamsin -->
  <main></main>
</body>
</html>
"""
DONE = PAGE.replace(
    "Tamsin -->\n",
    "Tamsin -->\n  <ul>\n    <li>Zorbo</li>\n    <li>Quixel</li>\n    <li>Tamsin</li>\n  </ul>\n",
)


class _Screen(pyte.Screen):
    """Helix sends sequences with arguments that pyte's screen does not take."""

    def report_device_status(self, *args: Any, **kwargs: Any) -> None:
        """Answer nothing."""

    def set_margins(self, *args: Any, **kwargs: Any) -> None:
        """Drop the flag of private sequences."""
        super().set_margins(*args)


class Helix:
    """One Helix in a terminal."""

    def __init__(self, program: str, file: Path, home: Path) -> None:
        self._screen = _Screen(120, 40)
        self._stream = pyte.Stream(self._screen)
        self.process = pexpect.spawn(
            program,
            ["-v", str(file)],
            env=environment(home),
            cwd=str(file.parent),
            dimensions=(40, 120),
            encoding="utf-8",
        )

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def press(self, keys: str) -> None:
        """Type."""
        self.process.send(keys)

    def until(self, happened: Callable[[], bool], what: str) -> None:
        """Read the terminal until something is true."""
        end = time.monotonic() + WAIT
        while not happened():
            assert time.monotonic() < end, f"{what} did not happen:\n{self.shown}"
            try:
                self._stream.feed(self.process.read_nonblocking(65536, 0.1))
            except pexpect.TIMEOUT:
                continue

    def until_shown(self, words: str) -> None:
        """Read the terminal until it shows this."""
        self.until(lambda: words in self.shown, words)


def _saved(file: Path) -> str:
    """What is on the disk; Helix saves aside and renames, so for a moment there is no file."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return ""


@pytest.fixture
def helix(tmp_path: Path) -> Iterator[Helix]:
    """Start Helix on a page."""
    program = find("hx")
    if program is None:
        pytest.skip("There is no Helix here; tests/editors/install.sh unpacks one.")
    home = tmp_path / "home"
    (home / "helix").mkdir(parents=True)
    shutil.copy(OTHERS / "helix" / "languages.toml", home / "helix")
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    editor = Helix(program, file, home)
    yield editor
    editor.process.close(force=True)


def test_a_code_action_is_applied_and_undone(helix: Helix, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    log = tmp_path / "home" / "helix" / "helix.log"
    helix.until_shown("Zorbo")
    helix.until(lambda: log.exists() and "tagwright <- " in log.read_text("utf-8"), "the start")
    helix.press("4Gllllllll")
    # Asked before the server has answered `initialize`, Helix offers nothing.
    for _ in range(60):
        helix.press(" a")
        end = time.monotonic() + 2
        helix.until(lambda: "Generate HTML" in helix.shown or time.monotonic() > end, "the menu")  # noqa: B023
        if "Generate HTML" in helix.shown:
            break
        helix.press("\x1b")
    helix.press("\r")
    helix.until_shown("<li>Tamsin</li>")
    helix.press(":w\r")
    helix.until(lambda: _saved(file) == DONE, "saving")
    helix.press("u:w\r")
    helix.until(lambda: _saved(file) == PAGE, "saving again")
