"""The flags that choose a model, and the generator they make."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from dataclasses import fields

from tagwright.errors import SettingsError
from tagwright.generate import Generator
from tagwright.settings import Settings, parse_settings

_OWN_HELP = ("engine", "model", "adapter")
_OTHERS = ("max_new_tokens", "temperature", "comment")


def add_model_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the flags that all commands with a model share."""
    group = parser.add_argument_group("model")
    group.add_argument("--engine", help="auto (default), llamacpp, bitsandbytes, openai, scripted")
    group.add_argument(
        "--model",
        metavar="PATH",
        help="GGUF file, model directory or a server's model (default: the embedded model)",
    )
    group.add_argument(
        "--adapter", metavar="PATH", help="PEFT adapter directory, or none for the base alone"
    )
    group.add_argument("--max-new-tokens", metavar="N", help="most tokens of one answer (768)")
    group.add_argument("--temperature", metavar="T", help="0 (default) is greedy; at most 2")
    for item in fields(Settings):
        if item.metadata.get("loads") and item.name not in _OWN_HELP:
            flag = f"--{item.name.replace('_', '-')}"
            text = item.metadata["doc"].replace("%", "%%")
            if item.metadata["type"] == "boolean":
                group.add_argument(flag, action="store_const", const=True, help=text)
            else:
                group.add_argument(flag, metavar=item.metadata["type"].upper(), help=text)


def settings_of(args: argparse.Namespace) -> Settings:
    """Return the settings the flags ask for. Raises ``SettingsError`` for the first wrong one."""
    given: dict[str, object] = {}
    for item in fields(Settings):
        value = getattr(args, item.name, None)
        if value is not None and (item.metadata.get("loads") or item.name in _OTHERS):
            number = item.metadata["type"] in ("integer", "number")
            given[item.metadata["name"]] = _number(value) if number else value
    settings, problems = parse_settings(given)
    if problems:
        # An editor goes on with the default; a command that was typed wrong should not.
        raise SettingsError(f"{problems[0].partition('; the default')[0]}.")
    return settings


@contextlib.contextmanager
def open_generator(settings: Settings) -> Iterator[Generator]:
    """Give a generator with the model loaded, and free it at the end."""
    # Imported late: settings ask the engines for their names.
    from tagwright.engines import create_engine

    generator = Generator(create_engine(settings))
    try:
        generator.load()
        yield generator
    finally:
        generator.close()


def _number(text: str) -> object:
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text
