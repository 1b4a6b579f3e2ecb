"""A page that shows the API's description to a person; it loads nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from tagwright.serve.openapi import Schema, description
from tagwright.serve.respond import JsonResponse

_EXAMPLE = json.dumps(
    {
        "prompt": "a login form with email and password",
        "context": {"framework": "bootstrap", "framework_version": 5},
    }
)
_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color-scheme: light dark; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0;
  border-bottom: 1px solid #8886; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid #8886; }
"""


def docs_routes() -> list[BaseRoute]:
    """Return the routes of the description and its page."""
    document = description()
    page = _page(document)

    async def openapi(request: Request) -> Response:
        return JsonResponse(document)

    async def docs(request: Request) -> Response:
        return HTMLResponse(page)

    return [Route("/openapi.json", openapi), Route("/docs", docs)]


def _page(document: Schema) -> str:
    info = document["info"]
    schemas = document["components"]["schemas"]
    operations = "".join(
        _operation(method, path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    )
    tables = "".join(_schema(name, schema) for name, schema in schemas.items())
    example = (
        "curl http://127.0.0.1:8460/generate_html \\\n"
        f"  -H 'Content-Type: application/json' \\\n  -d '{_EXAMPLE}'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(info['title'])}: API</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<main>\n<h1>{escape(info['title'])} {escape(info['version'])}: API</h1>\n"
        f"<p>{escape(info['description'])}</p>\n"
        '<p><a href="openapi.json">openapi.json</a> says the same to programs.</p>\n'
        f"<pre><code>{escape(example, quote=False)}</code></pre>\n"
        f"{operations}<h2>Objects</h2>\n{tables}</main>\n</body>\n</html>\n"
    )


def _operation(method: str, path: str, operation: Schema) -> str:
    rows = [(status, answer["description"]) for status, answer in operation["responses"].items()]
    return (
        f"<h2><code>{escape(method.upper())} {escape(path)}</code></h2>\n"
        f"<p>{escape(operation['summary'])}</p>\n{_table(('Status', 'Meaning'), rows)}"
    )


def _schema(name: str, schema: Schema) -> str:
    required = schema["required"]
    rows = [
        (field, _kind(part), "yes" if field in required else "no", part.get("description", ""))
        for field, part in schema["properties"].items()
    ]
    return f"<h3>{escape(name)}</h3>\n{_table(('Field', 'Type', 'Needed', 'Meaning'), rows)}"


def _kind(part: Schema) -> str:
    if "anyOf" in part:
        return " or ".join(_kind(each) for each in part["anyOf"])
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    if "enum" in part:
        return ", ".join(part["enum"])
    kinds: Any = part["type"]
    kind = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    return f"{kind} of {_kind(part['items'])}" if "items" in part else kind


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>\n" for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
