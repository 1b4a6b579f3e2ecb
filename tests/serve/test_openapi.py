"""The API's description is true, and its page shows it without loading anything."""

from __future__ import annotations

import re

import jsonschema
import pytest
from openapi_spec_validator import validate

from .support import Server


def test_description_is_valid_openapi(server: Server) -> None:
    document = server.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    validate(document)


@pytest.mark.parametrize(
    ("name", "path"), [("Health", "/healthz"), ("Answer", ""), ("Error", "/nothing")]
)
def test_answers_are_as_described(server: Server, name: str, path: str) -> None:
    response = server.get(path) if path else server.post(prompt="a greeting")
    _check(server, response.json(), name)


@pytest.mark.parametrize(
    "body",
    [
        {"prompt": "x"},
        {"prompt": "x", "context": {"ids": ["a"], "heading": 1, "lang": "de"}, "n": 2},
        {"prompt": "x", "context": "<main>", "input": "<b>old</b>", "stream": True},
    ],
)
def test_requests_as_described_are_taken(server: Server, body: dict[str, object]) -> None:
    _check(server, body, "Request")
    assert server.post(**body).status_code == 200


def test_request_that_is_refused_is_not_as_described(server: Server) -> None:
    for body in ({}, {"prompt": ""}, {"prompt": "x", "n": 6}, {"prompt": "x", "other": 1}):
        assert server.post(**body).status_code == 400
        with pytest.raises(jsonschema.ValidationError):
            _check(server, body, "Request")


def test_page_names_every_field_and_loads_nothing(server: Server) -> None:
    page = server.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    for name in ("prompt", "context", "framework_version", "stream", "429", "Retry-After"):
        assert name in page.text
    assert not re.search(r"<script|<link|<img|@import|url\(", page.text)


def _check(server: Server, value: object, name: str) -> None:
    document = server.get("/openapi.json").json()
    jsonschema.validate(value, {**document, "$ref": f"#/components/schemas/{name}"})
