"""A merged model is its base with the adapter: the same greedy answers, safetensors only."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from tagwright.models import embedded
from tagwright_training.cli import main
from tests.training.tiny_run import finetune, read, write_base, write_recipe, write_rows

torch = pytest.importorskip("torch")

# Threads that wait for each other stand still on a machine whose cores are busy.
torch.set_num_threads(1)

NAMES = {
    "llama": "meta-llama/Llama-2-7b-hf",
    "qwen2": "Qwen/Qwen2.5-Coder-1.5B-Instruct",
    "falcon": "tiiuae/falcon-7b",
}


def merge(base: Path, adapter: Path, out: Path) -> int:
    return main(["merge", "--base", str(base), "--adapter", str(adapter), "--out", str(out)])


def answer(model: Any, ids: Any) -> Any:
    with torch.no_grad():
        return model.generate(ids, max_new_tokens=16, do_sample=False, pad_token_id=0).tolist()


def write_adapter(base: Path, out: Path, kind: str = "lora") -> Path:
    """An adapter with large random matrices, so that answers depend on it."""
    import peft
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.float32)
    torch.manual_seed(5)
    config = (
        peft.LoraConfig(r=4, target_modules="all-linear", task_type="CAUSAL_LM")
        if kind == "lora"
        else peft.PrefixTuningConfig(num_virtual_tokens=3, task_type="CAUSAL_LM")
    )
    wrapped = peft.get_peft_model(model, config)
    for name, parameter in wrapped.named_parameters():
        if "lora_" in name:
            torch.nn.init.normal_(parameter, std=0.1)
    wrapped.save_pretrained(out)
    return out


@pytest.mark.parametrize("name", [*NAMES, "embedded"])
def test_merged_model_answers_as_base_and_adapter(name: str, tmp_path: Path) -> None:
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    if name == "embedded":
        base, adapter = embedded("base").base, embedded("base").base.parent / "adapter"
        if not adapter.is_dir():
            adapter = write_adapter(base, tmp_path / "adapter")
    else:
        base = write_base(tmp_path / "base", NAMES[name])
        adapter = write_adapter(base, tmp_path / "adapter")
    assert merge(base, adapter, tmp_path / "merged") == 0
    load: Any = AutoModelForCausalLM.from_pretrained
    ids = torch.arange(20, 60).reshape(1, -1)
    alone = answer(load(base, dtype=torch.float32), ids)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        both = PeftModel.from_pretrained(load(base, dtype=torch.float32), adapter)
    merged = load(tmp_path / "merged", dtype=torch.float32)
    assert answer(merged, ids) == answer(both, ids)
    with torch.no_grad():
        difference = (merged(ids).logits - both(ids).logits).abs().max()
    assert difference < 0.05
    if name != "embedded":
        assert answer(merged, ids) != alone
    assert AutoTokenizer.from_pretrained(tmp_path / "merged")("<p>")["input_ids"]
    assert not [p for p in (tmp_path / "merged").iterdir() if p.suffix in (".bin", ".pt")]
    assert not list(tmp_path.glob("*.tmp"))


def test_trained_in_4_bits_merged_in_full_precision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, rows = write_base(tmp_path / "base"), write_rows(tmp_path / "rows.jsonl")
    recipe = write_recipe(tmp_path / "r.yaml", base, rows, steps=1, quantization="nf4")
    assert finetune(recipe, tmp_path / "run") == 0
    adapter = tmp_path / "run" / "adapter"
    assert merge(base, adapter, tmp_path / "merged") == 0
    assert "precision" in capsys.readouterr().out
    assert "quantization_config" not in read(tmp_path / "merged" / "config.json")
    identity, trained = (
        read(tmp_path / "merged" / "tagwright.json"),
        read(adapter / "tagwright.json"),
    )
    assert identity["name"] == "merged"
    assert identity["base"] == trained["base"]
    for key in ("codec", "prompt_version", "data_sha256", "versions"):
        assert identity[key] == trained[key]


def test_what_cannot_be_merged_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = write_base(tmp_path / "base")
    prefix = write_adapter(base, tmp_path / "prefix", "prefix")
    assert merge(base, prefix, tmp_path / "merged") == 2
    assert "PREFIX_TUNING" in capsys.readouterr().err
    other = write_base(tmp_path / "other", NAMES["falcon"])
    adapter = write_adapter(base, tmp_path / "adapter")
    assert merge(other, adapter, tmp_path / "merged") == 2
    assert "choose the adapter" in capsys.readouterr().err
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    assert merge(base, adapter, tmp_path / "full") == 2
    assert "not empty" in capsys.readouterr().err
    said = {"base": {"name": "another", "sha256": "0" * 64}}
    (adapter / "tagwright.json").write_text(json.dumps(said), encoding="utf-8")
    assert merge(base, adapter, tmp_path / "merged") == 2
    assert "trained for the base model 'another'" in capsys.readouterr().err
    (adapter / "adapter_model.safetensors").rename(adapter / "adapter_model.bin")
    assert merge(base, adapter, tmp_path / "merged") == 2
    assert "pickle" in capsys.readouterr().err
    assert not (tmp_path / "merged").exists()
