"""Models behind a server with OpenAI's chat completions: llama.cpp, vLLM, Ollama, LM Studio, ...

Nothing is sent but what the messages say, and only to the address in the settings.
"""

from __future__ import annotations

import asyncio
import json
import random
import ssl
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future
from dataclasses import replace
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from tagwright.engines.base import Limits, Message, ModelInfo
from tagwright.engines.chat_answer import ChatAnswer, read_text
from tagwright.engines.endpoint import (
    GRAMMARS,
    Endpoint,
    is_loopback,
    listed,
    not_found,
    refusal,
    retry_after,
)
from tagwright.engines.loop_thread import LoopThread
from tagwright.engines.relay import Relay
from tagwright.errors import ModelError, TagwrightError

if TYPE_CHECKING:
    import httpx

Result = TypeVar("Result")

CONTEXT = 4096
"""Tokens that a server's model is taken to hold: the API does not tell, the server refuses more."""

RETRIES = 3
LONGEST_WAIT = 30.0
"""Seconds: a server that wants to be left alone for longer is an error at once."""

_RETRIED = (408, 429, 500, 502, 503, 504)


class OpenAIEngine:
    """A model that another process or machine runs.

    backoff: seconds before the first retry, doubled with each, as long as no token has come.
    """

    def __init__(self, endpoint: Endpoint, *, backoff: float = 0.25) -> None:
        self._endpoint = endpoint
        self._backoff = backoff
        self._lock = Lock()
        self._info: ModelInfo | None = None
        self._thread: LoopThread | None = None
        self._client: httpx.AsyncClient | None = None
        self._token = ""
        self._relay: Relay | None = None
        self._work: Future[None] | None = None
        self._finished = False

    @property
    def finished(self) -> bool:
        """True if the server said that the model was done; see ``Engine.finished``."""
        return self._finished

    @property
    def logprob(self) -> float | None:
        """None: not every server tells it; see ``Engine.logprob``."""
        return None

    def load(self) -> ModelInfo:
        """Check address and token; the server is asked only where no model is named.

        Raises ``SettingsError`` and ``ModelError``.
        """
        with self._lock:
            if self._info is None:
                self._open()
                if not self._endpoint.model:
                    model = self._wait(self._only_model())
                    self._endpoint = replace(self._endpoint, model=model)
                self._info = ModelInfo(
                    engine="openai",
                    base=self._endpoint.model,
                    adapter=None,
                    codec=self._endpoint.codec,
                    context_length=CONTEXT,
                    grammars=self._endpoint.grammar in GRAMMARS,
                )
            return self._info

    def stream(self, messages: list[Message], limits: Limits, stop: Event) -> Iterator[str]:
        """Yield the answer in the pieces that the server sends, mostly one a token.

        Setting ``stop`` closes the connection; ``Limits.forbidden`` is not sent, because servers
        want token numbers there. See ``Engine.stream``.
        """
        self.load()
        self._finished = False
        if stop.is_set():
            return
        assert self._thread is not None
        self._relay = relay = Relay(stop)
        body = _body(self._endpoint.model, messages, limits)
        body.update(self._endpoint.constrained(limits.grammar))
        self._work = work = self._thread.submit(self._answer(body, relay))
        try:
            yield from relay.read()
        finally:
            work.cancel()

    def close(self) -> None:
        """Close the connections; see ``Engine.close``. A stream that still runs fails."""
        with self._lock:
            if self._relay is not None and self._work is not None:
                self._relay.close()
                self._work.cancel()
            if self._thread is not None:
                if self._client is not None:
                    self._wait(self._client.aclose())
                self._thread.close()
            self._thread = self._client = self._info = self._relay = None

    def _open(self) -> None:
        if self._client is not None:
            return
        address = self._endpoint.address()
        self._token = self._endpoint.token()
        try:
            import httpx
        except ImportError as error:
            raise ModelError(
                "The engine openai needs the package httpx: pip install 'tagwright[openai]'."
            ) from error
        self._client = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {self._token}"} if self._token else {},
            # Else a password from ~/.netrc would take the token's place.
            auth=lambda request: request,
            timeout=httpx.Timeout(
                self._endpoint.idle_timeout, connect=self._endpoint.connect_timeout
            ),
            # A proxy of the environment is for other machines.
            trust_env=not is_loopback(urlsplit(address).hostname or ""),
        )
        self._thread = LoopThread("tagwright-openai")

    def _wait(self, work: Coroutine[Any, Any, Result]) -> Result:
        assert self._thread is not None
        return self._thread.submit(work).result()

    async def _answer(self, body: dict[str, Any], relay: Relay) -> None:
        """Put one answer into the relay; whatever happens, it ends there."""
        error: TagwrightError | None = None
        try:
            await self._send(body, relay)
        except TagwrightError as problem:
            error = problem
        except Exception as problem:
            error = self._explain(problem)
        finally:
            relay.end(error)

    async def _send(self, body: dict[str, Any], relay: Relay) -> None:
        """Ask until an answer comes; ask again only as long as nothing of one has come."""
        import httpx

        assert self._client is not None
        url = f"{self._endpoint.address()}/chat/completions"
        answer = ChatAnswer(self._endpoint, relay)
        for attempt in range(RETRIES + 1):
            wait = self._backoff * 2**attempt * random.uniform(0.75, 1.25)
            try:
                async with self._client.stream("POST", url, json=body) as response:
                    if response.status_code == 200:
                        await answer.read(response)
                        if relay is self._relay:
                            self._finished = answer.finished
                        return
                    wanted = await self._refused(response, body, last=attempt == RETRIES)
                    wait = wait if wanted is None else wanted
            except (httpx.ConnectError, httpx.ReadError, httpx.RemoteProtocolError) as problem:
                if attempt == RETRIES or answer.started or _tls(problem):
                    raise
            await asyncio.sleep(wait)

    async def _refused(
        self, response: httpx.Response, body: dict[str, Any], *, last: bool
    ) -> float | None:
        """Return how long to wait before asking again (None: as long as always), or raise."""
        text = await read_text(response)
        if self._token:
            # What a server says is shown, and some repeat the token.
            text = text.replace(self._token, "***")
        status = response.status_code
        if status == 400 and "max_completion_tokens" in text and "max_tokens" in body:
            # OpenAI's newer models take the limit under this name only.
            body["max_completion_tokens"] = body.pop("max_tokens")
            return 0.0
        if status == 404:
            raise not_found(self._endpoint, await self._models())
        wanted = retry_after(response.headers)
        if status not in _RETRIED or last or (wanted or 0.0) > LONGEST_WAIT:
            raise refusal(self._endpoint, status, text)
        return wanted

    async def _only_model(self) -> str:
        """Return the name of the server's model where it has one. Raises ``ModelError``."""
        try:
            models = await self._models()
        except Exception as problem:
            raise self._explain(problem) from problem
        if models is None:
            raise not_found(self._endpoint, None)
        if len(models) != 1:
            raise ModelError(
                f"The server {self._endpoint.address()} needs the name of a model: "
                f"{listed(models)}."
            )
        return models[0]

    async def _models(self) -> list[str] | None:
        """Return the names of the server's models, None where it can't list them."""
        assert self._client is not None
        async with self._client.stream("GET", f"{self._endpoint.address()}/models") as response:
            text = await read_text(response)
            if response.status_code in (401, 403):
                raise refusal(self._endpoint, response.status_code, text)
            try:
                return [str(model["id"]) for model in json.loads(text)["data"]]
            except (ValueError, TypeError, KeyError):
                return None

    def _explain(self, problem: Exception) -> TagwrightError:
        """Return the sentence for what went wrong on the way to the server and back."""
        import httpx

        if isinstance(problem, TagwrightError):
            return problem
        address = self._endpoint.address()
        tls = _tls(problem)
        if tls:
            return ModelError(
                f"The connection to {address} can't be made safe ({tls}): check that the server "
                "speaks https, and that this machine knows its certificate (SSL_CERT_FILE)."
            )
        if isinstance(problem, httpx.ConnectTimeout):
            return ModelError(
                f"The server {address} could not be reached within "
                f"{self._endpoint.connect_timeout:g} s: check baseUrl and the network."
            )
        if isinstance(problem, httpx.ConnectError):
            return ModelError(
                f"There is no server at {address}: start it, or check baseUrl and the network."
            )
        if isinstance(problem, httpx.TimeoutException):
            return ModelError(
                f"The server {address} was silent for {self._endpoint.idle_timeout:g} s: try "
                "again, or give it more time with idleTimeout."
            )
        return ModelError(
            f"The connection to {address} broke ({type(problem).__name__}): see the server's own "
            "log, or try again."
        )


def _body(model: str, messages: list[Message], limits: Limits) -> dict[str, Any]:
    body: dict[str, Any] = {
        "model": model,
        "messages": [dict(message) for message in messages],
        "max_tokens": limits.max_new_tokens,
        "temperature": limits.temperature,
        "stream": True,
    }
    if limits.temperature > 0:
        # Not all servers know it, and a greedy answer needs none.
        body["seed"] = limits.seed
    return body


def _tls(problem: BaseException | None) -> str:
    """Return what TLS complains about, or ``""`` where it is something else."""
    while problem is not None:
        if isinstance(problem, ssl.SSLError):
            return getattr(problem, "verify_message", "") or problem.reason or "no TLS"
        problem = problem.__cause__ or problem.__context__
    return ""
