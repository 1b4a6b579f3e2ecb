"""The header of a GGUF file: metadata and tensor shapes, without the vocabulary.

``gguf.GGUFReader`` turns every entry into arrays, which takes 9 seconds for a vocabulary of
150,000; an editor waits for this, so arrays are skipped here.
Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path

from tagwright.errors import ModelError

_STRING, _ARRAY = 8, 9
_SCALARS = {
    0: "<B",
    1: "<b",
    2: "<H",
    3: "<h",
    4: "<I",
    5: "<i",
    6: "<f",
    7: "<?",
    10: "<Q",
    11: "<q",
    12: "<d",
}

Value = str | int | float | bool


@dataclass(frozen=True)
class GgufHeader:
    """fields: scalars and strings by key. shapes: of each tensor, rows first as in numpy."""

    path: Path
    fields: dict[str, Value]
    shapes: dict[str, tuple[int, ...]]

    @property
    def architecture(self) -> str:
        return str(self.fields.get("general.architecture", ""))

    @property
    def name(self) -> str:
        return str(self.fields.get("general.name", self.path.stem))

    def number(self, key: str, default: int = 0) -> int:
        """Return a hyperparameter, ``key`` without the architecture's prefix."""
        return int(self.fields.get(f"{self.architecture}.{key}", default))


def read_header(path: Path) -> GgufHeader:
    """Read a GGUF file's header. Raises ``ModelError`` for a file that is none or is cut off."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _Cursor(data).header(path)
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise ModelError(
            f"{path} is not a GGUF model that can be read; give the path of a complete .gguf file."
        ) from error


class _Cursor:
    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._at = 0

    def header(self, path: Path) -> GgufHeader:
        magic, version, tensors, fields = self._unpack("<4sIQQ")
        if magic != b"GGUF" or version not in (2, 3):
            raise ValueError("magic or version")
        found = {}
        for _ in range(fields):
            key = self._string()
            value = self._value(self._unpack("<I")[0])
            if value is not None:
                found[key] = value
        shapes = {}
        for _ in range(tensors):
            name = self._string()
            (rank,) = self._unpack("<I")
            shapes[name] = tuple(reversed(self._unpack(f"<{rank}Q")))
            self._unpack("<IQ")
        return GgufHeader(path, found, shapes)

    def _unpack(self, form: str) -> tuple:  # type: ignore[type-arg]
        values = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return values

    def _string(self) -> str:
        (length,) = self._unpack("<Q")
        if self._at + length > len(self._data):
            raise ValueError("cut off")
        text = self._data[self._at : self._at + length]
        self._at += length
        return text.decode("utf-8")

    def _value(self, kind: int) -> Value | None:
        """Return a scalar or string; None for an array, which is skipped."""
        if kind == _STRING:
            return self._string()
        if kind != _ARRAY:
            value: Value = self._unpack(_SCALARS[kind])[0]
            return value
        item, count = self._unpack("<IQ")
        if item == _STRING:
            for _ in range(count):
                # Inlined: a vocabulary has some hundred thousand of them.
                self._at += 8 + int.from_bytes(self._data[self._at : self._at + 8], "little")
        else:
            self._at += count * struct.calcsize(_SCALARS[item])
        return None
