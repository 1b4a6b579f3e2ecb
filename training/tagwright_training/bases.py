"""The frozen base of a fine-tuning run: where it lies, what it is, and how it is loaded."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tagwright.engines.hf_model import falcon_in_four_bits, first_line, quiet
from tagwright.engines.identity import directory_identity, read_json
from tagwright.errors import InputError, ModelError
from tagwright.models import embedded
from tagwright_training.recipe import Recipe

EMBEDDED = "tagwright-mini"
"""How recipes name the base that comes with the package."""

_FILES = ["*.json", "*.safetensors", "*.jinja", "*.model", "*.txt", "LICENSE*"]


@dataclass(frozen=True)
class Base:
    """A model directory.

    name: as adapters record it: a hub id, or the directory's own name. revision: commit at the
    hub, ``""`` for a directory. codec: of the answers, ``"none"`` for ordinary models.
    """

    name: str
    folder: Path
    revision: str
    codec: str

    @property
    def config(self) -> dict[str, Any]:
        """The architecture. Raises ``ModelError`` where the directory holds no model."""
        return read_json(self.folder / "config.json")

    @property
    def quantization(self) -> str:
        """How the weights are stored: ``"gptq"``, ``"bitsandbytes"``..., ``""`` for as they are."""
        given = self.config.get("quantization_config")
        return str(given.get("quant_method", "")) if isinstance(given, dict) else ""

    def sha256(self) -> str:
        """Return the digest of all weight files in the order of their names, as the server's."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*.safetensors")):
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
        return digest.hexdigest()


def find_base(given: str, revision: str = "") -> Base:
    """Return a base by hub id, path, or ``tagwright-mini``; fetches a hub id once.

    Raises ``ModelError`` where there is none.
    """
    path = Path(given).expanduser()
    if given == EMBEDDED and not path.is_dir():
        path = embedded("base").base
    if path.is_dir():
        if not (path / "config.json").is_file() or not any(path.glob("*.safetensors")):
            raise ModelError(
                f"{path} is not a model directory: it must hold config.json and the weights as "
                "safetensors."
            )
        identity = directory_identity(path)
        return Base(identity.name, path, "", identity.codec)
    if path.exists() or given.count("/") != 1:
        raise ModelError(
            f"There is no base model {given}: give a model directory, or a hub id such as "
            "Qwen/Qwen2.5-Coder-1.5B-Instruct."
        )
    folder = _fetched(given, revision)
    return Base(given, folder, folder.name, directory_identity(folder).codec)


def _fetched(hub_id: str, revision: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import GatedRepoError

    try:
        return Path(snapshot_download(hub_id, revision=revision or None, allow_patterns=_FILES))
    except GatedRepoError:
        raise ModelError(
            f"The model {hub_id} is gated: ask for access on its page and log in with hf auth "
            "login."
        ) from None
    except Exception as error:
        raise ModelError(
            f"The model {hub_id} can't be fetched ({type(error).__name__}): check its name and "
            "the network, or give a model directory with --base."
        ) from error


def load_tokenizer(base: Base) -> Any:
    """Return the base's tokenizer."""
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(base.folder, local_files_only=True)


def load_model(base: Base, recipe: Recipe, *, sharded: bool = False) -> Any:
    """Load the base with the recipe's quantization, layer norms in float32, nothing trainable.

    sharded: FSDP will spread the weights over the devices. Raises ``ModelError``.
    """
    import torch
    from peft import prepare_model_for_kbit_training
    from transformers import AutoModelForCausalLM

    cuda = torch.cuda.is_available()
    options: dict[str, Any] = {}
    if recipe.quantization == "nf4" and not base.quantization:
        options["quantization_config"] = nf4_config(sharded=sharded)
    if not sharded:
        options["device_map"] = {"": torch.cuda.current_device() if cuda else "cpu"}
    try:
        with falcon_in_four_bits(), quiet():
            model = AutoModelForCausalLM.from_pretrained(
                base.folder,
                dtype=torch.bfloat16 if cuda else torch.float32,
                use_safetensors=True,
                local_files_only=True,
                **options,
            )
    except torch.OutOfMemoryError as error:
        raise ModelError(
            f"There is not enough GPU memory to load {base.name}: choose a smaller base, or set "
            "quantization: nf4 in the recipe."
        ) from error
    except (OSError, ValueError, ImportError, RuntimeError) as error:
        raise ModelError(f"The base {base.name} can't be loaded ({first_line(error)}).") from error
    model.config.use_cache = False
    _keep_gradients(model)
    if recipe.quantization == "none" or sharded:  # FSDP wants weights of one type
        return model
    return prepare_model_for_kbit_training(model, use_gradient_checkpointing=False)


def _keep_gradients(model: Any) -> None:
    """Keep 4-bit layers in the layout that gradients pass through.

    bitsandbytes repacks them at the first evaluation on a CPU with AVX512-BF16, and its kernel for
    those has no backward pass: what lies below would silently stop learning.
    """
    for layer in model.modules():
        if hasattr(layer, "support_avx512bf16_for_cpu"):
            layer.support_avx512bf16_for_cpu = False


def check_quantization(base: Base, recipe: Recipe) -> None:
    """Raise ``InputError`` where the base is quantized in another way than the recipe says."""
    there = base.quantization.replace("bitsandbytes", "nf4")
    if there and there != recipe.quantization:
        raise InputError(
            f"The base {base.name} is quantized with {there} already, and the recipe says "
            f"quantization: {recipe.quantization}; change the recipe, or give the original base."
        )
    if recipe.quantization == "gptq":
        require("gptqmodel", "optimum", purpose="A GPTQ base")


def require(*packages: str, purpose: str) -> None:
    """Raise ``ModelError`` for packages that are not installed, without importing them."""
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelError(f"{purpose} needs {' and '.join(missing)}: pip install 'tagwright[gptq]'.")


def nf4_config(*, sharded: bool) -> Any:
    """How the base is quantized to 4 bits, for transformers."""
    import torch
    from transformers import BitsAndBytesConfig

    compute = torch.bfloat16 if torch.cuda.is_available() else torch.float32
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=compute,
        # FSDP gathers weights of one type only, so the 4-bit ones are stored as if they had it.
        bnb_4bit_quant_storage=compute if sharded else torch.uint8,
    )
