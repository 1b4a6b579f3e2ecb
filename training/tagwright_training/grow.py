"""A larger model from a smaller one's weights: more layers, more tokens in the vocabulary.

New layers start as the identity (their last matrices are zero), so the grown model answers as the
small one did (Chen et al. 2015, arXiv:1511.05641; depth only: Gong et al. 2019, ICML). A new token
starts as the mean of the tokens that spelt it before.
"""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import LlamaForCausalLM, PreTrainedTokenizerFast

from tagwright.errors import InputError


def start_from(
    model: LlamaForCausalLM, tokenizer: PreTrainedTokenizerFast, directory: Path
) -> None:
    """Fill ``model`` with the weights of the model in ``directory``, which may be smaller.

    Its tokenizer, saved beside it, has to be the beginning of ``tokenizer``. Raises ``InputError``
    where the directory holds no model or one of another width.
    """
    if not (directory / "config.json").is_file():
        raise InputError(f"There is no saved model in {directory}; give the directory of one.")
    old = LlamaForCausalLM.from_pretrained(directory, dtype=torch.float32)
    if old.config.hidden_size != model.config.hidden_size:
        raise InputError(
            f"The model in {directory} is {old.config.hidden_size} wide and the recipe says "
            f"{model.config.hidden_size}; only layers and tokens can be added."
        )
    old_tokenizer = PreTrainedTokenizerFast.from_pretrained(directory)
    state = old.state_dict()
    own = model.state_dict()
    vocabulary = old.get_input_embeddings().weight
    pieces = [
        old_tokenizer(tokenizer.convert_ids_to_tokens(number), add_special_tokens=False).input_ids
        for number in range(len(old_tokenizer), len(tokenizer))
    ]
    for name in own:
        if name in ("model.embed_tokens.weight", "lm_head.weight"):
            added = [vocabulary[ids].mean(0) for ids in pieces]
            state[name] = torch.cat([vocabulary, *(row[None] for row in added)]).detach()
        elif name not in state:  # of a layer that the small model lacks
            last = name.endswith(("o_proj.weight", "down_proj.weight"))
            state[name] = torch.zeros_like(own[name]) if last else own[name]
    model.load_state_dict(state)
