"""Every recipe from end to end, with a tiny random model of its architecture, offline."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from tagwright.cli import main as tagwright
from tagwright.prompt import PROMPT_VERSION
from tagwright_training.recipe import Recipe, names
from tests.training.tiny_run import finetune, log_of, read

CODECS = {"mini": "pointer", "style": "pointer"}


@pytest.mark.parametrize("name", names())
def test_smoke(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recipe = Recipe.read(name)
    if recipe.quantization == "gptq" and importlib.util.find_spec("gptqmodel") is None:
        pytest.skip("gptqmodel is not installed")
    assert finetune(name, tmp_path, "--smoke") == 0
    assert "The server's engine answered with" in capsys.readouterr().out
    identity = read(tmp_path / "adapter" / "tagwright.json")
    assert identity["codec"] == CODECS.get(name, "none")
    assert identity["prompt_version"] == PROMPT_VERSION
    assert len(identity["base"]["sha256"]) == 64
    assert sorted(path.name for path in (tmp_path / "adapter").iterdir()) == [
        "adapter_config.json",
        "adapter_model.safetensors",
        "tagwright.json",
    ]
    run = read(tmp_path / "run.json")
    assert (run["status"], run["steps"], run["recipe"]["name"]) == ("done", 4, name)
    assert run["tokens_per_second"] > 0
    assert run["peak_memory_mb"] > 100
    losses = [entry for entry in log_of(tmp_path) if "loss" in entry]
    assert [entry["step"] for entry in losses] == [1, 2, 3, 4]
    assert {"learning_rate", "grad_norm", "tokens", "tokens_per_second"} < set(losses[-1])
    if recipe.merge:
        assert list((tmp_path / "merged").glob("*.safetensors"))


def test_the_server_generates_with_what_was_trained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert finetune("qwen2.5-coder-1.5b", tmp_path, "--smoke") == 0
    capsys.readouterr()
    model = ["--model", str(tmp_path / "base"), "--adapter", str(tmp_path / "adapter")]
    prompt = ["generate", "--engine", "bitsandbytes", *model, "--max-new-tokens", "40", "a link"]
    code = tagwright(prompt)
    out, err = capsys.readouterr()
    # Random weights: well-formed under the grammar, or cut before the first element's end.
    assert (code == 0 and "<" in out) or "no usable markup" in err
    # The same adapter on another base is refused.
    config = tmp_path / "base" / "tagwright.json"
    config.write_text(json.dumps({"name": "other", "codec": "pointer"}), encoding="utf-8")
    assert tagwright(prompt) != 0
    assert "choose the adapter that belongs to this model" in capsys.readouterr().err


def test_a_base_of_unknown_architecture_can_not_be_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "r.yaml"
    settings = {"base": "a/b", "learning_rate": 1, "batch_size": 1, "longest": 9, "seed": 1}
    recipe.write_text(json.dumps(settings), encoding="utf-8")
    assert finetune(recipe, tmp_path / "out", "--smoke") == 2
    assert "--smoke knows the architectures of" in capsys.readouterr().err
