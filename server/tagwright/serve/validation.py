"""From the bytes of a request to what is asked for."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest

from tagwright.cli.requests import parse_request
from tagwright.errors import InputError
from tagwright.prompt import Request
from tagwright.serve.respond import ApiError

FIELDS = ("prompt", "context", "input", "n", "stream")
MOST_ANSWERS = 5
LONGEST_PROMPT = 20_000
"""Characters; the model's own limit is checked when its turn has come."""


@dataclass(frozen=True)
class Wish:
    """A checked request. count: different answers wanted. stream: whether as events."""

    request: Request
    count: int = 1
    stream: bool = False


async def read_wish(request: HttpRequest, limit: int, seconds: float) -> Wish:
    """Return what a request asks for. Raises ``ApiError``.

    limit: bytes of its body. seconds: how long all of that may take to arrive.
    """
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != "application/json":
        raise ApiError(415, "The Content-Type must be application/json.")
    charset = parameters.lower().replace(" ", "").replace('"', "")
    if charset.startswith("charset=") and charset != "charset=utf-8":
        raise ApiError(415, "The charset of the Content-Type must be utf-8.")
    try:
        body = await asyncio.wait_for(_body(request, limit), seconds)
    except asyncio.TimeoutError:
        raise ApiError(408, f"The request did not arrive within {seconds:g} s.") from None
    except ClientDisconnect:
        raise ApiError(400, "The request ended before its body did.") from None
    # On a thread: a page of a megabyte takes a while to read.
    return await asyncio.to_thread(parse_wish, body)


def parse_wish(body: bytes) -> Wish:
    """Return what a body asks for. Raises ``ApiError`` with a sentence that names the field."""
    try:
        row = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise ApiError(400, "The body is not JSON in UTF-8.") from None
    if isinstance(row, dict):
        unknown = [name for name in row if name not in FIELDS]
        if unknown:
            fields = ", ".join(FIELDS)
            raise ApiError(400, f"There is no field {unknown[0]!r}; the fields are {fields}.")
        prompt = row.get("prompt")
        if isinstance(prompt, str) and len(prompt) > LONGEST_PROMPT:
            raise ApiError(
                400,
                f'The "prompt" is {len(prompt)} characters long and may have {LONGEST_PROMPT}: '
                "shorten it.",
            )
    try:
        request = parse_request(row)
    except InputError as error:
        raise ApiError(400, f"The request can't be used: {error}.") from None
    count, stream = row.get("n"), row.get("stream")
    if count is None:
        count = 1
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MOST_ANSWERS:
        raise ApiError(400, f'The "n" must be a whole number from 1 to {MOST_ANSWERS}.')
    if not isinstance(stream, (bool, type(None))):
        raise ApiError(400, 'The "stream" must be true or false.')
    return Wish(request, count, bool(stream))


async def _body(request: HttpRequest, limit: int) -> bytes:
    sentence = f"The body is too long: at most {limit} bytes are taken."
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > limit:
        raise ApiError(413, sentence)
    chunks = bytearray()
    async for chunk in request.stream():
        chunks += chunk
        if len(chunks) > limit:
            raise ApiError(413, sentence)
    return bytes(chunks)
