"""Requests as JSON: ``{"prompt": ..., "context"?: ..., "input"?: ...}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from tagwright.errors import InputError
from tagwright.prompt import PageContext, Request

_MARKUP = re.compile(r"<[a-z!/?]", re.IGNORECASE)
_BODY_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)


def parse_request(row: object) -> Request:
    """Return the request in a JSON value; unknown keys are left alone.

    An input without any markup is nothing to change: it is content, and joins the prompt.
    Raises ``InputError`` for anything but an object with a prompt that is not empty.
    """
    if not isinstance(row, Mapping):
        raise InputError('it must be a JSON object such as {"prompt": "a login form"}')
    prompt, markup = row.get("prompt"), row.get("input")
    if not isinstance(prompt, str) or not prompt.strip():
        raise InputError('it needs a "prompt" that is a text and not empty')
    if markup is not None and not isinstance(markup, str):
        raise InputError('its "input" must be a text')
    for text in (prompt, markup or ""):
        check_text(text)
    context = parse_context(row.get("context"), prompt)
    if markup and not _MARKUP.search(markup):
        prompt, markup = f"{prompt}\n{markup}".rstrip(), None
    return Request(prompt, context, markup or "")


def parse_context(value: object, prompt: str) -> PageContext:
    """Return the page context in a JSON value.

    An object has the fields of ``PageContext``. A text is HTML, a page or the part of it before
    the place: it is read at the comment that holds the prompt, else at the end of its body.
    Raises ``InputError``.
    """
    if value is None:
        return PageContext()
    if isinstance(value, str):
        check_text(value)
        return _context_of_page(value, prompt)
    if not isinstance(value, Mapping):
        raise InputError('its "context" must be an object or a text with HTML')
    known = {item.name: getattr(PageContext(), item.name) for item in fields(PageContext)}
    found: dict[str, Any] = {}
    for name, item in value.items():
        if name not in known:
            raise InputError(f'its "context" has no field {name!r}; there are {", ".join(known)}')
        if isinstance(known[name], tuple):
            if not isinstance(item, list) or not all(isinstance(word, str) for word in item):
                raise InputError(f'the {name!r} of its "context" must be a list of texts')
            found[name] = tuple(item)
            check_text(" ".join(item))
        elif type(item) is not type(known[name]):
            kind = "a text" if isinstance(known[name], str) else "a whole number"
            raise InputError(f'the {name!r} of its "context" must be {kind}')
        else:
            found[name] = item
            check_text(str(item))
    return PageContext(**found)


def check_text(text: str) -> None:
    """Raise ``InputError`` for a text that has no UTF-8 form (half of a surrogate pair)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError("it holds characters that are not UTF-8") from None


def _context_of_page(page: str, prompt: str) -> PageContext:
    from tagwright.page.context import read_context
    from tagwright.page.prompts import find_prompts

    for place in find_prompts(page):
        if place.text == prompt.strip():
            return read_context(page, place.start)
    end = _BODY_END.search(page)
    return read_context(page, end.start() if end else len(page))
