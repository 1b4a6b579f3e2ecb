"""Tiny random models of the architectures that the recipes name, written without a network."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from tagwright.engines.hf_model import quiet
from tagwright.engines.identity import IDENTITY
from tagwright.errors import InputError
from tagwright.models import embedded
from tagwright_training.bases import EMBEDDED
from tagwright_training.corpus import rows

_INST = (
    "{% if messages[0]['role'] == 'system' %}"
    "{% set system = '<<SYS>>\\n' + messages[0]['content'] + '\\n<</SYS>>\\n\\n' %}"
    "{% set messages = messages[1:] %}{% else %}{% set system = '' %}{% endif %}"
    "{% for m in messages %}{% if m['role'] == 'user' %}"
    "{{ bos_token }}[INST] {{ (system if loop.first else '') + m['content'] }} [/INST]"
    "{% else %} {{ m['content'] }} {{ eos_token }}{% endif %}{% endfor %}"
)
_CHATML = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_VOCABULARY = 600
_SIZES = {"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4}
_LLAMA = {"intermediate_size": 128, "tie_word_embeddings": False}


@dataclass(frozen=True)
class _Kind:
    """What a tiny model has from the real one: all but its sizes and what it knows.

    family: model type of transformers. config: settings that change how it computes. pieces:
    whether the tokenizer is one of sentencepiece's kind (Llama), else byte-level BPE.
    """

    family: str
    config: dict[str, Any]
    template: str = ""
    pieces: bool = False
    end: str = "</s>"


_FALCON = _Kind(
    "falcon",
    {"multi_query": True, "parallel_attn": True, "bias": False, "alibi": False},
    end="<|endoftext|>",
)
_LLAMA_2 = {**_LLAMA, "max_position_embeddings": 4096, "rms_norm_eps": 1e-5}
_KINDS = {
    "tiiuae/falcon-7b": _FALCON,
    "meta-llama/Llama-2-7b-hf": _Kind("llama", _LLAMA_2, pieces=True),
    "meta-llama/Llama-2-7b-chat-hf": _Kind("llama", _LLAMA_2, _INST, pieces=True),
    "TheBloke/Llama-2-7B-Chat-GPTQ": _Kind("llama", _LLAMA_2, _INST, pieces=True),
    "codellama/CodeLlama-7b-Instruct-hf": _Kind(
        "llama",
        {**_LLAMA_2, "max_position_embeddings": 16384, "rope_theta": 1e6},
        _INST,
        pieces=True,
    ),
    "Qwen/Qwen2.5-Coder-1.5B-Instruct": _Kind(
        "qwen2",
        {
            "intermediate_size": 128,
            "num_key_value_heads": 2,
            "max_position_embeddings": 32768,
            "rope_theta": 1e6,
            "tie_word_embeddings": True,
        },
        _CHATML,
        end="<|im_end|>",
    ),
}


def write_tiny_base(base: str, folder: Path) -> Path:
    """Write a model directory with the architecture of a recipe's base, and return it.

    Raises ``InputError`` for a base that is not one of the recipes'.
    """
    if folder.is_dir():
        return folder
    aside = folder.with_name(folder.name + ".tmp")
    shutil.rmtree(aside, ignore_errors=True)
    if base == EMBEDDED:
        _write_embedded(aside)
    elif base in _KINDS:
        _write(_KINDS[base], aside)
    else:
        raise InputError(
            f"--smoke knows the architectures of {', '.join([EMBEDDED, *_KINDS])}, not that of "
            f"{base}; name one of these in the recipe, or leave --smoke out."
        )
    aside.rename(folder)
    return folder


def _write(kind: _Kind, folder: Path) -> None:
    from transformers import AutoConfig

    tokenizer = _tokenizer(kind)
    config = AutoConfig.for_model(
        kind.family,
        vocab_size=len(tokenizer),
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        **_SIZES,
        **kind.config,
    )
    _save_model(config, folder)
    tokenizer.save_pretrained(folder)


def _write_embedded(folder: Path) -> None:
    """The embedded model's tokenizer and answer codec, with fewer and smaller layers."""
    from transformers import AutoConfig

    real = embedded("base").base
    config = AutoConfig.from_pretrained(real, local_files_only=True)
    for name, size in {**_SIZES, "num_key_value_heads": 4, "intermediate_size": 128}.items():
        setattr(config, name, size)
    config.head_dim = config.hidden_size // config.num_attention_heads
    _save_model(config, folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        shutil.copy(real / name, folder / name)
    identity = json.loads((real / IDENTITY).read_text(encoding="utf-8"))
    identity["name"] += "-smoke"
    (folder / IDENTITY).write_text(json.dumps(identity), encoding="utf-8")


def _save_model(config: Any, folder: Path) -> None:
    from transformers import AutoModelForCausalLM, set_seed

    set_seed(0)
    with quiet():
        AutoModelForCausalLM.from_config(config).save_pretrained(folder)


def _tokenizer(kind: _Kind) -> Any:
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    special = ["<unk>", "<s>", "</s>"] if kind.pieces else ["<|endoftext|>"]
    if kind.template == _CHATML:
        special += ["<|im_start|>", "<|im_end|>"]
    if kind.pieces:
        tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True))
        spaces = [normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")]
        tokenizer.normalizer = normalizers.Sequence(spaces)
        tokenizer.decoder = decoders.Sequence(
            [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()]
        )
        alphabet = []
    else:
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokenizer.decoder = decoders.ByteLevel()
        alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=_VOCABULARY,
        special_tokens=special,
        initial_alphabet=alphabet,
        max_token_length=12,
        show_progress=False,
    )
    texts = (text for row in islice(rows(0), 100) for text in (row.prompt, row.html))
    tokenizer.train_from_iterator(texts, trainer)
    if kind.pieces:
        # Bytes are ordinary tokens there: special ones would not come out as text.
        written = json.loads(tokenizer.to_str())
        vocabulary = written["model"]["vocab"]
        vocabulary |= {f"<0x{byte:02X}>": len(vocabulary) + byte for byte in range(256)}
        tokenizer = Tokenizer.from_str(json.dumps(written))
    names = {"bos_token": "<s>", "unk_token": "<unk>"} if kind.pieces else {}
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token=kind.end, **names)
    if kind.template:
        fast.chat_template = kind.template
    return fast
