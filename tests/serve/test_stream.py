"""Server-sent events."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from .conftest import Start
from .support import ENDLESS, OPTIONS, Server, events, until


def test_partials_grow_until_done(server: Server) -> None:
    response = server.post(prompt="a list", stream=True)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["cache-control"] == "no-store"
    *partials, (name, done) = events(response)
    assert name == "done"
    assert done["html"] == "<ul>\n  <li>1</li>\n</ul>\n<p>2</p>"
    assert done["answers"] == [done["html"]]
    assert {name for name, _ in partials} == {"partial"}
    assert {"html": "<ul>\n  <li>1</li>\n</ul>", "answer": 0} in [data for _, data in partials]


def test_what_goes_wrong_later_is_an_event(server: Server) -> None:
    (event,) = events(server.post(prompt="words only", stream=True))
    assert event[0] == "error"
    assert "markup" in event[1]["error"]


def test_what_is_wrong_at_once_is_a_status(server: Server) -> None:
    assert server.post(prompt="", stream=True).status_code == 400


async def test_client_that_goes_stops_its_stream(start: Start) -> None:
    """The model is asked for one thing at a time: what goes on would hold up the next."""
    server = start(answers=(ENDLESS,))
    url, body = f"{server.url}/generate_html", {"prompt": "endless", "stream": True}
    async with (
        httpx.AsyncClient(**OPTIONS) as client,
        client.stream("POST", url, json=body) as response,
    ):
        async for line in response.aiter_lines():
            if line == "event: partial":
                break
    await _serves_next(server)


async def test_client_that_goes_stops_its_request(start: Start) -> None:
    server = start(answers=(ENDLESS,))
    async with httpx.AsyncClient(**OPTIONS) as client:
        asking: Any = client.post(f"{server.url}/generate_html", json={"prompt": "endless"})
        waiting = asyncio.ensure_future(asking)
        await until(lambda: server.get("/healthz").json()["state"] == "generating")
        waiting.cancel()
    await _serves_next(server)
    assert server.metric('tagwright_requests_total{status="499"}') == 1


async def _serves_next(server: Server) -> None:
    response = await asyncio.to_thread(server.post, prompt="next")
    assert response.json()["html"] == "<p>Hello</p>"
    await until(lambda: server.metric("tagwright_requests_in_flight") == 1)  # this one
