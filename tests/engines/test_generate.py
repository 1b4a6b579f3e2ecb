from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from tagwright.engines.base import Limits, Message, ModelInfo
from tagwright.errors import Cancelled, InputError, ModelError, NothingUsable
from tagwright.generate import Generator
from tagwright.prompt import SYSTEM, PageContext, Request


class Recorder:
    """An engine that answers with fixed tokens and keeps what it was asked."""

    def __init__(self, tokens: list[str], codec: str = "none", finished: bool = True) -> None:
        self.tokens, self.codec, self.finished = tokens, codec, finished
        self.logprob: float | None = None
        self.messages: list[Message] = []

    def load(self) -> ModelInfo:
        return ModelInfo("recorder", "base", None, self.codec, 512)

    def stream(self, messages: list[Message], limits: Limits, stop: Event) -> Iterator[str]:
        self.messages = messages
        for token in self.tokens:
            if stop.is_set():
                return
            yield token

    def close(self) -> None:
        pass


def generate(engine: Recorder, prompt: str = "x", context: PageContext | None = None) -> str:
    request = Request(prompt, context or PageContext())
    return Generator(engine).generate(request, Limits(), Event()).html


def test_answer_passes_codec_and_gate_and_is_not_formatted() -> None:
    engine = Recorder(["```html\n", "<ul><li>", "one", "</ul></p>", "\n```"])
    result = Generator(engine).generate(Request("a list"), Limits(), Event())
    assert result.html == "<ul><li>one</li></ul>"
    assert result.tokens == 5
    assert result.complete
    assert result.ms >= 0


class Trier(Recorder):
    """An engine that gives one answer after the other, and keeps the limits it was given."""

    def __init__(self, answers: list[tuple[str, float | None]]) -> None:
        super().__init__([], codec="pointer")
        self.answers, self.limits = answers, list[Limits]()

    def stream(self, messages: list[Message], limits: Limits, stop: Event) -> Iterator[str]:
        text, self.logprob = self.answers[len(self.limits)]
        self.limits.append(limits)
        yield text


GOOD = "<ul><li><|1|><|/|><|n2|><li><|2|><|/|><|/|>"
AS_GOOD = GOOD.replace("ul", "ol")
DOUBTFUL = "<ul><li><|1|><|/|><|/|>"
PROMPT = "list: red, blue"
UL = "<ul><li>Red</li><li>Blue</li></ul>"


def test_of_several_answers_the_likeliest_is_taken() -> None:
    engine = Trier([(AS_GOOD, -3.0), (GOOD, -1.5), (AS_GOOD.replace("ol", "menu"), -2.0)])
    request = Request(PROMPT)
    assert Generator(engine, attempts=3).generate(request, Limits(), Event()).html == UL
    first, second, _ = engine.limits
    assert first.logprob and second.logprob
    assert first.temperature == 0 < second.temperature
    assert first.seed != second.seed


def test_doubts_make_up_for_some_likelihood() -> None:
    engine = Trier([(DOUBTFUL, -1.5), (GOOD, -1.8), (AS_GOOD, -9.0)])
    request = Request(PROMPT)
    assert Generator(engine, attempts=3).generate(request, Limits(), Event()).html == UL


@pytest.mark.parametrize(
    "answers",
    [
        [(GOOD, -0.6)],  # nothing can be likelier
        [(GOOD, -1.5), (DOUBTFUL, -8.0), (GOOD, -1.5), (GOOD, -1.5)],  # three times the same
        [(DOUBTFUL, -0.1), (GOOD, -0.6)],  # likely, but it lacks something
    ],
)
def test_no_more_answers_than_it_takes(answers: list[tuple[str, float | None]]) -> None:
    engine = Trier(answers)
    assert generate(engine, PROMPT) == UL
    assert len(engine.limits) == len(answers)


def test_what_comes_five_times_is_meant_in_spite_of_doubts() -> None:
    engine = Trier([(DOUBTFUL, -0.1)] * 5)
    assert generate(engine, PROMPT) == "<ul><li>Red</li></ul>"
    assert len(engine.limits) == 5


def test_where_the_engine_tells_no_likelihood_the_first_answer_without_doubts_is_taken() -> None:
    engine = Trier([(DOUBTFUL, None), (GOOD, None)])
    assert generate(engine, PROMPT) == UL


