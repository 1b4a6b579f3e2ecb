"""A base quantized with GPTQ (Frantar et al. 2022, arXiv:2210.17323) before it is fine-tuned."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tagwright.engines.hf_model import first_line, quiet
from tagwright.errors import ModelError
from tagwright_training.bases import Base, find_base, load_tokenizer

FOLDER = "base-gptq"


def quantized_base(base: Base, out: Path, texts: Callable[[], list[str]]) -> Base:
    """Return the base in 4 bits: as it is, from ``out/base-gptq``, or quantized and saved there.

    texts: gives the texts to calibrate by; asked for only where they are needed. The adapter then
    belongs to the saved base. Raises ``ModelError``.
    """
    if base.quantization == "gptq":
        return base
    folder = out / FOLDER
    if not folder.is_dir():
        aside = folder.with_name(FOLDER + ".tmp")
        shutil.rmtree(aside, ignore_errors=True)
        tokenizer = load_tokenizer(base)
        try:
            with quiet():
                _quantize(base, tokenizer, texts()).save_pretrained(aside)
        except (OSError, ValueError, ImportError, RuntimeError) as error:
            raise ModelError(
                f"The base {base.name} can't be quantized with GPTQ ({first_line(error)})."
            ) from error
        tokenizer.save_pretrained(aside)
        aside.rename(folder)
    return find_base(str(folder))


def _quantize(base: Base, tokenizer: Any, texts: list[str]) -> Any:
    from transformers import AutoModelForCausalLM, GPTQConfig

    config = GPTQConfig(bits=4, group_size=64, dataset=texts, tokenizer=tokenizer)
    return AutoModelForCausalLM.from_pretrained(
        base.folder, quantization_config=config, local_files_only=True
    )
