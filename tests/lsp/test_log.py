"""The local log of generations: off unless asked for, and true to what became of them."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tagwright.lsp.journal import Journal
from tagwright.lsp.log import LARGEST, append
from tagwright.page.edit import Edit
from tagwright.prompt import Request

from .conftest import Start
from .support import CURSOR, URI, Editor

PAGE = f"<main>\n  <!-- a list{CURSOR} -->\n</main>\n"
LIST = "<ul><li>One</li><li>Two</li></ul>"
SCRIPT = {
    "answers": [{"match": "heading", "text": "<h2>News</h2>"}],
    "default": {"text": LIST},
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for the server; returns the log's folder."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    return home / "data" / "tagwright"


async def logging(start: Start, **options: Any) -> Editor:
    return await start(script=SCRIPT, options={"logGenerations": True, **options})


def entries(data: Path) -> list[dict[str, Any]]:
    path = data / "generations.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def save(editor: Editor, uri: str = URI) -> None:
    editor.client.text_document_did_save(
        types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
    )


async def generate(editor: Editor, page: str = PAGE) -> str:
    """Open a page, generate at its mark, take the edit; returns the page before it."""
    action = await editor.action(editor.open(page))
    before = editor.texts[URI]
    editor.take((await editor.resolve(action)).edit)
    return before


async def test_nothing_is_kept_unless_asked_for(start: Start, data: Path) -> None:
    editor = await start(script=SCRIPT)
    await generate(editor)
    save(editor)
    await editor.shut_down()
    assert not data.exists()


async def test_accepted_then_edited(start: Start, data: Path) -> None:
    editor = await logging(start)
    await generate(editor)
    save(editor)
    await editor.until(lambda: entries(data))
    save(editor)  # says nothing new
    editor.change("<li>Two</li>", "<li>Two</li>\n    <li>Three</li>")
    editor.change("<main>\n", "<main>\n  <p>Above</p>\n")
    save(editor)
    await editor.until(lambda: len(entries(data)) == 2)
    editor.close()
    await editor.shut_down()

    accepted, edited = entries(data)
    assert accepted["outcome"] == "accepted"
    assert accepted["prompt"] == "a list"
    assert accepted["context"]["parent"] == "main"
    assert accepted["html"] == edited["html"] == LIST
    assert edited["outcome"] == "edited"
    assert edited["id"] == accepted["id"], "of lines with one id the last one counts"
    assert edited["edited"].startswith("<ul>") and "Three" in edited["edited"]
    assert "Above" not in edited["edited"]
    if hasattr(stat, "S_IMODE"):
        mode = stat.S_IMODE((data / "generations.jsonl").stat().st_mode)
        assert mode == 0o600


async def test_undone_is_rejected_and_redone_accepted(start: Start, data: Path) -> None:
    editor = await logging(start)
    before = await generate(editor)
    after = editor.texts[URI]
    editor.texts[URI] = before
    whole = types.TextDocumentContentChangeWholeDocument

    def show(text: str) -> None:
        editor.texts[URI] = text
        editor.versions[URI] += 1
        editor.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=URI, version=editor.versions[URI]),
                [whole(text=text)],
            )
        )

    show(before)
    save(editor)
    await editor.until(lambda: len(entries(data)) == 1)
    show(after)
    editor.close()
    await editor.until(lambda: len(entries(data)) == 2)
    assert [entry["outcome"] for entry in entries(data)] == ["rejected", "accepted"]


async def test_regenerated_is_rejected(start: Start, data: Path) -> None:
    editor = await logging(start, temperature=0.5)
    await generate(editor)
    at = editor.position("a list")
    action = await editor.action(at, title="Regenerate HTML")
    edit = (await editor.resolve(action)).edit
    assert edit is not None
    editor.take(edit)
    editor.close()
    await editor.until(lambda: entries(data))
    # The scripted engine says the same again, so only one generation is left to speak of.
    assert [entry["outcome"] for entry in entries(data)] == ["accepted"]


async def test_taken_away_by_hand_is_rejected(start: Start, data: Path) -> None:
    editor = await logging(start)
    await generate(editor)
    text = editor.texts[URI]
    editor.change(text[text.index("<ul>") : text.index("</ul>") + 5], "<p>By hand</p>")
    editor.close()
    await editor.until(lambda: entries(data))
    (entry,) = entries(data)
    assert entry["outcome"] == "rejected" and "edited" not in entry


async def test_what_was_only_offered_is_not_logged(start: Start, data: Path) -> None:
    editor = await logging(start, completionBudgetMs=60000)
    editor.open(PAGE)
    at = editor.position(" -->")
    below = types.Position(at.line, at.character + 4)
    assert (answer := await editor.completion(below)) is not None and answer.items
    assert await editor.inline(below) is not None
    await editor.resolve(await editor.action(at))
    editor.insert(types.Position(0, 0), "<!-- a heading -->\n")
    save(editor)

    # Of the ghost texts, the one that is taken counts.
    heading = types.Position(0, len("<!-- a heading -->"))
    item = await editor.inline(heading)
    assert item is not None and isinstance(item.insert_text, str)
    editor.insert(heading, item.insert_text)
    save(editor)
    await editor.until(lambda: entries(data))
    await editor.shut_down()
    (entry,) = entries(data)
    assert (entry["prompt"], entry["html"]) == ("a heading", "<h2>News</h2>")
    assert entry["outcome"] == "accepted"


async def test_open_documents_are_logged_at_the_end(start: Start, data: Path) -> None:
    editor = await logging(start, comment="replace")
    await generate(editor)
    await editor.shut_down()
    await editor.until(lambda: entries(data))
    assert [entry["outcome"] for entry in entries(data)] == ["accepted"]


async def test_a_log_that_cannot_be_written_is_said_once(start: Start, data: Path) -> None:
    data.parent.mkdir()
    data.write_text("a file where the folder should be")
    editor = await logging(start)
    await generate(editor)
    save(editor)
    await editor.until(lambda: editor.shown(types.MessageType.Warning))
    editor.change("Two", "Zwei")
    save(editor)
    # The server goes on: it still answers, and nothing of the text was lost.
    assert await editor.titles(editor.position("a list"))
    editor.close()
    assert "Zwei" in editor.texts[URI]
    (message,) = editor.shown(types.MessageType.Warning)
    assert "can't be logged" in message and "tagwright.logGenerations" in message


def test_the_log_keeps_its_size(tmp_path: Path) -> None:
    line = b"x" * (LARGEST // 4) + b"\n"
    for _ in range(9):
        append(tmp_path / "log", line)
    names = sorted(path.name for path in (tmp_path / "log").iterdir())
    assert names == ["generations.1.jsonl", "generations.jsonl"]
    assert all(path.stat().st_size <= LARGEST for path in (tmp_path / "log").iterdir())


def test_markup_generated_again_replaces_the_first() -> None:
    written: list[dict[str, Any]] = []
    journal = Journal(written.append)
    journal.on = True
    comment = "<!-- a list -->"

    def insert(old: str, html: str, text: str) -> str:
        """Put markup in the place of older markup; only what differs is sent, as editors do."""
        start = len(comment)
        edit = Edit(start, start + len(old), html)
        journal.offered(URI, "html", Request("a list"), html.strip(), edit)
        same = html.index("2") if old else 0
        journal.changed(URI, start + same, start + len(old), len(html) - same)
        text = text[:start] + html + text[start + len(old) :]
        journal.settled(URI, text)
        return text

    one, two = "\n<ul><li>1</li></ul>", "\n<ul><li>2</li></ul>"
    insert(one, two, insert("", one, f"{comment}\n"))
    journal.closed(URI)
    outcomes = {entry["html"]: entry["outcome"] for entry in written}
    assert outcomes == {one.strip(): "rejected", two.strip(): "accepted"}
