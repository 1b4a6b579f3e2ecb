"""What a run leaves behind, each file written aside and moved: a crash damages nothing."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from tagwright.engines.identity import CONFIG, IDENTITY, WEIGHTS
from tagwright.errors import InputError
from tagwright.prompt import PROMPT_VERSION
from tagwright_training.bases import Base
from tagwright_training.files import replace_file
from tagwright_training.recipe import Recipe

RUN = "run.json"
ADAPTER = "adapter"

_PACKAGES = ("tagwright", "torch", "transformers", "peft", "trl", "accelerate", "bitsandbytes")
_MAY_CHANGE = ("name", "steps", "epochs", "evaluations", "patience", "eval_batch_size", "merge")
"""Settings that a run may be continued with."""


def versions() -> dict[str, str]:
    """The versions of the packages that decide what comes out."""
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def writable(out: Path) -> Path:
    """Return the run's directory, made if need be. Raises ``InputError`` if it can't be used."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        # A name of its own: under `accelerate launch` every process tries at the same time.
        TemporaryFile(dir=out).close()
    except OSError as error:
        raise InputError(
            f"{out} can't be written to ({error.strerror}): give another directory with --out."
        ) from error
    return out


def last_checkpoint(out: Path, recipe: Recipe, data: str) -> Path | None:
    """Return the last complete checkpoint of an earlier run of the same recipe and data.

    What was not finished when the run was killed is removed. Raises ``InputError`` if the
    directory holds another run.
    """
    found = list(out.glob("checkpoint-*"))
    if not found:
        return None
    _check_same(out, recipe, data)
    for path in sorted(found, key=step_of, reverse=True):
        if _complete(path):
            return path
        shutil.rmtree(path)
    return None


def step_of(checkpoint: Path) -> int:
    """The number of optimizer steps that a checkpoint was saved after."""
    return int(checkpoint.name.rpartition("-")[2])


def _complete(checkpoint: Path) -> bool:
    try:  # the trainer writes its state last
        json.loads((checkpoint / "trainer_state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True


def _check_same(out: Path, recipe: Recipe, data: str) -> None:
    try:
        earlier = json.loads((out / RUN).read_text(encoding="utf-8"))
        there, source = earlier["recipe"], earlier["data"]["sha256"]
    except (OSError, ValueError, KeyError, TypeError):
        there, source = {}, ""
    now = json.loads(json.dumps(asdict(recipe)))
    changed = [key for key in now if key not in _MAY_CHANGE and now[key] != there.get(key)]
    changed += ["the data"] * (source != data)
    if changed:
        raise InputError(
            f"{out} holds a run of another recipe ({', '.join(changed)}): give another directory "
            "with --out, or delete it."
        )


def is_done(out: Path, recipe: Recipe) -> bool:
    """Whether a run of the same recipe has ended here."""
    try:
        earlier = json.loads((out / RUN).read_text(encoding="utf-8"))
        there, status = earlier["recipe"], earlier["status"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    now = {**json.loads(json.dumps(asdict(recipe))), "name": there.get("name")}
    return status == "done" and there == now and (out / ADAPTER / WEIGHTS).is_file()


class RunRecord:
    """``run.json``: what was run and what it cost; the reports and the model card read it."""

    def __init__(self, path: Path, recipe: Recipe, base: Base, data: dict[str, Any]) -> None:
        self.path = path
        self.content: dict[str, Any] = {
            "status": "running",
            "recipe": asdict(recipe),
            "base": {"name": base.name, "revision": base.revision},
            "prompt_version": PROMPT_VERSION,
            "codec": base.codec,
            "data": data,
            "seed": recipe.seed,
            "versions": versions(),
            "steps": 0,
        }
        architectures = base.config.get("architectures")
        if architectures:
            self.content["base"]["architecture"] = architectures[0]

    def update(self, **values: Any) -> None:
        """Add what has become known, and write the file."""
        self.content |= values
        text = json.dumps(self.content, indent=2) + "\n"
        replace_file(self.path, lambda part: part.write_text(text, encoding="utf-8"))


def finish_adapter(saved: Path, base: Base, record: dict[str, Any], out: Path) -> None:
    """Turn what PEFT has saved into ``out/adapter``, replacing an older one in one step."""
    for path in saved.iterdir():  # the trainer's pickles and PEFT's empty card
        if path.name not in (CONFIG, WEIGHTS):
            path.unlink()
    _name_base(saved / CONFIG, base)
    identity = {"prompt_version": PROMPT_VERSION, "codec": base.codec, **record}
    (saved / IDENTITY).write_text(json.dumps(identity, indent=2) + "\n", encoding="utf-8")
    before = out / (ADAPTER + ".before")
    shutil.rmtree(before, ignore_errors=True)
    if (out / ADAPTER).exists():
        (out / ADAPTER).rename(before)
    saved.rename(out / ADAPTER)
    shutil.rmtree(before, ignore_errors=True)


def _name_base(path: Path, base: Base) -> None:
    """Record the base's name, not a path of the machine that it was trained on.

    Done after saving: PEFT looks a name that is no path up on the hub.
    """
    config = json.loads(path.read_text(encoding="utf-8"))
    config["base_model_name_or_path"] = base.name
    config["revision"] = base.revision or None
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
