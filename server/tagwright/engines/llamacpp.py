"""llama.cpp in process, through xllamacpp: 4-bit GGUF models on a CPU, no torch, no network.

xllamacpp wraps llama.cpp's own server (https://github.com/xorbitsai/xllamacpp); its
chat-completions call renders the chat template that the GGUF file carries.
"""

from __future__ import annotations

import contextlib
import os
import queue
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from tagwright.engines.base import Limits, Message, ModelFiles, ModelInfo
from tagwright.engines.gguf_header import GgufHeader, read_header
from tagwright.engines.identity import BaseIdentity, check_adapter, check_prompt_version
from tagwright.errors import InputError, ModelError, TagwrightError
from tagwright.grammar import PREFIX

MAX_CONTEXT = 4096
"""Tokens of prompt and answer together, where the model can take so many."""

_MAX_THREADS = 8
"""More threads than this only wait for memory: decoding reads all weights once a token."""

_BATCH = 128
"""Prompt tokens between two looks at ``stop``: one second of work for 0.5 B parameters."""

_POLL_SECONDS = 0.02
_SOCKET_PATH_LIMIT = 100


@dataclass(frozen=True)
class _End:
    """What a worker leaves as its last item."""

    error: TagwrightError | None = None


class LlamaCppEngine:
    """A GGUF model with, optionally, a PEFT LoRA adapter on it.

    adapter_scale: 1 is as trained. gpu_layers: how many layers a build for GPUs puts on one, -1
    is as many as fit; other builds have no use for it. grammars: whether ``Limits.grammar`` is
    kept to. llama.cpp asks the model for each token all the same, also where it is forced.
    """

    def __init__(
        self,
        files: ModelFiles,
        *,
        adapter_scale: float = 1.0,
        gpu_layers: int = -1,
        grammars: bool = True,
        max_context: int = MAX_CONTEXT,
    ) -> None:
        self._files = files
        self._adapter_scale = adapter_scale
        self._gpu_layers = gpu_layers
        self._grammars = grammars
        self._max_context = max_context
        self._load_lock = Lock()
        self._info: ModelInfo | None = None
        self._server: Any = None
        self._worker: Thread | None = None
        self._abandoned = Event()
        self._finished = False
        self._logprob: float | None = None

    @property
    def finished(self) -> bool:
        """True if the last stream ended because the model was done, not cut by a limit."""
        return self._finished

    @property
    def logprob(self) -> float | None:
        """See ``Engine.logprob``; the end of the answer is not counted."""
        return self._logprob

    def load(self) -> ModelInfo:
        """Load base and adapter; see ``Engine.load``."""
        with self._load_lock:
            if self._info is None:
                self._info = self._load()
            return self._info

    def stream(self, messages: list[Message], limits: Limits, stop: Event) -> Iterator[str]:
        """Yield the answer's tokens; see ``Engine.stream``.

        llama.cpp drops white space at the very beginning of an answer. Raises ``InputError`` when
        the prompt leaves no room for one.
        """
        self.load()
        self._finished = False
        self._logprob = 0.0 if limits.logprob else None
        self._wait_for_worker()
        if stop.is_set():
            return
        items: queue.SimpleQueue[str | _End] = queue.SimpleQueue()
        self._abandoned = abandoned = Event()
        request = _request(messages, limits)
        if limits.grammar and self._grammars:
            request["grammar"] = PREFIX + limits.grammar
        self._worker = Thread(
            target=self._generate,
            args=(request, items, lambda: stop.is_set() or abandoned.is_set()),
            name="tagwright-llamacpp",
            daemon=True,
        )
        self._worker.start()
        try:
            while not stop.is_set():
                # A long prompt yields nothing for seconds, and stop has to end that too.
                with contextlib.suppress(queue.Empty):
                    item = items.get(timeout=_POLL_SECONDS)
                    if isinstance(item, _End):
                        if item.error is not None:
                            raise item.error
                        if abandoned.is_set():
                            raise ModelError("The engine was closed while it answered.")
                        return
                    yield item
        finally:
            abandoned.set()

    def close(self) -> None:
        """Free the model; see ``Engine.close``. A stream that still runs fails."""
        with self._load_lock:
            self._abandoned.set()
            self._wait_for_worker()
            self._server = None
            self._info = None

    def _wait_for_worker(self) -> None:
        if self._worker is not None:
            self._worker.join()
            self._worker = None

    def _load(self) -> ModelInfo:
        base = self._files.base
        if base.is_dir():
            raise ModelError(
                f"{base} is a directory, and the llamacpp engine loads GGUF files: give the path "
                "of a .gguf file, or choose the engine bitsandbytes, which wants a GPU."
            )
        if not base.exists():
            raise ModelError(f"There is no model file {base}: give the path of a .gguf file.")
        header = read_header(base)
        identity = _identity(header)
        codec = identity.codec
        lora: Path | None = None
        if self._files.adapter is not None:
            from tagwright.engines.gguf_lora import gguf_lora

            codec = check_adapter(self._files.adapter, identity)
            lora = gguf_lora(self._files.adapter, header)
        trained = header.number("context_length") or self._max_context
        context = min(trained, self._max_context)
        self._server = _start(base, lora, self._adapter_scale, self._gpu_layers, context)
        return ModelInfo(
            engine="llamacpp",
            base=header.name,
            adapter=None if self._files.adapter is None else str(self._files.adapter),
            codec=codec,
            context_length=context,
            grammars=self._grammars,
        )

    def _generate(
        self, request: dict[str, Any], items: queue.SimpleQueue[str | _End], stopped: Any
    ) -> None:
        """Run one request to its end; runs on the worker thread, the callback too."""
        error: TagwrightError | None = None
        sent = 0

        def on_chunk(chunk: dict[str, Any]) -> bool:
            nonlocal error, sent
            if "error" in chunk:
                error = _explain(chunk["error"])
                return True
            choice = chunk["choices"][0] if chunk.get("choices") else {}
            if self._logprob is not None:
                told = (choice.get("logprobs") or {}).get("content") or []
                self._logprob += sum(token["logprob"] for token in told)
            text = choice.get("delta", {}).get("content") or ""
            decoded = chunk.get("timings", {}).get("predicted_n", sent)
            reason = choice.get("finish_reason")
            if reason is not None:
                self._finished = reason == "stop"
                # The end-of-text token was decoded, but it is not part of the answer.
                decoded -= self._finished
            # Tokens that end within a character are held back: each still counts as one item.
            for _ in range(decoded - sent - bool(text)):
                items.put("")
            if text:
                items.put(text)
            sent = max(sent, decoded)
            return bool(stopped())

        try:
            self._server.handle_chat_completions(request, on_chunk)
        except (ValueError, RuntimeError) as problem:
            error = ModelError(f"The model's chat template can't be used ({problem}).")
        items.put(_End(error))


