"""``tagwright lsp``: the language server."""

from __future__ import annotations

import argparse
from typing import Literal

from tagwright.errors import InputError

_LAST_PORT = 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    transport = parser.add_mutually_exclusive_group()
    transport.add_argument("--stdio", action="store_true", help="standard input/output (default)")
    transport.add_argument("--tcp", metavar="HOST:PORT", help="wait for one client on a TCP port")
    transport.add_argument("--ws", metavar="HOST:PORT", help="wait for one client on a web socket")
    parser.add_argument(
        "--log-level", default="warning", metavar="LEVEL", help="debug, info, warning or error"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until the client has gone."""
    from tagwright.lsp.server import main

    transport: Literal["stdio", "tcp", "ws"] = "tcp" if args.tcp else "ws" if args.ws else "stdio"
    host, port = _address(args.tcp or args.ws) if transport != "stdio" else ("", 0)
    return main(transport, host, port, args.log_level)


def _address(given: str) -> tuple[str, int]:
    host, _, port = given.rpartition(":")
    if not host or not port.isdecimal() or int(port) > _LAST_PORT:
        raise InputError(f"{given!r} is no address: give HOST:PORT, for example 127.0.0.1:9257.")
    return host.strip("[]"), int(port)
