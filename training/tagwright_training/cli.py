"""``tagwright-train``: one subcommand a module of ``tagwright_training.commands``.

Only the module of the command asked for is imported: most of them need torch.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from tagwright import __version__
from tagwright.errors import TagwrightError

COMMANDS = {
    "corpus": "write a corpus of generated requests and answers",
    "mine": "make rows from your own site or repository",
    "public": "choose rows of public repositories to train on",
    "tokenizer": "train the tokenizer on a corpus",
    "codecs": "compare answer codecs with equal training tokens",
    "pretrain": "train the base model from scratch",
    "average": "take the mean of a model and of one trained on from it",
    "style": "write rows and cases of a made-up house style",
    "finetune": "train an adapter on a frozen 4-bit base",
    "merge": "make an adapter part of its base model",
    "quantize": "write a model in fewer bits, GGUF among them",
    "plan": "say what memory and time a recipe needs",
    "publish": "put an adapter or model on the hub, or show what would go",
    "export": "write the GGUF file that the server's engine loads",
    "evaluate": "score a model and adapter on case files and pairs",
    "report": "plots, before and after, and a model card of a run",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code, 2 after a mistake of the user's, 130 on Ctrl+C."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(
        prog="tagwright-train", description="Make and score Tagwright's models."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    asked = arguments[0] if arguments and arguments[0] in COMMANDS else None
    try:
        for name, purpose in COMMANDS.items():
            subparser = commands.add_parser(name, help=purpose, description=purpose.capitalize())
            if name == asked:
                command = importlib.import_module(f"tagwright_training.commands.{name}")
                command.add_arguments(subparser)
        args = parser.parse_args(arguments, argparse.Namespace(words=arguments))
        return int(command.run(args))
    except TagwrightError as error:
        return _fail(str(error))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tagwright"):
            raise
        return _fail(
            f"The package {error.name} is missing; install Tagwright's training extra: "
            "pip install 'tagwright[train]'."
        )
    except KeyboardInterrupt:
        print("tagwright-train: stopped.", file=sys.stderr)
        return 130


def _fail(sentence: str) -> int:
    print(f"tagwright-train: {sentence}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
