"""The processors of a run: threads, FSDP over several processes, running out of memory or disk."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from pathlib import Path

import torch
from accelerate import DistributedType, PartialState
from accelerate.utils import parse_flag_from_env

from tagwright.engines.llamacpp import thread_count
from tagwright.errors import InputError, ModelError
from tagwright_training.recipe import Recipe


def processes() -> PartialState:
    """Join the processes that ``accelerate launch`` has started, or be the only one."""
    cuda = torch.cuda.is_available()
    if not cuda:
        # Two threads on two cores, another process busy: 15 tokens a second; one thread: 300.
        torch.set_num_threads(min(torch.get_num_threads(), thread_count()))
    return PartialState(cpu=not cuda)


def shard_on_cpus() -> None:
    """Let FSDP, where it is asked for, work without a GPU; call before the trainer is made.

    accelerate passes the wish over on CPUs, although PyTorch's FSDP works with gloo too. Told of
    several GPUs, it makes FSDP of it; the device stays the CPU.
    """
    state = PartialState()
    if is_sharded() and state.distributed_type == DistributedType.MULTI_CPU:
        state._shared_state["distributed_type"] = DistributedType.MULTI_GPU


def is_sharded() -> bool:
    """Whether FSDP spreads the weights over the processes."""
    return bool(parse_flag_from_env("ACCELERATE_USE_FSDP"))


@contextlib.contextmanager
def told_in_a_sentence(recipe: Recipe, out: Path) -> Iterator[None]:
    """Turn running out of memory or disk, as each library says it, into an error for the user."""
    kept = f"checkpoints in {out} are kept, and the same command goes on from them."
    try:
        with warnings.catch_warnings():
            # peft still asks transformers for what has a new name there.
            old = ".(is_)?gradient_checkpointing."
            warnings.filterwarnings("ignore", message=old, category=FutureWarning)
            yield
    except OSError as error:
        raise InputError(
            f"The run can't write to {out} ({error.strerror or error}): make room, or look at its "
            f"permissions; {kept}"
        ) from error
    except (MemoryError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and not _is_about_memory(error):
            raise
        raise ModelError(
            f"There is not enough memory for batches of {recipe.batch_size} rows: lower "
            "batch_size and raise accumulation, set checkpointing: true, or lower longest or the "
            f"adapter's size; {kept}"
        ) from error


def _is_about_memory(error: RuntimeError) -> bool:
    return isinstance(error, torch.OutOfMemoryError) or "allocate memory" in str(error)
