"""``accelerate launch`` with FSDP on two processes: gloo here, the same command on a cluster."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.tiny_run import log_of, read

CONFIG = Path(__file__).parents[2] / "training/tagwright_training/recipes/fsdp.yaml"


@pytest.mark.skipif(sys.platform == "win32", reason="torch has no gloo launcher there")
def test_fsdp_on_two_processes(tmp_path: Path) -> None:
    launch = [sys.executable, "-m", "accelerate.commands.launch", "--config_file", str(CONFIG)]
    command = [*launch, "-m", "tagwright_training.cli", "finetune", "--smoke"]
    recipe = ["--recipe", "codellama-7b-instruct-html-dataset", "--out", str(tmp_path)]
    done = subprocess.run(
        [*command, *recipe],
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    run = read(tmp_path / "run.json")
    assert (run["status"], run["processes"], run["sharded"]) == ("done", 2, True)
    assert done.stdout.count("The adapter is in") == 1
    assert "The server's engine answered with" in done.stdout
    assert [entry["step"] for entry in log_of(tmp_path) if "loss" in entry] == [1, 2, 3, 4]
