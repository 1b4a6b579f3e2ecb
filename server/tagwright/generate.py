"""One request through the model: prompt, tokens, codec, gate."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event

from tagwright.choosing import Answer, best, settled
from tagwright.codec import Codec, get_codec
from tagwright.engines.base import Engine, Limits, Message, ModelInfo
from tagwright.errors import Cancelled, InputError, NothingUsable
from tagwright.markup.answer import clean
from tagwright.markup.cut import whole_elements
from tagwright.markup.gate import gate, is_well_formed
from tagwright.prompt import SYSTEM, Request

_TEMPERATURE = 0.5
"""Of the answers after the first, where a codec chooses among several."""

_LONGEST = 16
"""Characters of the request for each token that the model can take; HTML has about three."""

_CUT = 4
"""Doubts for an answer that the token limit has cut."""


@dataclass(frozen=True)
class Generation:
    """What one request gave.

    html: well-formed markup, not indented. tokens: length of the model's answer. ms: time from
    the request to the end, without loading. complete: False if the answer was cut by a limit.
    """

    html: str
    tokens: int
    ms: float
    complete: bool


@dataclass(frozen=True)
class Partial:
    """An answer while it is being written.

    tokens: those of all answers of this request so far. answer: the one being written, in the
    model's notation. codec: the notation's name.
    """

    tokens: int
    answer: str
    codec: str

    def html(self, request: Request) -> str:
        """Return the elements that are complete, ``""`` before the first one is."""
        codec = get_codec(self.codec)
        try:
            return gate(
                whole_elements(clean(codec.decode_answer(request, self.answer))),
                complete=True,
                taken_ids=request.context.ids,
                parent=request.context.parent,
            )
        except NothingUsable:
            return ""


class Generator:
    """Turns requests into markup with one engine; one request at a time.

    attempts: the most answers to choose from; None takes as many as the model's codec says.
    """

    def __init__(self, engine: Engine, attempts: int | None = None) -> None:
        self._engine = engine
        self._attempts = attempts

    def load(self) -> ModelInfo:
        """Load the model; the second call returns at once. Raises ``ModelError``."""
        info = self._engine.load()
        get_codec(info.codec)
        return info

    def generate(
        self,
        request: Request,
        limits: Limits,
        stop: Event,
        on_token: Callable[[int], None] | None = None,
        on_partial: Callable[[Partial], None] | None = None,
    ) -> Generation:
        """Return the markup for a request.

        on_token is called after each token with their number so far, on_partial with what has been
        written, both on the caller's thread.
        Raises ``InputError`` for an empty prompt or one too long for the model, ``Cancelled``
        once ``stop`` is set, ``NothingUsable`` if no markup came out, and ``ModelError``.
        """
        if not request.prompt.strip():
            raise InputError("The prompt is empty: say what markup you want.")
        info = self._engine.load()
        # The engine counts tokens, but to cut a book into tokens takes minutes.
        length = len(request.prompt) + len(request.input)
        if length > _LONGEST * info.context_length:
            raise InputError(
                f"The prompt with its markup is {length} characters long, and the model takes "
                f"{info.context_length} tokens: shorten the prompt or the markup to change."
            )
        codec = get_codec(info.codec)
        messages = request_messages(request, codec)
        attempts = self._attempts or codec.attempts
        # Who asks for a sample wants another answer than the likeliest.
        likeliest = attempts > 1 and not limits.temperature
        limits = replace(limits, forbidden=codec.forbidden(request), logprob=likeliest)
        if info.grammars and not codec.sparing:
            limits = replace(limits, grammar=codec.grammar(request))
        started = time.perf_counter()
        count = 0

        def answered(limits: Limits) -> Answer:
            nonlocal count
            tokens: list[str] = []
            for token in self._engine.stream(messages, limits, stop):
                tokens.append(token)
                count += 1
                if on_token is not None:
                    on_token(count)
                if on_partial is not None:
                    on_partial(Partial(count, "".join(tokens), codec.name))
            if stop.is_set():
                raise Cancelled("The generation was cancelled.")
            text = "".join(tokens)
            return Answer(text, len(tokens), self._engine.finished, self._engine.logprob)

        answers: list[Answer] = []
        for attempt in range(attempts):
            varied = _varied(limits, attempt)
            answer = answered(varied)
            if info.grammars and codec.sparing and _ill_formed(codec, request, answer):
                answer = answered(replace(varied, grammar=codec.grammar(request)))
            answer.doubts = codec.doubts(request, answer.text) + _CUT * (not answer.complete)
            answers.append(answer)
            if settled(answers):
                break
        taken = best(answers)
        html = gate(
            codec.decode_answer(request, taken.text),
            complete=taken.complete,
            taken_ids=request.context.ids,
            parent=request.context.parent,
        )
        ms = (time.perf_counter() - started) * 1000
        return Generation(html, taken.tokens, ms, taken.complete)

    def close(self) -> None:
        """Free the model; safe to call twice."""
        self._engine.close()


def request_messages(request: Request, codec: Codec) -> list[Message]:
    """Return what a model is asked, in training as in serving."""
    messages: list[Message] = [{"role": "user", "content": codec.encode_request(request)}]
    if codec.name == "none":
        # A model with a codec was trained on its own notation alone, and llama.cpp writes a
        # system message that the chat template leaves out in front of the user's.
        messages.insert(0, {"role": "system", "content": SYSTEM})
    return messages


def _ill_formed(codec: Codec, request: Request, answer: Answer) -> bool:
    """Whether an answer that was not cut needs the gate's repair."""
    if not answer.complete:
        return False
    html = codec.decode_answer(request, answer.text)
    return not is_well_formed(html, request.context.parent)


def _varied(limits: Limits, attempt: int) -> Limits:
    """The first answer is as asked for; further ones are sampled."""
    if not attempt:
        return limits
    temperature = max(limits.temperature, _TEMPERATURE)
    return replace(limits, temperature=temperature, seed=limits.seed + attempt)
