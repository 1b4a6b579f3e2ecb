"""A fine-tuning recipe: which base learns what from which rows, as a short YAML file."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import yaml

from tagwright.errors import InputError

RECIPES = Path(__file__).parent / "recipes"

Method = Literal["lora", "prefix", "prompt"]
Quantization = Literal["none", "nf4", "gptq"]
Schedule = Literal["cosine", "linear", "constant", "constant_with_warmup"]


@dataclass(frozen=True)
class Recipe:
    """The settings of one fine-tuning run; all but the first five have safe defaults.

    name: the file's name without its ending.
    base: hub id or model directory; ``tagwright-mini`` is the embedded model. revision: of the
    base at the hub, ``""`` for its main branch.
    data: hub id, file or directory of rows, ``""`` for the generated corpus. natural: for the
    corpus only, factor on the weight of requests written as people write them.
    batch_size: rows a step on each device, before ``accumulation``. longest: tokens of a row with
    its answer; longer rows are left out. packing: short rows share a sequence.
    steps: optimizer steps; or epochs: passes over the data. held_out: share of the rows for the
    evaluation loss where the data has no split for it. evaluations: how often a run evaluates and
    saves a checkpoint. patience: evaluations without a better loss before it stops, 0 for never.
    eval_batch_size: 0 for batch_size.
    method: LoRA (arXiv:2106.09685), prefix tuning (arXiv:2101.00190) or prompt tuning
    (arXiv:2104.08691), the latter two with ``virtual_tokens``. targets: names of the linear layers
    that get a LoRA, those of the architecture if empty. rslora: arXiv:2312.03732. dora:
    arXiv:2402.09353.
    quantization: of the frozen base: NF4 with double quantization (arXiv:2305.14314), or GPTQ
    (arXiv:2210.17323), which takes a base as it was quantized or quantizes it with ``calibration``
    rows of the data.
    warmup: share of the steps. betas: of Adam. checkpointing: compute activations again instead of
    keeping them. merge: also write the base with the adapter merged into it.
    """

    name: str
    base: str
    learning_rate: float
    batch_size: int
    longest: int
    seed: int
    revision: str = ""
    data: str = ""
    natural: float = 1.0
    steps: int = 0
    epochs: float = 0.0
    held_out: float = 0.1
    evaluations: int = 5
    patience: int = 0
    eval_batch_size: int = 0
    method: Method = "lora"
    rank: int = 16
    alpha: int = 32
    dropout: float = 0.0
    rslora: bool = False
    dora: bool = False
    targets: tuple[str, ...] = ()
    virtual_tokens: int = 20
    quantization: Quantization = "nf4"
    calibration: int = 128
    accumulation: int = 1
    schedule: Schedule = "cosine"
    warmup: float = 0.03
    betas: tuple[float, ...] = (0.9, 0.999)
    completion_only: bool = True
    packing: bool = False
    checkpointing: bool = False
    merge: bool = False

    @classmethod
    def read(cls, name_or_path: str | Path) -> Recipe:
        """Read a recipe that comes with the package by its name, or any by its path.

        Raises ``InputError`` with the key that is missing, unknown or of the wrong type.
        """
        path = find(name_or_path)
        try:
            given = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            reason = " ".join(str(error).split())
            raise InputError(f"The recipe {path} can't be read as YAML: {reason}") from error
        if not isinstance(given, dict):
            raise InputError(f"The recipe {path} must hold keys and values such as 'base: ID'.")
        return cls(**_checked(path, given))


def find(name_or_path: str | Path) -> Path:
    """Return a recipe's file. Raises ``InputError`` with the names that there are."""
    path = Path(name_or_path)
    own = RECIPES / f"{name_or_path}.yaml"
    if path.suffix in (".yaml", ".yml", ".json") or path.is_file():
        if not path.is_file():
            raise InputError(f"There is no recipe file {path}.")
        return path
    if own.is_file():
        return own
    raise InputError(
        f"There is no recipe {str(name_or_path)!r}: give the path of a YAML file, or one of "
        f"{', '.join(names())}."
    )


def names() -> list[str]:
    """The fine-tuning recipes that come with the package (others train a base from scratch)."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in RECIPES.glob("*.yaml")}
    return sorted(name for name, text in files.items() if "\nbase: " in "\n" + text)


def _checked(path: Path, given: dict[object, Any]) -> dict[str, Any]:
    known = {field.name: field for field in fields(Recipe)}
    given = {"name": path.stem, **given}
    for key in given:
        if key not in known:
            raise InputError(
                f"The recipe {path} has the unknown key {key!r}; known are {', '.join(known)}."
            )
    for key, field in known.items():
        if field.default is MISSING and key not in given:
            raise InputError(f"The recipe {path} lacks the key {key!r}.")
    types = get_type_hints(Recipe)
    checked: dict[str, Any] = {}
    for key, value in given.items():
        try:
            checked[str(key)] = _typed(types[str(key)], value)
        except ValueError as error:
            raise InputError(f"In the recipe {path}, {key} must be {error}.") from error
    _check_ranges(path, checked)
    return checked


def _typed(wanted: Any, value: Any) -> Any:
    """Return ``value`` as ``wanted``; raises ``ValueError`` naming what it has to be."""
    if get_origin(wanted) is Literal:
        if value not in get_args(wanted):
            raise ValueError(f"one of {', '.join(get_args(wanted))}, not {value!r}")
        return value
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise ValueError(f"a list, not {value!r}")
        return tuple(_typed(get_args(wanted)[0], item) for item in value)
    if wanted is float and not isinstance(value, bool):
        try:
            return float(value)  # YAML 1.1 reads 2e-4, without a point, as text
        except (TypeError, ValueError):
            raise ValueError(f"a number, not {value!r}") from None
    # bool is a kind of int, but no number of steps
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        kind = {int: "a whole number", str: "text", bool: "true or false"}.get(wanted, "a number")
        raise ValueError(f"{kind}, not {value!r}")
    return value


_POSITIVE = ("learning_rate", "batch_size", "longest", "rank", "alpha", "virtual_tokens")
_POSITIVE_TOO = ("evaluations", "calibration", "accumulation")
_SHARES = ("held_out", "dropout", "warmup")


def _check_ranges(path: Path, recipe: dict[str, Any]) -> None:
    for key in (*_POSITIVE, *_POSITIVE_TOO):
        if key in recipe and recipe[key] <= 0:
            raise InputError(f"In the recipe {path}, {key} must be more than 0.")
    for key in _SHARES:
        if key in recipe and not 0 <= recipe[key] < 1:
            raise InputError(f"In the recipe {path}, {key} must be from 0 to less than 1.")
    if len(recipe.get("betas", (0, 0))) != 2:
        raise InputError(f"In the recipe {path}, betas must be two numbers, such as [0.9, 0.999].")
    if recipe.get("steps") and recipe.get("epochs"):
        raise InputError(f"The recipe {path} has both steps and epochs: keep one of them.")
