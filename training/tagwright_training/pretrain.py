"""The base model from scratch: a stock Llama on the generated corpus, loss on the answers only.

Matrices are trained with Muon (Jordan et al. 2024), the rest with AdamW; the rate is
warm-up, constant, linear decay, measured in time or steps, so that a run of any length ends well.
A checkpoint is written every few minutes and a killed run goes on from it.
"""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import torch
import yaml
from torch.nn import functional
from torch.utils.data import DataLoader
from tqdm import tqdm
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from tagwright.codec.notation import SLOTS, slot
from tagwright_training.batches import IGNORED, Batch, PoolStream
from tagwright_training.corpus import Row, rows
from tagwright_training.files import replace_file
from tagwright_training.four_bits import rounded
from tagwright_training.grow import start_from
from tagwright_training.rendering import FULL, Variant

_HELD_OUT = 1_000_000_000  # seeds from here on are for validation


@dataclass(frozen=True)
class BaseRecipe:
    """See ``recipes/mini-base.yaml`` for what each key means."""

    name: str
    device: str
    hidden_size: int
    intermediate_size: int
    layers: int
    heads: int
    vocab_size: int
    tokenizer_rows: int
    context_length: int
    longest: int
    batch_tokens: int
    pool_rows: int
    muon_lr: float
    adam_lr: float
    weight_decay: float
    warmup: float
    decay: float
    seed: int
    workers: int
    natural: float
    handwritten: float
    edits: float
    compile: bool = False
    four_bits_from: float = 1.0

    @classmethod
    def read(cls, path: Path) -> BaseRecipe:
        return cls(**yaml.safe_load(path.read_text(encoding="utf-8")))


def corpus_of(recipe: BaseRecipe) -> Callable[[int], Iterator[Row]]:
    """The row stream of a seed, mixed as the recipe says."""
    return partial(rows, natural=recipe.natural, handwritten=recipe.handwritten, edits=recipe.edits)


def new_model(recipe: BaseRecipe, tokenizer: PreTrainedTokenizerFast) -> LlamaForCausalLM:
    torch.manual_seed(recipe.seed)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=recipe.hidden_size,
        intermediate_size=recipe.intermediate_size,
        num_hidden_layers=recipe.layers,
        num_attention_heads=recipe.heads,
        num_key_value_heads=recipe.heads,
        max_position_embeddings=recipe.context_length,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    if recipe.device == "cpu":
        # the backward pass of PyTorch's flash attention on a CPU takes twice as long for short rows
        config._attn_implementation = "eager"
    return LlamaForCausalLM(config)


