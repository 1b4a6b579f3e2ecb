"""A Hugging Face model directory in 4 bits, with a PEFT adapter, from local files.

NF4 with double quantization: Dettmers et al. 2023, https://arxiv.org/abs/2305.14314.
"""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from logging import ERROR, getLogger
from pathlib import Path
from typing import Any

from tagwright.engines.identity import CONFIG, WEIGHTS, read_json
from tagwright.engines.llamacpp import thread_count
from tagwright.errors import AdapterMismatch, ModelError

_NEEDED = ("torch", "transformers", "accelerate", "bitsandbytes")
_FOR_METHOD = {
    "bitsandbytes": ("bitsandbytes",),
    "gptq": ("gptqmodel", "optimum"),
    "awq": ("gptqmodel",),
}
_FILES = ("*.json", "*.safetensors", "*.jinja", "*.model", "*.txt", "LICENSE*")


@dataclass(frozen=True)
class HfModel:
    """A transformers model on its device, adapter inside, and its tokenizer."""

    model: Any
    tokenizer: Any


def model_folder(base: Path, *, allow_download: bool) -> Path:
    """Return the model's directory; a path that does not exist is taken as a hub id.

    Without ``allow_download`` only the hub's cache on this machine is looked at. Raises
    ``ModelError``.
    """
    if base.is_dir():
        return base
    if base.exists():
        raise ModelError(
            f"{base} is a file, and the bitsandbytes engine loads model directories: give one with "
            "config.json and safetensors, or choose the engine llamacpp for GGUF files."
        )
    require("huggingface_hub")
    from huggingface_hub import snapshot_download

    hub_id = base.as_posix()
    try:
        return Path(
            snapshot_download(
                hub_id, allow_patterns=list(_FILES), local_files_only=not allow_download
            )
        )
    except Exception as error:
        advice = (
            "check its name and the network"
            if allow_download
            else "set allowDownload to fetch it once, or give the path of a directory"
        )
        raise ModelError(
            f"The model {hub_id} is not on this machine ({type(error).__name__}): {advice}."
        ) from error


def load_model(folder: Path, adapter: Path | None, scale: float) -> HfModel:
    """Load a model in 4 bits onto the GPU, or the CPU where there is none.

    Checkpoints that are quantized already (GPTQ, AWQ, bitsandbytes) are loaded as they are. scale:
    how much of the adapter is added, 1 as trained. Raises ``ModelError`` and ``AdapterMismatch``.
    """
    require(*_NEEDED, *(["peft"] if adapter is not None else []))
    if not (folder / "config.json").exists() or not any(folder.glob("*.safetensors")):
        raise ModelError(
            f"{folder} is not a model directory: it must hold config.json and the weights as "
            "safetensors."
        )
    quantization = read_json(folder / "config.json").get("quantization_config")
    if quantization is not None:
        _require_method(folder, quantization)
    if adapter is not None:
        _refuse_other_kinds(adapter)
    with quiet(), offline(), falcon_in_four_bits():
        model, tokenizer = _load(folder, quantized=quantization is not None)
        if adapter is not None:
            model = _with_adapter(model, adapter, scale)
    return HfModel(model.eval(), tokenizer)


def require(*packages: str) -> None:
    """Raise ``ModelError`` for packages that are not installed, without importing them."""
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelError(
            f"The engine bitsandbytes needs {', '.join(missing)}: pip install 'tagwright[gpu]'."
        )


def _require_method(folder: Path, quantization: Any) -> None:
    method = quantization.get("quant_method") if isinstance(quantization, dict) else None
    packages = _FOR_METHOD.get(str(method), ())
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelError(
            f"The model {folder} is quantized with {str(method).upper()}, which needs "
            f"{' and '.join(missing)}: pip install {' '.join(missing)}."
        )


def _refuse_other_kinds(adapter: Path) -> None:
    kind = read_json(adapter / CONFIG).get("peft_type")
    if kind != "LORA":
        raise ModelError(
            f"The adapter {adapter} is of type {kind}; only LoRA adapters can be used."
        )


