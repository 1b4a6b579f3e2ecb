"""The mean of two models of which one was trained on from the other.

Method: model soups (Wortsman et al. 2022, arXiv:2203.05482). What a run forgot of the model that it
began with comes back, and most of what it learned stays.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from safetensors.torch import load_file, save_file

from tagwright.errors import InputError

_WEIGHTS = "model.safetensors"


def average(before: Path, after: Path, out: Path, share: float) -> None:
    """Write a model into ``out``: ``share`` (0..1) of the weights of ``after``, else ``before``.

    All other files are those of ``after``. Raises ``InputError`` for a directory without a model
    in one file, models of different shapes, a share out of bounds, or an ``out`` that exists.
    """
    if not 0 <= share <= 1:
        raise InputError(f"The share is {share}; it must be from 0 to 1.")
    for folder in (before, after):
        if not (folder / _WEIGHTS).is_file():
            raise InputError(f"There is no {_WEIGHTS} in {folder}; give the directory of a model.")
    if out.exists():
        raise InputError(f"{out} exists already; choose another directory for the result.")
    old, new = load_file(before / _WEIGHTS), load_file(after / _WEIGHTS)
    if {k: v.shape for k, v in old.items()} != {k: v.shape for k, v in new.items()}:
        raise InputError(f"{before} and {after} are shaped differently; give two of one recipe.")
    mean = {
        name: ((1 - share) * old[name].float() + share * new[name].float()).to(new[name].dtype)
        for name in new
    }
    shutil.copytree(after, out, ignore=shutil.ignore_patterns(_WEIGHTS))
    save_file(mean, out / _WEIGHTS, metadata={"format": "pt"})
