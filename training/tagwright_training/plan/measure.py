"""Two steps of a recipe on this machine, to hold the plan against."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tagwright.engines.hf_model import offline
from tagwright.errors import InputError
from tagwright_training.bases import find_base, load_model
from tagwright_training.plan.costs import costs
from tagwright_training.plan.shape import Shape
from tagwright_training.recipe import Recipe

_STEPS = 2


def measure(recipe: Recipe, shape: Shape, model_type: str) -> str:
    """Train on random tokens and return planned and measured peak memory side by side.

    The peak is the GPU's, or on Linux what the process grew by. Raises ``InputError`` elsewhere.
    """
    import torch

    from tagwright_training.finetune_devices import processes

    processes()
    gpu = torch.cuda.is_available()
    planned = costs(recipe, shape, model_type, gpu=gpu)
    before = _reset_peak(gpu)
    seconds = _train(recipe, model_type, gpu)
    measured = _peak(gpu) - before
    speed = recipe.batch_size * recipe.longest / seconds
    rate = planned.flops * speed / 1e12
    off = (planned.total / measured - 1) * 100
    return (
        f"Here: planned {planned.total / 2**20:,.0f} MB, measured {measured / 2**20:,.0f} MB "
        f"({off:+.0f} %); {speed:,.0f} tokens/s, which is {rate:.3g} TFLOPS"
    )


def _train(recipe: Recipe, model_type: str, gpu: bool) -> float:
    """Return the seconds of the last step."""
    import torch
    from peft import get_peft_model

    from tagwright_training.finetune_methods import peft_config

    base = find_base(recipe.base, recipe.revision)
    with offline():
        model: Any = get_peft_model(load_model(base, recipe), peft_config(recipe, model_type))
    if recipe.checkpointing:
        model.gradient_checkpointing_enable({"use_reentrant": False})
        model.enable_input_require_grads()
    model.train()
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=1e-5)
    size = (recipe.batch_size, recipe.longest)
    ids = torch.randint(0, int(base.config["vocab_size"]), size, device=model.device)
    started = time.perf_counter()
    for _ in range(_STEPS):
        started = time.perf_counter()
        with torch.autocast("cuda", torch.bfloat16, enabled=gpu):
            loss = model(input_ids=ids, labels=ids).loss
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        if gpu:
            torch.cuda.synchronize()
    return time.perf_counter() - started


def _reset_peak(gpu: bool) -> float:
    """Forget the peak so far and return the bytes in use."""
    import torch

    if gpu:
        torch.cuda.reset_peak_memory_stats()
        return float(torch.cuda.memory_allocated())
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # see proc(5)
    except OSError as error:
        raise InputError(
            "Without a GPU, --measure works on Linux only: leave it out, or look at the "
            "peak_memory_mb of a short finetune run."
        ) from error
    return _peak(gpu)


def _peak(gpu: bool) -> float:
    import torch

    if gpu:
        return float(torch.cuda.max_memory_allocated())
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(float(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
