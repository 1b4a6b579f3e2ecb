"""An OpenAI-compatible server: its address, its token, and one sentence for each of its errors."""

from __future__ import annotations

import difflib
import email.utils
import ipaddress
import json
import os
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tagwright.errors import InputError, ModelError, SettingsError, TagwrightError
from tagwright.grammar import PREFIX

GRAMMARS = {"vllm": "structured_outputs", "sglang": "ebnf", "llama.cpp": "grammar"}
"""Servers that constrain answers by llguidance, with the field of the body that they read."""

_LONGEST = 200
_LISTED = 8


@dataclass(frozen=True)
class Endpoint:
    """What the settings say about the server.

    base_url: with the API's version, ``https://example.org/v1``. model: its name there, or empty
    for the only one. api_key_env: name of the environment variable with the token, or empty.
    codec: notation of its model. connect_timeout, idle_timeout: seconds. allow_insecure: plain
    http to other machines. grammar: what the server runs, one of ``GRAMMARS``, or another text
    where answers are not to be constrained.
    """

    base_url: str
    model: str = ""
    api_key_env: str = ""
    codec: str = "none"
    connect_timeout: float = 10.0
    idle_timeout: float = 120.0
    allow_insecure: bool = False
    grammar: str = ""

    def constrained(self, grammar: str) -> dict[str, Any]:
        """Return what the body of a request says of the answer's grammar; nothing for ``""``."""
        if not grammar or self.grammar not in GRAMMARS:
            return {}
        field = GRAMMARS[self.grammar]
        # vLLM takes one grammar for all its backends, and tells their kinds apart by itself.
        return (
            {field: {"grammar": grammar}} if self.grammar == "vllm" else {field: PREFIX + grammar}
        )

    def address(self) -> str:
        """Return the checked address without a slash at its end. Raises ``SettingsError``."""
        url = self.base_url.strip().rstrip("/")
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname, parts.port
        except ValueError:
            host = None
        if not host or parts.scheme not in ("http", "https") or re.search(r"\s", url):
            raise SettingsError(
                f"The baseUrl {self.base_url!r} is no web address: give one such as "
                "http://127.0.0.1:8000/v1."
            )
        if parts.username is not None or parts.query or parts.fragment:
            raise SettingsError(
                "The baseUrl must be an address alone, without a name, password or query: put the "
                "token into an environment variable and name that in apiKeyEnv."
            )
        if parts.scheme == "http" and not self.allow_insecure and not is_loopback(host):
            raise SettingsError(
                f"The baseUrl {url} sends prompts unencrypted to another machine: use https, or "
                "set allowInsecure where the network is yours."
            )
        return url

    def token(self) -> str:
        """Return the token, or ``""`` where none is needed. Raises ``SettingsError``."""
        if not self.api_key_env:
            return ""
        token = os.environ.get(self.api_key_env, "").strip()
        if not token:
            raise SettingsError(
                f"The environment variable {self.api_key_env} holds no token: set it where the "
                "editor is started from, or leave apiKeyEnv empty."
            )
        if re.search(r"[^\x21-\x7e]", token):
            raise SettingsError(
                f"The environment variable {self.api_key_env} holds something else than a token: "
                "it must be one word of ASCII characters."
            )
        return token


def is_loopback(host: str) -> bool:
    """Return whether a host name or address is this machine itself."""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a server wants to be left alone (RFC 9110, 10.2.3), if it says so."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d+(\.\d+)?", value):
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError):
        return None


def refusal(endpoint: Endpoint, status: int, body: str) -> TagwrightError:
    """Return the error for a status other than 200 and 404."""
    address, said = endpoint.address(), quoted(body)
    if status in (401, 403):
        wish = (
            f"check the token in {endpoint.api_key_env}"
            if endpoint.api_key_env
            else "name the environment variable that holds one in apiKeyEnv"
        )
        return ModelError(f"The server {address} does not accept the token{said}: {wish}.")
    if 300 <= status < 400:
        return ModelError(
            f"The server {address} sends us on to another address: set baseUrl to that one."
        )
    if status in (400, 413) and re.search(r"context|too (long|large|many tokens)", body, re.I):
        return InputError(
            f"The prompt with its page is longer than the server's model takes{said}: shorten the "
            "prompt or the markup to change."
        )
    if status == 429:
        return ModelError(f"The server {address} takes no more requests now{said}: try later.")
    if status >= 500:
        return ModelError(
            f"The server {address} failed with status {status}{said}: see its own log, or try "
            "again."
        )
    return ModelError(
        f"The server {address} refused the request with status {status}{said}: check the model "
        "and the settings."
    )


def not_found(endpoint: Endpoint, models: Sequence[str] | None) -> ModelError:
    """Return the error for status 404; models: those the server lists, None if it can't."""
    address = endpoint.address()
    if models is None:
        return ModelError(
            f"There is no OpenAI-compatible service at {address}: check baseUrl, which mostly ends "
            "in /v1."
        )
    if endpoint.model in models:
        return ModelError(
            f"The server {address} has the model {endpoint.model!r}, but no chat completions for "
            "it: choose another model or server."
        )
    return ModelError(
        f"The server {address} has no model {endpoint.model!r}: {listed(models, endpoint.model)}."
    )


def listed(models: Sequence[str], like: str = "") -> str:
    """Return advice that names a server's models, those with a similar name first."""
    if not models:
        return "it lists none; load one there"
    close = difflib.get_close_matches(like, models, _LISTED, 0.5)
    names = list(dict.fromkeys([*close, *models]))
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"set model to one of {', '.join(map(_short, names[:_LISTED]))}{more}"


def no_service(endpoint: Endpoint) -> ModelError:
    """Return the error for an answer that is none of an OpenAI-compatible server."""
    return ModelError(
        f"What {endpoint.address()} answers is not a chat completion: check that baseUrl is the "
        "address of an OpenAI-compatible server; it mostly ends in /v1."
    )


def quoted(body: str) -> str:
    """Return what an error's body says, shortened to go into a sentence, or ``""``."""
    try:
        value: Any = json.loads(body)
    except ValueError:
        value = body
    for name in ("error", "message", "detail"):
        if isinstance(value, dict):
            value = value.get(name, value)
    if not isinstance(value, str) or "<" in value or not value.strip():
        return ""
    return f" ({_short(value).rstrip('.')})"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
