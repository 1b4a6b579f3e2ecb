"""The engine for OpenAI-compatible servers, against a scripted server and a real one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread, Timer

import pytest

from tagwright.engines.base import Limits, Message
from tagwright.engines.endpoint import Endpoint, is_loopback, retry_after
from tagwright.engines.openai import OpenAIEngine
from tagwright.engines.sse import EventParser
from tagwright.errors import InputError, ModelError, SettingsError, TagwrightError
from tagwright.generate import Generator
from tagwright.models import embedded
from tagwright.prompt import Request

from .chat_server import EVENTS, ChatServer, Reply, answer, chat_server, chunk, error, models

HELLO: list[Message] = [{"role": "user", "content": "hello"}]
TOKEN_NAME = "TAGWRIGHT_TEST_TOKEN"


@contextmanager
def opened(server: ChatServer, **options: object) -> Iterator[OpenAIEngine]:
    endpoint = Endpoint(server.url, **{"model": "tiny", **options})  # type: ignore[arg-type]
    engine = OpenAIEngine(endpoint, backoff=0.01)
    try:
        yield engine
    finally:
        engine.close()


def ask(engine: OpenAIEngine, **limits: object) -> list[str]:
    return list(engine.stream(HELLO, Limits(**limits), Event()))  # type: ignore[arg-type]


def failure(server: ChatServer, **options: object) -> TagwrightError:
    with opened(server, **options) as engine, pytest.raises(TagwrightError) as caught:
        ask(engine)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500
    return caught.value


def test_answer_comes_in_the_pieces_of_the_server() -> None:
    with chat_server(answer("<p>", "été", "</p>")) as server, opened(server) as engine:
        info = engine.load()
        assert (info.engine, info.base, info.adapter, info.codec) == (
            "openai",
            "tiny",
            None,
            "none",
        )
        assert ask(engine) == ["<p>", "été", "</p>"]
        assert engine.finished


def test_request_says_what_was_asked_for() -> None:
    with chat_server(answer("x")) as server, opened(server) as engine:
        ask(engine, max_new_tokens=7, temperature=0.5, seed=3, forbidden=("a",))
        headers, body = server.requests[0]
    assert body == {
        "model": "tiny",
        "messages": [{"role": "user", "content": "hello"}],
        "max_tokens": 7,
        "temperature": 0.5,
        "seed": 3,
        "stream": True,
    }
    assert "authorization" not in headers


@pytest.mark.parametrize(("reason", "finished"), [("stop", True), ("length", False), (None, True)])
def test_finished_as_the_server_says(reason: str | None, finished: bool) -> None:
    with chat_server(answer("x", reason=reason)) as server, opened(server) as engine:
        ask(engine)
        assert engine.finished is finished


def test_token_of_the_environment_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN_NAME, " s3cret\n")
    with chat_server(answer("x")) as server, opened(server, api_key_env=TOKEN_NAME) as engine:
        ask(engine)
        assert server.requests[0][0]["authorization"] == "Bearer s3cret"
        assert "s3cret" not in repr(engine.load())


@pytest.mark.parametrize("value", [None, "", "two words", "caf\u00e9"])
def test_token_that_is_none_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv(TOKEN_NAME, raising=False)
    if value is not None:
        monkeypatch.setenv(TOKEN_NAME, value)
    with chat_server(answer("x")) as server:
        problem = failure(server, api_key_env=TOKEN_NAME)
        assert isinstance(problem, SettingsError)
        assert TOKEN_NAME in str(problem)
        assert server.requests == []


STREAM = (
    b'\xef\xbb\xbf: hi\r\n\r\nevent: x\r\ndata: {"a":\r\ndata:"\xc3\xa9\xf0\x9f\x98\x80"}\r\n\r\n'
    b"id: 1\n\ndata\n\ndata:  two\rdata\r\rdata: cut off"
)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_events_are_the_same_however_the_bytes_are_cut(size: int) -> None:
    parser = EventParser()
    pieces = [STREAM[at : at + size] for at in range(0, len(STREAM), size)]
    events = [event for piece in pieces for event in parser.feed(piece)]
    assert events == ['{"a":\n"é😀"}', "", " two\n"]


def test_event_without_end_is_refused() -> None:
    parser = EventParser()
    with pytest.raises(ValueError, match="too long"):
        for _ in range(50):
            parser.feed(b"x" * 100_000)


def test_answer_cut_within_characters_and_lines() -> None:
    whole = b"".join(answer("<p>", "é😀", "</p>").pieces).replace(b"\n", b"\r\n")
    reply = Reply(pieces=[whole[at : at + 1] for at in range(len(whole))])
    with chat_server(reply) as server, opened(server) as engine:
        assert ask(engine) == ["<p>", "é😀", "</p>"]


def test_server_that_does_not_stream() -> None:
    body = b'{"choices":[{"message":{"content":"<p>x</p>"},"finish_reason":"stop"}]}'
    whole = Reply(pieces=[body], kind="application/json")
    with chat_server(whole) as server, opened(server) as engine:
        assert ask(engine) == ["<p>x</p>"]
        assert engine.finished


def test_stop_closes_the_connection_at_once() -> None:
    hanging = Reply(pieces=[chunk("a"), chunk("b")], hang=True)
    with chat_server(hanging, answer("next")) as server, opened(server) as engine:
        stop = Event()
        came = []
        for token in engine.stream(HELLO, Limits(), stop):
            came.append(token)
            if len(came) == 2:
                Timer(0.05, stop.set).start()
        assert came == ["a", "b"]
        assert not engine.finished
        assert server.gone.wait(5)
        assert ask(engine) == ["next"]


def test_reader_that_leaves_closes_the_connection() -> None:
    with chat_server(Reply(pieces=[chunk("a")], hang=True)) as server, opened(server) as engine:
        stream = engine.stream(HELLO, Limits(), Event())
        assert next(stream) == "a"
        stream.close()  # type: ignore[attr-defined]
        assert server.gone.wait(5)


def test_closing_ends_a_stream_that_runs() -> None:
    with chat_server(Reply(pieces=[chunk("a")], hang=True)) as server, opened(server) as engine:
        stream = engine.stream(HELLO, Limits(), Event())
        next(stream)
        engine.close()
        with pytest.raises(ModelError, match="was closed"):
            list(stream)
        assert server.gone.wait(5)


def test_close_twice_and_open_again() -> None:
    with chat_server(answer("x")) as server, opened(server) as engine:
        engine.close()
        assert ask(engine) == ["x"]
        engine.close()
        engine.close()
        assert ask(engine) == ["x"]


def test_stop_set_before_the_start_sends_nothing() -> None:
    with chat_server(answer("x")) as server, opened(server) as engine:
        stop = Event()
        stop.set()
        assert list(engine.stream(HELLO, Limits(), stop)) == []
        assert server.requests == []


@pytest.mark.parametrize(
    "trouble",
    [
        error(429, "slow down", **{"Retry-After": "0"}),
        error(503, "loading"),
        error(500, "oops"),
        Reply(pieces=[], cut=True),
    ],
)
def test_passing_trouble_before_the_first_token_is_waited_out(trouble: Reply) -> None:
    with chat_server(trouble, trouble, answer("x")) as server, opened(server) as engine:
        assert ask(engine) == ["x"]
        assert len(server.requests) == 3


def test_retry_after_is_obeyed() -> None:
    busy = error(429, "slow down", **{"Retry-After": "1"})
    with chat_server(busy, answer("x")) as server, opened(server) as engine:
        started = time.monotonic()
        assert ask(engine) == ["x"]
        assert time.monotonic() - started >= 1.0


def test_stop_ends_the_waiting_between_retries() -> None:
    busy = error(429, "slow down", **{"Retry-After": "25"})
    with chat_server(busy) as server, opened(server) as engine:
        stop = Event()

        def stop_while_it_waits() -> None:
            server.asked.wait(30)
            time.sleep(0.2)
            stop.set()

        Thread(target=stop_while_it_waits).start()
        assert list(engine.stream(HELLO, Limits(), stop)) == []
        assert len(server.requests) == 1


def test_retrying_has_an_end() -> None:
    with chat_server(error(503, "still loading")) as server:
        assert "503 (still loading)" in str(failure(server))
        assert len(server.requests) == 4


@pytest.mark.parametrize("reply", [error(429, "quota", **{"Retry-After": "3600"}), error(400, "x")])
def test_no_retry_where_it_would_not_help(reply: Reply) -> None:
    with chat_server(reply) as server:
        failure(server)
        assert len(server.requests) == 1


def test_nothing_is_asked_again_after_the_first_token() -> None:
    with chat_server(Reply(pieces=[chunk("a")], cut=True), answer("b")) as server:
        assert "broke" in str(failure(server))
        assert len(server.requests) == 1


def test_stream_that_ends_too_early_is_an_error() -> None:
    with chat_server(Reply(pieces=[chunk("a")])) as server:
        assert "middle of its answer" in str(failure(server))


def test_newer_name_of_the_token_limit() -> None:
    refusal = error(400, "Unsupported parameter: use 'max_completion_tokens' instead.")
    with chat_server(refusal, answer("x")) as server, opened(server) as engine:
        assert ask(engine, max_new_tokens=9) == ["x"]
        assert server.requests[1][1]["max_completion_tokens"] == 9
        assert "max_tokens" not in server.requests[1][1]


@pytest.mark.parametrize(
    ("reply", "options", "sentence"),
    [
        (error(401, "bad key"), {}, r"does not accept the token \(bad key\): name the env"),
        (error(403, "no"), {"api_key_env": TOKEN_NAME}, f"check the token in {TOKEN_NAME}"),
        (error(500, "x" * 5000), {}, "failed with status 500"),
        (Reply(502, [b"<html>Bad gateway</html>"], "text/html"), {}, r"status 502: see"),
        (error(422, "no such field"), {}, r"status 422 \(no such field\)"),
        (Reply(307, [], headers={"Location": "https://example.org"}), {}, "set baseUrl to that"),
        (Reply(200, [b"<html>hello</html>"], "text/html"), {}, "not a chat completion"),
        (Reply(200, [b"no json"], "application/json"), {}, "not a chat completion"),
        (Reply(200, [b"[1]"], "application/json"), {}, "not a chat completion"),
        (Reply(200, [b'{"choices":3}'], "application/json"), {}, "not a chat completion"),
        (Reply(200, [b'{"choices":[3]}'], "application/json"), {}, "not a chat completion"),
        (Reply(200, [b"data: {oops\n\n"], EVENTS), {}, "not a chat completion"),
        (Reply(200, [b'data: {"error": "out of memory"}\n\n']), {}, r"\(out of memory\)"),
    ],
)
def test_each_refusal_is_one_sentence(
    reply: Reply, options: dict[str, str], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN_NAME, "s3cret")
    with chat_server(reply) as server:
        problem = failure(server, **options)
        assert isinstance(problem, ModelError)
        with pytest.raises(ModelError, match=sentence):
            raise problem


def test_token_that_a_server_repeats_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN_NAME, "s3cret")
    with chat_server(error(401, "wrong key s3cret given")) as server:
        assert "wrong key *** given" in str(failure(server, api_key_env=TOKEN_NAME))


def test_prompt_longer_than_the_context_is_the_users_error() -> None:
    with chat_server(error(400, "This model's maximum context length is 512 tokens")) as server:
        assert isinstance(failure(server), InputError)


def test_unknown_model_names_those_of_the_server() -> None:
    with chat_server(error(404, "model not found")) as server:
        server.listing = models(*(f"other-{n}" for n in range(20)), "tiny-2")
        text = str(failure(server))
    assert "has no model 'tiny': set model to one of tiny-2, other-0" in text
    assert "and 13 more" in text


def test_address_without_the_service_is_named() -> None:
    with chat_server(answer("x")) as server:
        server.url = server.url.removesuffix("/v1")
        assert "check baseUrl, which mostly ends in /v1" in str(failure(server))


def test_only_model_of_a_server_needs_no_name() -> None:
    with chat_server(answer("x")) as server:
        server.listing = models("the-one")
        with opened(server, model="") as engine:
            assert engine.load().base == "the-one"
            ask(engine)
        assert server.requests[0][1]["model"] == "the-one"
        server.listing = models("a", "b")
        assert "needs the name of a model: set model to one of a, b" in str(
            failure(server, model="")
        )
        server.listing = error(404, "no such path")
        assert "no OpenAI-compatible service" in str(failure(server, model=""))


def test_silent_server_is_given_up() -> None:
    with chat_server(Reply(pieces=[chunk("a")], hang=True)) as server:
        assert "was silent for 0.2 s" in str(failure(server, idle_timeout=0.2))


def test_no_server_and_no_tls_are_one_sentence() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        nobody = ChatServer(f"http://127.0.0.1:{bound.getsockname()[1]}/v1")
        assert "There is no server at" in str(failure(nobody))
    with chat_server(answer("x")) as server:
        server.url = server.url.replace("http:", "https:")
        assert "can't be made safe" in str(failure(server))
        assert server.requests == []


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://example.org/v1", "unencrypted"),
        ("http://192.168.1.5:8000/v1", "unencrypted"),
        ("http://127.0.0.1.example.org/v1", "unencrypted"),
        ("https://me:word@example.org/v1", "address alone"),
        ("https://example.org/v1?key=1", "address alone"),
        ("example.org/v1", "no web address"),
        ("ftp://example.org", "no web address"),
        ("https://exa mple.org", "no web address"),
        ("https://example.org:port", "no web address"),
        ("https://[::1", "no web address"),
    ],
)
def test_addresses_that_are_refused(url: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence) as caught:
        OpenAIEngine(Endpoint(url, "tiny")).load()
    assert "word" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize(
    ("url", "insecure"),
    [
        ("https://example.org/v1/", False),
        ("http://localhost:11434/v1", False),
        ("http://[::1]:8080/v1", False),
        ("http://192.168.1.5:8000/v1", True),
    ],
)
def test_addresses_that_are_fine(url: str, insecure: bool) -> None:
    address = Endpoint(url, allow_insecure=insecure).address()
    assert address == url.rstrip("/")


def test_proxy_of_the_environment_is_not_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_loopback("127.1.2.3")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with chat_server(answer("x")) as server, opened(server) as engine:
        assert ask(engine) == ["x"]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("3", 3.0), ("0.5", 0.5), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", None), ("", None)],
)
def test_retry_after_in_both_forms(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": value}) == seconds


def test_importing_the_engine_does_not_import_httpx() -> None:
    code = "import sys, tagwright.engines.openai; print('httpx' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "False", ran.stderr


def test_missing_package_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(ModelError, match=r"pip install 'tagwright\[openai\]'"):
        OpenAIEngine(Endpoint("http://127.0.0.1:9/v1", "tiny")).load()


@pytest.fixture(scope="module")
def transformers_serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The embedded base behind ``transformers serve``, a server that others wrote."""
    for package in ("transformers", "fastapi", "uvicorn", "openai"):
        pytest.importorskip(package)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("serve") / "log.txt"
    code = "from transformers.cli.transformers import main; main()"
    command = [sys.executable, "-c", code, "serve", str(_base()), "--device", "cpu"]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    env = os.environ | {"HF_HUB_CACHE": str(log.parent), "HF_HUB_OFFLINE": "1"}
    with log.open("w") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, env=env)
    try:
        _wait_for(f"http://127.0.0.1:{port}/health", server, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(30)


def _base() -> Path:
    return embedded("base").base


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(log.read_text())


def test_embedded_model_behind_a_real_server(transformers_serve: str) -> None:
    engine = OpenAIEngine(Endpoint(transformers_serve, str(_base()), codec="pointer"))
    generator = Generator(engine)
    try:
        request = Request("a list with Zorbo, Quixel and Tamsin")
        result = generator.generate(request, Limits(), Event())
        assert result.complete
        assert result.html.count("<li") == 3
        assert [word for word in ("Zorbo", "Quixel", "Tamsin") if word not in result.html] == []
        list(engine.stream(HELLO, Limits(max_new_tokens=3), Event()))
        assert not engine.finished
    finally:
        generator.close()


def test_stopping_a_real_server_leaves_it_usable(transformers_serve: str) -> None:
    engine = OpenAIEngine(Endpoint(transformers_serve, str(_base())))
    stop = Event()
    for _ in engine.stream(HELLO, Limits(max_new_tokens=200, temperature=1.5), stop):
        stop.set()
    assert len(list(engine.stream(HELLO, Limits(max_new_tokens=3), Event()))) <= 3
    engine.close()


def test_unknown_model_of_a_real_server(transformers_serve: str) -> None:
    engine = OpenAIEngine(Endpoint(transformers_serve, "nobody/knows-this"))
    with pytest.raises(ModelError, match="nobody/knows-this"):
        list(engine.stream(HELLO, Limits(), Event()))
    engine.close()
