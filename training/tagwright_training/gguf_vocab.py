"""The vocabulary of a byte-level BPE tokenizer.json, as GGUF stores it.

llama.cpp knows its pre-tokenizers by name, so only tokenizers whose split is one of those names
can be written. Two differences remain that no field can express. llama.cpp looks for added
tokens longest first over the whole text, Hugging Face from left to right: where one added token
begins inside another (``="`` and ``" class="``) the two may split differently. And llama.cpp
does not normalize text (NFC), which only shows in decomposed characters.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gguf import GGUFWriter, TokenType

from tagwright.errors import ModelError

_QWEN2_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


@dataclass(frozen=True)
class Vocabulary:
    """tokens and types have one entry an id; merges are pairs joined by a space."""

    pre: str
    tokens: list[str]
    types: list[TokenType]
    merges: list[str]
    special_ids: dict[str, int]
    chat_template: str | None


def read_vocabulary(model_dir: Path, config: Mapping[str, Any]) -> Vocabulary:
    """Read tokenizer.json and its companions. Raises ``ModelError`` where GGUF can't hold them.

    Ids up to the config's ``vocab_size`` that no token has are filled up with unused ones.
    """
    tokenizer = read_json(model_dir / "tokenizer.json")
    settings_path = model_dir / "tokenizer_config.json"
    settings = read_json(settings_path) if settings_path.exists() else {}
    model = tokenizer["model"]
    if model.get("type") != "BPE" or (tokenizer.get("decoder") or {}).get("type") != "ByteLevel":
        raise ModelError(
            f"{model_dir} has no byte-level BPE tokenizer; only those can be exported."
        )
    ids: dict[str, int] = dict(model["vocab"])
    kinds = dict.fromkeys(ids.values(), TokenType.NORMAL)
    for added in tokenizer["added_tokens"]:
        if added.get("lstrip") or added.get("rstrip") or added.get("single_word"):
            raise ModelError(
                f"The added token {added['content']!r} strips spaces or matches whole words, "
                "which llama.cpp can't do; add it without lstrip, rstrip and single_word."
            )
        ids[added["content"]] = added["id"]
        kinds[added["id"]] = TokenType.CONTROL if added["special"] else TokenType.USER_DEFINED
    size = max(int(config["vocab_size"]), max(kinds) + 1)
    names = {number: token for token, number in ids.items()}
    return Vocabulary(
        pre=_pre_tokenizer(tokenizer),
        tokens=[names.get(number, f"[UNUSED{number}]") for number in range(size)],
        types=[kinds.get(number, TokenType.UNUSED) for number in range(size)],
        merges=[pair if isinstance(pair, str) else " ".join(pair) for pair in model["merges"]],
        special_ids=_special_ids(settings, config, ids),
        chat_template=_chat_template(model_dir, settings),
    )


def write_vocabulary(writer: GGUFWriter, vocabulary: Vocabulary) -> None:
    """Add all ``tokenizer.*`` fields; the beginning-of-text token is never added by itself."""
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(vocabulary.pre)
    writer.add_token_list(vocabulary.tokens)
    writer.add_token_types(vocabulary.types)
    writer.add_token_merges(vocabulary.merges)
    for name, number in vocabulary.special_ids.items():
        writer.add_uint32(f"tokenizer.ggml.{name}_token_id", number)
    writer.add_add_bos_token(False)
    if vocabulary.chat_template is not None:
        writer.add_chat_template(vocabulary.chat_template)


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in a JSON file. Raises ``ModelError`` naming the file."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} can't be read as JSON; is this a model directory?") from error
    if not isinstance(value, dict):
        raise ModelError(f"{path} holds no JSON object; is this a model directory?")
    return value


def _pre_tokenizer(tokenizer: Mapping[str, Any]) -> str:
    """Return llama.cpp's name for the way the tokenizer splits text before merging."""
    pre = tokenizer.get("pre_tokenizer") or {}
    steps = pre["pretokenizers"] if pre.get("type") == "Sequence" else [pre]
    normalizer = (tokenizer.get("normalizer") or {"type": "NFC"})["type"]
    if normalizer == "NFC" and steps and steps[-1].get("type") == "ByteLevel":
        last = steps[-1]
        if len(steps) == 1 and last.get("use_regex", True) and not last["add_prefix_space"]:
            return "gpt-2"
        if len(steps) == 2 and not last.get("use_regex", True) and not last["add_prefix_space"]:
            split = steps[0]
            if split.get("pattern") == {"Regex": _QWEN2_SPLIT} and not split.get("invert"):
                return "qwen2"
    raise ModelError(
        "The tokenizer splits text in a way that llama.cpp has no name for; use a plain ByteLevel "
        "pre-tokenizer without prefix space, or Qwen2's."
    )


def _special_ids(
    settings: Mapping[str, Any], config: Mapping[str, Any], ids: Mapping[str, int]
) -> dict[str, int]:
    found = {}
    for name, key in (("bos", "bos"), ("eos", "eos"), ("padding", "pad")):
        token = settings.get(f"{key}_token")
        content = token.get("content") if isinstance(token, dict) else token
        known = ids.get(content) if isinstance(content, str) else None
        number = config.get(f"{key}_token_id") if known is None else known
        if isinstance(number, list):
            number = number[0]
        if number is not None:
            found[name] = int(number)
    if "eos" not in found:
        raise ModelError(
            "The tokenizer names no end-of-text token; set eos_token and save it again."
        )
    return found


def _chat_template(model_dir: Path, settings: Mapping[str, Any]) -> str | None:
    path = model_dir / "chat_template.jinja"
    if path.exists():
        return path.read_text(encoding="utf-8")
    template = settings.get("chat_template")
    if isinstance(template, list):
        # Several named templates: the others are for tools and retrieval.
        template = next((item["template"] for item in template if item["name"] == "default"), None)
    return template
