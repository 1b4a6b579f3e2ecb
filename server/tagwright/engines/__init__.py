"""The engines that run a model, chosen by name."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from tagwright.engines.base import Engine, ModelFiles
from tagwright.errors import ModelError, SettingsError
from tagwright.settings import Settings

ENGINES = ("auto", "llamacpp", "bitsandbytes", "openai", "scripted")
"""Names that the setting ``engine`` can have; ``auto`` takes the best one for this machine."""

NO_ADAPTER = "none"

_HUB_ID = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")


def create_engine(settings: Settings) -> Engine:
    """Return the engine that the settings ask for, not loaded yet.

    Raises ``SettingsError`` for an unknown engine and ``ModelError`` for model files that are not
    there. May import torch, which takes seconds, where the model is one that a GPU could run.
    """
    name = choose_engine(settings)
    if name == "scripted":
        from tagwright.engines.scripted import ScriptedEngine

        if not settings.model:
            raise ModelError("The scripted engine needs a script: give its path as the model.")
        return ScriptedEngine(_existing(settings.model, "script"))
    if name == "openai":
        return _openai(settings)
    if name == "bitsandbytes":
        from tagwright.engines.bitsandbytes import BitsAndBytesEngine

        return BitsAndBytesEngine(
            model_files(settings),
            adapter_scale=settings.adapter_scale,
            allow_download=settings.allow_download,
            grammars=settings.grammar != "off",
        )
    from tagwright.engines.llamacpp import LlamaCppEngine

    return LlamaCppEngine(
        model_files(settings),
        adapter_scale=settings.adapter_scale,
        gpu_layers=settings.gpu_layers,
        grammars=settings.grammar != "off",
    )


def choose_engine(settings: Settings) -> str:
    """Return the engine's name; ``auto`` becomes the best one for this machine and model.

    That is ``openai`` where an address is given, ``bitsandbytes`` for a directory of safetensors
    where torch has CUDA, else ``llamacpp``: on a CPU it is ten times as fast. Raises
    ``SettingsError`` for an unknown name.
    """
    if settings.engine not in ENGINES:
        raise SettingsError(
            f"There is no engine {settings.engine!r}: choose one of {', '.join(ENGINES)}."
        )
    if settings.engine != "auto":
        return settings.engine
    if settings.base_url:
        return "openai"
    folder = Path(settings.model).expanduser() if settings.model else None
    if folder is not None and any(folder.glob("*.safetensors")) and _torch_has_cuda():
        return "bitsandbytes"
    return "llamacpp"


def model_files(settings: Settings) -> ModelFiles:
    """Return the model's paths: the embedded ones where the settings name none.

    The embedded adapter belongs to the embedded base only. A hub id, for ``bitsandbytes``, stands
    as it is. Raises ``ModelError`` for a path that doesn't exist.
    """
    directory = settings.engine == "bitsandbytes"
    if settings.model and directory and _is_hub_id(settings.model):
        files = ModelFiles(Path(settings.model))
    elif settings.model:
        files = ModelFiles(_existing(settings.model, "model"))
    else:
        from tagwright.models import embedded

        files = embedded("base") if directory else embedded()
    if settings.adapter == NO_ADAPTER:
        return ModelFiles(files.base)
    if settings.adapter:
        return ModelFiles(files.base, _existing(settings.adapter, "adapter"))
    return files


def _openai(settings: Settings) -> Engine:
    from tagwright.engines.endpoint import Endpoint
    from tagwright.engines.openai import OpenAIEngine

    if not settings.base_url:
        raise SettingsError("The engine openai needs the address of a server: set baseUrl.")
    return OpenAIEngine(
        Endpoint(
            base_url=settings.base_url,
            model=settings.model,
            api_key_env=settings.api_key_env,
            codec=settings.codec,
            connect_timeout=settings.connect_timeout,
            idle_timeout=settings.idle_timeout,
            allow_insecure=settings.allow_insecure,
            grammar=settings.grammar,
        )
    )


def _existing(given: str, what: str) -> Path:
    path = Path(given).expanduser()
    if not path.exists():
        raise ModelError(f"The {what} {path} does not exist: check the path.")
    return path


def _is_hub_id(model: str) -> bool:
    return _HUB_ID.fullmatch(model) is not None and not Path(model).exists()


def _torch_has_cuda() -> bool:
    if importlib.util.find_spec("torch") is None:
        return False
    import torch

    return torch.cuda.is_available()
