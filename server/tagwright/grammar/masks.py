"""A grammar's token masks for transformers: a logits processor around llguidance's matcher.

llguidance's own helpers for torch compile a kernel at their first use, which needs a C++ compiler;
here the mask is unpacked by numpy. Import it only where torch and llguidance are installed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from tagwright.errors import ModelError

if TYPE_CHECKING:
    import torch
    from llguidance import LLTokenizer


class GrammarProcessor:
    """Masks all tokens that the grammar does not allow; for one answer of one sequence.

    It is a transformers ``LogitsProcessor``: what it is called with at first is the prompt.
    """

    def __init__(self, tokenizer: LLTokenizer, grammar: str) -> None:
        """Raises ``ModelError`` for a grammar that llguidance refuses."""
        from llguidance import LLMatcher

        self._matcher = LLMatcher(tokenizer, grammar)
        self._seen = -1
        self._check()

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        """Return the scores (1, vocabulary) with ``-inf`` for what may not follow."""
        import torch

        if self._seen >= 0:
            self._matcher.consume_tokens(input_ids[0, self._seen :].tolist())
            self._check()
        self._seen = input_ids.shape[1]
        bits = np.frombuffer(self._matcher.compute_bitmask(), dtype=np.uint8)
        allowed = np.zeros(scores.shape[-1], dtype=bool)
        known = np.unpackbits(bits, bitorder="little")[: len(allowed)]
        allowed[: len(known)] = known
        mask = torch.from_numpy(allowed).to(scores.device)
        return scores.masked_fill(~mask, float("-inf"))

    def _check(self) -> None:
        if self._matcher.is_error():
            raise ModelError(
                f"The grammar of the answer can't be used ({self._matcher.get_error()}): set "
                "grammar to off."
            )


def logits_processor(tokenizer: Any, grammar: str) -> GrammarProcessor:
    """Return a processor for one answer; for more, make the ``grammar_tokenizer`` only once.

    Raises ``ModelError`` as ``GrammarProcessor``.
    """
    return GrammarProcessor(grammar_tokenizer(tokenizer), grammar)


def grammar_tokenizer(tokenizer: Any, end_ids: Sequence[int] = ()) -> LLTokenizer:
    """Return llguidance's view of a fast Hugging Face tokenizer; takes a second for a large one.

    end_ids: the tokens that end an answer, if not the tokenizer's own one alone.
    llguidance takes every added token that looks like ``<tag>`` for a control token, which no
    text of a grammar matches; those that the tokenizer itself doesn't call special are text here.
    """
    from llguidance import LLTokenizer, TokenizerWrapper
    from llguidance.hf import from_tokenizer

    ends = list(end_ids) or None
    found = from_tokenizer(tokenizer, eos_token=ends)
    text = {
        number
        for number, added in tokenizer.added_tokens_decoder.items()
        if not added.special and found.is_special_token(number)
    }
    if not text:
        return found
    return LLTokenizer(TokenizerWrapper(_Text(tokenizer, found, text)), eos_token=ends)


class _Text:
    """What ``TokenizerWrapper`` wants of a tokenizer that llguidance doesn't know."""

    def __init__(self, tokenizer: Any, found: LLTokenizer, text: set[int]) -> None:
        numbers = range(found.vocab_size)
        self.eos_token_id = found.eos_token
        self.bos_token_id = tokenizer.bos_token_id
        self.tokens = [found.decode_bytes([number]) for number in numbers]
        self.special_token_ids = [
            number for number in numbers if found.is_special_token(number) and number not in text
        ]
        self._encode: Callable[..., list[int]] = tokenizer.encode

    def __call__(self, text: bytes) -> list[int]:
        return self._encode(text.decode("utf-8", errors="replace"), add_special_tokens=False)