def test_a_sample_that_is_asked_for_is_not_exchanged_for_a_likelier_answer() -> None:
    engine = Trier([(GOOD, None)])
    request = Request(PROMPT)
    assert Generator(engine).generate(request, Limits(temperature=0.7), Event()).html == UL
    assert not engine.limits[0].logprob


def test_the_answers_to_choose_from_can_be_fewer() -> None:
    engine = Trier([(DOUBTFUL, None)])
    request = Request(PROMPT)
    html = Generator(engine, attempts=1).generate(request, Limits(), Event()).html
    assert html == "<ul><li>Red</li></ul>"


def test_plain_model_gets_system_and_user_message() -> None:
    engine = Recorder(["<p>x</p>"])
    generate(engine, "a list", PageContext(framework="bootstrap"))
    system, user = engine.messages
    assert system == {"role": "system", "content": SYSTEM}
    assert user["role"] == "user"
    assert user["content"].startswith("a list")
    assert "bootstrap" in user["content"]


def test_model_with_a_codec_gets_its_notation_alone() -> None:
    engine = Recorder(["<p>x"], codec="pointer")
    generate(engine, "a list")
    (user,) = engine.messages
    assert user["role"] == "user"
    assert user["content"] != "a list"


def test_answer_that_was_cut_loses_its_unfinished_end() -> None:
    engine = Recorder(["<ul><li>one</li><li>", "tw"], finished=False)
    result = Generator(engine).generate(Request("x"), Limits(), Event())
    assert "one" in result.html
    assert "tw" not in result.html
    assert not result.complete


def test_ids_and_parent_of_the_page_are_respected() -> None:
    assert 'id="a"' not in generate(Recorder(['<p id="a">x</p>']), "x", PageContext(ids=("a",)))
    assert generate(Recorder(["<li>x</li>"]), "x", PageContext(parent="ul")) == "<li>x</li>"


def test_tokens_are_counted_as_they_come() -> None:
    counts: list[int] = []
    Generator(Recorder(["<p>", "", "x"])).generate(Request("x"), Limits(), Event(), counts.append)
    assert counts == [1, 2, 3]


def test_stop_raises_cancelled_without_reading_on() -> None:
    stop = Event()
    counts: list[int] = []

    def cancel(count: int) -> None:
        counts.append(count)
        stop.set()

    with pytest.raises(Cancelled):
        Generator(Recorder(["<p>", "x", "</p>"])).generate(Request("x"), Limits(), stop, cancel)
    assert counts == [1]


def test_nothing_usable_and_empty_prompts_are_errors() -> None:
    with pytest.raises(NothingUsable):
        generate(Recorder(["I am sorry."]))
    with pytest.raises(InputError, match="prompt is empty"):
        generate(Recorder(["<p>x</p>"]), " \n")


def test_unknown_codec_is_refused_on_loading() -> None:
    with pytest.raises(ModelError, match="codec 'braille'"):
        Generator(Recorder([], codec="braille")).load()


class Constrained(Trier):
    """An engine that can be held to a grammar."""

    def __init__(self, answers: list[str], codec: str = "pointer") -> None:
        super().__init__([(answer, None) for answer in answers])
        self.codec = codec

    def load(self) -> ModelInfo:
        return ModelInfo("constrained", "base", None, self.codec, 512, grammars=True)


def test_an_ordinary_model_is_held_to_the_grammar_from_the_start() -> None:
    engine = Constrained(["<ul><li>x</li></ul>"], codec="none")
    assert generate(engine) == "<ul><li>x</li></ul>"
    assert [bool(limits.grammar) for limits in engine.limits] == [True]


def test_an_answer_with_a_codec_is_written_again_under_the_grammar_only_if_ill_formed() -> None:
    well, ill = "<p>a<|/|>", "<p>a<p>b<|/|><|/|>"
    engine = Constrained([well])
    assert generate(engine) == "<p>A</p>"
    assert [limits.grammar for limits in engine.limits] == [""]
    engine = Constrained([ill, well])
    assert generate(engine) == "<p>A</p>"
    first, second = engine.limits
    assert not first.grammar
    assert second.grammar
    assert replace(second, grammar="") == first


def test_an_engine_without_grammars_is_asked_once() -> None:
    engine = Trier([("<p>a<p>b<|/|><|/|>", None)])
    assert generate(engine) == "<p>A</p><p>B</p>"
    assert [limits.grammar for limits in engine.limits] == [""]
