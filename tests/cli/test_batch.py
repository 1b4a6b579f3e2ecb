from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ONE = {"match": "one", "text": "<p>1</p>"}
TWO = {"match": "two", "text": "<p>2</p>"}
TALK = {"match": "talk", "text": "Sorry, no."}


def lines(*rows: object) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def rows_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("from_stdin", [False, True])
def test_same_lines_come_out_in_order_with_their_markup(
    cli: Callable, script: Callable, tmp_path: Path, from_stdin: bool
) -> None:
    text = lines({"prompt": "two", "id": 7}, {"prompt": "one", "context": {"lang": "de"}}) + "\n"
    (tmp_path / "in.jsonl").write_text(text)
    ran = cli(
        "generate", "--batch", "-" if from_stdin else "in.jsonl", *script(ONE, TWO), stdin=text
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    first, second = rows_of(ran.stdout)
    assert list(first) == ["prompt", "id", "html", "tokens", "ms"]
    assert (first["prompt"], first["id"], first["html"], first["tokens"]) == (
        "two",
        7,
        "<p>2</p>",
        2,
    )
    assert (second["context"], second["html"]) == ({"lang": "de"}, "<p>1</p>")


def test_rest_of_a_line_that_has_no_utf8_form_comes_out_as_it_came(
    cli: Callable, script: Callable
) -> None:
    ran = cli("generate", "--batch", "-", *script(ONE), stdin='{"prompt": "one", "id": "\\ud800"}')
    assert ran.returncode == 0
    assert r'"id": "\ud800"' in ran.stdout
    assert rows_of(ran.stdout)[0]["html"] == "<p>1</p>"


def test_prompt_far_too_long_is_an_error_of_its_line(cli: Callable, script: Callable) -> None:
    stdin = lines({"prompt": "one", "input": "<p>x</p>" * 10_000}, {"prompt": "one"})
    bad, good = rows_of(cli("generate", "--batch", "-", *script(ONE), stdin=stdin).stdout)
    assert bad["html"] == "" and "shorten the prompt" in bad["error"]
    assert good["html"] == "<p>1</p>"


def test_context_may_be_html(cli: Callable, script: Callable) -> None:
    flags = script({"match": "inside <ul>", "text": "<li>in</li>"})
    ran = cli("generate", "--batch", "-", *flags, stdin=lines({"prompt": "x", "context": "<ul>"}))
    assert rows_of(ran.stdout)[0]["html"] == "<li>in</li>"


def test_prompt_without_usable_answer_does_not_end_the_run(cli: Callable, script: Callable) -> None:
    stdin = lines({"prompt": "talk"}, {"prompt": "one"})
    ran = cli("generate", "--batch", "-", *script(ONE, TALK), stdin=stdin)
    bad, good = rows_of(ran.stdout)
    assert ran.returncode == 0
    assert bad["html"] == "" and bad["tokens"] == 3
    assert "no usable markup" in bad["error"]
    assert good["html"] == "<p>1</p>" and "error" not in good
    assert ran.stderr == (
        "tagwright: 1 of the prompts gave no markup; see the error in their lines.\n"
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "Line 2 can't be used: it is not JSON"),
        ('"one"', "Line 2 can't be used: it must be a JSON object"),
        ('{"id": 1}', 'it needs a "prompt"'),
        ('{"prompt": "  "}', 'it needs a "prompt"'),
        ('{"prompt": "x", "input": 1}', '"input" must be a text'),
        ('{"prompt": "x", "context": 1}', '"context" must be an object or a text'),
        ('{"prompt": "x\\ud800"}', "not UTF-8"),
        ('{"prompt": "x", "context": {"ids": ["\\ud800"]}}', "not UTF-8"),
        ('{"prompt": "x", "context": {"lang": "\\ud800"}}', "not UTF-8"),
        ("[" * 100_000, "Line 2 can't be used: it is not JSON"),
    ],
)
def test_broken_line_of_a_file_ends_the_run_before_it_starts(
    cli: Callable, refused: Callable, script: Callable, tmp_path: Path, line: str, words: str
) -> None:
    (tmp_path / "in.jsonl").write_text(f"{lines({'prompt': 'one'})}{line}\n")
    refused(cli("generate", "--batch", "in.jsonl", *script(ONE)), words)


def test_broken_line_of_a_stream_comes_after_the_answers_before_it(
    cli: Callable, script: Callable
) -> None:
    stdin = lines({"prompt": "one"}).encode() + b'{"prompt": "\xff"}\n'
    ran = cli("generate", "--batch", "-", *script(ONE), stdin=stdin)
    assert ran.returncode == 2
    assert [row["html"] for row in rows_of(ran.stdout)] == ["<p>1</p>"]
    assert ran.stderr == (
        "tagwright: Line 2 of the standard input is not UTF-8: save it in that encoding.\n"
    )


def test_batch_takes_no_other_source(cli: Callable, refused: Callable, script: Callable) -> None:
    refused(cli("generate", "x", "--batch", "-", *script(ONE)), "Give one prompt")
    refused(cli("generate", "--batch", "-", "--context", "{}", *script(ONE)), "With --batch")


def _interruptible() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def start(script: list[str], rows: str, tmp_path: Path) -> subprocess.Popen[bytes]:
    (tmp_path / "in.jsonl").write_text(rows)
    return subprocess.Popen(
        [sys.executable, "-m", "tagwright", "generate", "--batch", "in.jsonl", *script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        # Whoever runs the tests in the background has SIGINT ignored, which children inherit.
        preexec_fn=_interruptible if os.name == "posix" else None,
    )


SLOW = {"match": "slow", "text": "<p>slow</p>", "token_ms": 60_000}


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_lines_are_flushed_and_interrupt_ends_quietly(script: Callable, tmp_path: Path) -> None:
    run = start(script(ONE, SLOW), lines({"prompt": "one"}, {"prompt": "slow"}), tmp_path)
    assert run.stdout is not None
    # The first line is here although the second will never come.
    assert json.loads(run.stdout.readline())["html"] == "<p>1</p>"
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="other systems report a closed pipe otherwise")
def test_reader_that_goes_away_ends_quietly(script: Callable, tmp_path: Path) -> None:
    run = start(script(ONE), lines(*[{"prompt": "one"}] * 5000), tmp_path)
    assert run.stdout is not None and run.stderr is not None
    run.stdout.readline()
    run.stdout.close()
    assert run.stderr.read() == b""
    assert run.wait(timeout=30) == 141
    run.stderr.close()
