"""Two models of one training become their mean."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from tagwright_training.cli import main


@pytest.fixture
def models(tmp_path: Path) -> Path:
    for name, value in (("before", 1.0), ("after", 3.0)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "config.json").write_text(f'{{"of": "{name}"}}')
        save_file({"w": torch.full((2, 2), value).half()}, folder / "model.safetensors")
    return tmp_path


def average(models: Path, *more: str) -> int:
    flags = ["--before", "before", "--after", "after", "--out", "out"]
    paths = [str(models / word) if not word.startswith("--") else word for word in flags]
    return main(["average", *paths, *more])


def test_the_mean_takes_its_share_of_the_later_model(models: Path) -> None:
    assert average(models, "--share", "0.75") == 0
    weights = load_file(models / "out" / "model.safetensors")
    assert torch.equal(weights["w"], torch.full((2, 2), 2.5).half())
    assert (models / "out" / "config.json").read_text() == '{"of": "after"}'


def test_an_unfit_model_is_refused_in_a_sentence(
    models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert average(models, "--share", "1.5") == 2
    assert "must be from 0 to 1" in capsys.readouterr().err
    save_file({"w": torch.zeros(3)}, models / "before" / "model.safetensors")
    assert average(models) == 2
    assert "shaped differently" in capsys.readouterr().err
    (models / "before" / "model.safetensors").unlink()
    assert average(models) == 2
    assert "There is no model.safetensors" in capsys.readouterr().err
    (models / "out").mkdir()
    save_file({"w": torch.zeros(2, 2)}, models / "before" / "model.safetensors")
    assert average(models) == 2
    assert "exists already" in capsys.readouterr().err
