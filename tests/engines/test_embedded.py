"""The model that comes with the package loads with its adapter and does the commonest job."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tagwright.codec import get_codec
from tagwright.engines import create_engine, model_files
from tagwright.engines.base import Limits
from tagwright.errors import ModelError
from tagwright.generate import Generator, request_messages
from tagwright.models import embedded
from tagwright.prompt import Request
from tagwright.settings import Settings


def test_embedded_files_are_there_and_belong_together() -> None:
    files = embedded()
    assert files.adapter is not None
    engine = create_engine(Settings())
    info = engine.load()
    engine.close()
    assert info.adapter == str(files.adapter)
    assert info.codec == "pointer"


def test_base_alone_can_be_asked_for() -> None:
    assert model_files(Settings(adapter="none")).adapter is None


def test_embedded_model_writes_a_list_with_the_words_of_the_prompt() -> None:
    generator = Generator(create_engine(Settings()))
    result = generator.generate(Request("a list with Zorbo, Quixel and Tamsin"), Limits(), Event())
    generator.close()
    assert result.complete
    assert result.html.count("<li") == 3
    assert [word for word in ("Zorbo", "Quixel", "Tamsin") if word not in result.html] == []


def test_likelihood_is_told_where_it_is_wanted() -> None:
    engine = create_engine(Settings())
    messages = request_messages(Request("something nice"), get_codec("pointer"))

    def told(tokens: int, **limits: Any) -> float | None:
        list(engine.stream(messages, Limits(max_new_tokens=tokens, **limits), Event()))
        return engine.logprob

    assert told(1) is None
    one, two = told(1, logprob=True), told(2, logprob=True)
    assert one is not None and two is not None
    assert two <= one < 0
    # No token is likelier than the likeliest, whatever the temperature.
    sampled = {told(1, logprob=True, temperature=3.0, seed=seed) for seed in range(12)}
    assert len(sampled) > 1
    assert max(value or 0.0 for value in sampled) <= one + 0.001
    engine.close()


def test_missing_embedded_model_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    with pytest.raises(ModelError, match="embedded model is missing"):
        embedded()
