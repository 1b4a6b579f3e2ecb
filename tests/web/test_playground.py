"""The playground in a real Chromium, as ``tagwright serve`` shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.support import ENDLESS, Server, write_script

from .conftest import WEB, Play


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the embedded model."""
    server = Server(tmp_path_factory.mktemp("real"))
    yield server
    server.stop()


def test_prompt_becomes_markup_preview_and_findings(play: Play, real: Server) -> None:
    play("main_job", real)


def test_editor_fills_the_comments_of_a_page(play: Play, real: Server) -> None:
    play("fills_the_page", real)


def test_editor_suggests_while_one_types(play: Play, real: Server) -> None:
    play("model_writes_ghost_text", real)


@pytest.mark.parametrize(
    "scenario",
    [
        "refine",
        "nothing_changed",
        "context",
        "streams_and_cancels",
        "takes_it_along",
        "variants",
        "one_variant_only",
        "finds_faults",
        "tells_problems",
        "action",
        "types_meanwhile",
        "cancels",
        "completes",
        "takes_ghost_text",
        "leaves_ghost_text",
        "latest_ghost_text_wins",
        "opens_in_editor",
        "runs_no_scripts",
    ],
)
def test_scenario(play: Play, scripted: Server, scenario: str) -> None:
    play(scenario, scripted)


def test_page_fits_a_phone(play: Play, scripted: Server) -> None:
    play("phone", scripted, width=375)


def test_page_itself_has_no_accessibility_violations(play: Play, scripted: Server) -> None:
    play("is_accessible", scripted, axe=str(WEB / "node_modules/axe-core/axe.min.js"))


def test_full_queue_is_told_and_the_prompt_kept(play: Play, tmp_path: Path) -> None:
    server = Server(tmp_path, *write_script(tmp_path, ENDLESS), "--queue", "0")
    try:
        play("too_many", server)
    finally:
        server.stop()


def test_token_is_asked_for_and_used(play: Play, tmp_path: Path) -> None:
    flags = (*write_script(tmp_path), "--token-env", "TOKEN_OF_TEST")
    server = Server(tmp_path, *flags, env={"TOKEN_OF_TEST": "s3cret"})
    try:
        play("asks_for_token", server, token="s3cret")
    finally:
        server.stop()


def test_server_that_dies_in_the_middle_of_an_answer_is_told(play: Play, tmp_path: Path) -> None:
    server = Server(tmp_path, *write_script(tmp_path, ENDLESS))
    try:
        play("server_dies", server, pid=server.process.pid)
    finally:
        server.stop()


def test_server_may_leave_and_come_back(play: Play, tmp_path: Path) -> None:
    script = write_script(tmp_path, default={"text": "<ul><li>One</li></ul>"})
    server = Server(tmp_path, *script)
    port = server.authority.rpartition(":")[2]
    try:
        play("server_leaves", server, pid=server.process.pid)
        server.wait()
        server = Server(tmp_path, *script, "--port", port)
        play("server_is_back", server, keep=True)
    finally:
        server.stop()
