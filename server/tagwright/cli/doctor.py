"""``tagwright doctor``: what is installed, whether the model works, how fast and how big."""

from __future__ import annotations

import argparse
import platform
import sys
import time
from importlib import metadata
from threading import Event

from tagwright import __version__
from tagwright.cli.files import write_out
from tagwright.cli.options import add_model_arguments, open_generator, settings_of
from tagwright.engines import choose_engine, model_files
from tagwright.errors import AdapterMismatch, NothingUsable
from tagwright.generate import Generator
from tagwright.prompt import Request
from tagwright.settings import Settings
from tagwright.variants import limits_for

_PACKAGES = ("xllamacpp", "gguf", "numpy", "pygls", "lsprotocol", "html5lib")
_OPTIONAL = ("torch", "transformers", "peft", "bitsandbytes", "llguidance", "httpx", "starlette")
_PROMPT = "a login form with email and password"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_model_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the report line by line; what can't be loaded ends it with its sentence."""
    settings = settings_of(args)
    _line("tagwright", __version__)
    _line("python", f"{platform.python_version()} ({platform.system()} {platform.machine()})")
    _line("packages", ", ".join(f"{name} {_version(name)}" for name in _PACKAGES))
    _line("optional", ", ".join(f"{name} {_version(name)}" for name in _OPTIONAL))
    engine = choose_engine(settings)
    _line("engine", engine if engine == settings.engine else f"{settings.engine}: {engine}")
    if engine == "openai":
        _line("server", settings.base_url)
    elif engine != "scripted":
        files = model_files(settings)
        _line("model", f"{files.base}")
        _line("adapter", f"{files.adapter or 'none'}")
    started = time.perf_counter()
    try:
        with open_generator(settings) as generator:
            _report(generator, settings, time.perf_counter() - started)
    except AdapterMismatch:
        _line("match", "no")
        raise
    _line("network", _network(engine, settings))
    return 0


def _report(generator: Generator, settings: Settings, seconds: float) -> None:
    info = generator.load()
    adapter = "the adapter fits the base model" if info.adapter else "no adapter"
    _line("loaded", f"{info.base} with {info.engine} in {seconds:.2f} s")
    _line("match", f"yes: {adapter}, answer codec {info.codec}")
    _line("context", f"{info.context_length} tokens")
    tokens = 0

    def count(number: int) -> None:
        nonlocal tokens
        tokens = number

    started = time.perf_counter()
    try:
        generator.generate(Request(_PROMPT), limits_for(settings), Event(), count)
        outcome = "markup came out"
    except NothingUsable:
        outcome = "no markup came out"
    seconds = time.perf_counter() - started
    rate = f"{tokens / seconds:.0f} tokens/s" if tokens else "no tokens"
    _line("speed", f"{rate} ({tokens} tokens in {seconds:.2f} s, {outcome})")
    _line("memory", _peak_memory())


def _network(engine: str, settings: Settings) -> str:
    if engine == "openai":
        return f"the prompt went to {settings.base_url}, and nowhere else"
    if settings.allow_download:
        return "the hub may have been asked for the model; no prompt was sent"
    return "not needed: all of this ran from local files, nothing was sent or fetched"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _peak_memory() -> str:
    """Return the most memory this process has held; Python can't tell on Windows."""
    if sys.platform == "win32":
        return "unknown on Windows"
    import resource

    # macOS counts bytes, the others kilobytes.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return f"{peak / 2**20:.0f} MB at the most"


def _line(name: str, value: str) -> None:
    write_out(f"{name + ':':<11}{value}\n")
