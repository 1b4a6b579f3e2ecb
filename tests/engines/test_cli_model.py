"""The command line with a real, if tiny, model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tagwright.prompt import PROMPT_VERSION


def tagwright(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tagwright", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_doctor_loads_and_measures(tiny_gguf: Path) -> None:
    ran = tagwright("doctor", "--model", tiny_gguf, "--max-new-tokens", 40)
    assert (ran.returncode, ran.stderr) == (0, "")
    report = dict(line.split(":", 1) for line in ran.stdout.splitlines())
    assert report["model"].strip() == str(tiny_gguf)
    assert report["adapter"].strip() == "none"
    assert "tiny-llama with llamacpp" in report["loaded"]
    assert "yes" in report["match"]
    assert "(40 tokens in" in report["speed"]
    assert "MB" in report["memory"]


def test_noise_is_no_markup_and_stdout_stays_empty(tiny_gguf: Path) -> None:
    ran = tagwright("generate", "x", "--model", tiny_gguf, "--max-new-tokens", 3)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1


def test_adapter_for_another_base_is_one_sentence(tiny_gguf: Path, tmp_path: Path) -> None:
    adapter = tmp_path / "adapter"
    adapter.mkdir()
    identity = {
        "prompt_version": PROMPT_VERSION,
        "codec": "none",
        "base": {"name": "b", "sha256": "0" * 64},
    }
    (adapter / "adapter_config.json").write_text("{}")
    (adapter / "tagwright.json").write_text(json.dumps(identity))
    ran = tagwright("generate", "x", "--model", tiny_gguf, "--adapter", adapter)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "trained for the base model 'b', not for 'tiny-llama'" in ran.stderr

    doctor = tagwright("doctor", "--model", tiny_gguf, "--adapter", adapter)
    assert doctor.returncode == 2
    assert "match:     no\n" in doctor.stdout
    assert "not for 'tiny-llama'" in doctor.stderr


def test_prompt_too_long_for_the_model_is_one_sentence(tiny_gguf: Path) -> None:
    ran = tagwright("generate", "word " * 600, "--model", tiny_gguf)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "takes 512" in ran.stderr
