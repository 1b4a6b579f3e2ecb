"""The plan agrees with the models themselves and with what a run here is measured to take."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tagwright_training.cli import main
from tagwright_training.plan.costs import costs, trained_parameters
from tagwright_training.plan.shape import config_of, shape_of
from tagwright_training.recipe import Recipe
from tests.training.tiny_run import write_base, write_recipe

# Threads that wait for each other stand still on a machine whose cores are busy.
torch.set_num_threads(1)

PARAMETERS = {  # as their checkpoints hold them, tied heads once
    "falcon-7b-html-alpaca": 6_921_720_704,
    "llama-2-7b-html-alpaca-sft": 6_738_415_616,
    "qwen2.5-coder-1.5b": 1_543_714_304,
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters_are_those_of_the_model(name: str) -> None:
    shape = shape_of(config_of(Recipe.read(name).base))
    assert shape.parameters == PARAMETERS[name]


@pytest.mark.parametrize("method", ["lora", "prefix", "prompt"])
def test_trained_parameters_are_those_that_peft_makes(method: str, tmp_path: Path) -> None:
    from peft import get_peft_model
    from transformers import AutoModelForCausalLM

    from tagwright_training.finetune_methods import peft_config

    base = write_base(tmp_path / "base")
    recipe = Recipe.read(write_recipe(tmp_path / "r.yaml", base, base, method=method, dora=True))
    shape = shape_of(config_of(str(base)))
    model = AutoModelForCausalLM.from_pretrained(base)
    assert shape.parameters == model.num_parameters()
    wrapped = get_peft_model(model, peft_config(recipe, "qwen2"))
    made = sum(p.numel() for p in wrapped.parameters() if p.requires_grad)
    assert trained_parameters(recipe, shape, "qwen2") == made


def test_the_plan_says_whether_it_fits(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "qwen2.5-coder-1.5b", "--gpu-memory", "8"]) == 0
    said = capsys.readouterr().out
    for part in ("frozen weights", "optimizer", "activations", "logits", "tokens/s", "It fits"):
        assert part in said
    assert main(["plan", "falcon-7b-html-alpaca", "--gpu-memory", "4"]) == 0
    assert "does not fit into 4 GB" in capsys.readouterr().out
    assert main(["plan", "falcon-7b-html-alpaca", "--base", "no/such"]) == 2
    assert "hf download no/such config.json" in capsys.readouterr().err


def test_checkpointing_and_nf4_save_memory() -> None:
    recipe = Recipe.read("llama-2-7b-html-alpaca-sft")
    shape = shape_of(config_of(recipe.base))

    def total(**changes: object) -> float:
        return costs(replace(recipe, **changes), shape, "llama", gpu=True).total  # type: ignore[arg-type]

    assert total() < total(checkpointing=False)
    assert total() < total(quantization="none")
    assert total(batch_size=1) < total()


def test_activations_are_what_autograd_keeps() -> None:
    from peft import get_peft_model

    from tagwright_training.bases import find_base, load_model
    from tagwright_training.finetune_methods import peft_config

    recipe = replace(Recipe.read("mini"), quantization="none", batch_size=2, longest=128, rank=4)
    base = find_base(recipe.base)
    model = get_peft_model(load_model(base, recipe), peft_config(recipe, "llama"))
    weights = {p.untyped_storage().data_ptr() for p in model.parameters()}
    kept: dict[int, torch.Tensor] = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        kept[tensor.untyped_storage().data_ptr()] = tensor
        return tensor

    ids = torch.randint(0, 3000, (2, 128))
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        model(input_ids=ids, labels=ids)
    sizes = [t.untyped_storage().nbytes() for at, t in kept.items() if at not in weights]
    shape = shape_of(base.config)
    logits = ids.numel() * shape.vocabulary * 4
    planned = costs(recipe, shape, "llama", gpu=False).parts["activations"]
    assert planned == pytest.approx(sum(sizes) - logits, rel=0.1)


def test_measured_memory_is_shown_beside_the_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tagwright.models import embedded

    base = embedded("base").base
    settings = {"batch_size": 4, "longest": 256}
    recipe = write_recipe(tmp_path / "r.yaml", base, base, **settings)
    assert main(["plan", str(recipe), "--measure"]) == 0
    found = re.search(r"planned ([\d,]+) MB, measured ([\d,]+) MB", capsys.readouterr().out)
    assert found
    planned, measured = (int(text.replace(",", "")) for text in found.groups())
    # The plan counts tensors. A process on a CPU was measured to take two to three times as much,
    # for reasons not found; so this only tells that both figures are of the same thing.
    assert 0.1 < planned / measured < 2
