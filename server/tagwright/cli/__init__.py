"""The command line: ``tagwright lsp | generate | apply | serve | ...``, one module each.

stdout holds results only. Exit codes: 0 done, 1 the model gave no usable markup, 2 the input or
the model can't be used (with one sentence on stderr), 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from tagwright import __version__
from tagwright.errors import Cancelled, InputError, NothingUsable, TagwrightError

_COMMANDS = {
    "lsp": "run the language server",
    "generate": "turn a prompt, or a file of prompts, into markup",
    "apply": "fill every prompt comment of a page",
    "serve": "run the HTTP API and the playground",
    "doctor": "say what is installed and whether the model works",
    "settings": "list the settings",
}
_BROKEN_PIPE = 141


class _Parser(argparse.ArgumentParser):
    """Reports a mistake like every other one: a sentence, exit code 2."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{message[:1].upper()}{message[1:]}; see {self.prog} --help.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command with the arguments given (``sys.argv`` by default); return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        if None in (sys.stdin, sys.stdout):
            raise InputError("The standard input or output is closed: use the null device instead.")
        args = _parser(given).parse_args(given)
        return int(importlib.import_module(f"tagwright.cli.{args.command}").run(args))
    except (Cancelled, KeyboardInterrupt):
        return 130
    except NothingUsable as error:
        print(f"tagwright: {error}", file=sys.stderr)
        return 1
    except TagwrightError as error:
        print(f"tagwright: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader has gone; without this the interpreter complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser; only the module of the command asked for is imported."""
    parser = _Parser(prog="tagwright", description="A private HTML assistant.")
    parser.add_argument("--version", action="version", version=f"tagwright {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    asked = next((word for word in given if not word.startswith("-")), None)
    for name, purpose in _COMMANDS.items():
        command = commands.add_parser(
            name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}."
        )
        if name == asked:
            importlib.import_module(f"tagwright.cli.{name}").add_arguments(command)
    return parser
