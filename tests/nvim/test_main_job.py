"""The main job in a real Neovim, with the model that ships."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from .support import Nvim

PAGE = """<!DOCTYPE html>
<html lang="en">
<body>
<main>
  <!-- a list with Zorbo, Quixel and Tamsin -->
</main>
</body>
</html>
"""


def test_a_comment_becomes_the_markup_it_asks_for(program: str, tmp_path: Path) -> None:
    nvim = Nvim(program, tmp_path)
    try:
        nvim.open(PAGE)
        nvim.cursor("Zorbo")
        nvim.do("Tagwright")
        nvim.until(lambda: nvim.text != PAGE, "the markup")
        found = [item.get_text() for item in BeautifulSoup(nvim.text, "html5lib").select("main li")]
        assert found == ["Zorbo", "Quixel", "Tamsin"]
        nvim.do("undo")
        assert nvim.text == PAGE
        nvim.do("redo")
        nvim.do("write")
        assert (tmp_path / "page.html").read_text("utf-8") == nvim.text
    finally:
        nvim.close()
