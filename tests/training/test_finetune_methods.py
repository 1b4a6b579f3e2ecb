"""Methods and schedules: each leaves an adapter of its own kind, and learns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from safetensors import safe_open

from tests.training.tiny_run import finetune, log_of, read, write_base, write_recipe, write_rows


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_base(tmp_path_factory.mktemp("base") / "base")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_rows(tmp_path_factory.mktemp("data") / "rows.jsonl")


def tensors(adapter: Path) -> set[str]:
    with safe_open(adapter / "adapter_model.safetensors", "np") as file:
        return set(file.keys())


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"rslora": True, "dora": True}, {"peft_type": "LORA", "use_rslora": True}),
        ({"targets": ["q_proj"], "alpha": 3}, {"target_modules": ["q_proj"], "lora_alpha": 3}),
        ({"method": "prefix"}, {"peft_type": "PREFIX_TUNING", "num_virtual_tokens": 20}),
        (
            {"method": "prompt", "virtual_tokens": 3},
            {"peft_type": "PROMPT_TUNING", "num_virtual_tokens": 3},
        ),
        ({"packing": True}, {"peft_type": "LORA"}),
        ({"checkpointing": True, "accumulation": 2, "dropout": 0.1}, {"lora_dropout": 0.1}),
        ({"quantization": "nf4"}, {"peft_type": "LORA"}),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else None,
)
def test_method(
    base: Path, data: Path, tmp_path: Path, settings: dict[str, Any], expected: dict[str, Any]
) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, data, **settings, steps=2)
    assert finetune(recipe, tmp_path) == 0
    config = read(tmp_path / "adapter" / "adapter_config.json")
    assert {key: config[key] for key in expected} == expected
    assert config["base_model_name_or_path"] == "base"
    stored = tensors(tmp_path / "adapter")
    assert any("magnitude" in name for name in stored) == settings.get("dora", False)
    if settings == {"quantization": "nf4"}:
        # two layers, seven linear layers each, two matrices each
        assert len(stored) == 2 * 7 * 2


def test_the_loss_falls_on_what_is_trained_alone(base: Path, data: Path, tmp_path: Path) -> None:
    learnt = {}
    for name, alone in (("answers", True), ("all", False)):
        recipe = write_recipe(tmp_path / f"{name}.yaml", base, data, completion_only=alone, steps=8)
        assert finetune(recipe, tmp_path / name) == 0
        learnt[name] = [entry["loss"] for entry in log_of(tmp_path / name) if "loss" in entry]
    assert learnt["answers"][-1] < learnt["answers"][0] - 0.1
    assert learnt["answers"][0] != learnt["all"][0]


def test_linear_schedule_with_warm_up(base: Path, data: Path, tmp_path: Path) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, data, schedule="linear", warmup=0.5)
    assert finetune(recipe, tmp_path) == 0
    rates = [entry["learning_rate"] for entry in log_of(tmp_path) if "loss" in entry]
    assert rates == pytest.approx([0.0, 0.005, 0.01, 0.005])


def test_epochs_early_stopping_and_the_best_adapter(base: Path, data: Path, tmp_path: Path) -> None:
    recipe = write_recipe(
        tmp_path / "r.yaml",
        base,
        data,
        steps=0,
        epochs=6,
        batch_size=8,
        held_out=0.3,
        evaluations=6,
        patience=2,
        learning_rate=1e-12,  # never gets better
    )
    assert finetune(recipe, tmp_path) == 0
    run = read(tmp_path / "run.json")
    assert len([entry for entry in log_of(tmp_path) if "eval_loss" in entry]) < 6
    steps_of_an_epoch = -(-run["rows"] // 8)
    assert 0 < run["steps"] < 6 * steps_of_an_epoch
    assert run["rows"] + run["held_out_rows"] == 24


def test_prefix_tuning_and_checkpointing_exclude_each_other(
    base: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, data, method="prefix", checkpointing=True)
    assert finetune(recipe, tmp_path) == 2
    assert "set checkpointing: false" in capsys.readouterr().err


def test_evaluations_do_not_change_the_training(base: Path, data: Path, tmp_path: Path) -> None:
    """On a CPU with AVX512-BF16, bitsandbytes repacks the weights for good when it evaluates."""
    losses = []
    for often in (1, 6):
        recipe = write_recipe(
            tmp_path / f"{often}.yaml",
            base,
            data,
            quantization="nf4",
            steps=6,
            evaluations=often,
        )
        assert finetune(recipe, tmp_path / str(often)) == 0
        losses.append([entry["loss"] for entry in log_of(tmp_path / str(often)) if "loss" in entry])
    assert losses[0] == losses[1]
