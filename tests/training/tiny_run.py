"""A fine-tuning run in seconds: a tiny random base, two dozen rows, and the command itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tagwright_training.cli import main

SETTINGS: dict[str, Any] = {
    "learning_rate": 0.01,
    "batch_size": 2,
    "longest": 400,
    "seed": 3,
    "quantization": "none",
    "rank": 4,
    "evaluations": 2,
    "steps": 4,
}
QWEN = "Qwen/Qwen2.5-Coder-1.5B-Instruct"


def write_base(folder: Path, name: str = QWEN) -> Path:
    """Write a tiny base of the architecture of the model ``name``."""
    from tagwright_training.bases_tiny import write_tiny_base

    return write_tiny_base(name, folder)


def write_rows(path: Path, count: int = 24) -> Path:
    names = ("Home", "About", "News", "Contact", "Prices", "Team", "Jobs", "Press")
    rows = [
        {"prompt": f"link number {n} to {names[n % 8]}", "html": f'<a href="#">{names[n % 8]}</a>'}
        for n in range(count)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def write_recipe(path: Path, base: Path, data: Path, **settings: Any) -> Path:
    recipe = {**SETTINGS, "base": str(base), "data": str(data), **settings}
    path.write_text(json.dumps(recipe), encoding="utf-8")  # JSON is YAML
    return path


def finetune(recipe: Path | str, out: Path, *options: str) -> int:
    """Run the command; returns its exit code."""
    return main(["finetune", "--recipe", str(recipe), "--out", str(out), *options])


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def log_of(out: Path) -> list[dict[str, Any]]:
    lines = (out / "log.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
