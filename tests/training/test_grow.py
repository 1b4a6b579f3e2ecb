"""A grown model answers as the one it grew from."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
import torch
from transformers import PreTrainedTokenizerFast

from tagwright.errors import InputError
from tagwright_training.corpus import rows
from tagwright_training.grow import start_from
from tagwright_training.pretrain import BaseRecipe, new_model
from tagwright_training.tokenizer import extend, train

RECIPE = BaseRecipe(
    name="small",
    device="cpu",
    hidden_size=64,
    intermediate_size=128,
    layers=1,
    heads=2,
    vocab_size=1700,
    tokenizer_rows=100,
    context_length=256,
    longest=256,
    batch_tokens=1024,
    pool_rows=32,
    muon_lr=0.02,
    adam_lr=0.003,
    weight_decay=0.0,
    warmup=0.1,
    decay=0.3,
    seed=3,
    workers=0,
    natural=1.0,
    handwritten=0.0,
    edits=0.0,
)


def test_more_layers_and_tokens(tmp_path: Path) -> None:
    tokenizer = train(rows(1), 60, 1700)
    small = new_model(RECIPE, tokenizer).eval()
    small.save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    known = len(tokenizer)
    assert extend(tokenizer, rows(2), 600) == len(tokenizer) - known > 0
    grown = new_model(replace(RECIPE, layers=3, seed=4), tokenizer).eval()
    start_from(grown, tokenizer, tmp_path)
    ids = torch.randint(0, known, (2, 20))
    with torch.no_grad():
        torch.testing.assert_close(grown(ids).logits[..., :known], small(ids).logits)
    before = PreTrainedTokenizerFast.from_pretrained(tmp_path)
    spelt = before(tokenizer.convert_ids_to_tokens(known), add_special_tokens=False).input_ids
    rows_of = small.get_input_embeddings().weight
    assert len(spelt) > 1
    torch.testing.assert_close(grown.get_input_embeddings().weight[known], rows_of[spelt].mean(0))


def test_another_width_is_refused(tmp_path: Path) -> None:
    tokenizer = train(islice(rows(1), 40), 40, 1700)
    new_model(RECIPE, tokenizer).save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    wide = new_model(replace(RECIPE, hidden_size=128), tokenizer)
    with pytest.raises(InputError, match="64 wide"):
        start_from(wide, tokenizer, tmp_path)
    with pytest.raises(InputError, match="no saved model"):
        start_from(wide, tokenizer, tmp_path / "nowhere")
