"""A PEFT adapter gives the same answers in llama.cpp as in PEFT, and foreign ones are refused."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from tagwright.engines.base import Limits, Message, ModelFiles
from tagwright.engines.gguf_header import read_header
from tagwright.engines.gguf_lora import gguf_lora
from tagwright.engines.llamacpp import LlamaCppEngine
from tagwright.errors import AdapterMismatch, ModelError
from tagwright.prompt import PROMPT_VERSION

MESSAGES: list[Message] = [{"role": "user", "content": "hello <div the"}]
RANK, HIDDEN, KV, INNER = 4, 64, 32, 96
SHAPES = {
    "self_attn.q_proj": (HIDDEN, HIDDEN),
    "self_attn.k_proj": (KV, HIDDEN),
    "self_attn.v_proj": (KV, HIDDEN),
    "self_attn.o_proj": (HIDDEN, HIDDEN),
    "mlp.gate_proj": (INNER, HIDDEN),
    "mlp.up_proj": (INNER, HIDDEN),
    "mlp.down_proj": (HIDDEN, INNER),
}
CONFIG: dict[str, Any] = {
    "peft_type": "LORA",
    "task_type": "CAUSAL_LM",
    "r": RANK,
    "lora_alpha": 8,
    "lora_dropout": 0.0,
    "bias": "none",
    "target_modules": [name.split(".")[1] for name in SHAPES],
}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "cache"))
    return tmp_path / "cache" / "adapters"


@pytest.fixture
def adapter(tmp_path: Path) -> Path:
    return write_adapter(tmp_path / "adapter")


def write_adapter(folder: Path, scale: float = 0.25, **config: Any) -> Path:
    folder.mkdir()
    rng = np.random.default_rng(11)
    weights = {}
    for layer in range(2):
        for module, (rows, columns) in SHAPES.items():
            name = f"base_model.model.model.layers.{layer}.{module}"
            for side, shape in (("A", (RANK, columns)), ("B", (rows, RANK))):
                values = rng.normal(0, scale, shape).astype(np.float32)
                weights[f"{name}.lora_{side}.weight"] = values
    save_file(weights, folder / "adapter_model.safetensors")
    (folder / "adapter_config.json").write_text(json.dumps(CONFIG | config))
    return folder


def identify(adapter: Path, gguf: Path, **changes: Any) -> None:
    header = read_header(gguf)
    identity = {
        "prompt_version": PROMPT_VERSION,
        "codec": "none",
        "base": {"name": "tiny-llama", "sha256": header.fields["tagwright.base_sha256"]},
    }
    (adapter / "tagwright.json").write_text(json.dumps(identity | changes))


def answer(base: Path, adapter: Path | None, tokens: int = 30) -> str:
    engine = LlamaCppEngine(ModelFiles(base, adapter))
    try:
        return "".join(engine.stream(MESSAGES, Limits(max_new_tokens=tokens), Event()))
    finally:
        engine.close()


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"use_rslora": True, "lora_alpha": 4},
        {"alpha_pattern": {"q_proj": 16, "layers.1.mlp.up_proj": 2}},
    ],
    ids=["plain", "rank-stabilized", "alpha-pattern"],
)
@pytest.mark.parametrize("architecture", ["llama", "qwen2"])
def test_adapter_answers_as_in_peft(
    tmp_path: Path,
    make_model: Callable[..., Path],
    hf_greedy: Callable[..., Any],
    architecture: str,
    options: dict[str, Any],
) -> None:
    from tagwright_training.gguf_export import export_gguf

    model_dir = make_model(tmp_path / architecture, architecture)
    export_gguf(model_dir, tmp_path / "m.gguf", quant="f16")
    adapter = write_adapter(tmp_path / "adapter", **options)
    with_adapter = answer(tmp_path / "m.gguf", adapter)
    hf_greedy(model_dir, MESSAGES, 30, adapter).assert_same_until_tie(with_adapter, 0.05)
    assert with_adapter != answer(tmp_path / "m.gguf", None)


def test_conversion_happens_once_and_again_after_a_change(
    tiny_gguf: Path, adapter: Path, cache: Path
) -> None:
    base = read_header(tiny_gguf)
    first = gguf_lora(adapter, base)
    assert first.parent == cache
    os.utime(first, (1, 1))
    assert gguf_lora(adapter, base) == first
    assert first.stat().st_mtime == 1
    (adapter / "adapter_config.json").write_text(json.dumps(CONFIG | {"lora_alpha": 9}))
    assert gguf_lora(adapter, base) != first
    assert len(list(cache.iterdir())) == 2


def test_bfloat16_adapter_is_read(tiny_gguf: Path, adapter: Path) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load_file as load_torch
    from safetensors.torch import save_file as save_torch

    weights = {
        name: tensor.to(torch.bfloat16)
        for name, tensor in load_torch(adapter / "adapter_model.safetensors").items()
    }
    narrow = adapter.with_name("narrow")
    shutil.copytree(adapter, narrow)
    save_torch(weights, narrow / "adapter_model.safetensors")
    save_torch(
        {name: tensor.float() for name, tensor in weights.items()},
        adapter / "adapter_model.safetensors",
    )
    assert answer(tiny_gguf, narrow) == answer(tiny_gguf, adapter)


def test_load_names_the_adapter_that_belongs(tiny_gguf: Path, adapter: Path) -> None:
    identify(adapter, tiny_gguf)
    engine = LlamaCppEngine(ModelFiles(tiny_gguf, adapter))
    info = engine.load()
    engine.close()
    assert info.adapter == str(adapter)
    assert info.codec == "none"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"base": {"name": "other-base", "sha256": "0" * 64}},
            "'other-base', not for 'tiny-llama'",
        ),
        ({"base": {"name": "tiny-llama", "sha256": "0" * 64}}, "another base model, not for"),
        ({"prompt_version": 99}, "prompt version 99"),
        ({"codec": "pointer"}, "codec 'pointer'"),
    ],
)
def test_adapter_of_another_base_prompt_or_codec_is_refused(
    tiny_gguf: Path, adapter: Path, changes: dict[str, Any], words: str
) -> None:
    identify(adapter, tiny_gguf, **changes)
    with pytest.raises(AdapterMismatch, match=words):
        answer(tiny_gguf, adapter)


def test_adapter_of_another_shape_is_refused(tiny_gguf: Path, adapter: Path) -> None:
    path = adapter / "adapter_model.safetensors"
    weights = load_file(path)
    name = "base_model.model.model.layers.1.mlp.up_proj.lora_B.weight"
    weights[name] = np.zeros((INNER + 32, RANK), np.float32)
    save_file(weights, path)
    with pytest.raises(AdapterMismatch, match="another shape"):
        answer(tiny_gguf, adapter)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"peft_type": "PREFIX_TUNING"}, "PREFIX_TUNING; only LoRA"),
        ({"use_dora": True}, "use_dora"),
        ({"modules_to_save": ["lm_head"]}, "modules_to_save"),
    ],
)
def test_other_kinds_of_adapter_are_refused(
    tiny_gguf: Path, tmp_path: Path, config: dict[str, Any], words: str
) -> None:
    adapter = write_adapter(tmp_path / "odd", **config)
    with pytest.raises(ModelError, match=words):
        answer(tiny_gguf, adapter)


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ("base_model.model.model.layers.0.mlp.up_proj.bias", "no LoRA matrix"),
        ("base_model.model.model.layers.0.mlp.router.lora_A.weight", "can't be converted"),
    ],
)
def test_tensors_that_are_no_lora_are_refused(
    tiny_gguf: Path, adapter: Path, extra: str, words: str
) -> None:
    path = adapter / "adapter_model.safetensors"
    save_file(load_file(path) | {extra: np.zeros((RANK, HIDDEN), np.float32)}, path)
    with pytest.raises(ModelError, match=words):
        answer(tiny_gguf, adapter)


def test_half_an_adapter_is_refused(tiny_gguf: Path, adapter: Path) -> None:
    path = adapter / "adapter_model.safetensors"
    weights = load_file(path)
    del weights["base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight"]
    save_file(weights, path)
    with pytest.raises(ModelError, match="incomplete"):
        answer(tiny_gguf, adapter)


def test_empty_directory_missing_weights_and_broken_files_are_one_sentence(
    tiny_gguf: Path, adapter: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ModelError, match="is not an adapter directory"):
        answer(tiny_gguf, empty)
    (adapter / "adapter_model.safetensors").write_bytes(b"\x10")
    with pytest.raises(ModelError, match="not a safetensors file"):
        answer(tiny_gguf, adapter)
    (adapter / "adapter_model.safetensors").unlink()
    with pytest.raises(ModelError, match="can't be read"):
        answer(tiny_gguf, adapter)
    (adapter / "adapter_config.json").write_text("{")
    with pytest.raises(ModelError, match="can't be read"):
        answer(tiny_gguf, adapter)


def test_cache_that_cannot_be_written_is_one_sentence(
    tiny_gguf: Path, adapter: Path, cache: Path
) -> None:
    cache.parent.write_text("a file where the directory should be")
    with pytest.raises(ModelError, match="can't be written"):
        answer(tiny_gguf, adapter)


def test_scale_says_how_much_of_the_adapter_is_added(tiny_gguf: Path, adapter: Path) -> None:
    def scaled(scale: float) -> str:
        engine = LlamaCppEngine(ModelFiles(tiny_gguf, adapter), adapter_scale=scale)
        text = "".join(engine.stream(MESSAGES, Limits(max_new_tokens=30), Event()))
        engine.close()
        return text

    assert scaled(0.0) == answer(tiny_gguf, None)
    assert scaled(1.0) == answer(tiny_gguf, adapter)
    assert len({scaled(0.0), scaled(0.5), scaled(1.0)}) == 3
