"""``tagwright apply``: every prompt comment of a page is answered in place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

from tagwright.cli.files import STANDARD, read_text, rewrite, write_out
from tagwright.cli.options import add_model_arguments, open_generator, settings_of
from tagwright.errors import InputError, NothingUsable
from tagwright.generate import Generator
from tagwright.page.context import read_context
from tagwright.page.edit import Edit, apply_edit, build_edit
from tagwright.page.languages import HTML, Language, language_of
from tagwright.page.prompts import PromptPlace, find_prompts
from tagwright.page.stylesheets import Stylesheet, load_stylesheets
from tagwright.prompt import Request
from tagwright.settings import Settings
from tagwright.variants import limits_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("page", metavar="PAGE.html", help="the page; - is stdin")
    parser.add_argument("--write", action="store_true", help="change the file instead of printing")
    parser.add_argument("--comment", metavar="keep|replace", help="keep (default) the comments")
    add_model_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print or write the page with its prompts filled.

    A prompt that gives nothing usable is left as it is, with a note on stderr.
    """
    settings = settings_of(args)
    if args.write and args.page == STANDARD:
        raise InputError("The standard input can't be written: leave out --write.")
    text = read_text(args.page)
    filled = text
    language = language_of(name=args.page)
    if find_prompts(text, language):
        page = None if args.page == STANDARD else Path(args.page)
        sheets = load_stylesheets(text, page, page.parent) if page else ()
        with open_generator(settings) as generator:
            filled = fill(text, generator, settings, language, sheets)
    else:
        print(f"tagwright: {args.page} holds no prompt comment.", file=sys.stderr)
    if not args.write:
        write_out(filled)
    elif filled != text:
        rewrite(args.page, filled)
    return 0


def fill(
    text: str,
    generator: Generator,
    settings: Settings,
    language: Language = HTML,
    sheets: Sequence[Stylesheet] = (),
) -> str:
    """Return the page with markup for each of its prompts, from the first to the last.

    Each prompt sees the page with the markup of those before it.
    """
    waiting = find_prompts(text, language)
    while waiting:
        place = waiting.pop(0)
        request = Request(place.text, read_context(text, place.start, language, sheets))
        try:
            result = generator.generate(request, limits_for(settings), Event())
        except (NothingUsable, InputError) as error:
            print(f"tagwright: {place.text!r}: {error}", file=sys.stderr)
            continue
        edit = build_edit(text, place, result.html, settings.comment, language)
        waiting = [_moved(text, later, edit) for later in waiting]
        text = apply_edit(text, edit)
    return text


def _moved(text: str, place: PromptPlace, edit: Edit) -> PromptPlace:
    """Return where a place stands once the edit is made."""
    if place.start >= edit.end:
        by = len(edit.new_text) - (edit.end - edit.start)
    elif place.start >= edit.start:
        # Within a paragraph that the edit writes anew, with what stood in it.
        source = text[place.start : place.end]
        by = edit.start + edit.new_text.index(source) - place.start
    else:
        by = 0
    return replace(place, start=place.start + by, end=place.end + by)
