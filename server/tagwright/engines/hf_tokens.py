"""Tokens of a Hugging Face model, one after the other, as text."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

_WINDOW = 6
"""Tokens before a new one that are decoded with it: some tokenizers need neighbours for spaces."""


class TokenText:
    """Turns token ids into pieces of text, one a token, whatever the tokenizer joins.

    end_ids: tokens that end an answer and are no part of it. end_text: text that does, or ``""``;
    what could be its beginning is held back until it is clear. ended: one of them has come.
    """

    def __init__(self, tokenizer: Any, end_ids: Collection[int], end_text: str) -> None:
        self.ended = False
        self._tokenizer = tokenizer
        self._end_ids = end_ids
        self._end_text = end_text
        self._ids: list[int] = []
        self._known = 0
        self._held = ""

    def push(self, token: int) -> str | None:
        """Return the text that a token adds, None for one that is no part of the answer.

        A token that ends within a character gives ``""``, the one that completes it gives all.
        """
        if self.ended or token in self._end_ids:
            self.ended = True
            return None
        self._ids.append(token)
        start = max(0, self._known - _WINDOW)
        before = self._decode(self._ids[start : self._known])
        text = self._decode(self._ids[start:])
        if text.endswith("\ufffd") and len(self._ids) - self._known < _WINDOW:
            return ""
        self._known = len(self._ids)
        return self._until_end(text[len(before) :])

    def rest(self) -> str:
        """Return what was held back, once nothing more comes."""
        held, self._held = self._held, ""
        return "" if self.ended else held

    def _decode(self, ids: list[int]) -> str:
        text: str = self._tokenizer.decode(
            ids, skip_special_tokens=True, clean_up_tokenization_spaces=False
        )
        return text

    def _until_end(self, text: str) -> str:
        if not self._end_text:
            return text
        text = self._held + text
        before, end, _ = text.partition(self._end_text)
        if end:
            self.ended = True
            self._held = ""
            return before
        keep = next(
            size
            for size in range(len(self._end_text) - 1, -1, -1)
            if text.endswith(self._end_text[:size])
        )
        self._held = text[len(text) - keep :]
        return text[: len(text) - keep]
