from __future__ import annotations

from collections.abc import Callable

from tests.engines.chat_server import answer, chat_server

from tagwright import __version__


def test_report_names_what_was_tried(cli: Callable, script: Callable) -> None:
    ran = cli("doctor", *script(default={"text": "<form></form>"}))
    assert (ran.returncode, ran.stderr) == (0, "")
    report = dict(line.split(": ", 1) for line in ran.stdout.splitlines())
    assert report["tagwright"].strip() == __version__
    assert "xllamacpp 20" in report["packages"]
    assert "script.json with scripted" in report["loaded"]
    assert "tokens/s (4 tokens in" in report["speed"]
    assert "not needed" in report["network"]


def test_model_that_does_not_load_ends_the_report(cli: Callable, script: Callable) -> None:
    ran = cli("doctor", *script(fail_load="The model is broken."))
    assert ran.returncode == 2
    assert "engine:    scripted" in ran.stdout
    assert ran.stderr == "tagwright: The model is broken.\n"


def test_server_that_the_prompt_went_to_is_named(cli: Callable) -> None:
    with chat_server(answer("<form>", "</form>")) as server:
        ran = cli("doctor", "--base-url", server.url, "--model", "tiny", "--idle-timeout", "5")
        assert (ran.returncode, ran.stderr) == (0, "")
        report = dict(line.split(": ", 1) for line in ran.stdout.splitlines())
        assert report["engine"].strip() == "auto: openai"
        assert report["server"].strip() == server.url
        assert "tiny with openai" in report["loaded"]
        assert report["network"].strip() == f"the prompt went to {server.url}, and nowhere else"
        assert len(server.requests) == 1


def test_flags_are_checked_like_settings(cli: Callable) -> None:
    ran = cli("doctor", "--adapter-scale", "7")
    assert ran.returncode == 2
    assert "adapterScale can't be 7" in ran.stderr
