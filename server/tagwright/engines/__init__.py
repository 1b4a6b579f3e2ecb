"""The engines that run a model, chosen by name."""

from __future__ import annotations

from pathlib import Path

from tagwright.engines.base import Engine, ModelFiles
from tagwright.errors import ModelError, SettingsError
from tagwright.settings import Settings

ENGINES = ("auto", "llamacpp", "scripted")
"""Names that the setting ``engine`` can have; ``auto`` takes the best one for this machine."""

NO_ADAPTER = "none"


def create_engine(settings: Settings) -> Engine:
    """Return the engine that the settings ask for, not loaded yet.

    Raises ``SettingsError`` for an unknown engine and ``ModelError`` for model files that are not
    there.
    """
    if settings.engine == "scripted":
        from tagwright.engines.scripted import ScriptedEngine

        if not settings.model:
            raise ModelError("The scripted engine needs a script: give its path as the model.")
        return ScriptedEngine(_existing(settings.model, "script"))
    if settings.engine not in ENGINES:
        raise SettingsError(
            f"There is no engine {settings.engine!r}: choose one of {', '.join(ENGINES)}."
        )
    from tagwright.engines.llamacpp import LlamaCppEngine

    return LlamaCppEngine(model_files(settings))


def model_files(settings: Settings) -> ModelFiles:
    """Return the model's paths: the embedded ones where the settings name none.

    The embedded adapter belongs to the embedded base only. Raises ``ModelError`` for a path that
    doesn't exist.
    """
    if settings.model:
        files = ModelFiles(_existing(settings.model, "model"))
    else:
        from tagwright.models import embedded

        files = embedded()
    if settings.adapter == NO_ADAPTER:
        return ModelFiles(files.base)
    if settings.adapter:
        return ModelFiles(files.base, _existing(settings.adapter, "adapter"))
    return files


def _existing(given: str, what: str) -> Path:
    path = Path(given).expanduser()
    if not path.exists():
        raise ModelError(f"The {what} {path} does not exist: check the path.")
    return path
