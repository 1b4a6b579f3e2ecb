"""``POST /generate_html``: what it answers, and what it says of requests that can't be used."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from .support import Server


def test_prompt_gives_indented_markup(server: Server) -> None:
    response = server.post(prompt="a greeting")
    assert response.status_code == 200, response.text
    answer = response.json()
    assert answer["html"] == "<p>Hello</p>"
    assert answer["answers"] == ["<p>Hello</p>"]
    assert answer["model"] == "script.json"
    assert answer["tokens"] == 3
    assert isinstance(answer["ms"], int)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ({"context": {"heading": 2}}, "<h3>Below</h3>"),
        ({"context": "<ul><!-- a prompt -->\n</ul>"}, "<li>Item</li>"),
        ({"input": "<b>old</b>"}, "<b>new</b>"),
        ({"context": None, "input": None, "n": None, "stream": None}, "<p>Hello</p>"),
        ({"stream": False, "n": 5}, "<p>Hello</p>"),
    ],
)
def test_fields_reach_the_model(server: Server, body: dict[str, Any], html: str) -> None:
    assert server.post(prompt="a prompt", **body).json()["html"] == html


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, '"prompt"'),
        ({"prompt": ""}, '"prompt"'),
        ({"prompt": " \n"}, '"prompt"'),
        ({"prompt": 5}, '"prompt"'),
        ({"prompt": "x" * 20_001}, '"prompt" is 20001 characters long'),
        ({"prompt": "x", "temperature": 1}, "'temperature'"),
        ({"prompt": "x", "input": 1}, '"input"'),
        ({"prompt": "x", "context": {"colour": "red"}}, "'colour'"),
        ({"prompt": "x", "context": {"heading": "2"}}, "'heading'"),
        ({"prompt": "x", "context": {"ids": "a"}}, "'ids'"),
        ({"prompt": "x", "context": 3}, '"context"'),
        ({"prompt": "x", "n": 0}, '"n"'),
        ({"prompt": "x", "n": 6}, '"n"'),
        ({"prompt": "x", "n": True}, '"n"'),
        ({"prompt": "x", "n": "2"}, '"n"'),
        ({"prompt": "x", "stream": 1}, '"stream"'),
        ({"prompt": "x", "\ud83d": 1}, "no field"),
        (["prompt"], "JSON object"),
        (None, "JSON object"),
    ],
)
def test_wrong_fields_are_named(server: Server, body: Any, words: str) -> None:
    _refused(_post(server, json.dumps(body)), 400, words)


@pytest.mark.parametrize("body", ["", "{", '{"prompt": "x"', b'{"prompt": "\xff"}', "[" * 100_000])
def test_what_is_not_json_is_refused(server: Server, body: str | bytes) -> None:
    _refused(_post(server, body), 400, "not JSON")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"]
)
def test_other_content_types_are_refused(server: Server, kind: str) -> None:
    _refused(_post(server, '{"prompt": "x"}', kind), 415, "Content-Type")


def test_content_type_may_name_utf_8(server: Server) -> None:
    body = '{"prompt": "größer"}'.encode()
    assert _post(server, body, 'application/json; charset="UTF-8"').status_code == 200


def test_body_that_is_too_long_is_refused_with_and_without_its_length(server: Server) -> None:
    body = json.dumps({"prompt": "x", "input": "y" * (1 << 20)}).encode()
    _refused(_post(server, body), 413, "1048576 bytes")
    _refused(_post(server, iter([body[:100], body[100:]])), 413, "1048576 bytes")


def test_prompt_too_long_for_the_model_is_refused(server: Server) -> None:
    """The scripted model takes 4096 tokens, 65,536 characters."""
    _refused(server.post(prompt="x", input="y" * 70_000), 400, "shorten")


def test_answer_without_markup_says_so(server: Server) -> None:
    _refused(server.post(prompt="words only"), 422, "markup")


def test_model_that_fails_is_a_server_error(server: Server) -> None:
    _refused(server.post(prompt="it fails"), 500, "The scripted model failed")
    assert server.post(prompt="a greeting").status_code == 200


def test_other_methods_and_addresses(server: Server) -> None:
    response = server.get("/generate_html")
    _refused(response, 405, "/docs")
    assert "POST" in response.headers["allow"]
    _refused(server.request("POST", "/generate", json={}), 404, "/generate_html")


def _post(server: Server, body: Any, kind: str = "application/json") -> httpx.Response:
    headers = {"Content-Type": kind}
    return server.request("POST", "/generate_html", content=body, headers=headers)


def _refused(response: httpx.Response, status: int, words: str) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    (sentence,) = response.json().values()
    assert words in sentence
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
