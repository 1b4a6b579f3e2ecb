from __future__ import annotations

import json
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tagwright.engines import create_engine
from tagwright.engines.base import Engine, Limits, Message
from tagwright.errors import ModelError, SettingsError
from tagwright.settings import Settings


def scripted(folder: Path, script: Any) -> Engine:
    path = folder / "script.json"
    path.write_text(json.dumps(script), encoding="utf-8")
    return create_engine(Settings(engine="scripted", model=str(path)))


def ask(engine: Engine, text: str, limits: Limits | None = None) -> list[str]:
    messages: list[Message] = [
        {"role": "system", "content": "b"},
        {"role": "user", "content": text},
    ]
    return list(engine.stream(messages, limits or Limits(), Event()))


def test_first_match_answers_else_the_default(tmp_path: Path) -> None:
    script = {
        "answers": [{"match": "a list", "text": "<ul></ul>"}, {"match": "list", "text": "no"}],
        "default": {"tokens": ["<p>", "", "</p>"]},
    }
    engine = scripted(tmp_path, script)
    assert ask(engine, "write a list") == ["<ul>", "</ul", ">"]
    assert engine.finished
    assert ask(engine, "anything") == ["<p>", "", "</p>"]


def test_answer_is_cut_at_the_limit(tmp_path: Path) -> None:
    engine = scripted(tmp_path, {"default": {"text": "<ul></ul>"}})
    assert ask(engine, "x", Limits(max_new_tokens=2)) == ["<ul>", "</ul"]
    assert not engine.finished


def test_stop_ends_the_answer(tmp_path: Path) -> None:
    engine = scripted(tmp_path, {"default": {"text": "<ul></ul>", "token_ms": 60_000}})
    stop = Event()
    stop.set()
    assert list(engine.stream([{"role": "user", "content": "x"}], Limits(), stop)) == []
    assert not engine.finished


def test_scripted_failures_are_model_errors(tmp_path: Path) -> None:
    engine = scripted(tmp_path, {"default": {"text": "<ul></ul>", "fail_after": 1}})
    with pytest.raises(ModelError, match="after 1 tokens"):
        ask(engine, "x")
    with pytest.raises(ModelError, match="out of paper"):
        scripted(tmp_path, {"fail_load": "The model is out of paper."}).load()
    with pytest.raises(ModelError, match="no answer for this prompt"):
        ask(scripted(tmp_path, {"answers": []}), "x")


def test_closing_ends_a_load_that_waits(tmp_path: Path) -> None:
    engine = scripted(tmp_path, {"load_ms": 3_600_000, "default": {"text": ""}})
    engine.close()
    assert engine.load().codec == "none"


@pytest.mark.parametrize("content", ["", "[]", "{"])
def test_script_that_cannot_be_read_is_one_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "script.json"
    path.write_text(content)
    with pytest.raises(ModelError, match="script"):
        create_engine(Settings(engine="scripted", model=str(path))).load()


@pytest.mark.parametrize(
    ("settings", "error", "words"),
    [
        (Settings(engine="banana"), SettingsError, "choose one of auto, llamacpp, bitsandbytes"),
        (Settings(engine="scripted"), ModelError, "needs a script"),
        (Settings(model="/none/m.gguf"), ModelError, "model /none/m.gguf does not exist"),
    ],
)
def test_engine_that_cannot_be_made_is_one_sentence(
    settings: Settings, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        create_engine(settings)


def test_adapter_path_that_is_missing_is_one_sentence(tiny_gguf: Path) -> None:
    settings = Settings(model=str(tiny_gguf), adapter="/none/adapter")
    with pytest.raises(ModelError, match="adapter /none/adapter does not exist"):
        create_engine(settings)


def test_auto_is_llamacpp_and_a_model_of_ones_own_has_no_embedded_adapter(tiny_gguf: Path) -> None:
    engine = create_engine(Settings(model=str(tiny_gguf)))
    info = engine.load()
    engine.close()
    assert (info.engine, info.adapter) == ("llamacpp", None)
