"""A fine-tuning run: an adapter on a frozen base, by TRL's SFTTrainer."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState
from transformers import EarlyStoppingCallback, PrinterCallback, ProgressCallback
from transformers.trainer_pt_utils import LengthGroupedSampler
from trl import SFTConfig, SFTTrainer

from tagwright.engines.hf_model import offline, quiet
from tagwright.errors import InputError
from tagwright_training.bases import Base, check_quantization, load_model, load_tokenizer
from tagwright_training.bases_gptq import quantized_base
from tagwright_training.corpus import Row, rows
from tagwright_training.finetune_data import Encoder, Examples, calibration_texts, nothing_left
from tagwright_training.finetune_devices import (
    is_sharded,
    processes,
    shard_on_cpus,
    told_in_a_sentence,
)
from tagwright_training.finetune_log import RunLog
from tagwright_training.finetune_methods import peft_config
from tagwright_training.finetune_save import (
    ADAPTER,
    RUN,
    RunRecord,
    finish_adapter,
    is_done,
    last_checkpoint,
    step_of,
    versions,
    writable,
)
from tagwright_training.recipe import Recipe

MERGED = "merged"
"""Where a recipe with ``merge`` leaves the whole model."""

_HELD_OUT = 200
"""Rows that the evaluation loss is taken of, at most."""

_POOL = 16
"""A run of so many steps reads at most this many times its rows, to draw from them at random."""


@dataclass(frozen=True)
class GeneratedRows:
    """The corpus, from its beginning each time it is iterated."""

    seed: int
    natural: float

    def __iter__(self) -> Iterator[Row]:
        return rows(self.seed, natural=self.natural)


@dataclass(frozen=True)
class RunData:
    """Rows to train on and to judge by. source, sha256: what they are. endless: made as needed."""

    train: Iterable[Row]
    held_out: Iterable[Row]
    source: str
    sha256: str
    endless: bool = False


class _Trainer(SFTTrainer):  # type: ignore[misc]  # trl has no types here
    """SFTTrainer with batches of similar length, in an order that a resumed run finds again."""

    def _get_train_sampler(self, train_dataset: Any = None) -> Any:
        if self.args.packing:
            return super()._get_train_sampler(train_dataset)
        batch = self.args.per_device_train_batch_size * self.args.gradient_accumulation_steps
        lengths = list(self.train_dataset["length"])
        return _LengthSampler(batch * self.args.world_size, lengths, self.args.seed)

    def create_model_card(self, *args: Any, **kwargs: Any) -> None:
        """Write none: the card is made from the run, when it is published."""


class _LengthSampler(LengthGroupedSampler):  # type: ignore[misc]  # transformers has no types here
    def __init__(self, batch_size: int, lengths: list[int], seed: int) -> None:
        super().__init__(batch_size, lengths=lengths, generator=torch.Generator())
        self.seed = seed
        self.set_epoch(0)

    def set_epoch(self, epoch: int) -> None:
        """Shuffle by the epoch alone, so that it does not matter where a run was resumed."""
        self.generator.manual_seed(self.seed + epoch)


def finetune(
    recipe: Recipe, base: Base, data: RunData, out: Path, say: Callable[[str], None]
) -> None:
    """Train an adapter and save it in ``out/adapter``, with ``log.jsonl`` and ``run.json`` beside.

    Goes on from the last complete checkpoint in ``out``. say: gets lines for the user, on the main
    process only. Raises ``InputError`` and ``ModelError``.
    """
    if data.endless and not recipe.steps:
        raise InputError("Generated rows never end: give steps in the recipe, or with --steps.")
    state = processes()
    say = say if state.is_main_process else _silent
    writable(out)
    check_quantization(base, recipe)
    config = peft_config(recipe, str(base.config.get("model_type", "")))
    encoder = Encoder(load_tokenizer(base), base.codec, recipe.longest, recipe.completion_only)
    with state.main_process_first():
        checkpoint = last_checkpoint(out, recipe, data.sha256)
    if checkpoint is not None and is_done(out, recipe):
        say(f"This run is done: the adapter is in {out / ADAPTER}.")
        return
    with state.main_process_first():
        if recipe.quantization == "gptq":
            texts = calibration_texts(encoder, data.train, recipe.calibration)
            base = quantized_base(base, out, texts)
        train, held_out = _examples(recipe, data, encoder, out, state)
    record = RunRecord(out / RUN, recipe, base, {"source": data.source, "sha256": data.sha256})
    log = RunLog(out / "log.jsonl", say)
    with told_in_a_sentence(recipe, out), quiet(), offline():
        if state.is_main_process:
            for reason, number in encoder.left_out.items():
                say(f"Rows left out: {number} {reason}.")
            held_out_rows = len(held_out.data) if held_out else 0
            record.update(rows=len(train.data), held_out_rows=held_out_rows)
        model = load_model(base, recipe, sharded=is_sharded())
        parameters = model.num_parameters()
        trainer = _trainer(recipe, model, encoder.tokenizer, train, held_out, config, out, log)
        if checkpoint is not None:
            say(f"The run goes on from {checkpoint}.")
        _train(trainer, recipe, checkpoint)
        identity = _save_adapter(trainer, base, train, out)
    if not state.is_main_process:
        return
    if recipe.merge:
        from tagwright_training.deliver.merge import merge

        shutil.rmtree(out / MERGED, ignore_errors=True)
        merge(base, out / ADAPTER, out / MERGED)
        say(f"The merged model is in {out / MERGED}.")
    trained = sum(p.numel() for p in trainer.model.parameters() if p.requires_grad)
    record.update(
        status="done",
        base={
            **record.content["base"],
            "parameters": parameters,
            "sha256": identity["base"]["sha256"],
        },
        steps=trainer.state.global_step,
        trained_parameters=trained,
        processes=state.num_processes,
        sharded=bool(trainer.is_fsdp_enabled),
        device=torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu",
        **log.cost(),
    )
    say(f"The adapter is in {out / ADAPTER}.")
    if recipe.method != "lora":
        say("Tagwright's engines load LoRA adapters only: use this one with PEFT.")


def _train(trainer: Any, recipe: Recipe, checkpoint: Path | None) -> None:
    if checkpoint is None:
        trainer.train()
        return
    batches = math.ceil(len(trainer.train_dataset) / (recipe.batch_size * trainer.args.world_size))
    steps = recipe.steps or math.ceil(
        (recipe.epochs or 1) * max(1, math.ceil(batches / recipe.accumulation))
    )
    if step_of(checkpoint) < steps:
        trainer.train(resume_from_checkpoint=str(checkpoint))
    else:  # killed while the adapter was being saved; the trainer would take one more step
        trainer._load_from_checkpoint(str(checkpoint))
        trainer.state.global_step = step_of(checkpoint)


def _save_adapter(trainer: Any, base: Base, train: Examples, out: Path) -> dict[str, Any]:
    """Write ``out/adapter`` and return what its ``tagwright.json`` says."""
    aside = out / "adapter.tmp"
    if trainer.is_world_process_zero():
        shutil.rmtree(aside, ignore_errors=True)
    trainer.save_model(str(aside))
    if not trainer.is_world_process_zero():
        return {}
    about = {"name": base.name, "revision": base.revision, "sha256": base.sha256()}
    identity = {"base": about, "data_sha256": train.sha256, "rows": len(train.data)}
    finish_adapter(aside, base, {**identity, "versions": versions()}, out)
    return identity


def _silent(line: str) -> None:
    """What the other processes say."""


def _examples(
    recipe: Recipe, data: RunData, encoder: Encoder, out: Path, state: PartialState
) -> tuple[Examples, Examples | None]:
    """Encode the rows once, on the main process; the others read what it has written."""
    train_file, held_out_file = out / "train.arrow", out / "held-out.arrow"
    if not state.is_main_process:
        there = held_out_file.is_file()
        return Examples.read(train_file), Examples.read(held_out_file) if there else None
    most = recipe.steps * recipe.batch_size * recipe.accumulation * state.num_processes
    if not recipe.steps:
        most = 2**62
    elif not data.endless:
        most *= _POOL
    train = Examples.write(encoder, data.train, most, train_file)
    if train is None:
        raise nothing_left(data.source, encoder)
    held_out = Examples.write(encoder, data.held_out, _HELD_OUT, held_out_file)
    if held_out is None:
        held_out_file.unlink()
    return train, held_out


def _trainer(
    recipe: Recipe,
    model: Any,
    tokenizer: Any,
    train: Examples,
    held_out: Examples | None,
    config: Any,
    out: Path,
    log: RunLog,
) -> Any:
    cuda = torch.cuda.is_available()
    often = 1 / recipe.evaluations if recipe.evaluations > 1 else 0.999
    stops = bool(recipe.patience and held_out)
    args = SFTConfig(
        output_dir=str(out),
        max_steps=recipe.steps or -1,
        num_train_epochs=recipe.epochs or 1,
        per_device_train_batch_size=recipe.batch_size,
        per_device_eval_batch_size=recipe.eval_batch_size or recipe.batch_size,
        gradient_accumulation_steps=recipe.accumulation,
        learning_rate=recipe.learning_rate,
        lr_scheduler_type=recipe.schedule,
        warmup_steps=recipe.warmup,
        adam_beta1=recipe.betas[0],
        adam_beta2=recipe.betas[1],
        optim="adamw_torch",
        activation_checkpointing=recipe.checkpointing,
        # Rows that are too long have been left out; none is cut.
        max_length=recipe.longest if recipe.packing else None,
        packing=recipe.packing,
        dataset_kwargs={"skip_prepare_dataset": not recipe.packing},
        bf16=cuda,
        use_cpu=not cuda,
        logging_steps=0.02,
        eval_strategy="steps" if held_out else "no",
        eval_steps=often if held_out else None,
        save_steps=often,
        save_total_limit=2,
        load_best_model_at_end=stops,
        metric_for_best_model="eval_loss" if stops else None,
        report_to="none",
        disable_tqdm=True,
        seed=recipe.seed,
        data_seed=recipe.seed,
    )
    shard_on_cpus()
    trainer = _Trainer(
        model=model,
        processing_class=tokenizer,
        train_dataset=train.data,
        eval_dataset=held_out.data if held_out else None,
        peft_config=config,
        callbacks=[log, *([EarlyStoppingCallback(recipe.patience)] if stops else [])],
        args=args,
    )
    for callback in (PrinterCallback, ProgressCallback):
        trainer.remove_callback(callback)
    return trainer
