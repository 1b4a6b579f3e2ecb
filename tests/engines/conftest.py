"""Tiny models with random weights, written without torch; their answers are noise, but exact."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from tagwright.prompt import PROMPT_VERSION

SPECIAL = ["<|end|>", "<|pad|>", "<|system|>", "<|user|>", "<|assistant|>"]
ADDED = [f"<|{n}|>" for n in range(10)] + [
    ' class="',
    ' id="',
    "</|>",
    "<div",
    "<ul><li>",
    "->",
    " é ",
    "\n  ",
    "<|^|>",
    "@@",
]
MERGES = ["t h", "th e", "Ġ a", "Ġ the", "i n", "in g", "< p", "<p >", "Ċ Ċ", "1 2", "Ã ©", "Ġ Ġ"]
TEMPLATE = (
    "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] }}"
    "{{ '<|end|>' }}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)
QWEN2_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
HIDDEN, INNER, LAYERS, HEADS, KV_HEADS = 64, 96, 2, 4, 2

ModelMaker = Callable[..., Path]


def byte_letters() -> list[str]:
    """The printable stand-ins of the 256 bytes in byte-level BPE (GPT-2)."""
    kept = [*range(33, 127), *range(161, 173), *range(174, 256)]
    moved = iter(range(256, 512))
    return [chr(b) if b in kept else chr(next(moved)) for b in range(256)]


def tokenizer_json(architecture: str) -> dict[str, Any]:
    letters = byte_letters()
    vocab = {letter: number for number, letter in enumerate(letters)}
    for merge in MERGES:
        vocab[merge.replace(" ", "")] = len(vocab)
    byte_level = {
        "type": "ByteLevel",
        "add_prefix_space": False,
        "trim_offsets": False,
        "use_regex": architecture == "llama",
    }
    split = {
        "type": "Split",
        "pattern": {"Regex": QWEN2_SPLIT},
        "behavior": "Isolated",
        "invert": False,
    }
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": len(vocab) + number,
                "content": content,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": content in SPECIAL,
            }
            for number, content in enumerate(SPECIAL + ADDED)
        ],
        "normalizer": None,
        "pre_tokenizer": byte_level
        if architecture == "llama"
        else {"type": "Sequence", "pretokenizers": [split, byte_level]},
        "post_processor": None,
        "decoder": byte_level,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "ignore_merges": False,
            "vocab": vocab,
            "merges": MERGES,
        },
    }


def random_weights(architecture: str, vocab_size: int, tied: bool) -> dict[str, Any]:
    rng = np.random.default_rng(7)

    def matrix(*shape: int) -> Any:
        return rng.normal(0, 0.3, shape).astype(np.float16).astype(np.float32)

    kv = HIDDEN // HEADS * KV_HEADS
    weights = {"model.embed_tokens.weight": matrix(vocab_size, HIDDEN)}
    weights["model.norm.weight"] = 1 + matrix(HIDDEN)
    if not tied:
        weights["lm_head.weight"] = matrix(vocab_size, HIDDEN)
    for layer in range(LAYERS):
        at = f"model.layers.{layer}"
        weights[f"{at}.input_layernorm.weight"] = 1 + matrix(HIDDEN)
        weights[f"{at}.post_attention_layernorm.weight"] = 1 + matrix(HIDDEN)
        for name, rows in (("q", HIDDEN), ("k", kv), ("v", kv)):
            weights[f"{at}.self_attn.{name}_proj.weight"] = matrix(rows, HIDDEN)
            if architecture == "qwen2":
                weights[f"{at}.self_attn.{name}_proj.bias"] = matrix(rows)
        weights[f"{at}.self_attn.o_proj.weight"] = matrix(HIDDEN, HIDDEN)
        weights[f"{at}.mlp.gate_proj.weight"] = matrix(INNER, HIDDEN)
        weights[f"{at}.mlp.up_proj.weight"] = matrix(INNER, HIDDEN)
        weights[f"{at}.mlp.down_proj.weight"] = matrix(HIDDEN, INNER)
    return weights


def write_model(model_dir: Path, architecture: str = "llama", *, tied: bool = True) -> Path:
    """Write a Hugging Face model directory of about 0.1 M parameters."""
    model_dir.mkdir(parents=True)
    tokenizer = tokenizer_json(architecture)
    ids = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
    # One id more than tokens, as in models whose embedding is rounded up.
    vocab_size = len(tokenizer["model"]["vocab"]) + len(ids) + 1
    config = {
        "architectures": ["LlamaForCausalLM" if architecture == "llama" else "Qwen2ForCausalLM"],
        "model_type": architecture,
        "vocab_size": vocab_size,
        "hidden_size": HIDDEN,
        "intermediate_size": INNER,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "num_key_value_heads": KV_HEADS,
        "max_position_embeddings": 512,
        "rms_norm_eps": 1e-5,
        "rope_theta": 10000.0,
        "hidden_act": "silu",
        "tie_word_embeddings": tied,
        "eos_token_id": ids["<|end|>"],
        "bos_token_id": None,
        "pad_token_id": ids["<|pad|>"],
        "torch_dtype": "float32",
    }
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": "<|end|>",
        "pad_token": "<|pad|>",
        "clean_up_tokenization_spaces": False,
    }
    identity = {"name": f"tiny-{architecture}", "codec": "none", "prompt_version": PROMPT_VERSION}
    for name, value in (
        ("config.json", config),
        ("tokenizer.json", tokenizer),
        ("tokenizer_config.json", settings),
        ("tagwright.json", identity),
    ):
        (model_dir / name).write_text(json.dumps(value), encoding="utf-8")
    (model_dir / "chat_template.jinja").write_text(TEMPLATE, encoding="utf-8")
    save_file(random_weights(architecture, vocab_size, tied), model_dir / "model.safetensors")
    return model_dir


@dataclass(frozen=True)
class HfAnswer:
    """What transformers decodes: the text after each token, and each choice's lead in logits."""

    texts: list[str]
    leads: list[float]

    def assert_same_until_tie(self, text: str, least_lead: float) -> None:
        """``text`` is this answer, or leaves it where the first two tokens were nearly equal."""
        # Bytes that are no character are counted differently by the two, and llama.cpp's chat
        # parser drops white space at the very beginning.
        text, *texts = (item.replace("\ufffd", "").lstrip() for item in (text, *self.texts))
        assert len(text) >= 10
        if text == texts[-1]:
            return
        at = next(n for n, so_far in enumerate(texts) if not text.startswith(so_far))
        assert min(self.leads[max(0, at - 3) : at + 1]) < least_lead, (text, texts[-1])


