"""A checkpoint written as GGUF is the same model: same tokens in, same tokens out."""

from __future__ import annotations

import hashlib
import json
import urllib.request
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tagwright.engines.base import Limits, Message, ModelFiles
from tagwright.engines.gguf_header import read_header
from tagwright.engines.llamacpp import LlamaCppEngine
from tagwright.errors import ModelError
from tagwright.prompt import PROMPT_VERSION
from tagwright_training.gguf_export import export_gguf

MESSAGES: list[Message] = [
    {"role": "system", "content": "You <|3|> write"},
    {"role": "user", "content": 'hello <div class="x"> the \n  12'},
]

TEXTS = [
    "hello",
    "the thing in a  b   c",
    "x\n\n\n y  \n  z\r\n\t\ttab ",
    "12345 6 ١٢ a1b2",
    "é É ñ 日本語 😀 µ नमस्ते",
    ' é <|3|><div class="x" id="y">the</|>',
    "don't I'M we'll",
    "<|user|>hi<|end|>\n",
    "@@->@@ <ul><li>a</|><|^|><|9|>",
    "\u00a0nbsp\u2028ls\x0c",
    "_under_ a_b $%^&*()!!",
    "   ",
]


@pytest.fixture(scope="module", params=["llama", "qwen2"])
def checkpoint(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    make_model: Callable[..., Path],
) -> Path:
    # The untied head is tested with one of the two.
    folder = tmp_path_factory.mktemp("export") / request.param
    return make_model(folder, request.param, tied=request.param == "llama")


@pytest.fixture(scope="module")
def exported(checkpoint: Path) -> Path:
    out = checkpoint / "f16.gguf"
    export_gguf(checkpoint, out, quant="f16")
    return out


@pytest.fixture
def llama_tokenize(exported: Path) -> Callable[[str], list[int]]:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(exported)
    params.n_ctx = 512
    params.verbosity = -1
    server = xllamacpp.Server(params)

    def tokenize(text: str) -> list[int]:
        body = json.dumps({"content": text, "parse_special": True, "add_special": True})
        request = urllib.request.Request(
            f"{server.listening_address}/tokenize",
            body.encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as answer:
            tokens: list[int] = json.load(answer)["tokens"]
        return tokens

    return tokenize


def test_llamacpp_tokenizes_as_transformers_does(
    checkpoint: Path, llama_tokenize: Callable[[str], list[int]]
) -> None:
    transformers = pytest.importorskip("transformers")
    tokenizer = transformers.AutoTokenizer.from_pretrained(checkpoint)
    for text in TEXTS:
        assert llama_tokenize(text) == tokenizer(text)["input_ids"], text


@pytest.mark.parametrize("quant", ["f16", "q8_0"])
def test_greedy_answer_is_that_of_transformers(
    checkpoint: Path, quant: Any, tmp_path: Path, hf_greedy: Callable[..., Any]
) -> None:
    export_gguf(checkpoint, tmp_path / "m.gguf", quant=quant)
    engine = LlamaCppEngine(ModelFiles(tmp_path / "m.gguf"))
    answer = "".join(engine.stream(MESSAGES, Limits(max_new_tokens=40), Event()))
    engine.close()
    # Random weights have near-ties; rounding may decide those the other way.
    least_gap = 0.05 if quant == "f16" else 2.0
    hf_greedy(checkpoint, MESSAGES, 40).assert_same_until_tie(answer, least_gap)


def test_metadata_names_model_codec_and_checksum(checkpoint: Path, exported: Path) -> None:
    header = read_header(exported)
    weights = (checkpoint / "model.safetensors").read_bytes()
    assert header.name == f"tiny-{checkpoint.name}"
    assert header.fields["tagwright.codec"] == "none"
    assert header.fields["tagwright.prompt_version"] == PROMPT_VERSION
    assert header.fields["tagwright.base_sha256"] == hashlib.sha256(weights).hexdigest()
    assert header.number("context_length") == 512
    assert ("output.weight" in header.shapes) == (checkpoint.name == "qwen2")
    assert not list(checkpoint.glob("*.partial"))


def test_4_bit_file_is_smaller_and_still_answers(checkpoint: Path, exported: Path) -> None:
    out = checkpoint / "q4.gguf"
    export_gguf(checkpoint, out)
    assert out.stat().st_size < exported.stat().st_size
    engine = LlamaCppEngine(ModelFiles(out))
    assert len(list(engine.stream(MESSAGES, Limits(max_new_tokens=5), Event()))) == 5
    engine.close()


def edit_json(path: Path, **changes: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


@pytest.mark.parametrize(
    ("file", "changes", "words"),
    [
        ("config.json", {"model_type": "bert"}, "only llama and qwen2"),
        ("config.json", {"rope_parameters": {"rope_type": "llama3"}}, "rotary scaling"),
        ("tokenizer.json", {"pre_tokenizer": {"type": "Whitespace"}}, "pre-tokenizer"),
        ("tokenizer.json", {"decoder": {"type": "WordPiece"}}, "byte-level BPE"),
    ],
)
def test_what_gguf_cannot_hold_is_refused_and_leaves_no_file(
    tmp_path: Path,
    make_model: Callable[..., Path],
    file: str,
    changes: dict[str, object],
    words: str,
) -> None:
    model_dir = make_model(tmp_path / "model")
    edit_json(model_dir / file, **changes)
    with pytest.raises(ModelError, match=words):
        export_gguf(model_dir, tmp_path / "out" / "m.gguf")
    assert not list(tmp_path.rglob("*.gguf*"))


def test_bfloat16_and_shards_give_the_same_file(
    tmp_path: Path, make_model: Callable[..., Path]
) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load_file, save_file

    model_dir = make_model(tmp_path / "model")
    weights = {
        name: tensor.to(torch.bfloat16)
        for name, tensor in load_file(model_dir / "model.safetensors").items()
    }
    (model_dir / "model.safetensors").unlink()
    (model_dir / "tagwright.json").unlink()
    names = sorted(weights)
    save_file({n: weights[n] for n in names[:9]}, model_dir / "a.safetensors")
    save_file({n: weights[n] for n in names[9:]}, model_dir / "b.safetensors")
    index = {n: "a.safetensors" if n in names[:9] else "b.safetensors" for n in names}
    (model_dir / "model.safetensors.index.json").write_text(json.dumps({"weight_map": index}))
    export_gguf(model_dir, tmp_path / "sharded.gguf", quant="f16")

    for name in ("a", "b"):
        (model_dir / f"{name}.safetensors").unlink()
    save_file({n: weights[n].float() for n in names}, model_dir / "model.safetensors")
    export_gguf(model_dir, tmp_path / "single.gguf", quant="f16")
    sharded, single = (answer(tmp_path / f"{name}.gguf") for name in ("sharded", "single"))
    assert sharded == single


def answer(gguf: Path) -> str:
    engine = LlamaCppEngine(ModelFiles(gguf))
    text = "".join(engine.stream(MESSAGES, Limits(max_new_tokens=30), Event()))
    engine.close()
    return text