def answer_logits(model: LlamaForCausalLM, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits (N, V) and targets (N,) of the answer tokens alone: the head runs on nothing else.

    The last targets may be ``IGNORED``: they only fill up N.
    """
    hidden = model.model(input_ids=batch.ids).last_hidden_state  # (B, T, D)
    targets = batch.labels[:, 1:].flatten()
    wanted = (targets != IGNORED).nonzero().squeeze(1)
    answers = len(wanted)
    # few different shapes: see ``batches``
    wanted = functional.pad(wanted, (0, -len(wanted) % 512))
    # index_select: the backward pass of a boolean mask takes twice as long on a CPU
    states = hidden[:, :-1].flatten(0, 1).index_select(0, wanted)
    chosen = targets[wanted]
    chosen[answers:] = IGNORED
    return model.lm_head(states), chosen


class _Optimizers:
    """matrices: what Muon trains, which is also what is shipped in four bits."""

    def __init__(self, model: LlamaForCausalLM, recipe: BaseRecipe) -> None:
        matrices = [p for n, p in model.named_parameters() if p.ndim == 2 and "embed" not in n]
        self.matrices = matrices
        others = [p for n, p in model.named_parameters() if p.ndim != 2 or "embed" in n]
        self.all: list[torch.optim.Optimizer] = [
            torch.optim.Muon(matrices, lr=recipe.muon_lr, weight_decay=recipe.weight_decay),
            torch.optim.AdamW(others, lr=recipe.adam_lr, betas=(0.9, 0.98), weight_decay=0.0),
        ]
        self.rates = [recipe.muon_lr, recipe.adam_lr]

    def step(self, scale: float) -> None:
        for optimizer, rate in zip(self.all, self.rates, strict=True):
            for group in optimizer.param_groups:
                group["lr"] = rate * scale
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)


def rate_scale(done: float, recipe: BaseRecipe) -> float:
    """Factor on the learning rate at the share ``done`` (0..1) of the run."""
    if done < recipe.warmup:
        return max(done / recipe.warmup, 0.01)
    return min(1.0, max((1.0 - done) / recipe.decay, 0.0))


@torch.no_grad()
def validate(
    model: LlamaForCausalLM, batches: list[Batch], slot_ids: torch.Tensor
) -> dict[str, float]:
    """Loss and accuracy over held-out batches; copying (slots) and markup apart."""
    model.eval()
    loss = right = total = slot_right = slot_total = 0.0
    for batch in batches:
        logits, targets = answer_logits(model, batch)
        loss += functional.cross_entropy(logits.float(), targets, reduction="sum").item()
        hits = (logits.argmax(-1) == targets) & (targets != IGNORED)
        copied = torch.isin(targets, slot_ids)
        right += hits.sum().item()
        total += (targets != IGNORED).sum().item()
        slot_right += hits[copied].sum().item()
        slot_total += copied.sum().item()
    model.train()
    return {
        "loss": loss / total,
        "accuracy": right / total,
        "copy_accuracy": slot_right / max(slot_total, 1),
    }


def pretrain(
    recipe: BaseRecipe,
    source: Callable[[int], Iterator[Row]],
    tokenizer: PreTrainedTokenizerFast,
    out: Path,
    *,
    minutes: float = 0.0,
    steps: int = 0,
    checkpoint_minutes: float = 5.0,
    variant: Variant = FULL,
    start: Path | None = None,
) -> LlamaForCausalLM:
    """Train for ``minutes`` of wall time or ``steps``, whichever is given; save into ``out``.

    source: the row stream of a seed. start: a saved model to begin with (see ``grow``). Writes
    ``log.jsonl``, ``checkpoint.pt`` (resumed from when it is there) and at the end the model and
    tokenizer in Hugging Face form under ``out/model``.
    """
    out.mkdir(parents=True, exist_ok=True)
    device = torch.device(recipe.device)
    model = new_model(recipe, tokenizer).to(device)
    optimizers = _Optimizers(model, recipe)
    state: dict[str, Any] = {
        "step": 0,
        "tokens": 0,
        "seconds": 0.0,
        "pool": recipe.seed * 1_000_000,
    }
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"])
        for optimizer, own in zip(optimizers.all, saved["optimizers"], strict=True):
            optimizer.load_state_dict(own)
        state = saved["state"]
    elif start is not None:
        start_from(model, tokenizer, start)
    slots = tokenizer.convert_tokens_to_ids([slot(number) for number in range(SLOTS)])
    slot_ids = torch.tensor(slots, device=device)
    if recipe.compile:
        model.model.compile(dynamic=True)

    def stream(first: int, workers: int) -> Iterator[tuple[int, Batch]]:
        made = PoolStream(
            source,
            tokenizer,
            start=first,
            pool_rows=recipe.pool_rows,
            batch_tokens=recipe.batch_tokens,
            longest=recipe.longest,
            variant=variant,
        )
        loader = DataLoader(made, batch_size=None, num_workers=workers)
        return ((n, Batch(b.ids.to(device), b.labels.to(device))) for n, b in loader)

    held_out = [batch for _, batch in islice(stream(_HELD_OUT, 0), 10)]
    bar = tqdm(
        total=steps or round(minutes * 60),
        initial=state["step"] if steps else round(state["seconds"]),
        disable=None,
        unit="step" if steps else "s",
    )
    last_saved = step_began = time.monotonic()
    model.train()
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(
            json.dumps({"recipe": asdict(recipe), "parameters": model.num_parameters()}) + "\n"
        )
        for pool, batch in stream(state["pool"], recipe.workers):
            done = state["step"] / steps if steps else state["seconds"] / (minutes * 60)
            if done >= 1.0:
                break
            late = done >= recipe.four_bits_from
            with rounded(optimizers.matrices, state["step"]) if late else nullcontext():
                with torch.autocast(device.type, dtype=torch.bfloat16):
                    logits, targets = answer_logits(model, batch)
                    loss = functional.cross_entropy(logits.float(), targets)
                torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizers.step(rate_scale(done, recipe))
            state["step"] += 1
            state["tokens"] += batch.ids.numel()
            state["pool"] = pool
            if state["step"] % 20 == 0:
                entry: dict[str, Any] = {**state, "loss": round(loss.item(), 4)}
                if state["step"] % 200 == 0:
                    with torch.autocast(device.type, dtype=torch.bfloat16):
                        entry["held_out"] = validate(model, held_out, slot_ids)
                log.write(json.dumps(entry) + "\n")
                log.flush()
                bar.set_postfix(loss=f"{entry['loss']:.3f}")
            if time.monotonic() - last_saved > checkpoint_minutes * 60:
                _save_checkpoint(checkpoint, model, optimizers, state)
                last_saved = time.monotonic()
            spent = time.monotonic() - step_began
            step_began += spent
            state["seconds"] += spent
            bar.update(1 if steps else spent)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            log.write(json.dumps({**state, "held_out": validate(model, held_out, slot_ids)}) + "\n")
    bar.close()
    _save_checkpoint(checkpoint, model, optimizers, state)
    # half precision: what is shipped, hashed, quantized and trained on is one and the same file
    copy.deepcopy(model).half().save_pretrained(out / "model")
    tokenizer.save_pretrained(out / "model")
    return model


def _save_checkpoint(
    path: Path, model: LlamaForCausalLM, optimizers: _Optimizers, state: dict[str, Any]
) -> None:
    saved = {
        "model": model.state_dict(),
        "optimizers": [optimizer.state_dict() for optimizer in optimizers.all],
        "state": state,
    }
    replace_file(path, lambda temporary: torch.save(saved, temporary))
