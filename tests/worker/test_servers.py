"""Whole language servers over one worker, from the wire."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.conftest import Start
from tests.lsp.support import CURSOR, URI, Editor, refusal
from tests.lsp.test_wire import Wire, conversation, request

from .support import ENDLESS, SLOW, is_running, until

Loads = Callable[[], list[int]]
UNLIMITED = {"maxNewTokens": 8192}


async def begin(editor: Editor, prompt: str, msg_id: str) -> asyncio.Task[types.CodeAction]:
    """Start a generation and return once its first tokens have come."""
    action = await editor.action(editor.open(f"<!-- {prompt} -->\n"))
    running = asyncio.ensure_future(editor.resolve(action, msg_id))
    await editor.until(editor.reports)
    return running


async def test_two_servers_load_one_model(
    start: Start, script: Callable[..., str], loads: Loads
) -> None:
    options = {"model": script()}
    editors = [await start(options=options) for _ in range(2)]
    pages = await asyncio.gather(
        *(editor.generated(f"<!-- a list{CURSOR} -->\n") for editor in editors)
    )
    assert pages == ["<!-- a list -->\n<p>Hello</p>\n"] * 2
    assert len(loads()) == 1
    first, second = editors
    await first.shut_down()
    assert "Hello" in await second.generated(f"<!-- a table{CURSOR} -->\n", "file:///b.html")
    assert len(loads()) == 1


async def test_worker_killed_while_it_writes(
    start: Start, script: Callable[..., str], loads: Loads
) -> None:
    editor = await start(options={"model": script(answers=SLOW)})
    running = await begin(editor, "a slow list", "slow")
    os.kill(loads()[-1], 9)
    resolved = await running
    assert editor.applied(resolved.edit, URI).count("<p>x</p>") == 30
    await editor.until(lambda: editor.shown(types.MessageType.Warning))
    (sentence,) = editor.shown()
    assert "ended unexpectedly (signal 9)" in sentence
    assert "Hello" in await editor.generated(f"<!-- a table{CURSOR} -->\n", "file:///b.html")


async def test_idle_model_comes_back(
    start: Start, script: Callable[..., str], loads: Loads
) -> None:
    editor = await start(options={"model": script(), "idleMinutes": 0.005})
    await editor.generated(f"<!-- a list{CURSOR} -->\n")
    await until(lambda: not is_running(loads()[-1]))
    before = len(loads())
    assert "Hello" in await editor.generated(f"<!-- a table{CURSOR} -->\n", "file:///b.html")
    assert len(loads()) > before
    assert editor.shown() == []


async def test_changes_are_answered_while_the_model_writes(
    start: Start, script: Callable[..., str]
) -> None:
    """What is asked after each change is answered; the generation is still running then."""
    editor = await start(options={"model": script(answers=ENDLESS), **UNLIMITED})
    running = await begin(editor, "an endless list", "endless")
    other = "file:///other.html"
    at = editor.open(f"<!-- a table{CURSOR} -->\n<p>0</p>\n", other)
    for number in range(50):
        editor.change(f"<p>{number}</p>", f"<p>{number + 1}</p>", other)
        assert await editor.actions(at, uri=other)
    assert not running.done()
    editor.cancel("endless")
    assert (await refusal(running)).code == types.LSPErrorCodes.RequestCancelled
    resolved = await editor.resolve(await editor.action(at, other))
    assert "<p>Hello</p>\n<p>50</p>" in editor.applied(resolved.edit, other)


@pytest.fixture
def wires() -> Iterator[list[Wire]]:
    """Give two servers at their bare pipes."""
    with ExitStack() as stack:
        yield [stack.enter_context(closing(Wire())) for _ in range(2)]


async def test_killed_servers_take_the_worker_along(
    wires: list[Wire], script: Callable[..., str], loads: Loads
) -> None:
    """Started at once, they share one; killed in the middle of a generation, none is left."""
    talk = conversation(script(load_ms=300, default={"tokens": ["<p>"] * 8000, "token_ms": 50}))
    for wire in wires:
        wire.send(*talk[:4])
    for wire in wires:
        command, *_ = wire.answer(2)["result"]
        data = command["arguments"][0]["data"]
        wire.send(request(8, "codeAction/resolve", {"title": "x", "data": data}))
    await until(loads)
    first, second = wires
    first.process.kill()
    (pid,) = loads()
    assert is_running(pid)
    second.process.kill()
    await until(lambda: not is_running(pid))
    assert loads() == [pid]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_server_has_no_engine_in_memory(start: Start, runtime: Path) -> None:
    editor = await start(options={"engine": "auto", "model": ""})
    assert "<ul>" in await editor.generated(f"<!-- a list with Tea and Milk{CURSOR} -->\n")
    process = editor.client._server
    assert process is not None
    maps = Path(f"/proc/{process.pid}/maps").read_text()
    assert "xllamacpp" not in maps
    assert "torch" not in maps
