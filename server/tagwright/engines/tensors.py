"""Safetensors files read with numpy, bfloat16 included, and the q/k row order of llama.cpp.

The ``safetensors`` package's own numpy interface refuses bfloat16, which most published models
and adapters use; the format is an 8-byte length, a JSON header and the raw bytes
(https://github.com/huggingface/safetensors#format).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tagwright.errors import ModelError

Array = npt.NDArray[Any]

_DTYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
_HEADER_LIMIT = 100_000_000


def read_tensors(path: Path) -> Iterator[tuple[str, Array]]:
    """Yield name and values of each tensor; bfloat16 comes as float32, the others as stored.

    Raises ``ModelError`` for a file that can't be read or holds types other than floats.
    """
    try:
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if not 0 < length <= _HEADER_LIMIT:
                raise ValueError("header length")
            header = json.loads(file.read(length))
        raw = np.memmap(path, dtype=np.uint8, mode="r", offset=8 + length)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{path} is not a safetensors file that can be read; copy or download it again."
        ) from error
    header.pop("__metadata__", None)
    for name, entry in header.items():
        if entry["dtype"] not in _DTYPES:
            raise ModelError(
                f"{path} holds the tensor {name} in {entry['dtype']}; save the model in float32, "
                "float16 or bfloat16."
            )
        start, end = entry["data_offsets"]
        if end > raw.size:
            raise ModelError(f"{path} is cut off; copy or download it again.")
        values = raw[start:end].view(_DTYPES[entry["dtype"]]).reshape(entry["shape"])
        yield name, _widen(values) if entry["dtype"] == "BF16" else np.asarray(values)


def permute_rotary(rows: Array, heads: int) -> Array:
    """Reorder the rows of a q or k projection for llama.cpp's ``llama`` architecture.

    rows: (heads * head_dim, ...) as in a Hugging Face checkpoint, where a head's first half pairs
    with its second half under the rotary embedding; llama.cpp pairs neighbours. Also right for
    biases and for a LoRA's B matrix, whose rows are the projection's rows. Other architectures
    (qwen2) keep the checkpoint's order.
    """
    half = rows.shape[0] // heads // 2
    return rows.reshape(heads, 2, half, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


def _widen(bits: Array) -> Array:
    """Return bfloat16 bit patterns (uint16) as float32: they are its upper half."""
    return (bits.astype(np.uint32) << 16).view(np.float32)
