"""The processors of a run: threads, FSDP over several processes, and running out of memory."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import torch
from accelerate import DistributedType, PartialState
from accelerate.utils import parse_flag_from_env

from tagwright.engines.llamacpp import thread_count
from tagwright.errors import ModelError
from tagwright_training.recipe import Recipe


def processes() -> PartialState:
    """Join the processes that ``accelerate launch`` has started, or be the only one."""
    cuda = torch.cuda.is_available()
    if not cuda:
        # Two threads on two cores, another process busy: 15 tokens a second; one thread: 300.
        torch.set_num_threads(min(torch.get_num_threads(), thread_count()))
    state = PartialState(cpu=not cuda)
    if is_sharded() and state.distributed_type == DistributedType.MULTI_CPU:
        # accelerate asks for FSDP on GPUs only and ignores it elsewhere, but PyTorch's works with
        # gloo too. Its next look at this makes it FSDP; the device stays the CPU.
        state._shared_state["distributed_type"] = DistributedType.MULTI_GPU
    return state


def is_sharded() -> bool:
    """Whether FSDP spreads the weights over the processes."""
    return bool(parse_flag_from_env("ACCELERATE_USE_FSDP"))


@contextlib.contextmanager
def out_of_memory(recipe: Recipe, out: Path) -> Iterator[None]:
    """Turn each library's way of running out of memory into one ``ModelError``."""
    try:
        yield
    except (torch.OutOfMemoryError, MemoryError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and not _is_about_memory(error):
            raise
        raise ModelError(
            f"There is not enough memory for batches of {recipe.batch_size} rows: lower "
            "batch_size and raise accumulation, set checkpointing: true, or lower longest or the "
            f"adapter's size; checkpoints in {out} are kept, and the same command goes on from "
            "them."
        ) from error


def _is_about_memory(error: RuntimeError) -> bool:
    return isinstance(error, torch.OutOfMemoryError) or "allocate memory" in str(error)
