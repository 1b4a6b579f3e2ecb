"""``tagwright generate``: a prompt in, markup out; many prompts with ``--batch``."""

from __future__ import annotations

import argparse
import json
from threading import Event

from tagwright.cli.batch import run_batch
from tagwright.cli.files import json_line, read_text, write_out
from tagwright.cli.options import add_model_arguments, open_generator, settings_of
from tagwright.cli.requests import parse_request
from tagwright.errors import InputError
from tagwright.markup.format import format_html
from tagwright.variants import limits_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("prompt", nargs="?", metavar="PROMPT", help="what to write")
    parser.add_argument("--file", metavar="PATH", help="read the prompt from a file; - is stdin")
    parser.add_argument(
        "--batch",
        metavar="PATH",
        help='JSON lines {"prompt", "context"?, "input"?} in (- is stdin), the same lines with '
        "html, tokens and ms out; a line that gave no markup has an error and an empty html",
    )
    parser.add_argument("--json", action="store_true", help="print prompt, html, tokens and ms")
    parser.add_argument(
        "--context", metavar="JSON", help="the page around it: an object, or HTML as a JSON text"
    )
    parser.add_argument(
        "--input", metavar="PATH", help="file with markup to change, or text to use"
    )
    add_model_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the markup, formatted."""
    settings = settings_of(args)
    sources = [source for source in (args.prompt, args.file, args.batch) if source is not None]
    if len(sources) != 1:
        raise InputError('Give one prompt: "PROMPT", --file PATH or --batch PATH.')
    if args.batch is not None:
        if args.context or args.input or args.json:
            raise InputError("With --batch, context and input stand in the lines of the file.")
        return run_batch(args.batch, settings)
    prompt = args.prompt if args.file is None else read_text(args.file).lstrip("\ufeff").strip()
    try:
        request = parse_request(
            {
                "prompt": prompt,
                "context": _json(args.context) if args.context is not None else None,
                "input": read_text(args.input) if args.input is not None else "",
            }
        )
    except InputError as error:
        raise InputError(_sentence(str(error), prompt)) from None
    with open_generator(settings) as generator:
        result = generator.generate(request, limits_for(settings), Event())
    html = format_html(result.html)
    if args.json:
        row = {"prompt": prompt, "html": html, "tokens": result.tokens, "ms": round(result.ms)}
        write_out(json_line(row))
    else:
        write_out(f"{html}\n")
    return 0


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"The value of --context is not JSON: {error}.") from None


def _sentence(problem: str, prompt: str) -> str:
    if not prompt.strip():
        return "The prompt is empty: say what markup you want."
    return problem if problem[0].isupper() else f"The request can't be used: {problem}."
