"""Whether a recipe fits a GPU, what to change if not, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tagwright_training.plan.costs import Costs
from tagwright_training.recipe import Recipe

_CHANGES: tuple[tuple[str, Callable[[Recipe], Recipe]], ...] = (
    ("set checkpointing: true", lambda r: replace(r, checkpointing=r.method != "prefix")),
    (
        "lower batch_size to 1 and raise accumulation",
        lambda r: replace(r, batch_size=1, accumulation=r.accumulation * r.batch_size),
    ),
    (
        "set quantization: nf4",
        lambda r: replace(r, quantization="nf4") if r.quantization == "none" else r,
    ),
    ("lower longest to 512", lambda r: replace(r, longest=min(r.longest, 512))),
    ("lower rank to 8", lambda r: replace(r, rank=min(r.rank, 8))),
)
"""From what costs nothing but time to what costs quality."""


def verdict(recipe: Recipe, memory: float, cost: Callable[[Recipe], Costs]) -> str:
    """Say whether the recipe fits into ``memory`` bytes, or which changes make it fit."""
    size = f"{memory / 2**30:g} GB"
    total = cost(recipe).total
    if total <= memory:
        return f"It fits into {size}, with {(memory - total) / 2**30:.1f} GB left."
    changes = []
    for what, change in _CHANGES:
        changed = change(recipe)
        if changed == recipe:
            continue
        recipe = changed
        changes.append(what)
        if cost(recipe).total <= memory:
            return f"It does not fit into {size}: {'; '.join(changes)}."
    need = cost(recipe).total / 2**30
    return (
        f"It does not fit into {size} whatever is changed ({need:.1f} GB at least): take a smaller "
        "base, or more devices with accelerate launch and FSDP."
    )


def tokens(recipe: Recipe, rows: int, row_tokens: int) -> int:
    """Return how many tokens the run reads; ``rows`` is for a recipe that gives epochs."""
    if recipe.steps:
        rows = recipe.steps * recipe.batch_size * recipe.accumulation
        return rows * row_tokens
    return round((recipe.epochs or 1) * rows * row_tokens)
