from __future__ import annotations

from collections.abc import Callable

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
