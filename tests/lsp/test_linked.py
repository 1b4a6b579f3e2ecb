"""Style sheets of the workspace: what a page links is told to the model."""

from __future__ import annotations

from pathlib import Path

from .conftest import Start
from .support import CURSOR, write_script

PAGE = f'<link rel="stylesheet" href="css/site.css">\n<!-- a card -->{CURSOR}\n'
KNOWN = {"match": "brand-card", "text": '<div class="brand-card">x</div>'}


async def test_classes_of_linked_style_sheets(start: Start, spec: str, tmp_path: Path) -> None:
    site = tmp_path / "a site"
    (site / "css").mkdir(parents=True)
    (site / "css" / "site.css").write_text(".brand-card { color: red }", "utf-8")
    editor = await start(spec, initialize=False)
    model = write_script(tmp_path, answers=[KNOWN])
    await editor.initialize({"engine": "scripted", "model": model}, folder=site.as_uri())
    page = (site / "index.html").as_uri()
    assert "brand-card" in await editor.generated(PAGE, page)
    item = await editor.inline(editor.open(PAGE, page), uri=page)
    assert item is not None and "brand-card" in str(item.insert_text)
    # Outside of the workspace nothing is read.
    elsewhere = (tmp_path / "other.html").as_uri()
    linked = PAGE.replace("css/site.css", "a%20site/css/site.css")
    assert "brand-card" not in (await editor.generated(linked, elsewhere)).partition("-->")[2]
