"""What was generated, followed through changes; without a server."""

from __future__ import annotations

import pytest

from tagwright.lsp.memory import Memory, Span
from tagwright.page.edit import Edit, apply_edit, build_edit
from tagwright.page.prompts import find_prompts

URI = "file:///page.html"


@pytest.mark.parametrize(
    ("start", "end", "length", "after"),
    [
        (0, 0, 3, (13, 23)),
        (2, 5, 0, (7, 17)),
        (10, 10, 4, (14, 24)),  # inserted at an edge: outside
        (20, 20, 4, (10, 20)),
        (25, 30, 1, (10, 20)),
        (12, 14, 5, (10, 23)),
        (10, 12, 1, (10, 19)),
        (18, 20, 1, (10, 19)),
        (8, 12, 1, (9, 17)),
        (18, 25, 3, (10, 18)),
        (10, 20, 5, None),
        (0, 30, 0, None),
    ],
)
def test_span(start: int, end: int, length: int, after: tuple[int, int] | None) -> None:
    moved = Span(10, 20).moved(start, end, length)
    assert moved == (Span(*after) if after is not None else None)


class Page:
    """A document that changes, with its memory."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.memory = Memory()

    def offer(self, html: str) -> Edit:
        (place,) = find_prompts(self.text)
        edit = build_edit(self.text, place, html, "keep")
        self.memory.offer(URI, place, edit)
        return edit

    def change(self, edit: Edit) -> None:
        self.text = apply_edit(self.text, edit)
        self.memory.changed(URI, edit.start, edit.end, len(edit.new_text))
        self.memory.settled(URI, self.text)

    @property
    def made(self) -> str | None:
        (place,) = find_prompts(self.text)
        made = self.memory.find(URI, self.text, place)
        return self.text[made.markup.start : made.markup.end] if made is not None else None


def test_edit_that_is_never_applied_makes_nothing() -> None:
    page = Page("<!-- a text -->\n")
    page.offer("<p>x</p>")
    page.change(Edit(0, 0, "<hr>"))
    assert page.made is None


def test_edit_applied_after_other_changes() -> None:
    page = Page("<main>\n<!-- a text -->\n</main>\n")
    edit = page.offer("<p>x</p>")
    page.change(Edit(0, 0, "<hr>\n"))
    page.change(Edit(edit.start + 5, edit.end + 5, edit.new_text))
    assert page.made == "<p>x</p>"


def test_edit_that_the_editor_cut_down() -> None:
    """The line break before the markup and the one behind it look the same."""
    page = Page("<!-- a text -->\n<hr>\n")
    edit = page.offer("<p>x</p>")
    page.change(Edit(edit.start + 1, edit.start + 1, edit.new_text[1:] + "\n"))
    assert page.text == "<!-- a text -->\n<p>x</p>\n<hr>\n"
    assert page.made == "<p>x</p>"


def test_of_several_offers_the_one_applied_counts() -> None:
    page = Page("<!-- a text -->\n")
    page.offer("<p>x</p>")
    page.change(page.offer("<p>y</p>"))
    assert page.made == "<p>y</p>"


def test_markup_that_was_deleted_is_gone() -> None:
    page = Page("<!-- a text -->\n")
    edit = page.offer("<p>x</p>")
    page.change(edit)
    page.change(Edit(edit.start, edit.start + len(edit.new_text), ""))
    assert page.made is None
    page.change(edit)
    assert page.made == "<p>x</p>"
