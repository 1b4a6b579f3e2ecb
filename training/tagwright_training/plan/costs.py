"""Memory and time of a fine-tuning run, part by part, in bytes and floating-point operations.

Activations follow Korthikanti et al. 2022 (arXiv:2205.05198, section 4), without the square of the
length, which attention in tiles (sdpa) does not keep; NF4's 4.127 bits a parameter are those of
QLoRA with double quantization (arXiv:2305.14314, section 3). Training takes 2 operations a
parameter and token forwards, 2 backwards through the frozen weights, as much again forwards where
activations are computed anew (arXiv:2001.08361, section 2.1).
"""

from __future__ import annotations

from dataclasses import dataclass

from tagwright_training.finetune_methods import targets
from tagwright_training.plan.shape import Shape
from tagwright_training.recipe import Recipe

_BITS = {"none": 32.0, "nf4": 4.127, "gptq": 4.5}
_RESERVE = 0.6e9
"""CUDA's own, and what fragmentation costs."""


@dataclass(frozen=True)
class Costs:
    """parts: bytes by what they are for. flops: of a token, forwards and backwards."""

    parts: dict[str, float]
    trained: int
    flops: float

    @property
    def total(self) -> float:
        """Bytes at the peak."""
        return sum(self.parts.values())


def costs(recipe: Recipe, shape: Shape, model_type: str, *, gpu: bool) -> Costs:
    """Return what a step takes on one device at most: every row as long as the recipe allows.

    gpu: computing in bfloat16 with CUDA; else in float32 on the CPU, as ``finetune`` does.
    """
    width = 2 if gpu else 4
    bits = _BITS[recipe.quantization]
    if recipe.quantization == "none" and gpu:
        bits = 16.0
    # k-bit preparation keeps what is not quantized in float32
    other = width if recipe.quantization == "none" else 4
    trained = trained_parameters(recipe, shape, model_type)
    tokens = recipe.batch_size * recipe.longest
    parts = {
        "frozen weights": shape.linear_parameters * bits / 8 + shape.other * other,
        "adapter": trained * 4.0,
        "gradients": trained * 4.0,
        "optimizer (Adam)": trained * 8.0,
        "activations": float(tokens * _activations(recipe, shape, width)),
        # as computed, in float32 for the loss, and their gradient
        "logits": tokens * shape.vocabulary * (width + 8.0),
    }
    if gpu:
        parts["CUDA and fragmentation"] = _RESERVE
    passes = 6 if recipe.checkpointing else 4
    matrices = shape.linear_parameters + shape.hidden * shape.vocabulary
    attention = 2 * shape.layers * shape.hidden * recipe.longest
    flops = passes * (matrices + attention) + 6.0 * trained
    return Costs(parts, trained, flops)


def trained_parameters(recipe: Recipe, shape: Shape, model_type: str) -> int:
    """Return how many parameters the recipe's method trains."""
    if recipe.method == "prompt":
        return recipe.virtual_tokens * shape.hidden
    if recipe.method == "prefix":
        return recipe.virtual_tokens * shape.layers * 2 * shape.kv_width
    names = list(recipe.targets) or targets(model_type)
    chosen = [
        (inputs, outputs)
        for name, inputs, outputs in shape.linears
        if names == "all-linear" or name in names
    ]
    count = sum(recipe.rank * (inputs + outputs) for inputs, outputs in chosen)
    return count + (sum(outputs for _, outputs in chosen) if recipe.dora else 0)


def _activations(recipe: Recipe, shape: Shape, width: int) -> int:
    """Return the bytes a token that are kept for the backward pass."""
    h, inner, kv = shape.hidden, shape.inner, shape.kv_width
    # inputs of norms (float32) and linear layers; q, k, v and the result of attention
    block = 2 * 4 * h + width * (2 * h + 2 * h + 2 * kv + h)
    # what goes into the activation, comes out of it, is multiplied, and enters the last layer
    block += width * inner * (4 if shape.gated else 2)
    # a LoRA's dropout keeps a copy of its input
    copies = {"lora": 1}.get(recipe.method, 0) * (recipe.dropout > 0)
    block += copies * width * (4 * h + 2 * h + inner)
    if not recipe.checkpointing:
        return shape.layers * block
    return shape.layers * h * width + block
