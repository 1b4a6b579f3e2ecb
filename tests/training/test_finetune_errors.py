"""What goes wrong is said in one sentence, and what was there before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.tiny_run import finetune, log_of, read, write_base, write_recipe, write_rows


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_base(tmp_path_factory.mktemp("base") / "base")


def losses(out: Path) -> list[float]:
    return [entry["loss"] for entry in log_of(out) if "loss" in entry]


def refused(capsys: pytest.CaptureFixture[str], sentence: str) -> None:
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
    assert said.strip().count("\n") == 0


def test_output_that_can_not_be_written(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, write_rows(tmp_path / "rows.jsonl"))
    assert finetune(recipe, tmp_path / "rows.jsonl" / "run") == 2
    refused(capsys, "can't be written to")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no rows"),
        ('{"prompt": "a", "html": "<p>a</p>"}\n{"prompt": "b"\n', "2"),
        ('{"question": "a", "colour": "<p>a</p>"}\n', "no column"),
    ],
)
def test_bad_data(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str
) -> None:
    data = tmp_path / "rows.jsonl"
    data.write_text(text, encoding="utf-8")
    recipe = write_recipe(tmp_path / "r.yaml", base, data)
    assert finetune(recipe, tmp_path / "run") == 2
    refused(capsys, sentence)


def test_rows_that_are_all_too_long(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, write_rows(tmp_path / "rows.jsonl"), longest=8)
    assert finetune(recipe, tmp_path / "run") == 2
    refused(capsys, "longer than 8 tokens; raise longest")


def test_too_little_memory_keeps_what_there_is(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_rows(tmp_path / "rows.jsonl")
    recipe = write_recipe(tmp_path / "r.yaml", base, data, rank=2 * 10**12)
    assert finetune(recipe, tmp_path / "run") == 2
    refused(capsys, "not enough memory")


def test_a_file_that_can_not_be_written_keeps_what_there_is(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, write_rows(tmp_path / "rows.jsonl"))
    assert finetune(recipe, tmp_path / "run") == 0
    weights = tmp_path / "run" / "adapter" / "adapter_model.safetensors"
    before = weights.read_bytes()
    log = tmp_path / "run" / "log.jsonl"
    log.unlink()
    log.mkdir()
    assert finetune(recipe, tmp_path / "run", "--steps", "6") == 2
    refused(capsys, f"can't write to {tmp_path / 'run'}")
    assert weights.read_bytes() == before


def test_a_finished_run_is_not_done_again(base: Path, tmp_path: Path) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, write_rows(tmp_path / "rows.jsonl"))
    weights = tmp_path / "run" / "adapter" / "adapter_model.safetensors"
    assert finetune(recipe, tmp_path / "run") == 0
    before = weights.read_bytes(), losses(tmp_path / "run")
    assert len(before[1]) == 4
    assert finetune(recipe, tmp_path / "run") == 0
    assert (weights.read_bytes(), losses(tmp_path / "run")) == before


@pytest.mark.parametrize("given", ["nowhere", "nowhere/at/all"])
def test_a_base_that_is_not_there(
    base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    recipe = write_recipe(tmp_path / "r.yaml", base, write_rows(tmp_path / "rows.jsonl"))
    assert finetune(recipe, tmp_path / "run", "--base", given) == 2
    refused(capsys, f"There is no base model {given}")


def test_a_base_that_can_not_be_fetched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    recipe = write_recipe(tmp_path / "r.yaml", Path("a/b"), write_rows(tmp_path / "rows.jsonl"))
    assert finetune(recipe, tmp_path / "run") == 2
    refused(capsys, "The model a/b can't be fetched")


def test_a_data_set_is_read_no_further_than_the_steps_need(base: Path, tmp_path: Path) -> None:
    data = write_rows(tmp_path / "rows.jsonl", 1000)
    recipe = write_recipe(tmp_path / "r.yaml", base, data, steps=1)
    assert finetune(recipe, tmp_path / "run") == 0
    assert read(tmp_path / "run" / "run.json")["rows"] == 32
