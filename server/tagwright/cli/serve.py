"""``tagwright serve``: the HTTP API and the playground."""

from __future__ import annotations

import argparse
import os
from importlib.util import find_spec

from tagwright.cli.options import add_model_arguments, settings_of
from tagwright.errors import InputError

_NEEDED = ("starlette", "uvicorn", "prometheus_client", "websockets")
_LAST_PORT = 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", default="8460", metavar="N", help="port (8460); 0 takes any")
    parser.add_argument(
        "--token-env",
        metavar="NAME",
        help="environment variable with the token that clients must send; needed for any address "
        "that other machines can reach",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name that the server may be called by; may be given more than once",
    )
    parser.add_argument(
        "--queue", default="1024", metavar="N", help="requests that may wait (1024)"
    )
    parser.add_argument(
        "--time-limit", default="120", metavar="SECONDS", help="longest time for one answer (120)"
    )
    parser.add_argument(
        "--max-body", default="1048576", metavar="BYTES", help="longest request (1048576)"
    )
    parser.add_argument(
        "--body-time", default="30", metavar="SECONDS", help="longest time for its arrival (30)"
    )
    parser.add_argument(
        "--grace", default="30", metavar="SECONDS", help="time to finish once told to stop (30)"
    )
    parser.add_argument(
        "--log-level", default="warning", metavar="LEVEL", help="debug, info, warning or error"
    )
    add_model_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise InputError(
            f"The server needs the package {missing[0]}: "
            "install it with `pip install 'tagwright[serve]'`."
        )
    settings = settings_of(args)
    token = _token(args.token_env)
    port = _whole("--port", args.port, 0, _LAST_PORT)
    queue = _whole("--queue", args.queue, 0, 1_000_000)
    body = _whole("--max-body", args.max_body, 1, 1 << 30)
    seconds = _whole("--time-limit", args.time_limit, 1, 86400)
    arrival = _whole("--body-time", args.body_time, 1, 86400)
    grace = _whole("--grace", args.grace, 0, 86400)

    # Imported here: without the extra there is a sentence, and other mistakes are seen sooner.
    from tagwright.logs import log_to_stderr
    from tagwright.serve.config import Service
    from tagwright.serve.run import is_public, listen, names_of, serve

    log_to_stderr(args.log_level)
    with listen(args.host, port) as listener:
        if is_public(listener) and not token:
            raise InputError(
                f"Other machines can reach {args.host}: name an environment variable that holds a "
                "token with --token-env NAME, or leave out --host."
            )
        hosts = (*names_of(listener, args.host), *args.allow_host)
        service = Service(settings, hosts, token, queue, seconds, body, arrival, grace)
        return serve(service, listener)


def _token(variable: str | None) -> str:
    if variable is None:
        return ""
    token = os.environ.get(variable, "").strip()
    if not token:
        raise InputError(
            f"The environment variable {variable} holds no token: set it, or leave out --token-env."
        )
    return token


def _whole(flag: str, given: str, low: int, high: int) -> int:
    if not given.isdecimal() or not low <= int(given) <= high:
        raise InputError(f"{flag} must be a whole number from {low} to {high}, not {given!r}.")
    return int(given)
