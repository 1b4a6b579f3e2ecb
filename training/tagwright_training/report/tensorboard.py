"""A run's log as event files that TensorBoard opens."""

from __future__ import annotations

from pathlib import Path

from tagwright.errors import InputError
from tagwright_training.report.run import Run

_GROUPS = {
    "loss": "loss/train",
    "eval_loss": "loss/held-out",
    "tokens_per_second": "cost/tokens_per_second",
    "peak_memory_mb": "cost/peak_memory_mb",
}


def write_events(run: Run, out: Path) -> int:
    """Write every number of the log; returns how many. An older file there is replaced.

    Raises ``InputError`` where there is nothing to write, or the package tensorboard is missing.
    """
    if not run.log:
        raise InputError(
            f"{run.folder / 'log.jsonl'} holds no steps; there are no events to write."
        )
    try:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.summary.writer.event_file_writer import EventFileWriter
    except ImportError:
        raise InputError(
            "Event files need the package tensorboard: pip install 'tagwright[tensorboard]'."
        ) from None
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("events.out.tfevents.*.tagwright"):
        old.unlink()
    # The log counts seconds from the start of the run, TensorBoard from 1970.
    ended = (run.folder / "log.jsonl").stat().st_mtime
    started = ended - max(entry.get("seconds", 0.0) for entry in run.log)
    writer = EventFileWriter(str(out), filename_suffix=".tagwright")
    count = 0
    for entry in run.log:
        values = [
            Summary.Value(tag=_GROUPS.get(key, key), simple_value=value)
            for key, value in entry.items()
            if key not in ("step", "seconds")
        ]
        time = started + entry.get("seconds", 0.0)
        event = Event(wall_time=time, step=int(entry["step"]), summary=Summary(value=values))
        writer.add_event(event)
        count += len(values)
    writer.close()
    return count
