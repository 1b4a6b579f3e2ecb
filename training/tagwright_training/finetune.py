"""An adapter: LoRA (Hu et al. 2021, arXiv:2106.09685) on a frozen 4-bit NF4 base (QLoRA, Dettmers
et al. 2023, arXiv:2305.14314), by TRL's SFTTrainer with the loss on the answers only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import torch
from datasets import Dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig
from trl import SFTConfig, SFTTrainer

from tagwright.errors import InputError, ModelError
from tagwright.prompt import PROMPT_VERSION
from tagwright_training.answers import NotEncodable
from tagwright_training.corpus import Row
from tagwright_training.recipe import Recipe
from tagwright_training.rendering import messages

# The linear layers of Llama-shaped models, embeddings left alone.
_TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def dataset(rows: Iterable[Row], most: int) -> Dataset:
    """The first ``most`` encodable rows in TRL's conversational prompt/completion form."""

    def records() -> Iterable[dict[str, object]]:
        for row in rows:
            try:
                question, answer = messages(row)
            except NotEncodable:
                continue
            yield {"prompt": [question], "completion": [answer]}

    made = list(islice(records(), most))
    if not made:
        raise InputError("There are no rows to train on; check the data file.")
    return Dataset.from_list(made)


def read_base_info(base: Path) -> dict[str, object]:
    """The base's ``tagwright.json``: name, codec, prompt version. Raises ``ModelError``."""
    path = base / "tagwright.json"
    if not path.exists():
        raise ModelError(f"{base} is not a Tagwright base model: it has no tagwright.json.")
    info: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return info


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _name_base(adapter: Path, name: str) -> None:
    """Record the base's name, not a path of the machine that it was trained on.

    Done after saving: PEFT looks a name that is no path up on the hub.
    """
    path = adapter / "adapter_config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["base_model_name_or_path"] = name
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def finetune(
    recipe: Recipe,
    base: Path,
    train_rows: Iterable[Row],
    held_out_rows: Iterable[Row],
    out: Path,
    *,
    steps: int,
) -> None:
    """Train for ``steps`` optimizer steps and save the PEFT adapter into ``out/adapter``.

    base: a Hugging Face model directory with ``tagwright.json``. A killed run goes on from the
    last checkpoint in ``out``.
    """
    info = read_base_info(base)
    tokenizer = AutoTokenizer.from_pretrained(base)
    model = AutoModelForCausalLM.from_pretrained(
        base,
        dtype=torch.float32,
        quantization_config=BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=torch.bfloat16 if torch.cuda.is_available() else torch.float32,
        ),
    )
    train = dataset(train_rows, steps * recipe.batch_size)
    trainer = SFTTrainer(
        model=model,
        processing_class=tokenizer,
        train_dataset=train,
        eval_dataset=dataset(held_out_rows, 200),
        peft_config=LoraConfig(
            r=recipe.rank,
            lora_alpha=recipe.alpha,
            lora_dropout=recipe.dropout,
            target_modules=_TARGETS,
            task_type="CAUSAL_LM",
        ),
        args=SFTConfig(
            output_dir=str(out),
            max_steps=steps,
            per_device_train_batch_size=recipe.batch_size,
            per_device_eval_batch_size=recipe.batch_size,
            learning_rate=recipe.learning_rate,
            lr_scheduler_type="cosine",
            warmup_steps=max(1, round(steps * recipe.warmup)),
            max_length=recipe.longest,
            completion_only_loss=True,
            train_sampling_strategy="group_by_length",
            activation_checkpointing=False,
            bf16=False,
            use_cpu=not torch.cuda.is_available(),
            logging_steps=10,
            eval_strategy="steps",
            eval_steps=max(1, steps // 5),
            save_steps=max(1, steps // 5),
            save_total_limit=2,
            report_to="none",
            seed=recipe.seed,
            data_seed=recipe.seed,
        ),
    )
    trainer.train(resume_from_checkpoint=any(out.glob("checkpoint-*")))
    adapter = out / "adapter"
    trainer.save_model(str(adapter))
    _name_base(adapter, str(info["name"]))
    record = {
        "prompt_version": PROMPT_VERSION,
        "codec": info["codec"],
        "base": {"name": info["name"], "sha256": sha256(base / "model.safetensors")},
        "data_sha256": hashlib.sha256(json.dumps(train.to_list()).encode()).hexdigest(),
        "rows": len(train),
        "versions": {p: version(p) for p in ("tagwright", "torch", "transformers", "peft", "trl")},
    }
    (adapter / "tagwright.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    (out / "log.json").write_text(json.dumps(trainer.state.log_history, indent=1), encoding="utf-8")
