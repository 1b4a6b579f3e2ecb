"""Asks the model: one answer, or several that differ."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from tagwright.errors import NothingUsable
from tagwright.generate import Partial
from tagwright.markup.format import format_html
from tagwright.serve.validation import Wish
from tagwright.settings import Settings
from tagwright.variants import limits_for
from tagwright.worker.remote import RemoteModel

OnPartial = Callable[[int, Partial], None]


@dataclass
class Answers:
    """Formatted markup. tokens: those of all answers. ms: the model's time for them."""

    html: list[str] = field(default_factory=list)
    tokens: int = 0
    ms: float = 0.0

    def to_json(self, model: str) -> dict[str, object]:
        """Return the response's body."""
        return {
            "html": self.html[0],
            "answers": self.html,
            "model": model,
            "tokens": self.tokens,
            "ms": round(self.ms),
        }


async def write_answers(
    model: RemoteModel, settings: Settings, wish: Wish, on_partial: OnPartial | None = None
) -> Answers:
    """Return as many different answers as wished for, fewer where the model has no others.

    on_partial gets the number of the answer (from 0) that is being written, and what there is of
    it. Raises what ``RemoteModel.generate`` raises.
    """
    answers = Answers()
    nothing: NothingUsable | None = None
    # A model that is sure of its answer gives the same one again: try a few more.
    for variant in range(1 if wish.count == 1 else 2 * wish.count):

        def follow(partial: Partial) -> None:
            if on_partial is not None:
                on_partial(len(answers.html), partial)

        try:
            made = await model.generate(
                wish.request,
                limits_for(settings, variant),
                lambda tokens: None,
                follow if on_partial is not None else None,
            )
        except NothingUsable as error:
            nothing = error
            continue
        answers.tokens += made.tokens
        answers.ms += made.ms
        html = await asyncio.to_thread(format_html, made.html)
        if html not in answers.html:
            answers.html.append(html)
        if len(answers.html) == wish.count:
            break
    if nothing is not None and not answers.html:
        raise nothing
    return answers
