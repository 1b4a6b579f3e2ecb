"""A run that is killed goes on from its last checkpoint to the very bytes of one that is not."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.training.tiny_run import (
    finetune,
    log_of,
    read,
    write_base,
    write_recipe,
    write_rows,
)

WAIT = 240.0


def adapter_bytes(out: Path) -> bytes:
    return (out / "adapter" / "adapter_model.safetensors").read_bytes()


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dropout and two epochs, so that every source of chance has to be restored."""
    folder = tmp_path_factory.mktemp("recipe")
    data = write_rows(folder / "rows.jsonl")
    settings = {"dropout": 0.2, "evaluations": 10, "steps": 20, "accumulation": 1}
    return write_recipe(folder / "r.yaml", write_base(folder / "base"), data, **settings)


@pytest.fixture(scope="module")
def uninterrupted(recipe: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("uninterrupted") / "run"
    assert finetune(recipe, out) == 0
    return out


def killed(recipe: Path, out: Path, checkpoint: int) -> None:
    """Run the command in a process of its own and kill it once a checkpoint is complete."""
    command = [sys.executable, "-m", "tagwright_training.cli", "finetune"]
    process = subprocess.Popen([*command, "--recipe", str(recipe), "--out", str(out)])
    deadline = time.monotonic() + WAIT
    while not (out / f"checkpoint-{checkpoint}" / "trainer_state.json").is_file():
        assert process.poll() is None, "ended before it was killed"
        assert time.monotonic() < deadline
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait(WAIT) == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_killed_and_resumed(recipe: Path, uninterrupted: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    killed(recipe, out, 4)
    assert read(out / "run.json")["status"] == "running"
    assert not (out / "adapter").exists()
    # What a crash in the middle of writing leaves behind.
    half = out / "checkpoint-19"
    half.mkdir()
    (half / "trainer_state.json").write_text('{"epoch": 1.', encoding="utf-8")
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"step": 19, "lo')
    assert finetune(recipe, out) == 0
    assert adapter_bytes(out) == adapter_bytes(uninterrupted)
    for name in ("loss", "eval_loss"):
        whole, resumed = (
            [(entry["step"], entry[name]) for entry in log_of(run) if name in entry]
            for run in (uninterrupted, out)
        )
        assert resumed == whole
    tokens = [entry["tokens"] for entry in log_of(out) if "loss" in entry]
    assert tokens == [entry["tokens"] for entry in log_of(uninterrupted) if "loss" in entry]


def test_killed_before_the_adapter_was_saved(
    recipe: Path, uninterrupted: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    shutil.copytree(uninterrupted, out)
    shutil.rmtree(out / "adapter")
    assert finetune(recipe, out) == 0
    assert adapter_bytes(out) == adapter_bytes(uninterrupted)
    assert read(out / "run.json")["steps"] == 20


def test_the_same_seed_gives_the_same_adapter(
    recipe: Path, uninterrupted: Path, tmp_path: Path
) -> None:
    assert finetune(recipe, tmp_path / "again") == 0
    assert adapter_bytes(tmp_path / "again") == adapter_bytes(uninterrupted)
    other = recipe.with_name("other.yaml")
    other.write_text(recipe.read_text().replace('"seed": 3', '"seed": 4'), encoding="utf-8")
    assert finetune(other, tmp_path / "other") == 0
    assert adapter_bytes(tmp_path / "other") != adapter_bytes(uninterrupted)


def test_a_directory_of_another_run_is_refused(
    recipe: Path, uninterrupted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = recipe.with_name("rank.yaml")
    other.write_text(recipe.read_text().replace('"rank": 4', '"rank": 8'), encoding="utf-8")
    before = adapter_bytes(uninterrupted)
    assert finetune(other, uninterrupted) == 2
    assert "another recipe (rank)" in capsys.readouterr().err
    assert adapter_bytes(uninterrupted) == before
