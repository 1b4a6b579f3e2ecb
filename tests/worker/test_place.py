"""Where workers are found, who shares one, and what lies in the way."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import tagwright
from tagwright.errors import ModelError
from tagwright.settings import Settings
from tagwright.worker import start as start_module
from tagwright.worker.place import absolute, find_place
from tagwright.worker.start import connect
from tagwright.worker.wire import pack, receive
from tests.lsp.support import WAIT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks at POSIX files")


@pytest.fixture
def settings(script: Callable[..., str]) -> Settings:
    """Return settings with a model that exists."""
    return absolute(Settings(engine="scripted", model=script()))


def pid_of(settings: Settings) -> int:
    """Connect, hang up, and return the worker's process."""
    connection = connect(settings, 0.0)
    connection.socket.close()
    return connection.state.pid


def test_only_what_decides_on_the_model_is_in_the_name(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, script: Callable[..., str]
) -> None:
    name = find_place(settings).name
    same = {"max_new_tokens": 5, "temperature": 1.0, "comment": "replace", "idle_minutes": 1.0}
    assert find_place(replace(settings, **same)).name == name
    names = [name]
    for change in ({"adapter": "none"}, {"adapter_scale": 0.5}, {"api_key_env": "TW_TOKEN"}):
        names.append(find_place(replace(settings, **change)).name)
    monkeypatch.setenv("TW_TOKEN", "secret")
    names.append(find_place(replace(settings, api_key_env="TW_TOKEN")).name)
    script(default={"text": "<p>trained again</p>"})
    names.append(find_place(settings).name)
    monkeypatch.setattr(tagwright, "__version__", "99")
    names.append(find_place(settings).name)
    assert len(set(names)) == len(names)


def test_relative_paths_are_those_of_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model.gguf").touch()
    monkeypatch.chdir(tmp_path)
    found = absolute(Settings(model="model.gguf", adapter="none"))
    assert found.model == str(tmp_path / "model.gguf")
    assert found.adapter == "none"


def test_folder_is_private(settings: Settings, runtime: Path) -> None:
    (runtime / "tagwright").mkdir()
    (runtime / "tagwright").chmod(0o755)
    folder = find_place(settings).folder
    assert folder == runtime / "tagwright"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("trouble", ["missing", "a file", "a link", "relative", "too long", "gone"])
def test_folder_that_can_not_be_used(
    settings: Settings,
    runtime: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: str,
) -> None:
    """A read-only system shows itself like a file: nothing can be made below it."""
    chosen: dict[str, Path] = {
        "a file": runtime / "file",
        "a link": runtime,
        "relative": Path("runtime"),
        "too long": tmp_path / ("long" * 30),
        "gone": runtime / "never" / "made",
    }
    (runtime / "file").touch()
    if trouble == "a link":
        (runtime / "tagwright").symlink_to(tmp_path)
    if trouble == "too long":
        chosen[trouble].mkdir()
    if trouble == "missing":
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(chosen[trouble]))
    monkeypatch.delenv("HOME", raising=False)
    folder = find_place(settings).folder
    assert folder.name == f"tagwright-{os.geteuid()}"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert pid_of(settings)


def test_what_dead_workers_left_is_in_nobodys_way(settings: Settings) -> None:
    place = find_place(settings)
    other = replace(place, name="other")
    for dead in (place, other):
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(dead.door))
        dead.log.touch()
    replace(place, name="file").door.write_text("no socket")
    replace(place, name="old", unix=False).door.write_text("no port")
    replace(place, name="never-opened").log.touch()
    assert pid_of(settings)
    assert {path.name for path in place.folder.iterdir()} == {
        "lock",
        place.log.name,
        place.door.name,
    }


def test_strangers_are_put_out(settings: Settings) -> None:
    with connect(settings, 0.0).socket as client:
        for first in (b"GET / HTTP/1.1\r\n\r\n", pack({"do": "load"}), pack({"do": "hello"})[:9]):
            with socket.socket(socket.AF_UNIX) as stranger:
                stranger.connect(str(find_place(settings).door))
                stranger.sendall(first)
                stranger.shutdown(socket.SHUT_WR)
                assert stranger.recv(1) == b""
        client.sendall(pack({"do": "load", "id": 1}))
        while (answer := receive(client)) is not None and answer["do"] == "state":
            pass
        assert answer is not None and answer["do"] == "result"


def test_starter_that_dies_at_once() -> None:
    command = [sys.executable, "-m", "tagwright.worker"]
    for orders in (b"", b"\0\0\1\0{"):
        done = subprocess.run(command, input=orders, capture_output=True, timeout=WAIT)
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_command_line_says_nothing(settings: Settings) -> None:
    command = Path(f"/proc/{pid_of(settings)}/cmdline").read_bytes().split(b"\0")
    assert command[1:] == [b"-m", b"tagwright.worker", b""]


def test_where_there_are_no_unix_sockets(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows: a loopback port, and a token in a file that only the user can read."""
    place = replace(find_place(settings), unix=False)
    monkeypatch.setattr(start_module, "find_place", lambda settings: place)
    first, second = connect(settings, 0.0), connect(settings, 0.0)
    with first.socket, second.socket:
        assert first.state.pid == second.state.pid
        port, token = place.door.read_text().split()
        assert len(token) >= 32
        with socket.create_connection(("127.0.0.1", int(port))) as stranger:
            stranger.sendall(pack({"do": "hello", "idle": 0.0, "token": "guessed"}))
            assert stranger.recv(1) == b""


def test_updated_while_the_editor_runs(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_module, "__version__", "0.0.1")
    with pytest.raises(ModelError, match="was updated"):
        connect(settings, 0.0)
