"""The small part that is trained: PEFT's configuration for a recipe's method."""

from __future__ import annotations

from typing import Any

from peft import LoraConfig, PrefixTuningConfig, PromptTuningConfig

from tagwright.errors import InputError
from tagwright_training.recipe import Recipe

_LLAMA = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
_TARGETS = {
    **dict.fromkeys(("llama", "qwen2", "qwen3", "mistral", "gemma", "gemma2"), _LLAMA),
    "falcon": ("query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"),
    "gpt_neox": ("query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"),
    "phi3": ("qkv_proj", "o_proj", "gate_up_proj", "down_proj"),
    "starcoder2": ("q_proj", "k_proj", "v_proj", "o_proj", "c_fc", "c_proj"),
}
"""All linear layers but the head, as QLoRA found necessary (arXiv:2305.14314, section 4)."""


def targets(model_type: str) -> list[str] | str:
    """Return the names of an architecture's linear layers; PEFT finds those of an unknown one."""
    found = _TARGETS.get(model_type)
    return "all-linear" if found is None else list(found)


def peft_config(recipe: Recipe, model_type: str) -> Any:
    """Return the PEFT configuration. Raises ``InputError`` for settings that exclude each other."""
    if recipe.method == "lora":
        return LoraConfig(
            r=recipe.rank,
            lora_alpha=recipe.alpha,
            lora_dropout=recipe.dropout,
            target_modules=list(recipe.targets) or targets(model_type),
            use_rslora=recipe.rslora,
            use_dora=recipe.dora,
            task_type="CAUSAL_LM",
        )
    if recipe.merge:
        raise InputError(f"An adapter of method {recipe.method} can't be merged; set merge: false.")
    if recipe.method == "prompt":
        return PromptTuningConfig(num_virtual_tokens=recipe.virtual_tokens, task_type="CAUSAL_LM")
    if recipe.checkpointing:
        raise InputError(
            "Prefix tuning keeps what checkpointing throws away; set checkpointing: false."
        )
    return PrefixTuningConfig(num_virtual_tokens=recipe.virtual_tokens, task_type="CAUSAL_LM")
