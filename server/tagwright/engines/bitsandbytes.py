"""transformers with bitsandbytes: model directories in 4 bits on a GPU, from local files.

Works on a CPU too, about ten times slower than llama.cpp there.
"""

from __future__ import annotations

import gc
import importlib.util
from collections.abc import Iterator
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

from tagwright.engines.base import Limits, Message, ModelFiles, ModelInfo
from tagwright.engines.chat_template import PLAIN_END, render
from tagwright.engines.hf_model import HfModel, first_line, load_model, model_folder
from tagwright.engines.hf_tokens import TokenText
from tagwright.engines.identity import check_adapter, directory_identity
from tagwright.engines.llamacpp import MAX_CONTEXT
from tagwright.engines.relay import Relay
from tagwright.errors import InputError, ModelError, TagwrightError

if TYPE_CHECKING:
    from llguidance import LLTokenizer

    from tagwright.engines.hf_generate import Generation, Likelihood


class BitsAndBytesEngine:
    """A Hugging Face model directory with, optionally, a PEFT LoRA adapter on it.

    adapter_scale: 1 is as trained. allow_download: whether a base given by its hub id may be
    fetched; otherwise nothing here uses the network. grammars: whether ``Limits.grammar`` is kept
    to, for which the package llguidance has to be there.
    """

    def __init__(
        self,
        files: ModelFiles,
        *,
        adapter_scale: float = 1.0,
        allow_download: bool = False,
        grammars: bool = True,
        max_context: int = MAX_CONTEXT,
    ) -> None:
        self._files = files
        self._adapter_scale = adapter_scale
        self._allow_download = allow_download
        self._grammars = grammars and importlib.util.find_spec("llguidance") is not None
        self._grammar_tokenizer: LLTokenizer | None = None
        self._max_context = max_context
        self._load_lock = Lock()
        self._info: ModelInfo | None = None
        self._hf: HfModel | None = None
        self._generation: Generation | None = None
        self._end_ids: list[int] = []
        self._worker: Thread | None = None
        self._relay: Relay | None = None
        self._finished = False
        self._likelihood: Likelihood | None = None

    @property
    def finished(self) -> bool:
        """True if the last stream ended because the model was done, not cut by a limit."""
        return self._finished

    @property
    def logprob(self) -> float | None:
        """See ``Engine.logprob``; the end of the answer is counted."""
        return None if self._likelihood is None else self._likelihood.logprob

    @property
    def reused_tokens(self) -> int:
        """How many tokens of the last prompt had not to be read again."""
        return 0 if self._generation is None else self._generation.reused

    def load(self) -> ModelInfo:
        """Load base and adapter; see ``Engine.load``."""
        with self._load_lock:
            if self._info is None:
                self._info = self._load()
            return self._info

    def stream(self, messages: list[Message], limits: Limits, stop: Event) -> Iterator[str]:
        """Yield the answer's tokens; see ``Engine.stream``.

        Of ``Limits.forbidden``, those that are one token of this model are excluded. Raises
        ``InputError`` when the prompt leaves no room for an answer.
        """
        info = self.load()
        assert self._hf is not None
        self._finished = False
        self._likelihood = None
        self._wait_for_worker()
        if stop.is_set():
            return
        prompt = self._prompt(self._hf.tokenizer, messages)
        room = info.context_length - len(prompt)
        if room <= 0:
            raise InputError(
                f"The prompt with its page is {len(prompt)} tokens long, and the model takes "
                f"{info.context_length}: shorten the prompt or the markup to change."
            )
        self._relay = relay = Relay(stop)
        self._worker = Thread(
            target=self._generate,
            args=(prompt, min(limits.max_new_tokens, room), limits, relay),
            name="tagwright-bitsandbytes",
            daemon=True,
        )
        self._worker.start()
        yield from relay.read()

    def close(self) -> None:
        """Free the model; see ``Engine.close``. A stream that still runs fails."""
        with self._load_lock:
            if self._relay is not None:
                self._relay.close()
            self._wait_for_worker()
            loaded = self._hf is not None
            self._hf = self._generation = self._info = self._relay = None
            self._grammar_tokenizer = None
        if loaded:
            import torch

            gc.collect()
            torch.cuda.empty_cache()

    def _wait_for_worker(self) -> None:
        if self._worker is not None:
            self._worker.join()
            self._worker = None

    def _load(self) -> ModelInfo:
        adapter = self._files.adapter
        folder = model_folder(self._files.base, allow_download=self._allow_download)
        identity = directory_identity(folder)
        codec = identity.codec if adapter is None else check_adapter(adapter, identity)
        self._hf = load_model(folder, adapter, self._adapter_scale)
        from tagwright.engines.hf_generate import Generation

        model, tokenizer = self._hf.model, self._hf.tokenizer
        self._end_ids = _end_ids(model, tokenizer)
        self._generation = Generation(model, self._end_ids)
        config = model.config.get_text_config()
        trained = getattr(config, "max_position_embeddings", None) or self._max_context
        return ModelInfo(
            engine="bitsandbytes",
            base=identity.name,
            adapter=None if adapter is None else str(adapter),
            codec=codec,
            context_length=min(trained, self._max_context),
            grammars=self._grammars,
        )

    def _prompt(self, tokenizer: Any, messages: list[Message]) -> list[int]:
        text = render(tokenizer, messages)
        # A template spells out the tokens that begin a text.
        own = bool(tokenizer.chat_template)
        ids: list[int] = tokenizer(text, add_special_tokens=not own)["input_ids"]
        return ids

    def _generate(self, prompt: list[int], room: int, limits: Limits, relay: Relay) -> None:
        """Run one request to its end; runs on the worker thread."""
        import torch

        assert self._hf is not None and self._generation is not None
        error: TagwrightError | None = None
        plain = not self._hf.tokenizer.chat_template
        text = TokenText(self._hf.tokenizer, self._end_ids, PLAIN_END if plain else "")
        try:
            self._generation.run(
                prompt,
                max_new_tokens=room,
                processors=self._processors(self._hf, limits),
                text=text,
                relay=relay,
                likelihood=self._likelihood,
            )
            self._finished = text.ended
        except TagwrightError as problem:
            error = problem
        except torch.OutOfMemoryError:
            error = ModelError(
                "The GPU ran out of memory while it answered: shorten the prompt, close other "
                "programs that use it, or choose a smaller model."
            )
        except Exception as problem:
            error = ModelError(f"The model failed while answering ({first_line(problem)}).")
        relay.end(error)

    def _processors(self, hf: HfModel, limits: Limits) -> list[Any]:
        from tagwright.engines.hf_generate import Likelihood, Sampling, suppress

        device = hf.model.device
        processors: list[Any] = []
        if limits.logprob:
            # First: what the others leave of the logits is not what the model found likely.
            self._likelihood = Likelihood()
            processors.append(self._likelihood)
        forbidden = [
            ids[0]
            for ids in (_ids(hf.tokenizer, text) for text in limits.forbidden)
            if len(ids) == 1
        ]
        if forbidden:
            processors.append(suppress(forbidden, device))
        if limits.grammar and self._grammars:
            from tagwright.grammar.masks import GrammarProcessor, grammar_tokenizer

            if self._grammar_tokenizer is None:
                self._grammar_tokenizer = grammar_tokenizer(hf.tokenizer, self._end_ids)
            processors.append(GrammarProcessor(self._grammar_tokenizer, limits.grammar))
        if limits.temperature > 0:
            processors.append(Sampling(limits.temperature, limits.seed, device))
        return processors


def _ids(tokenizer: Any, text: str) -> list[int]:
    ids: list[int] = tokenizer.encode(text, add_special_tokens=False)
    return ids


def _end_ids(model: Any, tokenizer: Any) -> list[int]:
    """Return the tokens that end an answer: checkpoints name them in two or three places."""
    found: list[int] = []
    for ids in (
        model.generation_config.eos_token_id,
        getattr(model.config.get_text_config(), "eos_token_id", None),
        tokenizer.eos_token_id,
    ):
        found += ids if isinstance(ids, list) else [] if ids is None else [ids]
    return list(dict.fromkeys(found))
