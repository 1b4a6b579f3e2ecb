"""A quantized model runs in the engine that it was made for."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tagwright.engines.base import Limits, Message, ModelFiles
from tagwright.engines.bitsandbytes import BitsAndBytesEngine
from tagwright.engines.llamacpp import LlamaCppEngine
from tagwright_training.cli import main
from tests.engines.conftest import hf_greedy, write_model
from tests.training.tiny_run import finetune, read, write_base, write_recipe, write_rows

__all__ = ["hf_greedy"]

# Threads that wait for each other stand still on a machine whose cores are busy.
pytest.importorskip("torch").set_num_threads(1)

MESSAGES: list[Message] = [{"role": "user", "content": 'hello <div class="x"> the \n  12'}]


def quantize(model: Path, out: Path, to: str) -> int:
    return main(["quantize", "--model", str(model), "--out", str(out), "--to", to])


def answer(engine: Any) -> str:
    try:
        return "".join(engine.stream(MESSAGES, Limits(max_new_tokens=24), Event()))
    finally:
        engine.close()


@pytest.mark.parametrize("architecture", ["llama", "qwen2"])
def test_gguf_in_16_bits_answers_as_transformers(
    architecture: str, tmp_path: Path, hf_greedy: Callable[..., Any]
) -> None:
    model = write_model(tmp_path / "model", architecture, tied=architecture == "llama")
    assert quantize(model, tmp_path / "m.gguf", "gguf-f16") == 0
    text = answer(LlamaCppEngine(ModelFiles(tmp_path / "m.gguf")))
    hf_greedy(model, MESSAGES, 24).assert_same_until_tie(text, 0.05)


def test_gguf_in_4_bits_is_smaller_and_answers(tmp_path: Path) -> None:
    model = write_model(tmp_path / "model", "qwen2")
    sizes = {}
    for to in ("gguf-f16", "gguf-q8_0", "gguf-q4_0"):
        assert quantize(model, tmp_path / f"{to}.gguf", to) == 0
        sizes[to] = (tmp_path / f"{to}.gguf").stat().st_size
    assert sizes["gguf-f16"] > sizes["gguf-q8_0"] > sizes["gguf-q4_0"]
    assert answer(LlamaCppEngine(ModelFiles(tmp_path / "gguf-q4_0.gguf")))


def test_nf4_is_loaded_again_with_an_adapter_of_the_original(tmp_path: Path) -> None:
    base, rows = write_base(tmp_path / "base"), write_rows(tmp_path / "rows.jsonl")
    assert finetune(write_recipe(tmp_path / "r.yaml", base, rows, steps=1), tmp_path / "run") == 0
    assert quantize(base, tmp_path / "nf4", "nf4") == 0
    assert read(tmp_path / "nf4" / "config.json")["quantization_config"]["load_in_4bit"]
    assert sorted(p.suffix for p in (tmp_path / "nf4").iterdir() if p.suffix != ".json") == [
        ".jinja",
        ".safetensors",
    ]
    saved = answer(BitsAndBytesEngine(ModelFiles(tmp_path / "nf4")))
    assert saved == answer(BitsAndBytesEngine(ModelFiles(base)))
    assert answer(BitsAndBytesEngine(ModelFiles(tmp_path / "nf4", tmp_path / "run" / "adapter")))


def test_what_cannot_be_quantized_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = write_model(tmp_path / "model")
    assert quantize(model, tmp_path / "folder", "gguf-q4_0") == 2
    assert "ends in .gguf" in capsys.readouterr().err
    falcon = write_base(tmp_path / "falcon", "tiiuae/falcon-7b")
    assert quantize(falcon, tmp_path / "f.gguf", "gguf-q4_0") == 2
    assert "falcon" in capsys.readouterr().err
    if importlib.util.find_spec("gptqmodel") is None:
        assert quantize(model, tmp_path / "gptq", "gptq") == 2
        assert "pip install 'tagwright[gptq]'" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.tmp")) and not (tmp_path / "f.gguf").exists()
