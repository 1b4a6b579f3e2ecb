"""A run's ``log.jsonl``: losses, and what the run costs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from transformers import TrainerCallback

from tagwright_training.files import replace_file

_KEPT = ("loss", "eval_loss", "learning_rate", "grad_norm")


class RunLog(TrainerCallback):  # type: ignore[misc]  # transformers has no types here
    """Appends an object a logging step.

    Keys, where they apply: step, epoch, loss, eval_loss, learning_rate, grad_norm; tokens (seen so
    far), tokens_per_second (of training alone, without evaluations), peak_memory_mb, seconds.
    say: gets a line for the user.
    """

    def __init__(self, path: Path, say: Callable[[str], None]) -> None:
        self.path = path
        self.say = say
        self.entries: list[dict[str, Any]] = []
        self._started = self._step_started = time.perf_counter()
        self._busy = 0.0
        self._earlier_seconds = 0.0
        self._earlier_tokens = self._last_tokens = 0

    def on_train_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """Drop what a killed run has logged after its last checkpoint: it is done again."""
        if state.is_world_process_zero and self.path.is_file():
            lines = self.path.read_text(encoding="utf-8").splitlines()
            entries = [json.loads(line) for line in lines if line.endswith("}")]
            self.entries = [entry for entry in entries if entry["step"] <= state.global_step]
            text = "".join(json.dumps(entry) + "\n" for entry in self.entries)
            replace_file(self.path, lambda part: part.write_text(text, encoding="utf-8"))
        if self.entries:
            self._earlier_seconds = max(entry["seconds"] for entry in self.entries)
            self._earlier_tokens = max(entry.get("tokens", 0) for entry in self.entries)
            self._last_tokens = self._earlier_tokens
        self._started = time.perf_counter()

    def on_step_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """Start the clock of the training itself."""
        self._step_started = time.perf_counter()

    def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """Stop it: evaluating and saving is not training."""
        self._busy += time.perf_counter() - self._step_started

    def on_log(
        self, args: Any, state: Any, control: Any, logs: dict[str, Any], **kwargs: Any
    ) -> None:
        """Write what the trainer reports."""
        if not state.is_world_process_zero or not {"loss", "eval_loss"} & set(logs):
            return
        entry: dict[str, Any] = {"step": state.global_step, "epoch": round(state.epoch or 0, 4)}
        entry |= {key: float(logs[key]) for key in _KEPT if key in logs}
        if "loss" in logs and "num_tokens" in logs:
            entry["tokens"] = self._earlier_tokens + int(logs["num_tokens"])
            if self._busy:
                rate = (entry["tokens"] - self._last_tokens) / self._busy
                entry["tokens_per_second"] = round(rate, 1)
            self._last_tokens, self._busy = entry["tokens"], 0.0
        entry["peak_memory_mb"] = round(peak_memory_mb(), 1)
        entry["seconds"] = round(self._earlier_seconds + time.perf_counter() - self._started, 2)
        self.entries.append(entry)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
        shown = "held-out loss" if "eval_loss" in logs else "loss"
        loss = entry.get("eval_loss", entry.get("loss"))
        speed = (
            f", {entry['tokens_per_second']:.0f} tokens/s" if "tokens_per_second" in entry else ""
        )
        self.say(f"Step {state.global_step} of {state.max_steps}: {shown} {loss:.4f}{speed}")

    def cost(self) -> dict[str, Any]:
        """Return seconds, peak_memory_mb and tokens_per_second (median) of the whole run."""
        speeds = sorted(e["tokens_per_second"] for e in self.entries if "tokens_per_second" in e)
        return {
            "seconds": max((entry["seconds"] for entry in self.entries), default=0.0),
            "peak_memory_mb": round(
                max([peak_memory_mb(), *(entry["peak_memory_mb"] for entry in self.entries)]), 1
            ),
            "tokens_per_second": speeds[len(speeds) // 2] if speeds else 0.0,
        }


def peak_memory_mb() -> float:
    """Return the most memory used so far, in 2**20 bytes: the GPU's, or the process's on a CPU."""
    if torch.cuda.is_available():
        return torch.cuda.max_memory_allocated() / 2**20
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 2**20
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak) / (2**20 if sys.platform == "darwin" else 2**10)
