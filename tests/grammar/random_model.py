"""A model of random weights with the embedded model's vocabulary, and what it answers."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
from safetensors.numpy import save_file

from tagwright.codec import get_codec
from tagwright.engines.base import Engine, Limits, ModelFiles
from tagwright.engines.llamacpp import LlamaCppEngine
from tagwright.errors import NothingUsable
from tagwright.markup.gate import gate, is_well_formed
from tagwright.models import embedded
from tagwright.prompt import PROMPT_VERSION, PageContext, Request
from tagwright_training.evaluate import wellformed
from tagwright_training.gguf_export import export_gguf

PROMPT = 'a list of red, "green & blue", AT&T and <b>white</b>'
PARENTS = (
    "", "", "", "ul", "table", "tr", "tbody", "p", "form", "li", "select", "div", "head", "a",
    "dl", "details", "label",
)  # fmt: skip
_HIDDEN, _LAYERS = 32, 1
# Of the vocabulary, hardly a token in a thousand ends a tag: where these are no likelier than the
# others, most answers are one endless tag.
_CLOSING = ("<|end|>", "<|/|>", "<", "/", ">", '">')


def random_engine(folder: Path, codec: str, liking: float = 0.0) -> Engine:
    """Return an engine with a new model; its answers are noise.

    liking: what is added to the logits of the tokens that close something.
    """
    source = embedded("base").base
    folder.mkdir(parents=True)
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        shutil.copy(source / name, folder)
    config = json.loads((source / "config.json").read_text(encoding="utf-8"))
    config |= {"hidden_size": _HIDDEN, "intermediate_size": _HIDDEN, "num_hidden_layers": _LAYERS}
    config |= {"num_attention_heads": 2, "num_key_value_heads": 2, "head_dim": _HIDDEN // 2}
    config["tie_word_embeddings"] = False
    identity = {"name": "random", "codec": codec, "prompt_version": PROMPT_VERSION}
    for name, value in (("config.json", config), ("tagwright.json", identity)):
        (folder / name).write_text(json.dumps(value), encoding="utf-8")
    weights = _weights(config["vocab_size"])
    # The first number of the hidden state is the same for all tokens, and the largest by far.
    weights["model.embed_tokens.weight"][:, 0] = 1
    vocab = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    ids = vocab["model"]["vocab"] | {t["content"]: t["id"] for t in vocab["added_tokens"]}
    closing = [ids[token] for token in _CLOSING]
    weights["lm_head.weight"][closing, 0] = liking / _HIDDEN**0.5
    save_file(weights, folder / "model.safetensors")
    export_gguf(folder, folder / "model.gguf", quant="f16")
    return LlamaCppEngine(ModelFiles(folder / "model.gguf"))


def _weights(vocab_size: int) -> dict[str, Any]:
    rng = np.random.default_rng(7)

    def matrix(*shape: int) -> Any:
        return rng.normal(0, 0.02, shape).astype(np.float32)

    weights = {
        "model.embed_tokens.weight": matrix(vocab_size, _HIDDEN),
        "lm_head.weight": matrix(vocab_size, _HIDDEN),
        "model.norm.weight": np.ones(_HIDDEN, dtype=np.float32),
    }
    for layer in range(_LAYERS):
        at = f"model.layers.{layer}"
        for name in ("input_layernorm", "post_attention_layernorm"):
            weights[f"{at}.{name}.weight"] = 1 + matrix(_HIDDEN)
        for name in ("self_attn.q", "self_attn.k", "self_attn.v", "self_attn.o"):
            weights[f"{at}.{name}_proj.weight"] = matrix(_HIDDEN, _HIDDEN)
        for name in ("gate", "up", "down"):
            weights[f"{at}.mlp.{name}_proj.weight"] = matrix(_HIDDEN, _HIDDEN)
    return weights


def sample(engine: Engine, answers: int, tokens: int) -> tuple[Counter[str], list[str]]:
    """Return how many answers came to which end, and those that are wrong.

    ``whole``: complete, and well-formed before the gate touched it. ``mended``: cut at the token
    limit, and well-formed behind the gate. ``nothing``: cut before its first tag was complete.
    """
    codec = get_codec(engine.load().codec)
    ends: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in range(answers):
        parent = PARENTS[seed % len(PARENTS)]
        request = Request(PROMPT, PageContext(parent=parent))
        limits = Limits(
            max_new_tokens=tokens,
            temperature=1.0,
            seed=seed,
            forbidden=codec.forbidden(request),
            grammar=codec.grammar(request),
        )
        message = codec.encode_request(request)
        text = "".join(engine.stream([{"role": "user", "content": message}], limits, Event()))
        html = codec.decode_answer(request, text)
        end = "whole"
        if not engine.finished:
            try:
                end, html = "mended", gate(html, complete=False, parent=parent)
            except NothingUsable:
                ends["nothing"] += 1
                continue
        # The judge of the scores knows no parent but what the first tag tells.
        right = is_well_formed(html, parent) if parent else wellformed.is_well_formed(html)
        ends[end] += right
        if not right:
            wrong.append(f"in {parent!r}: {html}")
    return ends, wrong
