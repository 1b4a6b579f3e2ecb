"""The worker's life, with real processes: shared, killed, unloaded, gone."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tagwright.errors import Cancelled, ModelError
from tagwright.settings import Settings
from tagwright.worker import remote as remote_module
from tagwright.worker.start import Connection, connect
from tagwright.worker.state import LoadFailed

from .support import ENDLESS, SLOW, is_running, until

Loads = Callable[[], list[int]]


async def test_answers_with_every_token_counted(remote: Any) -> None:
    one = remote(answers=SLOW)
    generation = await one.ask("slow")
    assert generation.html == "<p>x</p>" * 30
    assert generation.tokens == 30
    assert one.counts == sorted(set(one.counts))
    assert one.counts[-1] == 30
    answers = [partial.answer for partial in one.partials]
    assert len(answers) >= 2
    assert answers == sorted(answers, key=len)
    assert all(generation.html.startswith(answer) for answer in answers)
    states = [state.state for state in one.states]
    assert [states[0], states[-1]] == ["loading", "idle"]
    assert "generating" in states
    assert one.state.tokens_per_second > 0
    assert (one.state.engine, one.state.model) == ("scripted", "shared.json")


async def test_requests_wait_for_their_turn(remote: Any) -> None:
    answers = [{"match": f"number {n}", "text": f"<p>{n}</p>", "token_ms": 5} for n in range(5)]
    one = remote(answers=answers)
    generations = await asyncio.gather(*(one.ask(f"number {n}") for n in range(5)))
    assert [generation.html for generation in generations] == [f"<p>{n}</p>" for n in range(5)]


async def test_cancel_stops_the_engine(remote: Any) -> None:
    one = remote(answers=ENDLESS)
    running, queued = one.asked("endless"), one.asked("endless too")
    await until(lambda: one.counts)
    queued.cancel()
    running.cancel()
    assert (await one.ask("short")).html == "<p>Hello</p>"
    assert running.cancelled() and queued.cancelled()


async def test_killed_while_it_writes(remote: Any, loads: Loads) -> None:
    one = remote(answers=SLOW)
    running, queued = one.asked("slow"), one.asked("another")
    await until(lambda: one.counts)
    one.kill()
    assert (await running).html == "<p>x</p>" * 30
    assert (await queued).html == "<p>Hello</p>"
    (told,) = one.restarts
    assert "signal 9" in told
    assert len(set(loads())) == 2
    assert one.failures == []


async def test_killed_again_and_again(remote: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_module, "FIRST_PAUSE", 3.0)
    one = remote(answers=SLOW)
    one.on_token = one.kill
    with pytest.raises(ModelError, match="ended twice"):
        await one.ask("slow")
    with pytest.raises(LoadFailed, match="2 times in a row"):
        await one.ask("slow")
    assert one.state.state == "error"


async def test_killed_while_it_loads(remote: Any, loads: Loads) -> None:
    one = remote(load_ms=60_000)
    for number in (1, 2):
        await until(lambda number=number: len(loads()) == number and one.state.pid == loads()[-1])
        one.kill()
    with pytest.raises(LoadFailed, match="while it loaded"):
        await one.ask("anything")
    assert len(one.failures) == 1
    assert one.state.state == "error"


async def test_killed_when_it_has_nothing_to_do(remote: Any, loads: Loads) -> None:
    one = remote()
    await one.ask("first")
    one.kill()
    await until(lambda: not one.state.loaded)
    assert one.state.state == "idle"
    assert (await one.ask("second")).html == "<p>Hello</p>"
    assert len(loads()) == 2
    assert one.restarts == one.failures == []


async def test_load_that_fails(remote: Any, loads: Loads) -> None:
    one = remote(fail_load="It is damaged; copy it again.")
    for _ in range(3):
        with pytest.raises(LoadFailed, match="damaged"):
            await one.ask("anything")
    assert one.failures == ["It is damaged; copy it again."]
    assert (one.state.state, one.state.message) == ("error", "It is damaged; copy it again.")
    assert len(loads()) == 1
    one.model.use(one.settings)
    with pytest.raises(LoadFailed, match="damaged"):
        await one.ask("anything")
    assert len(loads()) == 2


async def test_model_is_freed_when_idle_and_comes_back(remote: Any, loads: Loads) -> None:
    one = remote(answers=SLOW, idle_minutes=0.005)
    # Far longer than the pause: a request that runs is no idleness.
    assert (await one.ask("slow")).tokens == 30
    assert len(loads()) == 1
    (pid,) = loads()
    await until(lambda: not is_running(pid))
    await until(lambda: not one.state.loaded)
    assert (one.state.state, one.state.pid) == ("idle", 0)
    assert (await one.ask("again")).html == "<p>Hello</p>"
    assert len(loads()) == 2
    assert one.restarts == []


async def test_the_longest_pause_of_all_clients_counts(remote: Any, script: Any) -> None:
    model = script()
    one, two = remote(model, idle_minutes=0.001), remote(model, idle_minutes=0.0)
    await asyncio.gather(one.ask("x"), two.ask("x"))
    await asyncio.sleep(0.5)  # it can't fail for being too short
    assert is_running(one.state.pid)
    two.model.use(Settings(**{**vars(two.settings), "idle_minutes": 0.001}))
    await until(lambda: not is_running(two.state.pid) or not two.state.pid)


async def test_shared_and_gone_after_the_last(remote: Any, script: Any, loads: Loads) -> None:
    model = script(answers=SLOW)
    one, two = remote(model), remote(model)
    await asyncio.gather(one.ask("slow"), two.ask("slow"))
    (pid,) = loads()
    assert one.state.pid == two.state.pid == pid
    one.model.close()
    assert (await two.ask("once more")).html == "<p>Hello</p>"
    two.model.close()
    await until(lambda: not is_running(pid))
    assert loads() == [pid]


async def test_what_a_client_asked_for_stops_when_it_goes(remote: Any, script: Any) -> None:
    model = script(answers=ENDLESS)
    one, two = remote(model), remote(model)
    running = one.asked("endless")
    await until(lambda: one.counts)
    one.model.close()
    assert (await two.ask("short")).html == "<p>Hello</p>"
    with pytest.raises(Cancelled):
        await running


async def test_other_settings_free_the_model_before(remote: Any, script: Any, loads: Loads) -> None:
    one = remote()
    await one.ask("first")
    other = script("other.json", default={"text": "<p>Other</p>"})
    one.model.use(Settings(engine="scripted", model=other))
    assert (await one.ask("second")).html == "<p>Other</p>"
    before, _ = loads()
    # Nobody lingers for a client that has said it does not come back.
    assert not is_running(before)


async def test_other_settings_end_a_load(remote: Any, script: Any, loads: Loads) -> None:
    one = remote(load_ms=3_600_000)
    early = one.asked("early")
    await until(loads)
    one.model.use(Settings(engine="scripted", model=script("other.json")))
    assert (await early).html == "<p>Hello</p>"
    before = loads()[0]
    await until(lambda: not is_running(before))
    assert one.failures == one.restarts == []


async def test_other_settings_leave_the_model_to_others(remote: Any, script: Any) -> None:
    model = script()
    one, two = remote(model), remote(model)
    await asyncio.gather(one.ask("x"), two.ask("x"))
    shared = two.state.pid
    one.model.use(Settings(engine="scripted", model=script("other.json")))
    await one.ask("x")
    assert one.state.pid != shared
    await two.ask("x")
    assert two.state.pid == shared


def test_many_starts_at_once_make_one_worker(script: Any) -> None:
    settings = Settings(engine="scripted", model=script())
    made: list[Connection] = []
    threads = [
        threading.Thread(target=lambda: made.append(connect(settings, 0.0))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({connection.state.pid for connection in made}) == 1
    assert len(made) == 4
    assert sum(connection.process is not None for connection in made) == 1
    for connection in made:
        connection.socket.close()


def test_a_worker_that_nobody_comes_to_ends(script: Any, runtime: Path) -> None:
    connection = connect(Settings(engine="scripted", model=script()), 0.0)
    pid = connection.state.pid
    connection.socket.close()
    while is_running(pid):
        time.sleep(0.01)
    assert [path.name for path in (runtime / "tagwright").iterdir()] == ["lock"]
