"""A LoRA added to the weights of its base for good."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tagwright.engines.hf_model import attach_adapter, first_line, offline, quiet
from tagwright.engines.identity import (
    CONFIG,
    IDENTITY,
    check_adapter,
    directory_identity,
    read_json,
)
from tagwright.errors import InputError, ModelError
from tagwright_training.bases import Base, load_tokenizer
from tagwright_training.deliver.folders import new_folder


def merge(base: Base, adapter: Path, out: Path) -> None:
    """Write ``base`` with ``adapter`` merged into it as a model directory ``out``.

    The base is loaded as it is stored, also where the adapter was trained on it in 4 bits: what
    would be added to 4-bit weights would be rounded away. Raises ``InputError``, ``ModelError``,
    and ``AdapterMismatch`` for an adapter of another base.
    """
    codec = check_adapter(adapter, directory_identity(base.folder))
    kind = read_json(adapter / CONFIG).get("peft_type")
    if kind != "LORA":
        raise InputError(
            f"The adapter {adapter} is of type {kind}, which adds tokens and changes no weights, "
            "so it can't be merged; publish the adapter itself."
        )
    if base.quantization:
        raise InputError(
            f"The base {base.name} is quantized ({base.quantization}), and an adapter can only be "
            "merged into full weights: give the original model with --base."
        )
    with new_folder(out) as folder, quiet(), offline():
        model = attach_adapter(_load(base), adapter).merge_and_unload(safe_merge=True)
        model.save_pretrained(folder)
        load_tokenizer(base).save_pretrained(folder)
        identity = {"name": out.resolve().name, "codec": codec, **_provenance(base, adapter)}
        text = json.dumps(identity, indent=2) + "\n"
        (folder / IDENTITY).write_text(text, encoding="utf-8")


def _load(base: Base) -> Any:
    from transformers import AutoModelForCausalLM

    try:
        return AutoModelForCausalLM.from_pretrained(
            base.folder,
            dtype="auto",
            device_map={"": "cpu"},
            use_safetensors=True,
            local_files_only=True,
        )
    except (OSError, ValueError, ImportError, RuntimeError, MemoryError) as error:
        raise ModelError(f"The base {base.name} can't be loaded ({first_line(error)}).") from error


def _provenance(base: Base, adapter: Path) -> dict[str, Any]:
    """What the adapter says of itself; of a foreign one only the base is known."""
    path = adapter / IDENTITY
    said = read_json(path) if path.exists() else {}
    kept = ("prompt_version", "data_sha256", "rows", "versions")
    about = {"name": base.name, "revision": base.revision, "sha256": base.sha256()}
    return {"base": about, **{key: said[key] for key in kept if key in said}}
