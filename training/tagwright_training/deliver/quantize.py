"""A model in fewer bits: GGUF for the CPU engine, NF4 or GPTQ for the GPU engine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, get_args

from tagwright.engines.hf_model import falcon_in_four_bits, first_line, offline, quiet
from tagwright.engines.identity import IDENTITY, read_json
from tagwright.errors import InputError, ModelError
from tagwright_training.bases import Base, load_tokenizer, nf4_config, require
from tagwright_training.corpus import Row
from tagwright_training.deliver.folders import new_folder

Target = Literal["gguf-q4_0", "gguf-q8_0", "gguf-f16", "gptq", "nf4"]
TARGETS: tuple[Target, ...] = get_args(Target)


def quantize(base: Base, out: Path, to: Target, calibration: Iterable[Row], rows: int) -> None:
    """Write ``base`` quantized: a ``.gguf`` file, or a model directory for nf4 and gptq.

    calibration: rows of which GPTQ uses the first ``rows``. An adapter of ``base`` fits the result
    too: it keeps the digest of the weights that it was made of. Raises ``InputError`` and
    ``ModelError``.
    """
    if base.quantization:
        raise InputError(
            f"The model {base.name} is quantized already ({base.quantization}): give the original."
        )
    if to == "nf4":
        _nf4(base, out)
    elif to == "gptq":
        _gptq(base, out, calibration, rows)
    else:
        _gguf(base, out, to)


def _gguf(base: Base, out: Path, to: str) -> None:
    from tagwright_training.gguf_export import QUANTS, export_gguf

    if out.suffix != ".gguf" or out.is_dir():
        raise InputError(f"--to {to} writes a file: give one that ends in .gguf with --out.")
    try:
        export_gguf(base.folder, out, quant=QUANTS[to.removeprefix("gguf-")])
    except OSError as error:
        raise InputError(
            f"{out} can't be written ({error.strerror or error}): make room, look at its "
            "permissions, or give another file with --out."
        ) from error


def _nf4(base: Base, out: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM

    with new_folder(out) as folder, quiet(), offline(), falcon_in_four_bits():
        try:
            model = AutoModelForCausalLM.from_pretrained(
                base.folder,
                dtype=torch.bfloat16,
                device_map={"": "cuda" if torch.cuda.is_available() else "cpu"},
                quantization_config=nf4_config(sharded=False),
                use_safetensors=True,
                local_files_only=True,
            )
        except (ValueError, ImportError, RuntimeError, MemoryError) as error:
            raise ModelError(
                f"The model {base.name} can't be loaded in 4 bits ({first_line(error)})."
            ) from error
        # Before it generates anything: on some CPUs that repacks the weights for good.
        model.save_pretrained(folder)
        load_tokenizer(base).save_pretrained(folder)
        _keep_identity(base, folder)


def _gptq(base: Base, out: Path, calibration: Iterable[Row], rows: int) -> None:
    from tagwright_training.bases_gptq import quantized_base

    require("gptqmodel", "optimum", purpose="Quantizing with GPTQ")
    with new_folder(out) as folder, offline():
        made = quantized_base(base, folder, _texts(base, calibration, rows)).folder
        for path in made.iterdir():
            path.rename(folder / path.name)
        made.rmdir()
        _keep_identity(base, folder)


def _texts(base: Base, calibration: Iterable[Row], rows: int) -> Callable[[], list[str]]:
    from tagwright_training.finetune_data import Encoder, calibration_texts

    return calibration_texts(Encoder(load_tokenizer(base), base.codec, 2**30), calibration, rows)


def _keep_identity(base: Base, folder: Path) -> None:
    """Name the weights this was made of, so that their adapters are not refused."""
    if not (base.folder / IDENTITY).exists():
        return
    identity = {**read_json(base.folder / IDENTITY), "sha256": base.sha256()}
    (folder / IDENTITY).write_text(json.dumps(identity, indent=2) + "\n", encoding="utf-8")
