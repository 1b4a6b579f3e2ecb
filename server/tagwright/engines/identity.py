"""What Tagwright's own models and adapters say about themselves, and whether the two fit.

``tagwright.json`` lies in model directories (``name``, ``codec``, ``prompt_version``, and
``sha256`` of the full weights where they are quantized) and in adapter directories (``base`` with
``name``, ``revision`` and ``sha256``, ``codec``, ``prompt_version``); GGUF files carry the same as
metadata. Foreign models and adapters have none of it: of a directory in the hub's cache, name and
revision are known by its path, and of any with full weights the digest can be taken.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tagwright.errors import AdapterMismatch, ModelError
from tagwright.prompt import PROMPT_VERSION

CONFIG = "adapter_config.json"
WEIGHTS = "adapter_model.safetensors"
IDENTITY = "tagwright.json"
_PICKLE = "adapter_model.bin"


@dataclass(frozen=True)
class BaseIdentity:
    """A base model, as adapters know it.

    codec: ``"none"`` for ordinary models. sha256: returns the digest of the weights, None where it
    is not known; called only for an adapter that names one, as it may read gigabytes. revision:
    commit at the hub, ``""`` for other models.
    """

    name: str
    codec: str
    sha256: Callable[[], str | None]
    revision: str = ""


def directory_identity(folder: Path) -> BaseIdentity:
    """Return the identity of a Hugging Face model directory.

    Raises ``ModelError`` for another prompt version or a ``tagwright.json`` that can't be read.
    """
    name, revision = _hub_name(folder)
    if not (folder / IDENTITY).exists():
        # The weights of a quantized model are others than those that adapters name.
        config = read_json(folder / "config.json") if (folder / "config.json").exists() else {}
        quantized = "quantization_config" in config
        return BaseIdentity(
            name, "none", lambda: None if quantized else _weights_sha256(folder), revision
        )
    identity = read_json(folder / IDENTITY)
    check_prompt_version(folder, identity.get("prompt_version"))
    return BaseIdentity(
        str(identity.get("name", name)),
        str(identity.get("codec", "none")),
        lambda: str(identity.get("sha256") or _weights_sha256(folder)),
        revision,
    )


def _hub_name(folder: Path) -> tuple[str, str]:
    """Return id and revision of a model in the hub's cache, else the directory's name and ``""``.

    The cache's layout is ``models--ORG--NAME/snapshots/REVISION``.
    """
    path = folder.absolute()
    cached = path.parent.parent.name
    if path.parent.name == "snapshots" and cached.startswith("models--"):
        return cached.removeprefix("models--").replace("--", "/"), path.name
    return path.resolve().name, ""


def check_prompt_version(model: Path, version: object) -> None:
    """Raise ``ModelError`` for a base model of another prompt version; None is a foreign model."""
    if version not in (None, PROMPT_VERSION):
        raise ModelError(
            f"The model {model} was trained for prompt version {version}, this Tagwright "
            f"writes version {PROMPT_VERSION}; update Tagwright or choose another model."
        )


def check_adapter(adapter: Path, base: BaseIdentity) -> str:
    """Return the adapter's answer codec after comparing it with the base model it is loaded on.

    Raises ``AdapterMismatch`` if it was trained for other weights, another prompt version or
    another codec than the base's, and ``ModelError`` if the directory holds no adapter. What one
    of the two doesn't say (foreign models and adapters) is not compared; shapes are, on loading.
    """
    if not adapter.is_dir() or not (adapter / CONFIG).exists():
        raise ModelError(
            f"{adapter} is not an adapter directory: it must hold {CONFIG} and {WEIGHTS}."
        )
    if not (adapter / WEIGHTS).exists() and (adapter / _PICKLE).exists():
        raise ModelError(
            f"{adapter} holds its weights as a pickle ({_PICKLE}), which can run any program when "
            f"it is loaded; have it saved again as {WEIGHTS}."
        )
    if not (adapter / IDENTITY).exists():
        return base.codec
    identity = read_json(adapter / IDENTITY)
    trained_on = identity.get("base")
    _check_base(adapter, trained_on if isinstance(trained_on, dict) else {}, base)
    if identity.get("prompt_version", PROMPT_VERSION) != PROMPT_VERSION:
        raise AdapterMismatch(
            f"The adapter {adapter} was trained for prompt version {identity['prompt_version']}, "
            f"this Tagwright writes version {PROMPT_VERSION}; train it again or choose another."
        )
    codec = str(identity.get("codec", base.codec))
    if codec != base.codec:
        raise AdapterMismatch(
            f"The adapter {adapter} was trained with the answer codec {codec!r}, the base model "
            f"{base.name!r} has {base.codec!r}; choose the adapter that belongs to this model."
        )
    return codec


def _check_base(adapter: Path, trained_on: dict[str, Any], base: BaseIdentity) -> None:
    """Raise ``AdapterMismatch`` unless the adapter's base is this one, as far as it is known."""
    name, revision = trained_on.get("name"), trained_on.get("revision")
    if base.revision and (name, revision) == (base.name, base.revision):
        return
    if "sha256" not in trained_on or base.sha256() in (None, trained_on["sha256"]):
        return
    if name not in (None, base.name):
        other = f"the base model {name!r}"
    elif revision and base.revision:
        other = f"revision {revision} of its base model"
    else:
        other = "another base model"
    has = f" in revision {base.revision}" if revision and base.revision else ""
    raise AdapterMismatch(
        f"The adapter {adapter} was trained for {other}, not for {base.name!r}{has}; choose "
        "the adapter that belongs to this model, or none."
    )


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in a model's or adapter's file. Raises ``ModelError``."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{path} can't be read as JSON; save or copy the {_what(path)} again."
        ) from error
    if not isinstance(value, dict):
        raise ModelError(f"{path} holds no JSON object; save or copy the {_what(path)} again.")
    return value


def _what(path: Path) -> str:
    return "adapter" if (path.parent / CONFIG).exists() else "model"


def _weights_sha256(folder: Path) -> str:
    """Return the digest of all weight files in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.safetensors")):
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
