"""Who is let in: the right host, the right origin, the right token.

A web page anywhere can make a browser send requests to this machine. It can't read the answers
without CORS, of which there is none, unless its name is made to point here (DNS rebinding): then
the Host header gives it away. WebSockets know no CORS at all: their Origin is checked.
"""

from __future__ import annotations

import hmac
import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tagwright.serve.config import Service
from tagwright.serve.limits import Closing
from tagwright.serve.respond import STOPPING, ApiError
from tagwright.serve.static import FRAMED

ANY_ADDRESS = "*"
"""Among the hosts: a name can be rebound, an address can't."""

LOOPBACK = ("localhost", "127.0.0.1", "::1")

TOKEN_PROTOCOL = "bearer."
"""A browser can't send headers with a WebSocket, so the token may be one of its subprotocols."""

_ASKED = ("/generate_html", "/metrics", "/lsp")

_HEADERS = {
    # Frames have the markup in them, and their document inherits this: it may carry styles of its
    # own and pictures that stand in it, but no script, and it loads nothing.
    "content-security-policy": "default-src 'none'; script-src 'self'; worker-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self' blob:; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, service: Service, closing: Closing) -> None:
        self._app = app
        self._token = service.token.encode("utf-8")
        self._hosts = frozenset(name.lower() for name in (*LOOPBACK, *service.hosts))
        self._closing = closing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with what is wrong with it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return

        async def secured(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                given = message.setdefault("headers", [])
                names = {name.lower() for name, _ in given}
                message["headers"] = [
                    *given,
                    *(
                        (name.encode(), value.encode())
                        for name, value in _HEADERS.items()
                        if name.encode() not in names
                    ),
                ]
            await send(message)

        try:
            self._check(scope, Headers(scope=scope))
        except ApiError as error:
            await error.response()(scope, receive, secured)
        else:
            await self._app(scope, receive, secured)

    def _check(self, scope: Scope, headers: Headers) -> None:
        self._check_host(headers)
        origin = headers.get("origin")
        framed = scope["path"] in FRAMED and origin == "null"
        if origin is not None and not framed and not _is_same(origin, headers["host"]):
            raise ApiError(403, "Requests from other sites are not answered.")
        if self._token and scope["path"].startswith(_ASKED) and not self._knows(headers):
            raise ApiError(
                401,
                "This server needs its token: send it as Authorization: Bearer TOKEN.",
                {"WWW-Authenticate": "Bearer"},
            )
        if self._closing.has_begun:
            raise ApiError(503, STOPPING, {"Retry-After": "5", "Connection": "close"})

    def _check_host(self, headers: Headers) -> None:
        given = headers.getlist("host")
        name = _name(given[0]) if len(given) == 1 else ""
        if not name or not (
            name in self._hosts or (ANY_ADDRESS in self._hosts and _is_address(name))
        ):
            shown = given[0][:100] if given else ""
            raise ApiError(
                421,
                f"The host {shown!r} is not this server: use its address, or start it with "
                "--allow-host NAME.",
            )

    def _knows(self, headers: Headers) -> bool:
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        tokens = [shown.strip()] if scheme.lower() == "bearer" else []
        for protocol in headers.get("sec-websocket-protocol", "").split(","):
            if protocol.strip().startswith(TOKEN_PROTOCOL):
                tokens.append(protocol.strip()[len(TOKEN_PROTOCOL) :])
        return any(hmac.compare_digest(token.encode("latin-1"), self._token) for token in tokens)


def is_loopback(address: str) -> bool:
    """Whether an IP address can be reached from this machine only."""
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def _name(host: str) -> str:
    """Return the host's name without the port, ``""`` for what is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_same(origin: str, host: str) -> bool:
    """Whether a page comes from here; the scheme may be another behind a proxy with TLS."""
    scheme, _, rest = origin.partition("://")
    return scheme in ("http", "https") and rest.lower() == host.lower()
