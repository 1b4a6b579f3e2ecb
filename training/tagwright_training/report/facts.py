"""What a report and a model card say of a run, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tagwright_training.report.run import Run

EMBEDDED = "tagwright-mini"
"""What recipes call the embedded model, which the server finds without being told."""

_METHODS = {"lora": "LoRA", "prefix": "prefix tuning", "prompt": "prompt tuning"}
_QUANTIZED = {"nf4": "4 bits (NF4, double quantization)", "gptq": "4 bits (GPTQ)", "none": "not"}
_HYPERPARAMETERS = (
    "learning_rate",
    "schedule",
    "warmup",
    "betas",
    "batch_size",
    "accumulation",
    "longest",
    "completion_only",
    "packing",
    "checkpointing",
)
_OF_LORA = ("rank", "alpha", "dropout", "rslora", "dora", "targets")


def base_name(run: Run) -> str:
    """Return the base model's name, which is its hub id where it came from there."""
    return str(run.base.get("name") or run.recipe.get("base") or "unknown")


def source_name(run: Run) -> str:
    """Return what the rows are called: a hub id as it is, of a path only its last part."""
    source = str(run.data.get("source") or run.recipe.get("data") or "")
    path = Path(source)
    return path.name if path.is_absolute() or path.exists() else source


def facts(run: Run) -> list[tuple[str, str]]:
    """Return what is known of the run, in the order in which it is told."""
    record, base = run.record, run.base
    found: list[tuple[str, Any]] = [
        ("State", _state(run)),
        ("Base model", base_name(run)),
        ("Revision", base.get("revision")),
        ("Architecture", base.get("architecture")),
        ("Parameters of the base", _number(base.get("parameters"))),
        ("Trained parameters", _number(record.get("trained_parameters"))),
        ("SHA-256 of the base's weights", base.get("sha256")),
        ("Method", _method(run)),
        ("Base quantized", _QUANTIZED.get(str(run.recipe.get("quantization")), "")),
        ("Training data", source_name(run)),
        ("SHA-256 of the data", run.data.get("sha256") or run.data.get("fingerprint")),
        ("Rows trained on", _number(record.get("rows"))),
        ("Rows held out", _number(record.get("held_out_rows"))),
        ("Steps", _number(record.get("steps"))),
        ("Seed", record.get("seed")),
        ("Prompt version", record.get("prompt_version")),
        ("Answer codec", record.get("codec")),
        ("Device", record.get("device")),
        ("Time", _time(record.get("seconds"))),
        ("Peak memory", _with_unit(record.get("peak_memory_mb"), "MiB")),
        ("Speed", _with_unit(record.get("tokens_per_second"), "tokens/s")),
    ]
    return [(name, str(value)) for name, value in found if value not in (None, "")]


def hyperparameters(run: Run) -> list[tuple[str, str]]:
    """Return the recipe's settings that decide what comes out."""
    lora = run.recipe.get("method", "lora") == "lora"
    keys = [*_HYPERPARAMETERS, *(_OF_LORA if lora else ("virtual_tokens",))]
    return [
        (key, ", ".join(map(str, value)) if isinstance(value, list) else str(value))
        for key in keys
        if (value := run.recipe.get(key)) not in (None, [], "")
    ]


def versions(run: Run) -> dict[str, str]:
    """Return the versions of the packages that trained."""
    found = run.record.get("versions")
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _state(run: Run) -> str:
    if run.record.get("status") in (None, "done"):
        return "finished"
    return "not finished: the same finetune command goes on from the last checkpoint"


def _method(run: Run) -> str:
    method = str(run.recipe.get("method", ""))
    return _METHODS.get(method, method)


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else ""


def _with_unit(value: Any, unit: str) -> str:
    return f"{value:,.0f} {unit}" if isinstance(value, (int, float)) and value else ""


def _time(seconds: Any) -> str:
    if not isinstance(seconds, (int, float)):
        return ""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"