@pytest.fixture
def hf_greedy() -> Callable[..., HfAnswer]:
    """Greedy decoding of a model directory by transformers, with an adapter if one is given."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")

    def decode(model_dir: Path, messages: Any, tokens: int, adapter: Path | None = None) -> Any:
        tokenizer = transformers.AutoTokenizer.from_pretrained(model_dir)
        model = transformers.AutoModelForCausalLM.from_pretrained(model_dir, dtype=torch.float32)
        if adapter is not None:
            peft = pytest.importorskip("peft")
            with warnings.catch_warnings():
                # PEFT asks transformers for an attribute that is going to be renamed.
                warnings.simplefilter("ignore", FutureWarning)
                model = peft.PeftModel.from_pretrained(model, adapter)
        ids = tokenizer.apply_chat_template(
            messages, add_generation_prompt=True, return_tensors="pt", return_dict=True
        )
        with torch.no_grad():
            out = model.generate(
                **ids,
                max_new_tokens=tokens,
                do_sample=False,
                output_logits=True,
                return_dict_in_generate=True,
            )
        answer = out.sequences[0][ids["input_ids"].shape[1] :]
        pairs = [step[0].topk(2).values for step in out.logits]
        return HfAnswer(
            [
                tokenizer.decode(answer[: n + 1], skip_special_tokens=True)
                for n in range(len(answer))
            ],
            [float(pair[0] - pair[1]) for pair in pairs],
        )

    return decode


@pytest.fixture(scope="session")
def make_model() -> ModelMaker:
    return write_model


@pytest.fixture(scope="session")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("tiny") / "llama")


@pytest.fixture(scope="session")
def tiny_gguf(model_dir: Path) -> Path:
    """A Llama GGUF with Tagwright's metadata."""
    from tagwright_training.gguf_export import export_gguf

    out = model_dir.parent / "tiny.gguf"
    export_gguf(model_dir, out, quant="f16")
    return out
