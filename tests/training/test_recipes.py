"""Recipes: those that come with the package, and what is said about a wrong one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tagwright_training.cli import main
from tagwright_training.recipe import Recipe, names

GOOD = {"base": "x/y", "learning_rate": 0.001, "batch_size": 2, "longest": 64, "seed": 1}
HUB_IDS = {
    "falcon-7b-html-alpaca": ("tiiuae/falcon-7b", "ttbui/html_alpaca"),
    "llama-2-7b-html-alpaca-sft": ("meta-llama/Llama-2-7b-hf", "ttbui/html_alpaca"),
    "llama-2-7b-chat-gptq-webgen": ("TheBloke/Llama-2-7B-Chat-GPTQ", "ttbui/alpaca_webgen_html"),
    "falcon-7b-one-epoch-merge": ("tiiuae/falcon-7b", "ttbui/html_alpaca"),
    "codellama-7b-instruct-html-dataset": (
        "codellama/CodeLlama-7b-Instruct-hf",
        "jawerty/html_dataset",
    ),
    "qwen2.5-coder-1.5b": ("Qwen/Qwen2.5-Coder-1.5B-Instruct", "ttbui/html_alpaca"),
    "mini": ("tagwright-mini", ""),
    "style": ("tagwright-mini", ""),
}


def test_each_recipe_names_its_base_and_data() -> None:
    found = {name: Recipe.read(name) for name in names()}
    assert {name: (recipe.base, recipe.data) for name, recipe in found.items()} == HUB_IDS


def test_the_falcon_recipe_has_the_settings_of_the_earlier_project() -> None:
    recipe = Recipe.read("falcon-7b-html-alpaca")
    assert (recipe.quantization, recipe.method, recipe.schedule) == ("nf4", "lora", "cosine")
    assert (recipe.learning_rate, recipe.betas, recipe.warmup) == (2e-4, (0.9, 0.999), 0.03)
    assert recipe.batch_size * recipe.accumulation == 4
    assert (recipe.steps, recipe.seed, recipe.eval_batch_size) == (320, 42, 8)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"ranks": 4}, "unknown key 'ranks'"),
        ({"rank": "many"}, "rank must be a whole number, not 'many'"),
        ({"rank": True}, "rank must be a whole number"),
        ({"learning_rate": "fast"}, "learning_rate must be a number"),
        ({"packing": "yes"}, "packing must be true or false"),
        ({"method": "magic"}, "method must be one of lora, prefix, prompt"),
        ({"targets": "q_proj"}, "targets must be a list"),
        ({"held_out": 1.5}, "held_out must be from 0 to less than 1"),
        ({"betas": [0.9]}, "betas must be two numbers"),
        ({"batch_size": 0}, "batch_size must be more than 0"),
        ({"steps": 3, "epochs": 1}, "both steps and epochs"),
        ({"seed": None}, "seed must be a whole number"),
    ],
)
def test_a_wrong_recipe_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], complaint: str
) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(json.dumps(GOOD | change), encoding="utf-8")
    assert main(["finetune", "--recipe", str(path)]) == 2
    said = capsys.readouterr().err
    assert complaint in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("base: x/y\n", "lacks the key 'learning_rate'"),
        ("base: [", "can't be read as YAML"),
        ("- base\n", "must hold keys and values"),
        ("", "must hold keys and values"),
    ],
)
def test_a_file_that_is_no_recipe_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, complaint: str
) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(text, encoding="utf-8")
    assert main(["finetune", "--recipe", str(path)]) == 2
    assert complaint in capsys.readouterr().err


def test_an_unknown_name_lists_the_recipes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["finetune", "--recipe", "falcon"]) == 2
    assert "falcon-7b-html-alpaca, " in capsys.readouterr().err


def test_a_number_without_a_point_is_a_number(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(json.dumps(GOOD).replace("0.001", "2e-4"), encoding="utf-8")
    assert Recipe.read(path).learning_rate == 2e-4


@pytest.mark.parametrize("length", [["--steps", "0"], ["--epochs", "-1"]])
def test_a_run_of_no_length_is_refused(
    capsys: pytest.CaptureFixture[str], length: list[str]
) -> None:
    assert main(["finetune", "--recipe", "mini", *length]) == 2
    assert "trains nothing" in capsys.readouterr().err
