"""Generation with transformers, token by token, so that it can be stopped at any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from transformers import (
    DynamicCache,
    GenerationConfig,
    LogitsProcessor,
    LogitsProcessorList,
    StoppingCriteria,
    StoppingCriteriaList,
    SuppressTokensLogitsProcessor,
)
from transformers.generation.streamers import BaseStreamer

from tagwright.engines.hf_tokens import TokenText
from tagwright.engines.relay import Relay

_CHUNK = 128
"""Prompt tokens between two looks at ``stop``: one second of work for 0.5 B parameters on a CPU."""


@dataclass
class Prefix:
    """Keys and values of the tokens that the model has seen last, for a prompt that begins alike.

    The page's context comes first in a prompt and changes least, so most of it is not read again.
    """

    ids: list[int]
    cache: DynamicCache

    def cut_to(self, prompt: list[int]) -> int:
        """Forget what ``prompt`` does not begin with; return how many tokens are left.

        The prompt's last token is always left to read: its logits give the first answer token.
        """
        same = 0
        for mine, wanted in zip(self.ids, prompt[:-1], strict=False):
            if mine != wanted:
                break
            same += 1
        surplus = self.cache.get_seq_length() - same
        if surplus:
            self.cache.crop(-surplus)
        self.ids = prompt[:same]
        return same


class Generation:
    """One model's answers, one at a time; keeps the prefix between them."""

    def __init__(self, model: Any, end_ids: list[int]) -> None:
        self._model = model
        self._end_ids = end_ids
        self._prefix: Prefix | None = None
        self.reused = 0
        # What the checkpoint recommends (sampling, a penalty on repetition, which markup needs)
        # must not mix with what was asked for.
        model.generation_config = GenerationConfig()

    @torch.inference_mode()
    def run(
        self,
        prompt: list[int],
        *,
        max_new_tokens: int,
        processors: list[LogitsProcessor],
        text: TokenText,
        relay: Relay,
        likelihood: Likelihood | None = None,
    ) -> None:
        """Put the answer to ``prompt`` into the relay, until it ends or the relay is stopped."""
        prefix = self._take(prompt)
        # Whatever goes wrong in between, a cache in an unknown state is not used again.
        self._prefix = None
        ids = torch.tensor([prompt], device=self._model.device)
        for at in range(self.reused, len(prompt) - 1, _CHUNK):
            if relay.stopped:
                break
            chunk = ids[:, at : min(at + _CHUNK, len(prompt) - 1)]
            self._model.get_decoder()(input_ids=chunk, past_key_values=prefix.cache, use_cache=True)
        if relay.stopped:
            seen = prompt
        else:
            out = self._model.generate(
                ids,
                attention_mask=torch.ones_like(ids),
                past_key_values=prefix.cache,
                generation_config=GenerationConfig(
                    max_new_tokens=max_new_tokens,
                    do_sample=False,
                    eos_token_id=self._end_ids,
                    pad_token_id=self._end_ids[0] if self._end_ids else 0,
                ),
                logits_processor=LogitsProcessorList(processors),
                stopping_criteria=StoppingCriteriaList([_Stop(relay, text)]),
                streamer=_Streamer(relay, text, likelihood),
            )
            seen = out[0].tolist()
        rest = text.rest()
        if rest:
            relay.put(rest)
        prefix.ids = seen[: prefix.cache.get_seq_length()]
        self._prefix = prefix

    def _take(self, prompt: list[int]) -> Prefix:
        prefix, self.reused = self._prefix, 0
        if prefix is not None:
            try:
                self.reused = prefix.cut_to(prompt)
            except RuntimeError:
                # Layers with a sliding window have forgotten what would be needed.
                prefix = None
        return prefix or Prefix([], DynamicCache(config=self._model.config))


class Sampling(LogitsProcessor):  # type: ignore[misc]
    """Makes the likeliest token a sampled one, by the Gumbel-max trick, with its own generator.

    torch's global one, which ``do_sample`` uses, is shared with everything in the process.
    """

    def __init__(self, temperature: float, seed: int, device: torch.device) -> None:
        self._temperature = temperature
        self._generator = torch.Generator(device).manual_seed(seed)

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        noise = torch.empty_like(scores, dtype=torch.float32)
        # -log of an exponential variable is a Gumbel variable.
        noise.exponential_(generator=self._generator).log_().neg_()
        return scores.float() / self._temperature + noise


class Likelihood(LogitsProcessor):  # type: ignore[misc]
    """Adds up how likely the model found the tokens that were taken; see ``Engine.logprob``."""

    def __init__(self) -> None:
        self.logprob = 0.0
        self._next: torch.Tensor | None = None

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        # scores: (1, vocabulary), before any other processor
        self._next = scores[0].float().log_softmax(-1)
        return scores

    def take(self, token: int) -> None:
        """Count the token that was taken."""
        if self._next is not None:
            self.logprob += float(self._next[token])


def suppress(ids: list[int], device: torch.device) -> LogitsProcessor:
    """Return what keeps tokens out of an answer."""
    return SuppressTokensLogitsProcessor(ids, device=device)


class _Streamer(BaseStreamer):  # type: ignore[misc]
    """Puts each token into the relay; ``generate`` hands over the prompt first."""

    def __init__(self, relay: Relay, text: TokenText, likelihood: Likelihood | None) -> None:
        self._relay = relay
        self._text = text
        self._likelihood = likelihood
        self._begun = False

    def put(self, value: torch.Tensor) -> None:
        if self._begun:
            for token in value.reshape(-1).tolist():
                if self._likelihood is not None:
                    self._likelihood.take(token)
                piece = self._text.push(token)
                if piece is not None:
                    self._relay.put(piece)
        self._begun = True

    def end(self) -> None:
        """Nothing to do: the relay ends when the thread does."""


class _Stop(StoppingCriteria):  # type: ignore[misc]
    def __init__(self, relay: Relay, text: TokenText) -> None:
        self._relay = relay
        self._text = text

    def __call__(self, input_ids: torch.Tensor, scores: Any, **_: Any) -> torch.Tensor:
        stop = self._relay.stopped or self._text.ended
        return torch.full((len(input_ids),), stop, dtype=torch.bool, device=input_ids.device)
