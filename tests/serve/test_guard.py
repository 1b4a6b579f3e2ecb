"""Who is let in."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from tests.cli.conftest import cli, refused

from .conftest import Start
from .support import Lsp, Server

__all__ = ["cli", "refused"]

TOKEN = {"TAGWRIGHT_TOKEN": "geheimes Wörtchen"}
FLAGS = ("--token-env", "TAGWRIGHT_TOKEN")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8460", "localhost.evil.example", ""]
)
def test_other_hosts_are_refused(server: Server, host: str) -> None:
    """A name that somebody made point to this machine (DNS rebinding)."""
    for path in ("/", "/healthz", "/metrics", "/docs"):
        response = server.get(path, headers={"Host": host})
        assert response.status_code in (400, 421)
    assert _post(server, Host=host).status_code in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:80", "[::1]:8460"])
def test_loopback_names_are_let_in(server: Server, host: str) -> None:
    assert server.get("/healthz", headers={"Host": host}).status_code == 200


def test_name_that_was_allowed_is_let_in(start: Start) -> None:
    server = start("--allow-host", "html.example", "--allow-host", "other.example")
    assert server.get("/healthz", headers={"Host": "html.example:443"}).status_code == 200
    assert server.get("/healthz", headers={"Host": "other.example"}).status_code == 200
    assert server.get("/healthz", headers={"Host": "third.example"}).status_code == 421


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "file://", "http://localhost"]
)
def test_other_origins_are_refused(server: Server, origin: str) -> None:
    response = _post(server, Origin=origin)
    assert response.status_code == 403
    assert not [name for name in response.headers if name.startswith("access-control")]


def test_own_origin_is_let_in(server: Server) -> None:
    assert _post(server, Origin=server.url).status_code == 200


def test_preflight_allows_nothing(server: Server) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    response = server.request("OPTIONS", "/generate_html", headers=asked)
    assert response.status_code == 403
    assert not [name for name in response.headers if name.startswith("access-control")]


async def test_web_sockets_of_other_sites_are_refused(server: Server) -> None:
    url = f"ws://{server.authority}/lsp"
    with pytest.raises(InvalidStatus) as refusal:
        await connect(url, origin="https://evil.example")
    assert refusal.value.response.status_code == 403
    with pytest.raises(InvalidStatus) as refusal:
        port = int(server.authority.rpartition(":")[2])
        await connect("ws://evil.example/lsp", host="127.0.0.1", port=port)
    assert refusal.value.response.status_code == 421
    async with connect(url, origin=server.url) as socket:
        assert (await Lsp(socket).start())["serverInfo"]["name"] == "tagwright"


async def test_refused_web_sockets_hear_why_and_leave_no_line_in_the_log(start: Start) -> None:
    """Or any page on the web could fill the log of a server that runs for weeks."""
    server = start(*FLAGS, env={"TAGWRIGHT_TOKEN": "secret-word"})
    url, port = f"ws://{server.authority}", int(server.authority.rpartition(":")[2])
    refusals = [
        (f"{url}/lsp", {"origin": "https://evil.example"}, "other sites"),
        ("ws://evil.example/lsp", {"host": "127.0.0.1", "port": port}, "is not this server"),
        (f"{url}/lsp", {"additional_headers": {"Authorization": "Bearer x"}}, "needs its token"),
        (f"{url}/other", {}, "nothing at this address"),
    ]
    for address, options, reason in refusals:
        with pytest.raises(InvalidStatus) as refusal:
            await connect(address, **options)
        assert reason in json.loads(refusal.value.response.body or b"")["error"]
    server.stop()
    assert server.log == f"Tagwright serves at {server.url}/\n"


def test_token_is_needed_where_there_is_one(start: Start) -> None:
    server = start(*FLAGS, env=TOKEN)
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic wrong"}):
        response = _post(server, **headers)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == "Bearer"
        assert "Authorization: Bearer" in response.json()["error"]
    assert server.get("/metrics").status_code == 401
    for path in ("/healthz", "/docs", "/openapi.json"):
        assert server.get(path).status_code == 200
    shown = "Bearer geheimes Wörtchen".encode()
    connection = HTTPConnection(server.authority)  # httpx takes headers in ASCII only
    with contextlib.closing(connection):
        headers = {"Authorization": shown, "Content-Type": "application/json"}
        connection.request("POST", "/generate_html", '{"prompt": "x"}', headers)
        assert connection.getresponse().status == 200
    assert "geheim" not in server.log


async def test_web_socket_shows_the_token_as_header_or_subprotocol(start: Start) -> None:
    server = start(*FLAGS, env={"TAGWRIGHT_TOKEN": "secret-word"})
    url = f"ws://{server.authority}/lsp"
    with pytest.raises(InvalidStatus) as refusal:
        await connect(url)
    assert refusal.value.response.status_code == 401
    async with connect(url, additional_headers={"Authorization": "Bearer secret-word"}) as socket:
        assert socket.subprotocol is None
    async with connect(url, subprotocols=["tagwright", "bearer.secret-word"]) as socket:  # type: ignore[list-item]
        assert socket.subprotocol == "tagwright"


def test_address_for_others_needs_a_token(cli: Callable[..., Any], refused: Any) -> None:
    refused(cli("serve", "--host", "0.0.0.0", "--port", "0"), "--token-env")
    refused(cli("serve", "--host", "::", "--port", "0"), "--token-env")
    refused(cli("serve", "--token-env", "TAGWRIGHT_NO_SUCH"), "holds no token")


def test_address_for_others_takes_addresses_not_names(start: Start) -> None:
    """An address can't be rebound."""
    server = start("--host", "0.0.0.0", *FLAGS, env=TOKEN)
    assert server.get("/healthz").status_code == 200
    assert server.get("/healthz", headers={"Host": "192.0.2.7:8460"}).status_code == 200
    assert server.get("/healthz", headers={"Host": "evil.example"}).status_code == 421
    assert _post(server).status_code == 401


def test_every_answer_has_security_headers(server: Server) -> None:
    answers = [server.get("/"), server.get("/nothing"), server.get("/docs"), _post(server)]
    answers.append(_post(server, Origin="https://evil.example"))
    for response in answers:
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "no-referrer"


def _post(server: Server, **headers: str) -> httpx.Response:
    return server.request("POST", "/generate_html", json={"prompt": "x"}, headers=headers)
