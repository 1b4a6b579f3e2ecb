"""Language servers over WebSocket, all with the server's model."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tagwright.serve.lsp_socket import MOST
from tagwright.settings import Settings, hosted_by

from .conftest import Start
from .support import ENDLESS, Lsp, Server, until


async def test_editors_and_api_share_one_loaded_model(start: Start, tmp_path: Path) -> None:
    loads = tmp_path / "loads"
    server = start(load_log=str(loads))
    url = f"ws://{server.authority}/lsp"
    async with connect(url) as one, connect(url) as other:
        first, second = Lsp(one), Lsp(other)
        await asyncio.gather(first.start(), second.start())
        page = "<!-- a greeting -->\n"
        assert await first.variants(page) == ["<p>Hello</p>"]
        assert await second.variants(page) == ["<p>Hello</p>"]
        assert server.post(prompt="a greeting").json()["html"] == "<p>Hello</p>"
        assert server.metric("tagwright_language_servers") == 2
    assert len(loads.read_text().splitlines()) == 1
    await until(lambda: server.metric("tagwright_language_servers") == 0)


async def test_editor_can_not_choose_the_model(start: Start, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"default": {"text": "<p>Other</p>"}}')
    server = start()
    async with connect(f"ws://{server.authority}/lsp") as socket:
        client = Lsp(socket)
        await client.start(model=str(other), engine="llamacpp", baseUrl="http://127.0.0.1:9")
        assert await client.variants("<!-- a greeting -->\n") == ["<p>Hello</p>"]


def test_only_the_host_says_what_is_loaded_and_kept() -> None:
    """How an answer is written stays the editor's own choice."""
    host = Settings(model="host", idle_minutes=1.0)
    client = Settings(
        model="client", base_url="http://x", idle_minutes=0.0, log_generations=True, temperature=1.0
    )
    both = hosted_by(host, client)
    assert both == replace(host, temperature=1.0)


async def test_editor_has_no_files_here(start: Start, tmp_path: Path) -> None:
    """What style sheets define is told to the model, and could be asked back from it."""
    (tmp_path / "site.css").write_text(".secret { color: red }")
    answers = ({"match": "secret", "text": "<p>It read the file</p>"},)
    server = start(answers=answers)
    page = '<link rel="stylesheet" href="site.css">\n<!-- a greeting -->\n'
    async with connect(f"ws://{server.authority}/lsp") as socket:
        client = Lsp(socket)
        await client.start(root=tmp_path.as_uri())
        uri = (tmp_path / "page.html").as_uri()
        assert await client.variants(page, uri) == ["<p>Hello</p>"]


async def test_editor_that_goes_stops_its_generation(start: Start) -> None:
    server = start(answers=(ENDLESS,))
    async with connect(f"ws://{server.authority}/lsp") as socket:
        client = Lsp(socket)
        await client.start()
        asking = asyncio.ensure_future(client.variants("<!-- endless -->\n"))
        await until(lambda: server.get("/healthz").json()["state"] == "generating")
        asking.cancel()
        await asyncio.wait({asking})
    assert server.post(prompt="next").json()["html"] == "<p>Hello</p>"


async def test_text_that_is_no_message_is_answered(server: Server) -> None:
    async with connect(f"ws://{server.authority}/lsp") as socket:
        await socket.send("hello")
        assert "not valid JSON" in str(await socket.recv())
        assert (await Lsp(socket).start())["serverInfo"]["name"] == "tagwright"


async def test_other_web_sockets_are_told_that_there_is_nothing(server: Server) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        await connect(f"ws://{server.authority}/other")
    assert refusal.value.response.status_code == 404


async def test_editors_are_limited_in_number(start: Start) -> None:
    server = start()
    url = f"ws://{server.authority}/lsp"
    async with contextlib.AsyncExitStack() as stack:
        for _ in range(MOST):
            await stack.enter_async_context(connect(url))
        with pytest.raises(InvalidStatus) as refusal:
            await connect(url)
        assert refusal.value.response.status_code == 429
        assert int(refusal.value.response.headers["Retry-After"]) >= 1
    await until(lambda: server.metric("tagwright_language_servers") == 0)
    async with connect(url) as socket:
        assert (await Lsp(socket).start())["serverInfo"]["name"] == "tagwright"
