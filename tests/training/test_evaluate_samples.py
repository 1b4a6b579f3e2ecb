"""``tagwright-train evaluate``: several answers to a request, other engines, scores to a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tagwright_training.cli import main

CASE = {
    "id": "pear",
    "prompt": "two pears",
    "checks": [{"css": "li", "op": "==", "count": 2}],
    "reference": "<ul><li>pear</li><li>pear</li></ul>",
}
RIGHT = "<ul><li>pear</li><li>pear</li></ul>"
WRONG = "<ul><li>pear</li></ul>"


class Answering(BaseHTTPRequestHandler):
    """A server of OpenAI's API: the first answer in four is right."""

    asked: list[dict[str, Any]]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(body)
        html = RIGHT if len(self.asked) % 4 == 1 else WRONG
        chunks = [
            {"choices": [{"index": 0, "delta": {"content": html}, "finish_reason": None}]},
            {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        ]
        said = "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + "data: [DONE]\n\n"
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    asked: list[dict[str, Any]] = []
    handler = type("Handler", (Answering,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}/v1", asked
        finally:
            running.shutdown()
            thread.join()


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(CASE) + "\n", "utf-8")
    return path


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.json"
    path.write_text(json.dumps({"codec": "none", "default": {"text": RIGHT}}), "utf-8")
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def evaluate(*options: object) -> int:
    return main(["evaluate", "--no-axe", "--no-look", *map(str, options)])


def test_pass_at_k_over_an_openai_server(
    server: tuple[str, list[dict[str, Any]]],
    cases: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One of four answers is right: pass@1 is 1/4, and of the 6 pairs 3 have it."""
    address, asked = server
    out, scores = tmp_path / "out", tmp_path / "scores.json"
    options = ["--engine", "openai", "--base-url", address, "--model", "any", "--cases", cases]
    sampling = ["--samples", 4, "--k", "1,2,4", "--temperature", 0.6]
    assert evaluate(*options, *sampling, "--out", out, "--json", scores) == 0

    assert [body["temperature"] for body in asked] == [0.6] * 4
    assert len({body["seed"] for body in asked}) == 4
    document = json.loads(scores.read_text("utf-8"))
    (suite,) = document["suites"]
    assert (suite["cases"], suite["samples"], suite["pass_at_1"]) == (1, 4, 0.25)
    assert suite["pass_at_k"] == {"1": 0.25, "2": 0.5, "4": 1}
    assert document["command"].startswith("tagwright-train evaluate --no-axe")
    assert "--samples 4" in document["command"]
    rows = lines(out / "answers-own.jsonl")
    assert [(row["sample"], row["passed"]) for row in rows] == [
        (0, True),
        (1, False),
        (2, False),
        (3, False),
    ]
    header, _, line = capsys.readouterr().out.splitlines()
    assert "pass@2  pass@4" in header
    assert line.split()[:3] == ["own", "1", "0.250"]


def test_an_interrupted_run_takes_up_its_samples(
    cases: Path, script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    options = ["--engine", "scripted", "--base", script, "--cases", cases, "--out", out]
    assert evaluate(*options, "--samples", 3) == 0
    answers = out / "answers-own.jsonl"
    kept = answers.read_text("utf-8").splitlines()[:2]
    answers.write_text("\n".join(kept), "utf-8")
    script.write_text(script.read_text("utf-8").replace("pear", "plum"), "utf-8")
    assert evaluate(*options, "--samples", 3, "--resume") == 0
    rows = lines(answers)
    assert ["plum" in row["html"] for row in rows] == [False, False, True]
    # One answer to each is another run than three.
    assert evaluate(*options, "--resume") == 2
    assert "leave --resume out" in capsys.readouterr().err


def test_sampling_is_warm_unless_said_otherwise(cases: Path, script: Path, tmp_path: Path) -> None:
    options = ["--engine", "scripted", "--model", script, "--cases", cases, "--out", tmp_path / "o"]
    assert evaluate(*options, "--samples", 2) == 0
    scores = json.loads((tmp_path / "o" / "scores.json").read_text("utf-8"))
    assert scores["settings"]["temperature"] == 0.8
    assert scores["suites"][0]["pass_at_k"] == {"1": 1, "2": 1}


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--samples", 2, "--k", "1,5"], "pass@5 needs 5 answers to each request"),
        (["--k", "2"], "pass@2 needs 2 answers to each request"),
        (["--samples", 2, "--temperature", 0], "At temperature 0 all answers are the same"),
        (["--json", "missing/scores.json"], "There is no directory"),
        (["--temperature", "warm"], "can't be"),
        (["--engine", "openai"], "needs the address of a server"),
        (["--engine", "bitsandbytes", "--model", "missing/dir/x"], "does not exist"),
    ],
)
def test_mistakes_are_one_sentence(
    cases: Path,
    script: Path,
    tmp_path: Path,
    options: list[object],
    problem: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = ["--engine", "scripted", "--base", script, "--cases", cases, "--out", tmp_path / "out"]
    assert evaluate(*given, *options) == 2
    out, err = capsys.readouterr()
    assert problem in err
    assert err.count("\n") == 1
    assert out == ""


def test_nf4_and_gguf_of_the_embedded_model_both_answer(tmp_path: Path) -> None:
    """The two forms of the same weights, through the same command; both stay well-formed."""
    pytest.importorskip("bitsandbytes")
    prompts = tmp_path / "wishes.txt"
    prompts.write_text("a login form with email and password\n", "utf-8")
    engines = []
    for engine in ("bitsandbytes", "llamacpp"):
        out = tmp_path / engine
        assert evaluate("--engine", engine, "--prompts", prompts, "--out", out) == 0
        scores = json.loads((out / "scores.json").read_text("utf-8"))
        engines.append(scores["model"]["engine"])
        assert scores["model"]["adapter"]
        assert scores["suites"][0]["well_formed"] == 1
    assert engines == ["bitsandbytes", "llamacpp"]
