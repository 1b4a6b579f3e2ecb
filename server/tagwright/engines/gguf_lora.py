"""A PEFT LoRA adapter directory becomes a GGUF LoRA file for llama.cpp, once, without torch.

LoRA: Hu et al. 2021, https://arxiv.org/abs/2106.09685; rank-stabilized scaling: Kalajdzievski
2023, https://arxiv.org/abs/2312.03732.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from tagwright.engines.gguf_header import GgufHeader
from tagwright.engines.identity import CONFIG, WEIGHTS, read_json
from tagwright.engines.tensors import Array, permute_rotary, read_tensors
from tagwright.errors import AdapterMismatch, ModelError

_FORMAT = 1
"""Part of the cache key: raise it when the same adapter would be written differently."""

_KEY = re.compile(r"base_model\.model\.(?P<module>.+)\.lora_(?P<side>[AB])\.weight")

_MODULES = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


def gguf_lora(adapter: Path, base: GgufHeader) -> Path:
    """Return the GGUF file of an adapter, converting it on the first call for these files.

    The file lies in the user's cache directory under the SHA-256 of the adapter's files and of
    the base's shapes, so one that is there fits. Raises ``ModelError`` for an adapter that isn't
    a plain LoRA, and ``AdapterMismatch`` if its shapes are not the base's.
    """
    fixed = [_FORMAT, base.architecture, _heads(base), sorted(base.shapes.items())]
    key = hashlib.sha256(json.dumps(fixed).encode())
    for name in (CONFIG, WEIGHTS):
        try:
            key.update((adapter / name).read_bytes())
        except OSError as error:
            raise ModelError(
                f"{adapter / name} can't be read; save the adapter in safetensors format."
            ) from error
    folder = Path(platformdirs.user_cache_dir("tagwright", appauthor=False)) / "adapters"
    target = folder / f"{key.hexdigest()}.gguf"
    if target.exists():
        return target
    tensors, alpha = _convert(adapter, base)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(target, base.architecture, tensors, alpha)
    except OSError as error:
        raise ModelError(
            f"The converted adapter can't be written to {folder} ({error.strerror}); make room "
            "or let that directory be written."
        ) from error
    return target


def _convert(adapter: Path, base: GgufHeader) -> tuple[dict[str, Array], float]:
    """Return the tensors under their GGUF names, and the alpha that they share.

    llama.cpp computes ``alpha / rank`` itself; what differs from that (rank-stabilized scaling,
    alpha patterns) is expressed in alpha or folded into B.
    """
    config = read_json(adapter / CONFIG)
    _refuse_unsupported(adapter, config)
    stabilized = bool(config.get("use_rslora"))
    alpha = float(config["lora_alpha"])
    if stabilized:
        alpha *= float(config["r"]) ** 0.5
    tensors: dict[str, Array] = {}
    for name, values in read_tensors(adapter / WEIGHTS):
        match = _KEY.fullmatch(name)
        if match is None:
            raise ModelError(
                f"The adapter {adapter} holds {name}, which is no LoRA matrix; train it without "
                "modules_to_save, bias, embeddings and DoRA."
            )
        module, side = match["module"], match["side"]
        values = np.array(values, dtype=np.float32)
        target = _gguf_name(adapter, module)
        shape = base.shapes.get(f"{target}.weight")
        if shape is None or values.shape[side == "A"] != shape[side == "A"]:
            raise AdapterMismatch(
                f"The adapter {adapter} does not fit the base model {base.name!r}: {module} has "
                "another shape there; choose the adapter that belongs to this model, or none."
            )
        if side == "B":
            rank = values.shape[1]
            own = _own_alpha(config, module)
            values *= (own / (rank**0.5 if stabilized else rank)) / (alpha / rank)
            if base.architecture == "llama" and target.endswith(("attn_q", "attn_k")):
                values = permute_rotary(values, _heads(base)[target.endswith("attn_k")])
        tensors[f"{target}.weight.lora_{side.lower()}"] = values
    _refuse_incomplete(adapter, tensors)
    return tensors, alpha


def _refuse_unsupported(adapter: Path, config: dict[str, Any]) -> None:
    kind = config.get("peft_type")
    if kind != "LORA":
        raise ModelError(
            f"The adapter {adapter} is of type {kind}; only LoRA adapters can be used."
        )
    for option in ("use_dora", "modules_to_save", "fan_in_fan_out", "alora_invocation_tokens"):
        if config.get(option):
            raise ModelError(
                f"The adapter {adapter} was trained with {option}, which llama.cpp can't apply; "
                "train a plain LoRA adapter."
            )


def _refuse_incomplete(adapter: Path, tensors: dict[str, Array]) -> None:
    names = {name[:-1] for name in tensors}
    if not names or any(f"{name}{side}" not in tensors for name in names for side in "ab"):
        raise ModelError(f"{adapter / WEIGHTS} is incomplete; save or copy the adapter again.")


def _gguf_name(adapter: Path, module: str) -> str:
    if module == "lm_head":
        return "output"
    match = re.fullmatch(r"model\.layers\.(\d+)\.(.+)", module)
    if match is None or match[2] not in _MODULES:
        raise ModelError(
            f"The adapter {adapter} changes {module}, which can't be converted; train it on the "
            "attention and feed-forward projections."
        )
    return f"blk.{match[1]}.{_MODULES[match[2]]}"


def _own_alpha(config: dict[str, Any], module: str) -> float:
    """Return the module's alpha: PEFT matches pattern keys against the end of its name."""
    for key, value in (config.get("alpha_pattern") or {}).items():
        if re.match(rf"(.*\.)?({key})$", module):
            return float(value)
    return float(config["lora_alpha"])


def _heads(base: GgufHeader) -> tuple[int, int]:
    """Return the number of query heads and of key/value heads."""
    heads = base.number("attention.head_count")
    return heads, base.number("attention.head_count_kv", heads)


def _write(target: Path, architecture: str, tensors: dict[str, Array], alpha: float) -> None:
    """Write the GGUF file under another name first: two editors may start at once."""
    # Imported here: it takes a quarter of a second, and is needed once in an adapter's life.
    from gguf import GGUFWriter

    handle, partial = tempfile.mkstemp(suffix=".partial", dir=target.parent)
    os.close(handle)
    try:
        writer = GGUFWriter(partial, architecture)
        try:
            writer.add_type("adapter")
            writer.add_string("adapter.type", "lora")
            writer.add_float32("adapter.lora.alpha", alpha)
            for name, values in tensors.items():
                writer.add_tensor(name, np.ascontiguousarray(values))
            writer.write_header_to_file()
            writer.write_kv_data_to_file()
            writer.write_tensors_to_file()
        finally:
            writer.close()
        Path(partial).replace(target)
    finally:
        Path(partial).unlink(missing_ok=True)
