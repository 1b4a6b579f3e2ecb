"""Settings as clients send them: defaults, names, and one sentence for each wrong value."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest

from tagwright.settings import Settings, choices, model_key, parse_settings


@pytest.mark.parametrize("options", [None, {}, {"tagwright": None}, {"tagwright": {}}])
def test_nothing_given_means_defaults(options: object) -> None:
    assert parse_settings(options) == (Settings(), [])


@pytest.mark.parametrize("wrapped", [False, True])
def test_all_settings_are_read(wrapped: bool) -> None:
    section = {
        "engine": "scripted",
        "model": "/models/base.gguf",
        "adapter": "none",
        "maxNewTokens": 12,
        "temperature": 1,
        "comment": "replace",
    }
    options = {"tagwright": section, "html": {"format": 1}} if wrapped else section
    settings, problems = parse_settings(options)
    assert problems == []
    assert settings == Settings("scripted", "/models/base.gguf", "none", 12, 1.0, "replace")


def test_null_and_whole_floats_are_fine() -> None:
    """VS Code sends null for settings without a default; Lua has no integers of its own."""
    options = {"model": None, "maxNewTokens": 512.0, "temperature": None}
    assert parse_settings(options) == (Settings(max_new_tokens=512), [])
    assert isinstance(parse_settings(options)[0].max_new_tokens, int)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("engine", "gpt", '"gpt"'),
        ("engine", 3, "3"),
        ("model", 7, "7"),
        ("model", ["a"], '["a"]'),
        ("adapter", False, "false"),
        ("maxNewTokens", 0, "0"),
        ("maxNewTokens", -5, "-5"),
        ("maxNewTokens", 10**9, "1000000000"),
        ("maxNewTokens", 1.5, "1.5"),
        ("maxNewTokens", True, "true"),
        ("maxNewTokens", "many", '"many"'),
        ("temperature", -0.1, "-0.1"),
        ("temperature", float("nan"), "NaN"),
        ("temperature", float("inf"), "Infinity"),
        ("temperature", "hot", '"hot"'),
        ("comment", "delete", '"delete"'),
        ("comment", {}, "{}"),
        ("adapterScale", 5, "5"),
        ("gpuLayers", -2, "-2"),
        ("allowDownload", "yes", '"yes"'),
        ("allowInsecure", 1, "1"),
        ("codec", "html", '"html"'),
        ("idleTimeout", 0, "0"),
    ],
)
def test_wrong_value_is_named_and_its_default_used(name: str, value: object, shown: str) -> None:
    settings, (problem,) = parse_settings(
        {name: value, "adapter" if name != "adapter" else "model": "x"}
    )
    (item,) = [item for item in fields(Settings) if item.metadata["name"] == name]
    assert getattr(settings, item.name) == item.default
    assert "x" in (settings.adapter, settings.model)
    assert f"tagwright.{name} " in problem
    assert f" {shown}:" in problem
    default = json.dumps(item.default)
    assert problem.endswith(f"the default {default} is used.")


def test_every_wrong_value_has_its_own_sentence() -> None:
    _, problems = parse_settings({"engine": "x", "maxNewTokens": "y", "modell": "z"})
    assert len(problems) == 3
    assert "tagwright.modell" in problems[2]


def test_long_values_are_shortened() -> None:
    _, (problem,) = parse_settings({"comment": "x" * 5000})
    assert len(problem) < 300


def test_keys_of_the_editor_clients_are_left_alone() -> None:
    assert parse_settings({"trace": {"server": "off"}, "server": {"path": ["x"]}})[1] == []


@pytest.mark.parametrize("options", [[], "fast", 3, {"tagwright": [1]}])
def test_settings_that_are_no_object(options: object) -> None:
    settings, problems = parse_settings(options)
    assert settings == Settings()
    assert len(problems) == 1


def test_model_is_loaded_again_for_what_decides_it_only() -> None:
    key = model_key(Settings())
    assert model_key(replace(Settings(), max_new_tokens=5, temperature=1.0)) == key
    for other in ({"adapter_scale": 0.5}, {"gpu_layers": 0}, {"base_url": "http://127.0.0.1"}):
        assert model_key(replace(Settings(), **other)) != key


def test_metadata_makes_a_configuration_table() -> None:
    kinds: dict[str, Any] = {"string": str, "integer": int, "number": float, "boolean": bool}
    for item in fields(Settings):
        assert item.metadata["doc"].endswith(".")
        assert isinstance(item.default, kinds[item.metadata["type"]])
        if choices(item):
            assert item.default in choices(item)
