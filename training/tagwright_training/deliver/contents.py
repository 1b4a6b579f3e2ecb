"""What of a model's or adapter's directory goes to the hub: the weights and known small texts."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from tagwright.engines.identity import CONFIG, IDENTITY, WEIGHTS, read_json
from tagwright.errors import InputError

_ADAPTER = (CONFIG, WEIGHTS, IDENTITY, "LICENSE*")
_MODEL = (
    "*.safetensors",
    "model.safetensors.index.json",
    "config.json",
    "generation_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "merges.txt",
    "chat_template.jinja",
    IDENTITY,
    "LICENSE*",
)
_HUB_TOKEN = re.compile(r"\bhf_[A-Za-z0-9]{30,}")
_VOCABULARIES = ("tokenizer.json", "vocab.json", "merges.txt", "model.safetensors.index.json")
"""Files whose random-looking strings are no secrets."""


def adapter_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files of an adapter's directory that go, and those that stay.

    Raises ``InputError`` for what must not go: links out of the directory, secrets, paths of this
    machine, and weights that are no safetensors.
    """
    _require(folder, CONFIG, WEIGHTS)
    base = str(read_json(folder / CONFIG).get("base_model_name_or_path") or "")
    if Path(base).is_absolute():
        raise InputError(
            f"{folder / CONFIG} names its base by a path of this machine ({base}): write the "
            "base's hub id there."
        )
    return _chosen(folder, _ADAPTER)


def model_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files of a model's directory that go, and those that stay; see above."""
    _require(folder, "config.json")
    if not any(folder.glob("*.safetensors")):
        raise InputError(
            f"{folder} holds no weights as safetensors; save the model in that format."
        )
    return _chosen(folder, _MODEL)


def _require(folder: Path, *names: str) -> None:
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise InputError(
            f"{folder} has no {' and no '.join(missing)}: give the directory that holds them."
        )


def _chosen(folder: Path, patterns: tuple[str, ...]) -> tuple[list[Path], list[Path]]:
    going: list[Path] = []
    staying: list[Path] = []
    for path in sorted(folder.iterdir()):
        wanted = any(fnmatch(path.name, pattern) for pattern in patterns)
        (going if wanted and path.is_file() else staying).append(path)
    for path in going:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise InputError(
                f"{path} is a link to a file outside {folder}: put a copy of what is to be "
                "published there."
            )
        if path.suffix == ".safetensors" or path.name in _VOCABULARIES:
            continue
        found = _secret(path.read_text(encoding="utf-8", errors="replace"))
        if found:
            raise InputError(f"{path} seems to hold a secret ({found}): remove it first.")
    return going, staying


def _secret(text: str) -> str:
    """Return the kind of a key or token in ``text``, known by its form; ``""`` if there is none.

    Entropy tells nothing here: the files are full of digests.
    """
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class

    if _HUB_TOKEN.search(text):
        return "Hugging Face token"
    plugins: dict[str, Any] = dict(get_mapping_from_secret_type_to_class())
    for kind, plugin in plugins.items():
        known_form = "High Entropy" not in kind and kind != "Secret Keyword"
        if known_form and any(plugin().analyze_string(text)):
            return kind
    return ""
