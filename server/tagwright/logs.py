"""Logging of the servers: on stderr, because stdout belongs to their protocol."""

from __future__ import annotations

import logging
import sys

from tagwright.errors import InputError

LEVELS = ("debug", "info", "warning", "error")


def log_to_stderr(level: str) -> None:
    """Log from this level on. Raises ``InputError`` where there is none of this name."""
    if level.lower() not in LEVELS:
        raise InputError(f"There is no log level {level!r}; use one of {', '.join(LEVELS)}.")
    logging.basicConfig(
        stream=sys.stderr,
        level=level.upper(),
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        force=True,
    )
    if level.lower() != "debug":
        # pygls logs each message, with the user's documents, and tracebacks of our own errors.
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
