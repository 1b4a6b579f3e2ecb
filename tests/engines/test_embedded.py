"""The model that comes with the package loads with its adapter and does the commonest job."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tagwright.engines import create_engine, model_files
from tagwright.engines.base import Limits
from tagwright.errors import ModelError
from tagwright.generate import Generator
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


def test_missing_embedded_model_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    with pytest.raises(ModelError, match="embedded model is missing"):
        embedded()
