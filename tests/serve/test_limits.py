"""Many requests at once, and requests that take long."""

from __future__ import annotations

import asyncio
import collections
import json
import select
import socket

import httpx

from .conftest import Start
from .support import ENDLESS, OPTIONS, SLOW, WAIT, Server, until


async def test_a_thousand_at_once_lose_none(server: Server) -> None:
    limits = httpx.Limits(max_connections=1000)
    async with httpx.AsyncClient(limits=limits, **{**OPTIONS, "timeout": WAIT * 3}) as client:

        async def ask(number: int) -> str:
            body = {"prompt": f"number {number}"}
            response = await client.post(f"{server.url}/generate_html", json=body)
            assert response.status_code == 200, response.text
            return str(response.json()["html"])

        answers = await asyncio.gather(*map(ask, range(1000)))
    assert collections.Counter(answers) == {"<p>Hello</p>": 1000}
    assert server.metric("tagwright_queue_length") == 0


async def test_more_than_may_wait_are_told_when_to_come_back(start: Start) -> None:
    server = start("--queue", "3", answers=(SLOW,))
    async with httpx.AsyncClient(**OPTIONS) as client:

        async def ask() -> httpx.Response:
            return await client.post(f"{server.url}/generate_html", json={"prompt": "slow"})

        responses = await asyncio.gather(*(ask() for _ in range(20)))
    statuses = collections.Counter(response.status_code for response in responses)
    assert statuses[200] >= 5  # two at the model and three that wait
    assert statuses[200] + statuses[429] == 20
    refused = [response for response in responses if response.status_code == 429]
    assert refused
    for response in refused:
        assert int(response.headers["retry-after"]) >= 1
        assert "try again later" in response.json()["error"]
    assert server.metric('tagwright_requests_total{status="429"}') == len(refused)


async def test_queue_is_seen_from_outside(start: Start) -> None:
    server = start(answers=(ENDLESS,))
    async with httpx.AsyncClient(**OPTIONS) as client:
        url = f"{server.url}/generate_html"
        asked = [
            asyncio.ensure_future(client.post(url, json={"prompt": "endless"})) for _ in range(5)
        ]
        await until(lambda: server.metric("tagwright_queue_length") == 3)
        assert server.metric("tagwright_requests_in_flight") == 6
        for each in asked:
            each.cancel()
        await asyncio.wait(asked)
        await until(lambda: server.metric("tagwright_queue_length") == 0)


def test_answer_that_takes_too_long_is_stopped(start: Start) -> None:
    server = start("--time-limit", "3", answers=(ENDLESS,))
    response = server.post(prompt="endless")
    assert response.status_code == 504
    assert "longer than 3 s" in response.json()["error"]
    assert server.post(prompt="next").status_code == 200


def test_body_that_arrives_too_slowly_is_not_waited_for(start: Start) -> None:
    """A client that sends a byte now and then is as slow as one that sends none."""
    server = start("--body-time", "1")
    head = (
        f"POST /generate_html HTTP/1.1\r\nHost: {server.authority}\r\n"
        "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
    )
    for is_alive in (False, True):
        with socket.create_connection(server.address, WAIT) as client:
            client.sendall(head.encode() + b'{"prompt": "')
            while is_alive and not select.select([client], [], [], 0.1)[0]:
                client.sendall(b"x")
            answer = client.makefile("rb").read()  # to the end of the connection
        head_of_answer, _, body = answer.partition(b"\r\n\r\n")
        assert head_of_answer.startswith(b"HTTP/1.1 408 ")
        assert json.loads(body) == {"error": "The request did not arrive within 1 s."}
    assert server.metric('tagwright_requests_total{status="408"}') == 2
    assert server.post(prompt="next").status_code == 200


def test_tokens_and_seconds_are_counted(start: Start) -> None:
    server = start()
    assert server.post(prompt="one").json()["tokens"] == 3
    assert server.post(prompt="two").json()["tokens"] == 3
    assert server.metric("tagwright_tokens_total") == 6
    assert server.metric("tagwright_generation_seconds_count") == 2
    assert server.metric('tagwright_requests_total{status="200"}') == 4  # two were for metrics
    assert server.metric("tagwright_model_loaded") == 1
