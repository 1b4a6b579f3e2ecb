"""The sizes of a base model that decide what training it costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tagwright.engines.identity import read_json
from tagwright.errors import ModelError
from tagwright.models import embedded
from tagwright_training.bases import EMBEDDED

_LLAMA_7B = {
    "model_type": "llama",
    "vocab_size": 32000,
    "hidden_size": 4096,
    "intermediate_size": 11008,
    "num_hidden_layers": 32,
    "num_attention_heads": 32,
}
_KNOWN: dict[str, dict[str, Any]] = {
    "tiiuae/falcon-7b": {
        "model_type": "falcon",
        "vocab_size": 65024,
        "hidden_size": 4544,
        "num_hidden_layers": 32,
        "num_attention_heads": 71,
        "multi_query": True,
        "parallel_attn": True,
        "bias": False,
    },
    "meta-llama/Llama-2-7b-hf": _LLAMA_7B,
    "meta-llama/Llama-2-7b-chat-hf": _LLAMA_7B,
    "TheBloke/Llama-2-7B-Chat-GPTQ": _LLAMA_7B,
    "codellama/CodeLlama-7b-Instruct-hf": {**_LLAMA_7B, "vocab_size": 32016},
    "Qwen/Qwen2.5-Coder-1.5B-Instruct": {
        "model_type": "qwen2",
        "vocab_size": 151936,
        "hidden_size": 1536,
        "intermediate_size": 8960,
        "num_hidden_layers": 28,
        "num_attention_heads": 12,
        "num_key_value_heads": 2,
        "tie_word_embeddings": True,
    },
}
"""From the config.json of each, so that the recipes can be planned without the hub."""


@dataclass(frozen=True)
class Shape:
    """A transformer without its weights.

    linears: (name, inputs, outputs) of the linear layers of all blocks. other: parameters outside
    of those: embeddings, head, norms, biases. inner: width of the feed-forward layer.
    """

    hidden: int
    inner: int
    layers: int
    heads: int
    kv_width: int
    vocabulary: int
    gated: bool
    linears: tuple[tuple[str, int, int], ...]
    other: int

    @property
    def linear_parameters(self) -> int:
        return sum(inputs * outputs for _, inputs, outputs in self.linears)

    @property
    def parameters(self) -> int:
        return self.linear_parameters + self.other


def config_of(base: str) -> Mapping[str, Any]:
    """Return a base's architecture: of a directory, a recipe's hub id, or the hub's cache here.

    Needs no network. Raises ``ModelError`` for a base of which nothing is known on this machine.
    """
    path = embedded("base").base if base == EMBEDDED else Path(base).expanduser()
    if path.is_dir():
        return read_json(path / "config.json")
    if base in _KNOWN:
        return _KNOWN[base]
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(base, "config.json") if base.count("/") == 1 else None
    if isinstance(found, str):
        return read_json(Path(found))
    raise ModelError(
        f"The sizes of {base} are not known on this machine: give a model directory, or fetch its "
        f"config.json with: hf download {base} config.json"
    )


def shape_of(config: Mapping[str, Any]) -> Shape:
    """Build the architecture on torch's meta device, where it takes no memory, and measure it.

    Raises ``ModelError`` for one that transformers does not know.
    """
    import torch
    from accelerate import init_empty_weights
    from transformers import AutoConfig, AutoModelForCausalLM

    settings = {key: value for key, value in config.items() if key != "quantization_config"}
    kind = str(settings.pop("model_type", ""))
    try:
        full = AutoConfig.for_model(kind, **settings)
        with init_empty_weights():
            model = AutoModelForCausalLM.from_config(full)
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"transformers knows no models of type {kind!r}; update it.") from error
    model.tie_weights()
    head = model.get_output_embeddings()
    linears = tuple(
        (name.rpartition(".")[2], module.in_features, module.out_features)
        for name, module in model.named_modules()
        if isinstance(module, torch.nn.Linear) and module is not head
    )
    inner = max(outputs for _, _, outputs in linears)
    if hasattr(full, "intermediate_size"):
        inner = int(full.intermediate_size)
    kv_heads = 1 if getattr(full, "multi_query", False) else full.num_attention_heads
    kv_heads = getattr(full, "num_key_value_heads", None) or kv_heads
    head_width = getattr(full, "head_dim", None) or full.hidden_size // full.num_attention_heads
    return Shape(
        hidden=full.hidden_size,
        inner=inner,
        layers=full.num_hidden_layers,
        heads=full.num_attention_heads,
        kv_width=kv_heads * head_width,
        vocabulary=full.vocab_size,
        gated=any(name == "gate_proj" for name, _, _ in linears),
        linears=linears,
        other=model.num_parameters() - sum(a * b for _, a, b in linears),
    )
