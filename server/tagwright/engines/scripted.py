"""An engine that answers from a script: for tests of everything around the model.

The script is a JSON object::

    {"load_ms": 0, "codec": "none", "fail_load": null, "load_log": null,
     "answers": [{"match": "part of the user message", "text": "<ul>...", "token_ms": 0}],
     "default": {"tokens": ["<p>", "x", "</p>"], "fail_after": 2}}

``load_log`` is a file that gets a line, the process's id, for each load. An answer has ``tokens``,
or ``text`` (cut into tokens of four characters), or ``texts``, of which the seed chooses one; the
time between two tokens, and optionally the number of tokens after which it fails. ``answers`` are
tried in order.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

from tagwright.engines.base import Limits, Message, ModelInfo
from tagwright.errors import ModelError

_TOKEN_LENGTH = 4


class ScriptedEngine:
    """Answers each request as its script says, at the script's speed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._script: dict[str, Any] | None = None
        self._finished = False
        self._closed = Event()

    @property
    def finished(self) -> bool:
        """See ``Engine.finished``."""
        return self._finished

    @property
    def logprob(self) -> float | None:
        """None: a script knows no probabilities; see ``Engine.logprob``."""
        return None

    def load(self) -> ModelInfo:
        """Read the script and wait as long as it says; see ``Engine.load``."""
        if self._script is None:
            script = self._read()
            if script.get("load_log"):
                with Path(script["load_log"]).open("a", encoding="utf-8") as file:
                    file.write(f"{os.getpid()}\n")
            self._closed.wait(script.get("load_ms", 0) / 1000)
            if script.get("fail_load"):
                raise ModelError(script["fail_load"])
            self._script = script
        return ModelInfo(
            engine="scripted",
            base=self._path.name,
            adapter=None,
            codec=self._script.get("codec", "none"),
            context_length=4096,
        )

    def stream(self, messages: list[Message], limits: Limits, stop: Event) -> Iterator[str]:
        """Yield the tokens of the first answer that matches; see ``Engine.stream``."""
        self.load()
        self._finished = False
        answer = self._answer(messages[-1]["content"])
        tokens = answer.get("tokens")
        if tokens is None:
            texts = answer.get("texts") or [answer.get("text", "")]
            text = texts[limits.seed % len(texts)]
            tokens = [text[at : at + _TOKEN_LENGTH] for at in range(0, len(text), _TOKEN_LENGTH)]
        for number, token in enumerate(tokens[: limits.max_new_tokens]):
            if number == answer.get("fail_after"):
                raise ModelError(f"The scripted model failed after {number} tokens.")
            if stop.wait(answer.get("token_ms", 0) / 1000):
                return
            yield token
        self._finished = len(tokens) <= limits.max_new_tokens

    def close(self) -> None:
        """See ``Engine.close``; ends a load that still waits."""
        self._closed.set()

    def _read(self) -> dict[str, Any]:
        try:
            script = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"{self._path} is not a script that can be read: {error}.") from error
        if not isinstance(script, dict):
            raise ModelError(f"{self._path} is not a script: it must hold a JSON object.")
        return script

    def _answer(self, message: str) -> dict[str, Any]:
        script = self._script or {}
        for answer in script.get("answers", []):
            if answer["match"] in message:
                return dict(answer)
        default = script.get("default")
        if default is None:
            raise ModelError(f"{self._path} has no answer for this prompt and no default.")
        return dict(default)
