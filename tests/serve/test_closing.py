"""Told to stop, a server finishes what it has and takes nothing new."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode

from .conftest import Start
from .support import ENDLESS, OPTIONS, SLOW, WAIT, Lsp, Server, event, events, until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals there end a process")


async def test_running_requests_finish_and_new_ones_are_refused(start: Start) -> None:
    server = start(answers=(SLOW,))
    async with httpx.AsyncClient(**OPTIONS) as client:
        running = _ask(client, server, "slow")
        stream = _ask(client, server, "slow", stream=True)
        await until(lambda: server.get("/healthz").json()["state"] == "generating")
        server.signal(signal.SIGTERM)
        await until(lambda: server.get("/healthz").status_code == 503)
        refused = await _ask(client, server, "next")
        assert refused.status_code == 503
        assert "stopping" in refused.json()["error"]
        assert (await running).json()["html"].count("<p>x</p>") == 10
        assert events(await stream)[-1][0] == "done"
    assert server.wait() == 0


async def test_what_takes_longer_is_told_of_the_end(start: Start) -> None:
    server = start("--grace", "1", answers=(ENDLESS,))
    async with httpx.AsyncClient(**OPTIONS) as client:
        waiting = [_ask(client, server, "endless") for _ in range(3)]
        url, body = f"{server.url}/generate_html", {"prompt": "endless", "stream": True}
        async with client.stream("POST", url, json=body) as stream:
            await until(lambda: server.metric("tagwright_queue_length") == 2)
            server.signal(signal.SIGTERM)
            text = "".join([part async for part in stream.aiter_text()])
        name, data = event(text.strip().split("\n\n")[-1])
        assert name == "error"
        assert "stopping" in data["error"]
        for response in await asyncio.gather(*waiting):
            assert response.status_code == 503
            assert "stopping" in response.json()["error"]
    assert server.wait() == 0


async def test_second_signal_does_not_wait(start: Start) -> None:
    server = start("--grace", "3600", answers=(ENDLESS,))
    async with httpx.AsyncClient(**OPTIONS) as client:
        waiting = _ask(client, server, "endless")
        await until(lambda: server.get("/healthz").json()["state"] == "generating")
        server.signal(signal.SIGINT)
        await until(lambda: server.get("/healthz").status_code == 503)
        server.signal(signal.SIGINT)
        assert (await waiting).status_code == 503
    assert server.wait() == 130


async def test_editors_are_told_that_it_restarts(start: Start) -> None:
    server = start()
    async with connect(f"ws://{server.authority}/lsp") as socket:
        await Lsp(socket).start()
        server.signal(signal.SIGTERM)
        with pytest.raises(ConnectionClosed) as end:
            while True:
                await asyncio.wait_for(socket.recv(), WAIT)
        assert end.value.rcvd is not None
        assert end.value.rcvd.code == CloseCode.SERVICE_RESTART
    assert server.wait() == 0


def _ask(
    client: httpx.AsyncClient, server: Server, prompt: str, **fields: Any
) -> asyncio.Future[httpx.Response]:
    body = {"prompt": prompt, **fields}
    return asyncio.ensure_future(client.post(f"{server.url}/generate_html", json=body))
