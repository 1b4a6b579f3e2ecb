"""``tagwright apply``: every prompt comment of a page is answered in place."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from threading import Event

from tagwright.cli.files import STANDARD, read_text, rewrite, write_out
from tagwright.cli.options import add_model_arguments, limits_of, open_generator, settings_of
from tagwright.errors import InputError, NothingUsable
from tagwright.generate import Generator
from tagwright.page.context import read_context
from tagwright.page.edit import apply_edit, build_edit
from tagwright.page.prompts import find_prompts
from tagwright.prompt import Request
from tagwright.settings import Settings


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
    if find_prompts(text):
        with open_generator(settings) as generator:
            filled = fill(text, generator, settings)
    else:
        print(f"tagwright: {args.page} holds no prompt comment.", file=sys.stderr)
    if not args.write:
        write_out(filled)
    elif filled != text:
        rewrite(args.page, filled)
    return 0


def fill(text: str, generator: Generator, settings: Settings) -> str:
    """Return the page with markup for each of its prompts, from the first to the last.

    Each prompt sees the page with the markup of those before it.
    """
    moved = 0
    for found in find_prompts(text):
        place = replace(found, start=found.start + moved, end=found.end + moved)
        request = Request(place.text, read_context(text, place.start))
        try:
            result = generator.generate(request, limits_of(settings), Event())
        except (NothingUsable, InputError) as error:
            print(f"tagwright: {place.text!r}: {error}", file=sys.stderr)
            continue
        edit = build_edit(text, place, result.html, settings.comment)
        text = apply_edit(text, edit)
        moved += len(edit.new_text) - (edit.end - edit.start)
    return text
