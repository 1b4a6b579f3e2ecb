"""What the API takes and answers, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from tagwright import __version__
from tagwright.prompt import PageContext
from tagwright.serve.guard import TOKEN_PROTOCOL
from tagwright.serve.lsp_socket import PROTOCOL
from tagwright.serve.validation import LONGEST_PROMPT, MOST_ANSWERS

Schema = dict[str, Any]

_CONTEXT_FIELDS = {
    "framework": "CSS framework of the page: bootstrap, tailwind, or empty for plain HTML.",
    "parent": "Name of the element that the markup goes into.",
    "heading": "Level of the nearest heading before the place, 0 for none.",
    "lang": "Language of the page.",
    "ids": "Ids in use, nearest first: the answer has others.",
    "classes": "Classes in use, most frequent first.",
    "framework_version": "Major version of the CSS framework, 0 if it is not known.",
}

_ERRORS = {
    "400": "The request can't be used; the sentence names the field.",
    "401": "The token is missing or wrong.",
    "403": "The request comes from a page of another site.",
    "408": "The body did not arrive in time.",
    "413": "The body is too long.",
    "415": "The Content-Type is not application/json.",
    "421": "The Host header names another server.",
    "422": "The model's answer held no markup.",
    "429": "Too many requests wait; Retry-After says in how many seconds to try again.",
    "500": "The model failed, or Tagwright did.",
    "503": "The model can't be loaded, or the server is stopping.",
    "504": "The answer took too long and was stopped.",
}


def description() -> Schema:
    """Return the document that ``GET /openapi.json`` answers with."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tagwright",
            "version": __version__,
            "summary": "Markup from prompts.",
            "description": (
                "The model runs on the server's machine and nothing is sent anywhere else. "
                "WebSocket /lsp is a language server (LSP 3.18), one JSON-RPC message a text "
                f"frame, subprotocol {PROTOCOL}; where a token is needed, browsers send it as "
                f"subprotocol {TOKEN_PROTOCOL}TOKEN."
            ),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        # Relative to this document, so that it holds behind a proxy too.
        "servers": [{"url": "."}],
        "security": [{}, {"token": []}],
        "paths": {
            "/generate_html": {"post": _generate()},
            "/healthz": {"get": _healthz()},
            "/metrics": {"get": _metrics()},
        },
        "components": {
            "schemas": {
                "Request": _request(),
                "Context": _context(),
                "Answer": _answer(),
                "Health": _health(),
                "Error": _object({"error": _text("One sentence that says what to do.")}),
            },
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Needed where the server was started with --token-env.",
                }
            },
        },
    }


def _generate() -> Schema:
    return {
        "operationId": "generateHtml",
        "summary": "Write the markup that a prompt asks for.",
        "requestBody": {"required": True, "content": _json("Request")},
        "responses": {
            "200": {
                "description": (
                    "The markup. With stream, events: partial with the html so far and the number "
                    "of the answer it belongs to, then done with the whole answer, or error with "
                    "a sentence."
                ),
                "content": {
                    **_json("Answer"),
                    "text/event-stream": {"schema": {"type": "string"}},
                },
            },
            **{
                status: {"description": text, "content": _json("Error")}
                for status, text in _ERRORS.items()
            },
        },
    }


def _healthz() -> Schema:
    return {
        "operationId": "health",
        "summary": "Say whether the server works; needs no token.",
        "responses": {
            "200": {"description": "It works.", "content": _json("Health")},
            "503": {"description": "It can't answer; see the message.", "content": _json("Health")},
        },
    }


def _metrics() -> Schema:
    return {
        "operationId": "metrics",
        "summary": "Numbers for Prometheus.",
        "responses": {
            "200": {
                "description": "Text in the exposition format.",
                "content": {"text/plain": {"schema": {"type": "string"}}},
            }
        },
    }


def _request() -> Schema:
    prompt = _text("What to write, or with input what to change.")
    return _object(
        {
            "prompt": {**prompt, "minLength": 1, "maxLength": LONGEST_PROMPT},
            "context": {
                "description": (
                    "The page around the place: an object, or its HTML as a text, which is read at "
                    "the comment that holds the prompt, else at the end of its body."
                ),
                "anyOf": [
                    {"$ref": "#/components/schemas/Context"},
                    {"type": ["string", "null"]},
                ],
            },
            "input": {
                "type": ["string", "null"],
                "description": "Markup to change, or text to use.",
            },
            "n": {
                "type": ["integer", "null"],
                "minimum": 1,
                "maximum": MOST_ANSWERS,
                "default": 1,
                "description": "How many different answers; there can be fewer.",
            },
            "stream": {
                "type": ["boolean", "null"],
                "default": False,
                "description": "Whether the answer comes as server-sent events.",
            },
        },
        required=("prompt",),
    )


def _context() -> Schema:
    kinds: dict[type, Schema] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        tuple: {"type": "array", "items": {"type": "string"}},
    }
    empty = PageContext()
    return _object(
        {
            item.name: {
                **kinds[type(getattr(empty, item.name))],
                "description": _CONTEXT_FIELDS[item.name],
            }
            for item in fields(PageContext)
        },
        required=(),
    )


def _answer() -> Schema:
    return _object(
        {
            "html": _text("The first answer, indented."),
            "answers": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "string"},
                "description": "All answers, the first too.",
            },
            "model": _text("What wrote it."),
            "tokens": {"type": "integer", "description": "Length of all answers."},
            "ms": {"type": "integer", "description": "The model's time for them, in milliseconds."},
        }
    )


def _health() -> Schema:
    return _object(
        {
            "status": {"enum": ["ok", "error"]},
            "version": _text("Tagwright's version."),
            "model": _text("The model, empty before it was loaded."),
            "state": {"enum": ["idle", "loading", "generating", "error"]},
            "loaded": {"type": "boolean", "description": "Whether the model is in memory."},
            "message": _text("What is wrong, else empty."),
        }
    )


def _object(properties: Schema, required: tuple[str, ...] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


def _text(text: str) -> Schema:
    return {"type": "string", "description": text}


def _json(name: str) -> Schema:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
