"""A Hugging Face Llama or Qwen2 checkpoint becomes a GGUF file for llama.cpp; numpy only.

GGUF: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Type

from tagwright.engines.tensors import Array, permute_rotary, read_tensors
from tagwright.errors import ModelError
from tagwright_training.gguf_vocab import read_json, read_vocabulary, write_vocabulary

Quant = Literal["q4_0", "q8_0", "f16"]
QUANTS: dict[str, Quant] = {quant: quant for quant in get_args(Quant)}

_ARCHITECTURES = {"llama": gguf.MODEL_ARCH.LLAMA, "qwen2": gguf.MODEL_ARCH.QWEN2}
_FILE_TYPES = {
    "q4_0": (Type.Q4_0, gguf.LlamaFileType.MOSTLY_Q4_0),
    "q8_0": (Type.Q8_0, gguf.LlamaFileType.MOSTLY_Q8_0),
    "f16": (Type.F16, gguf.LlamaFileType.MOSTLY_F16),
}


def export_gguf(model_dir: Path, out: Path, *, quant: Quant = "q4_0") -> None:
    """Write the checkpoint in ``model_dir`` as the GGUF file ``out``, complete or not at all.

    model_dir: config.json, model.safetensors (or its shards), tokenizer.json and, where there
    are, tokenizer_config.json, chat_template.jinja and tagwright.json (``name``, ``codec``,
    ``prompt_version``, written into the metadata with the weights' SHA-256).
    quant: type of the large matrices; embeddings stay at 8 bits when ``q4_0`` is asked for, norms
    and biases at 32. Raises ``ModelError`` for a model that can't be written this way.
    """
    config = read_json(model_dir / "config.json")
    architecture = str(config.get("model_type"))
    if architecture not in _ARCHITECTURES:
        raise ModelError(
            f"{model_dir} is a model of type {architecture!r}; only llama and qwen2 can be "
            "exported."
        )
    weights = _weight_files(model_dir)
    partial = out.with_name(f"{out.name}.partial")
    out.parent.mkdir(parents=True, exist_ok=True)
    writer = gguf.GGUFWriter(partial, architecture)
    try:
        _write_shape(writer, config, architecture, model_dir)
        write_vocabulary(writer, read_vocabulary(model_dir, config))
        _write_identity(writer, model_dir, weights)
        large, file_type = _FILE_TYPES[quant]
        writer.add_file_type(file_type)
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
        for name, values in _tensors(weights, config, architecture):
            kind = _storage(name, values, large)
            # An explicit copy: the source is a view of the mapped file.
            stored = gguf.quantize(np.array(values, dtype=np.float32), kind)
            writer.add_tensor(name, stored, raw_dtype=kind)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        partial.replace(out)
    finally:
        writer.close()
        partial.unlink(missing_ok=True)


def _weight_files(model_dir: Path) -> list[Path]:
    single = model_dir / "model.safetensors"
    index = model_dir / "model.safetensors.index.json"
    if single.exists():
        return [single]
    if index.exists():
        return [model_dir / name for name in sorted(set(read_json(index)["weight_map"].values()))]
    raise ModelError(f"{model_dir} holds no model.safetensors; save the model in that format.")


def _write_shape(
    writer: gguf.GGUFWriter, config: Mapping[str, Any], architecture: str, model_dir: Path
) -> None:
    """Write the hyperparameters under the names that transformers' config has for them."""
    heads, hidden = int(config["num_attention_heads"]), int(config["hidden_size"])
    head_dim = int(config.get("head_dim") or hidden // heads)
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    kind = rope.get("rope_type", rope.get("type", "default"))
    if kind != "default" or config.get("use_sliding_window"):
        raise ModelError(
            f"{model_dir} uses {kind} rotary scaling or a sliding window, which the export does "
            "not write; convert it with llama.cpp's own tools."
        )
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(hidden)
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(heads)
    writer.add_head_count_kv(_kv_heads(config))
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_freq_base(float(rope.get("rope_theta") or config.get("rope_theta") or 10000.0))
    writer.add_rope_dimension_count(head_dim)
    writer.add_vocab_size(config["vocab_size"])
    if head_dim * heads != hidden:
        writer.add_key_length(head_dim)
        writer.add_value_length(head_dim)


def _write_identity(writer: gguf.GGUFWriter, model_dir: Path, weights: list[Path]) -> None:
    """Write what an adapter is checked against; a foreign model has a name only."""
    path = model_dir / "tagwright.json"
    if not path.exists():
        writer.add_name(model_dir.resolve().name)
        return
    identity = read_json(path)
    writer.add_name(identity["name"])
    writer.add_string("tagwright.codec", identity["codec"])
    writer.add_uint32("tagwright.prompt_version", identity["prompt_version"])
    digest = hashlib.sha256()
    for file in weights:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    writer.add_string("tagwright.base_sha256", digest.hexdigest())


def _tensors(
    weights: list[Path], config: Mapping[str, Any], architecture: str
) -> Iterator[tuple[str, Array]]:
    """Yield the tensors under their GGUF names, q and k in llama.cpp's row order."""
    names = gguf.get_tensor_name_map(_ARCHITECTURES[architecture], config["num_hidden_layers"])
    tied = bool(config.get("tie_word_embeddings", False))
    for file in weights:
        for name, values in read_tensors(file):
            if name.endswith("rotary_emb.inv_freq") or (tied and name == "lm_head.weight"):
                continue
            target = names.get_name(name, try_suffixes=(".weight", ".bias"))
            if target is None:
                raise ModelError(f"{file} holds the tensor {name}, which {architecture} has not.")
            if architecture == "llama" and ".q_proj." in name:
                values = permute_rotary(values, int(config["num_attention_heads"]))
            elif architecture == "llama" and ".k_proj." in name:
                values = permute_rotary(values, _kv_heads(config))
            yield target, values


def _kv_heads(config: Mapping[str, Any]) -> int:
    return int(config.get("num_key_value_heads") or config["num_attention_heads"])


def _storage(name: str, values: Array, large: Type) -> Type:
    """Return the type a tensor is stored in; rows that don't fill quantization blocks stay f16."""
    if values.ndim == 1:
        return Type.F32
    if name in ("token_embd.weight", "output.weight") and large == Type.Q4_0:
        # Four bits on the embeddings of a small model cost more quality than they save in size.
        large = Type.Q8_0
    block = gguf.GGML_QUANT_SIZES[large][0]
    return large if values.shape[-1] % block == 0 else Type.F16