def _start(base: Path, lora: Path | None, scale: float, gpu_layers: int, context: int) -> Any:
    """Return xllamacpp's server with the model loaded. Raises ``ModelError``."""
    import xllamacpp  # type: ignore[import-untyped]

    params = xllamacpp.CommonParams()
    params.model.path = str(base)
    if lora is not None:
        params.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(lora), scale)]
    params.n_gpu_layers = gpu_layers
    params.n_ctx = context
    params.n_parallel = 1
    params.n_batch = params.n_ubatch = _BATCH
    # Up to 8 GB of earlier prompts by default; the running slot keeps its own prefix anyway.
    params.cache_ram_mib = 0
    for threads in (params.cpuparams, params.cpuparams_batch):
        threads.n_threads = thread_count()
        threads.poll = 0
    # The answer comes as the model writes it: no search for reasoning or tool calls in it.
    params.force_pure_content_parser = True
    params.reasoning_format = xllamacpp.common_reasoning_format.COMMON_REASONING_FORMAT_NONE
    params.enable_reasoning = 0
    # stdout may be the protocol, and llama.cpp writes its plain messages there.
    params.verbosity = -1
    params.offline = True
    with _no_listener(params):
        try:
            server = xllamacpp.Server(params)
        except (RuntimeError, ValueError) as error:
            raise ModelError(
                f"llama.cpp can't load {base}{f' with the adapter {lora}' if lora else ''}: check "
                "that the file is complete and of a type that it knows, and that there is "
                "memory for it."
            ) from error
    # An answer means that the server's loop runs: one that is freed before hangs for ever.
    server.handle_metrics()
    return server


def thread_count() -> int:
    """Return how many threads to decode with: one core stays free.

    llama.cpp's threads wait for each other in every layer. With as many as there are cores, any
    other busy process stops them all: measured on two cores, two threads fell from 1,200 to 50
    tokens a second under load, one thread kept its 600.
    """
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return max(1, min(cores - 1, _MAX_THREADS))


@contextlib.contextmanager
def _no_listener(params: Any) -> Iterator[None]:
    """Keep llama.cpp's HTTP server, which can't be switched off, from being reached by anyone.

    It listens on a Unix socket that is removed as soon as it has started; without Unix sockets,
    on a loopback port, with a key that nobody knows.
    """
    params.ui = False
    params.endpoint_slots = False
    params.endpoint_metrics = True
    params.n_threads_http = 1
    params.api_keys = [secrets.token_urlsafe(32)]
    with contextlib.ExitStack() as stack:
        if os.name == "posix":
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="tagwright-"))
            path = Path(folder) / "llama.sock"
            if len(os.fsencode(path)) <= _SOCKET_PATH_LIMIT:
                params.hostnames = [str(path)]
        yield


def _identity(header: GgufHeader) -> BaseIdentity:
    check_prompt_version(header.path, header.fields.get("tagwright.prompt_version"))
    sha256 = header.fields.get("tagwright.base_sha256")
    return BaseIdentity(
        name=header.name,
        codec=str(header.fields.get("tagwright.codec", "none")),
        sha256=lambda: None if sha256 is None else str(sha256),
    )


def _request(messages: list[Message], limits: Limits) -> dict[str, Any]:
    return {
        "messages": [dict(message) for message in messages],
        "max_tokens": limits.max_new_tokens,
        "temperature": limits.temperature,
        "seed": limits.seed,
        "logit_bias": [[token, False] for token in limits.forbidden],
        "logprobs": limits.logprob,
        "stream": True,
        "cache_prompt": True,
        # Progress on the prompt gives the callback a chance to stop before the first token.
        "return_progress": True,
        "timings_per_token": True,
    }


def _explain(error: dict[str, Any]) -> TagwrightError:
    if error.get("type") == "exceed_context_size_error":
        return InputError(
            f"The prompt with its page is {error.get('n_prompt_tokens')} tokens long, and the "
            f"model takes {error.get('n_ctx')}: shorten the prompt or the markup to change."
        )
    return ModelError(f"The model failed while answering ({error.get('message')}): try again.")
