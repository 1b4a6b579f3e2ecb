"""A real Emacs with Eglot and our tagwright.el: command, one undo, code action."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .support import OTHERS, WAIT, environment, find, write_script

PAGE = "<body>\n  <p>é𝄞</p>\n  <!-- a list with Zorbo, Quixel and Tamsin -->\n</body>\n"
LIST = "  <ul>\n    <li>Zorbo</li>\n    <li>Quixel</li>\n    <li>Tamsin</li>\n  </ul>\n"


@pytest.mark.parametrize("engine", ["embedded", "scripted"])
def test_a_comment_becomes_markup(tmp_path: Path, engine: str) -> None:
    program = find("emacs")
    if program is None:
        pytest.skip("There is no Emacs here; tests/editors/install.sh unpacks one.")
    home = tmp_path / "home"
    home.mkdir()
    env = {**environment(home), "TAGWRIGHT_EL": str(OTHERS / "emacs" / "tagwright.el")}
    expected = LIST
    if engine == "scripted":
        env["TAGWRIGHT_SCRIPT"] = write_script(tmp_path)
        expected = "  <p>Hello</p>\n"
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    steps = Path(__file__).with_name("page.el")
    done = subprocess.run(
        [program, "--batch", "-Q", "-l", str(steps)],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        timeout=2 * WAIT,
        stdin=subprocess.DEVNULL,
    )
    if "eglot" in done.stderr and "Cannot open load file" in done.stderr:
        pytest.skip("This Emacs has no Eglot; it is part of Emacs from version 29.")
    assert done.returncode == 0, done.stderr
    wanted = PAGE.replace("Tamsin -->\n", "Tamsin -->\n" + expected)
    assert (tmp_path / "command.html").read_text("utf-8") == wanted
    assert (tmp_path / "undone.html").read_text("utf-8") == PAGE
    assert (tmp_path / "page.html").read_text("utf-8") == wanted
