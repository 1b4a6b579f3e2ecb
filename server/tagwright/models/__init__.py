"""The model files that come with the package."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from tagwright.engines.base import ModelFiles
from tagwright.errors import ModelError


def embedded(base: str = "base.gguf") -> ModelFiles:
    """Return the embedded base model and its adapter (PEFT directory).

    base: ``"base.gguf"``, or ``"base"`` for the same weights as a Hugging Face model directory.
    Raises ``ModelError`` where the installation lacks them.
    """
    folder = Path(str(resources.files(__name__))) / "embedded"
    files = ModelFiles(base=folder / base, adapter=folder / "adapter")
    if not files.base.exists() or files.adapter is None or not files.adapter.is_dir():
        raise ModelError(
            f"The embedded model is missing from {folder}: install tagwright again, or choose a "
            "model of your own with the setting model."
        )
    return files