def _load(folder: Path, *, quantized: bool) -> tuple[Any, Any]:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

    nf4 = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    options = {"dtype": "auto"} if quantized else {"dtype": torch.bfloat16}
    if not quantized:
        options["quantization_config"] = nf4
    if not torch.cuda.is_available():
        # Two threads on two cores, another process busy: 0.3 tokens a second; one thread: 150.
        torch.set_num_threads(min(torch.get_num_threads(), thread_count()))
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        model = AutoModelForCausalLM.from_pretrained(
            folder,
            device_map={"": "cuda" if torch.cuda.is_available() else "cpu"},
            use_safetensors=True,
            local_files_only=True,
            **options,
        )
    except torch.OutOfMemoryError as error:
        raise ModelError(
            f"The GPU has not enough memory for {folder}: choose a smaller model, or the engine "
            "llamacpp."
        ) from error
    except Exception as error:
        raise ModelError(
            f"transformers can't load {folder} ({first_line(error)}): check that the directory is "
            "complete and of an architecture that it knows."
        ) from error
    return model, tokenizer


def _with_adapter(model: Any, adapter: Path, scale: float) -> Any:
    """Put a LoRA into the model's layers and return the model."""
    from peft.tuners.lora import LoraLayer

    wrapped = attach_adapter(model, adapter)
    for layer in wrapped.modules():
        if isinstance(layer, LoraLayer):
            layer.scale_layer(scale)
    return wrapped.get_base_model()


def attach_adapter(model: Any, adapter: Path) -> Any:
    """Return PEFT's model of a base and an adapter, of which every matrix has found its place.

    Raises ``AdapterMismatch`` where one has not.
    """
    from peft import PeftModel, get_peft_model_state_dict
    from safetensors import safe_open

    try:
        with safe_open(adapter / WEIGHTS, "np") as file:
            stored = set(file.keys())
        # The weights stay in 4 bits and the adapter as it is: PEFT would widen bfloat16.
        wrapped = PeftModel.from_pretrained(model, adapter, autocast_adapter_dtype=False)
        used = set(get_peft_model_state_dict(wrapped, save_embedding_layers=False))
    except Exception as error:
        raise AdapterMismatch(
            f"The adapter {adapter} can't be put on this model ({first_line(error)}): choose the "
            "adapter that belongs to the model, or none."
        ) from error
    if stored != used:
        raise AdapterMismatch(
            f"The adapter {adapter} has {len(stored)} matrices and this model a place for "
            f"{len(stored & used)} of them: choose the adapter that belongs to the model, or none."
        )
    return wrapped


@contextlib.contextmanager
def falcon_in_four_bits() -> Iterator[None]:
    """Let Falcon be quantized: transformers 5 replaces ``nn.Linear`` itself and no subclass of it.

    Falcon's ``FalconLinear`` computes the same; with it, all of a model that was asked for in 4
    bits would stay in 16, without a word.
    """
    import torch
    from transformers.models.falcon import modeling_falcon

    before = modeling_falcon.FalconLinear
    modeling_falcon.FalconLinear = torch.nn.Linear
    try:
        yield
    finally:
        modeling_falcon.FalconLinear = before


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep progress bars and advice for developers away from the editor's log."""
    from transformers.utils import logging

    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    bitsandbytes = getLogger("bitsandbytes")
    own_level = bitsandbytes.level
    bitsandbytes.setLevel(ERROR)
    try:
        yield
    finally:
        bitsandbytes.setLevel(own_level)
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()


@contextlib.contextmanager
def offline() -> Iterator[None]:
    """Keep libraries from asking the hub: bitsandbytes looks for kernels there on some CPUs."""
    from huggingface_hub import constants

    before = constants.HF_HUB_OFFLINE
    constants.HF_HUB_OFFLINE = True
    try:
        yield
    finally:
        constants.HF_HUB_OFFLINE = before


def first_line(error: Exception) -> str:
    """Return what another library's error says, short enough for a sentence."""
    line = next((line.strip() for line in str(error).splitlines() if line.strip()), "")
    text = f"{type(error).__name__}: {line}".rstrip(": .")
    return text if len(text) <= 200 else f"{text[:197]}..."
