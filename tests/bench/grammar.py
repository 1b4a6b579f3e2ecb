"""What the grammar costs and what it is worth; ratios of runs side by side, for a busy machine.

Run it with ``make bench``. Times are processor time: another busy process does not change them.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from threading import Event

from tagwright.codec import get_codec
from tagwright.engines.base import Engine, Limits
from tagwright.engines.llamacpp import LlamaCppEngine
from tagwright.generate import Generator
from tagwright.models import embedded
from tagwright.prompt import Request
from tagwright_training.answers import encode_answer
from tagwright_training.corpus import rows
from tests.grammar.random_model import random_engine, sample

PROMPTS = (
    "a login form with the fields name, e-mail and password and a Sign in button",
    "a list of red, green and blue",
    "a table with the columns Name, Age and City and 3 rows",
    "a navbar with the links Home, About and Contact",
    "a pricing section with the plans Basic, Pro and Team",
    "a contact card for Jane Doe, phone 555-1234",
)
ROUNDS = 11
RANDOM_ANSWERS, RANDOM_TOKENS = 500, 256
ROWS = 1000


def main() -> None:
    cost()
    corpus()
    noise()


def cost() -> None:
    """Print processor time with the grammar to that without it, for the embedded model."""
    with_it, without = (Generator(LlamaCppEngine(embedded(), grammars=on)) for on in (True, False))
    engine = LlamaCppEngine(embedded())
    codec = get_codec(engine.load().codec)
    served, held = [], []
    for prompt in PROMPTS:
        request = Request(prompt)
        runs: list[Callable[[], object]] = [
            lambda request=request: without.generate(request, Limits(), Event()),
            lambda request=request: with_it.generate(request, Limits(), Event()),
        ]
        plain = Limits(forbidden=codec.forbidden(request))
        grammar = replace(plain, grammar=codec.grammar(request))
        message = codec.encode_request(request)
        for limits in (plain, grammar):
            runs.append(lambda limits=limits, message=message: _decode(engine, message, limits))
        off, on, free, bound = _side_by_side(runs)
        served.append(on / off)
        held.append(bound / free)
    print("embedded model, processor time with the grammar / without, medians:")
    print(f"  as served (again under it only if ill-formed)  {statistics.median(served):.3f}")
    print(f"  every token masked                             {statistics.median(held):.3f}")
    for closing in (with_it, without, engine):
        closing.close()


def _decode(engine: Engine, message: str, limits: Limits) -> str:
    return "".join(engine.stream([{"role": "user", "content": message}], limits, Event()))


def _side_by_side(runs: list[Callable[[], object]]) -> list[float]:
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS + 1):
        for run, taken in zip(runs, times, strict=True):
            started = time.process_time()
            run()
            taken.append(time.process_time() - started)
    # The first round fills caches.
    return [statistics.median(taken[1:]) for taken in times]


def corpus() -> None:
    """Print how many reference answers the grammars take."""
    import llguidance

    view = llguidance.LLTokenizer("byte")
    for name in ("pointer", "none"):
        codec = get_codec(name)
        taken = 0
        for row in islice(rows(11), ROWS):
            request = Request(row.prompt, row.context, row.input)
            pointers = name == "pointer"
            answer = encode_answer(request, row.html, row.copied) if pointers else row.html
            matcher = llguidance.LLMatcher(view, codec.grammar(request))
            tokens = view.tokenize_str(answer)
            whole = matcher.try_consume_tokens(tokens) == len(tokens)
            taken += whole and matcher.is_accepting()
        print(f"reference answers that the grammar takes, codec {name}: {taken} of {ROWS}")


def noise() -> None:
    """Print what becomes of a random model's answers."""
    for codec, liking in (("pointer", 0.0), ("pointer", 5.0), ("none", 0.0), ("none", 5.0)):
        with tempfile.TemporaryDirectory() as folder:
            engine = random_engine(Path(folder) / "model", codec, liking)
            ends, wrong = sample(engine, RANDOM_ANSWERS, RANDOM_TOKENS)
            engine.close()
        print(
            f"random weights, temperature 1, {RANDOM_ANSWERS} answers, codec {codec}, {liking:g} "
            "more on the logits of what closes a tag:"
        )
        print(f"  whole and well-formed before the gate          {ends['whole']}")
        print(f"  cut at {RANDOM_TOKENS} tokens, well-formed behind it       {ends['mended']}")
        print(f"  cut within the first tag: nothing to show      {ends['nothing']}")
        print(f"  ill-formed                                     {len(wrong)}")


if __name__ == "__main__":
    main()
