"""Model directories in real 4-bit on the CPU: tiny random ones of each family, and the embedded."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tagwright.engines.base import Limits, Message, ModelFiles
from tagwright.engines.bitsandbytes import BitsAndBytesEngine
from tagwright.engines.chat_template import PLAIN_END, render
from tagwright.engines.hf_model import falcon_in_four_bits, load_model, model_folder
from tagwright.engines.hf_tokens import TokenText
from tagwright.errors import AdapterMismatch, InputError, ModelError
from tagwright.generate import Generator
from tagwright.models import embedded
from tagwright.prompt import PROMPT_VERSION, Request

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")
pytest.importorskip("bitsandbytes")

HELLO: list[Message] = [{"role": "user", "content": "hello"}]
FAMILIES = ("llama", "qwen2", "falcon", "codellama")

CHATML = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
INST = (
    "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system messages') }}{% endif %}"
    "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'user' %}[INST] {{ m['content'] }} "
    "[/INST]{% else %} {{ m['content'] }}{{ eos_token }}{% endif %}{% endfor %}"
)


def train_tokenizer(family: str) -> Any:
    """A tokenizer of the family's kind: byte-level BPE, or as sentencepiece with byte fallback."""
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

    texts = ["<ul><li>Item one</li></ul>", "<p>hello the world and a list of names</p>"] * 5
    if family in ("llama", "codellama"):
        tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True))
        tokenizer.normalizer = normalizers.Sequence(
            [normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")]
        )
        tokenizer.decoder = decoders.Sequence(
            [
                decoders.Replace("▁", " "),
                decoders.ByteFallback(),
                decoders.Fuse(),
                decoders.Strip(" ", 1, 0),
            ]
        )
        special = ["<unk>", "<s>", "</s>"]
        if family == "codellama":
            special += ["▁<PRE>", "▁<MID>", "▁<SUF>", "▁<EOT>"]
        options = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>"}
        trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=special, show_progress=False)
    else:
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokenizer.decoder = decoders.ByteLevel()
        special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
        options = {"eos_token": "<|im_end|>" if family == "qwen2" else "<|endoftext|>"}
        trainer = trainers.BpeTrainer(
            vocab_size=400,
            special_tokens=special,
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        )
    tokenizer.train_from_iterator(texts, trainer)
    if family in ("llama", "codellama"):
        # Bytes are ordinary tokens there, and special ones would not come out as text.
        written = json.loads(tokenizer.to_str())
        vocab = written["model"]["vocab"]
        vocab |= {f"<0x{byte:02X}>": len(vocab) + byte for byte in range(256)}
        tokenizer = Tokenizer.from_str(json.dumps(written))
    fast = transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, **options)
    fast.chat_template = {"qwen2": CHATML, "codellama": INST, "llama": INST}.get(family)
    return fast


def make_config(family: str, tokenizer: Any) -> Any:
    sizes = {
        "vocab_size": len(tokenizer) + 3,
        "hidden_size": 64,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "eos_token_id": tokenizer.eos_token_id,
        "bos_token_id": tokenizer.bos_token_id,
        "initializer_range": 0.3,
    }
    if family == "falcon":
        # As Falcon-7B: one key head, attention beside the feed-forward, no template, no pad token.
        return transformers.FalconConfig(
            **sizes, multi_query=True, parallel_attn=True, bias=False, alibi=False
        )
    sizes |= {"intermediate_size": 128, "num_key_value_heads": 2, "max_position_embeddings": 256}
    if family == "qwen2":
        return transformers.Qwen2Config(**sizes, tie_word_embeddings=True)
    if family == "codellama":
        # As CodeLlama-7B: a base of one million, 16k positions, an untied head.
        sizes |= {"max_position_embeddings": 16384, "rms_norm_eps": 1e-5}
        return transformers.LlamaConfig(**sizes, rope_theta=1e6, tie_word_embeddings=False)
    return transformers.LlamaConfig(**sizes, tie_word_embeddings=False)


def build(folder: Path, family: str) -> Path:
    tokenizer = train_tokenizer(family)
    torch.manual_seed(5)
    model = transformers.AutoModelForCausalLM.from_config(make_config(family, tokenizer))
    # A recommendation of the checkpoint, which must not change greedy answers.
    model.generation_config.update(do_sample=True, temperature=3.0, repetition_penalty=1.5)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("families")
    return {family: build(root / family, family) for family in FAMILIES}


@pytest.fixture(scope="module")
def engines(folders: dict[str, Path]) -> Iterator[dict[str, BitsAndBytesEngine]]:
    made = {name: BitsAndBytesEngine(ModelFiles(folder)) for name, folder in folders.items()}
    yield made
    for engine in made.values():
        engine.close()


@pytest.fixture
def engine(engines: dict[str, BitsAndBytesEngine]) -> BitsAndBytesEngine:
    return engines["qwen2"]


def ask(engine: BitsAndBytesEngine, text: str = "hello", **limits: Any) -> list[str]:
    messages: list[Message] = [{"role": "user", "content": text}]
    return list(engine.stream(messages, Limits(**{"max_new_tokens": 20, **limits}), Event()))


def reference(folder: Path, prompt: str, tokens: int) -> tuple[list[int], list[float]]:
    """Greedy token ids by a loop without cache over the same 4-bit weights, and their leads."""
    with falcon_in_four_bits():
        model = transformers.AutoModelForCausalLM.from_pretrained(
            folder,
            dtype=torch.bfloat16,
            quantization_config=transformers.BitsAndBytesConfig(
                load_in_4bit=True,
                bnb_4bit_quant_type="nf4",
                bnb_4bit_use_double_quant=True,
                bnb_4bit_compute_dtype=torch.bfloat16,
            ),
        )
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    ids = tokenizer(prompt, add_special_tokens=False)["input_ids"]
    start, leads = len(ids), []
    with torch.inference_mode():
        for _ in range(tokens):
            best = model(torch.tensor([ids])).logits[0, -1].float().topk(2)
            ids.append(int(best.indices[0]))
            leads.append(float(best.values[0] - best.values[1]))
    return ids[start:], leads


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_answers_in_four_bits(
    family: str, engines: dict[str, BitsAndBytesEngine]
) -> None:
    import bitsandbytes

    engine = engines[family]
    info = engine.load()
    assert (info.engine, info.base, info.adapter, info.codec) == (
        "bitsandbytes",
        family,
        None,
        "none",
    )
    assert info.context_length == {"llama": 256, "qwen2": 256, "falcon": 2048}.get(family, 4096)
    model = engine._hf.model  # type: ignore[union-attr]
    layers = [m for m in model.modules() if isinstance(m, bitsandbytes.nn.Linear4bit)]
    assert len(layers) == {"falcon": 8}.get(family, 14)
    assert {layer.weight.quant_type for layer in layers} == {"nf4"}
    assert all(layer.weight.quant_state.nested for layer in layers)
    assert {layer.compute_dtype for layer in layers} == {torch.bfloat16}
    first = ask(engine)
    assert 0 < len(first) <= 20
    assert ask(engine) == first
    assert ask(engine, "another prompt") != first


@pytest.mark.parametrize("family", FAMILIES)
def test_answer_is_the_models_greedy_one(
    family: str, folders: dict[str, Path], engines: dict[str, BitsAndBytesEngine]
) -> None:
    engine = engines[family]
    engine.load()
    tokenizer = engine._hf.tokenizer  # type: ignore[union-attr]
    ids, leads = reference(folders[family], render(tokenizer, HELLO), 8)
    texts = [
        tokenizer.decode(ids[: n + 1], skip_special_tokens=True, clean_up_tokenization_spaces=False)
        for n in range(len(ids))
    ]
    got, *texts = (
        text.replace("\ufffd", "").strip()
        for text in ("".join(ask(engine, max_new_tokens=8)), *texts)
    )
    if got != texts[-1]:
        # In 16 bits, a batch of another shape may tip the scales between two equals.
        at = next(n for n, text in enumerate(texts) if not got.startswith(text))
        assert min(leads[max(0, at - 1) : at + 1]) < 0.1, (got, texts, leads)


def test_prefix_of_the_last_prompt_is_not_read_again(
    folders: dict[str, Path], engine: BitsAndBytesEngine
) -> None:
    page = "the page has names and a list " * 5
    cold = []
    for ending in ("first", "second"):
        fresh = BitsAndBytesEngine(ModelFiles(folders["qwen2"]))
        cold.append(ask(fresh, page + ending))
        assert fresh.reused_tokens == 0
        fresh.close()
    warm = [ask(engine, page + ending) for ending in ("first", "second")]
    assert engine.reused_tokens > 30
    assert warm == cold


def test_stopped_and_cut_answers_leave_nothing_behind(engine: BitsAndBytesEngine) -> None:
    whole = ask(engine)
    stop = Event()
    came = []
    for token in engine.stream(HELLO, Limits(max_new_tokens=200), stop):
        came.append(token)
        if len(came) == 5:
            stop.set()
    assert came == whole[:5]
    assert not engine.finished
    assert ask(engine) == whole
    stream = engine.stream(HELLO, Limits(max_new_tokens=200), Event())
    assert next(stream) == whole[0]
    stream.close()  # type: ignore[attr-defined]
    assert ask(engine) == whole
    stop.set()
    assert list(engine.stream(HELLO, Limits(), stop)) == []


def test_stop_ends_the_reading_of_a_long_prompt(engine: BitsAndBytesEngine) -> None:
    whole = ask(engine, "a list " * 40)
    stop = Event()
    engine.load()
    decoder = engine._hf.model.get_decoder()  # type: ignore[union-attr]
    reads = []

    def stop_at_the_first_read(*_: Any) -> None:
        reads.append(1)
        stop.set()

    ask(engine, "x")
    hook = decoder.register_forward_pre_hook(stop_at_the_first_read)
    try:
        long: list[Message] = [{"role": "user", "content": "the names " * 60}]
        assert list(engine.stream(long, Limits(), stop)) == []
        engine._wait_for_worker()
    finally:
        hook.remove()
    assert len(reads) == 1
    assert ask(engine, "a list " * 40) == whole


def test_seed_decides_a_sampled_answer(engine: BitsAndBytesEngine) -> None:
    first = ask(engine, temperature=1.5, seed=1)
    torch.manual_seed(99)
    state = torch.random.get_rng_state()
    assert ask(engine, temperature=1.5, seed=1) == first
    assert ask(engine, temperature=1.5, seed=2) != first
    assert torch.equal(torch.random.get_rng_state(), state)


def test_sampling_follows_the_models_probabilities() -> None:
    from tagwright.engines.hf_generate import Sampling

    wanted = torch.tensor([0.6, 0.3, 0.1, 0.0])
    sampling = Sampling(0.5, 3, torch.device("cpu"))
    scores = (wanted.log() * 0.5)[None]
    counts = torch.zeros(4)
    for _ in range(4000):
        counts[int(sampling(torch.tensor([[0]]), scores).argmax())] += 1
    assert torch.allclose(counts / 4000, wanted, atol=0.03)
    assert counts[3] == 0


def test_forbidden_tokens_never_come(engine: BitsAndBytesEngine) -> None:
    engine.load()
    tokenizer = engine._hf.tokenizer  # type: ignore[union-attr]
    whole = ask(engine)
    single = next(t for t in whole if len(tokenizer.encode(t, add_special_tokens=False)) == 1)
    without = ask(engine, forbidden=(single, "several tokens of this model"))
    assert single in whole
    assert single not in without


def test_likelihood_is_that_of_the_tokens_taken(engine: BitsAndBytesEngine) -> None:
    plain = ask(engine, max_new_tokens=4)
    assert engine.logprob is None
    assert ask(engine, max_new_tokens=4, logprob=True) == plain
    greedy = engine.logprob
    ask(engine, max_new_tokens=4, logprob=True, temperature=1.5, seed=5)
    assert greedy is not None and engine.logprob is not None
    assert engine.logprob < greedy < 0


def test_end_token_finishes_and_is_not_counted(engine: BitsAndBytesEngine) -> None:
    for seed in range(60):
        tokens = ask(engine, max_new_tokens=100, temperature=3.0, seed=seed)
        if engine.finished:
            break
    assert engine.finished
    assert len(tokens) < 100
    assert "<|im_end|>" not in "".join(tokens)
    assert ask(engine, max_new_tokens=len(tokens), temperature=3.0, seed=seed) == tokens
    assert not engine.finished


def test_context_bounds_prompt_and_answer(engine: BitsAndBytesEngine) -> None:
    with pytest.raises(InputError, match="takes 256"):
        ask(engine, "word " * 600)
    tokens = ask(engine, "a list " * 20, max_new_tokens=5000, forbidden=("<|im_end|>",))
    assert 100 < len(tokens) < 256
    assert not engine.finished


def test_closing_ends_a_stream_that_runs(folders: dict[str, Path]) -> None:
    engine = BitsAndBytesEngine(ModelFiles(folders["falcon"]))
    stream = engine.stream(HELLO, Limits(max_new_tokens=1000), Event())
    next(stream)
    engine.close()
    with pytest.raises(ModelError, match="was closed"):
        list(stream)
    engine.close()
    assert ask(engine)
    engine.close()


def test_failure_inside_the_model_is_one_sentence(engine: BitsAndBytesEngine) -> None:
    whole = ask(engine)

    def fail(*_: Any) -> None:
        raise RuntimeError("kernel\nexploded")

    hook = engine._hf.model.register_forward_pre_hook(fail)  # type: ignore[union-attr]
    with pytest.raises(ModelError, match=r"failed while answering \(RuntimeError: kernel\)"):
        ask(engine)
    hook.remove()
    assert ask(engine) == whole


def test_answer_is_held_to_a_grammar(engine: BitsAndBytesEngine) -> None:
    pytest.importorskip("llguidance")
    assert engine.load().grammars
    answer = "".join(ask(engine, grammar='start: "<p>" /[ab]{3}/ "</p>"', max_new_tokens=100))
    assert re.fullmatch("<p>[ab]{3}</p>", answer)
    assert engine.finished
    with pytest.raises(ModelError, match="grammar of the answer can't be used"):
        ask(engine, grammar="start: nothing")


# --- prompts ---


def test_system_message_goes_to_the_user_where_the_template_takes_none() -> None:
    tokenizer = train_tokenizer("llama")
    messages: list[Message] = [{"role": "system", "content": "Be brief."}, *HELLO]
    assert render(tokenizer, messages) == "<s>[INST] Be brief.\n\nhello [/INST]"
    tokenizer.chat_template = "{{ raise_exception('never\nat all') }}"
    with pytest.raises(ModelError, match="never at all") as caught:
        render(tokenizer, messages)
    assert "\n" not in str(caught.value)


def test_plain_template_for_models_without_one() -> None:
    messages: list[Message] = [{"role": "system", "content": "Be brief."}, *HELLO]
    prompt = render(train_tokenizer("falcon"), messages)
    assert prompt == "Be brief.\n\n### Request:\nhello\n\n### HTML:\n"


@pytest.mark.parametrize("family", ["codellama", "qwen2"])
def test_tokens_become_the_text_that_they_are_together(family: str) -> None:
    tokenizer = train_tokenizer(family)
    text = "<p>hello  naïve 日本 😀 the list</p>\n\n<ul> a"
    ids = tokenizer.encode(text, add_special_tokens=False)
    tokens = TokenText(tokenizer, {tokenizer.eos_token_id}, "")
    pieces = [tokens.push(token) for token in ids]
    assert "".join(piece or "" for piece in pieces) + tokens.rest() == text
    assert len(pieces) == len(ids)
    assert "" in pieces
    assert tokens.push(tokenizer.eos_token_id) is None
    assert tokens.ended


@pytest.mark.parametrize(
    ("answer", "kept", "ended"),
    [
        ("<p>x</p>\n### Request:\nmore", "<p>x</p>", True),
        ("<p>x</p>\n## Title\n###", "<p>x</p>\n## Title\n###", False),
        ("a\n\n### b", "a\n", True),
    ],
)
def test_plain_answers_end_where_the_next_request_begins(
    answer: str, kept: str, ended: bool
) -> None:
    tokenizer = train_tokenizer("falcon")
    tokens = TokenText(tokenizer, (), PLAIN_END)
    ids = tokenizer.encode(answer, add_special_tokens=False)
    text = "".join(tokens.push(token) or "" for token in ids) + tokens.rest()
    assert (text, tokens.ended) == (kept, ended)


# --- adapters ---


def make_adapter(folder: Path, base: Path, **identity: Any) -> Path:
    peft = pytest.importorskip("peft")
    torch.manual_seed(3)
    model = transformers.AutoModelForCausalLM.from_pretrained(base)
    lora = peft.LoraConfig(r=4, lora_alpha=8, target_modules=["q_proj", "v_proj"])
    model = peft.get_peft_model(model, lora)
    for name, values in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(values, std=0.2)
    model.save_pretrained(folder)
    if identity:
        (folder / "tagwright.json").write_text(json.dumps(identity))
    return folder


@pytest.fixture(scope="module")
def adapter(tmp_path_factory: pytest.TempPathFactory, folders: dict[str, Path]) -> Path:
    return make_adapter(tmp_path_factory.mktemp("adapter") / "lora", folders["qwen2"])


def answer_of(files: ModelFiles, **options: Any) -> list[str]:
    engine = BitsAndBytesEngine(files, **options)
    try:
        return ask(engine, forbidden=("<|im_end|>",))
    finally:
        engine.close()


def test_adapter_is_added_as_much_as_asked_for(
    folders: dict[str, Path], adapter: Path, engine: BitsAndBytesEngine
) -> None:
    files = ModelFiles(folders["qwen2"], adapter)
    base = ask(engine, forbidden=("<|im_end|>",))
    scaled = {scale: answer_of(files, adapter_scale=scale) for scale in (0.0, 0.5, 1.0)}
    assert scaled[0.0] == base
    assert scaled[1.0] != base
    assert scaled[0.5] != scaled[1.0]


def test_adapter_of_another_model_is_refused(
    tmp_path: Path, folders: dict[str, Path], adapter: Path
) -> None:
    """Layers of other names, and layers that the model lacks."""
    written = json.loads((folders["qwen2"] / "config.json").read_text())
    written |= {"num_hidden_layers": 3, "layer_types": None}
    config = transformers.Qwen2Config(**written)
    deep = tmp_path / "deep"
    transformers.AutoModelForCausalLM.from_config(config).save_pretrained(deep)
    for family, lora in (("falcon", adapter), ("qwen2", make_adapter(tmp_path / "lora", deep))):
        with pytest.raises(AdapterMismatch, match="choose the adapter that belongs"):
            BitsAndBytesEngine(ModelFiles(folders[family], lora)).load()


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        ({"codec": "pointer"}, "codec 'pointer'"),
        ({"prompt_version": 99}, "prompt version 99"),
        ({"base": {"name": "other", "sha256": "0" * 64}}, "the base model 'other'"),
    ],
)
def test_adapter_with_another_identity_is_refused(
    tmp_path: Path, folders: dict[str, Path], adapter: Path, identity: dict[str, Any], words: str
) -> None:
    base = shutil.copytree(folders["qwen2"], tmp_path / "base")
    about = {"name": "x", "codec": "none", "prompt_version": PROMPT_VERSION}
    (base / "tagwright.json").write_text(json.dumps(about))
    own = shutil.copytree(adapter, tmp_path / "own")
    (own / "tagwright.json").write_text(json.dumps(identity))
    with pytest.raises(AdapterMismatch, match=words):
        BitsAndBytesEngine(ModelFiles(base, own)).load()


def test_adapter_that_is_no_lora_is_one_sentence(
    tmp_path: Path, folders: dict[str, Path], adapter: Path
) -> None:
    with pytest.raises(ModelError, match="not an adapter directory"):
        BitsAndBytesEngine(ModelFiles(folders["qwen2"], tmp_path)).load()
    own = shutil.copytree(adapter, tmp_path / "own")
    (own / "adapter_config.json").write_text('{"peft_type": "PREFIX_TUNING"}')
    with pytest.raises(ModelError, match="of type PREFIX_TUNING; only LoRA"):
        BitsAndBytesEngine(ModelFiles(folders["qwen2"], own)).load()


# --- what can't be loaded ---


def test_files_that_are_no_model_directory(tmp_path: Path, folders: dict[str, Path]) -> None:
    file = tmp_path / "m.gguf"
    file.write_bytes(b"GGUF")
    with pytest.raises(ModelError, match="choose the engine llamacpp"):
        BitsAndBytesEngine(ModelFiles(file)).load()
    with pytest.raises(ModelError, match="is not a model directory"):
        BitsAndBytesEngine(ModelFiles(tmp_path)).load()
    broken = shutil.copytree(folders["llama"], tmp_path / "broken")
    weights = broken / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:5000])
    with pytest.raises(ModelError, match="check that the directory is complete") as caught:
        BitsAndBytesEngine(ModelFiles(broken)).load()
    assert "\n" not in str(caught.value)
    (broken / "config.json").write_text('{"model_type": "martian"}')
    with pytest.raises(ModelError, match="architecture that it knows"):
        BitsAndBytesEngine(ModelFiles(broken)).load()


@pytest.mark.parametrize(
    ("method", "packages"), [("gptq", "gptqmodel and optimum"), ("awq", "gptqmodel")]
)
def test_quantized_checkpoint_without_its_library_names_it(
    tmp_path: Path,
    folders: dict[str, Path],
    method: str,
    packages: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = shutil.copytree(folders["llama"], tmp_path / method)
    config = json.loads((folder / "config.json").read_text())
    config["quantization_config"] = {"quant_method": method, "bits": 4}
    (folder / "config.json").write_text(json.dumps(config))
    monkeypatch.setattr("importlib.util.find_spec", _without("gptqmodel", "optimum"))
    with pytest.raises(ModelError, match=f"{method.upper()}, which needs {packages}: pip install"):
        BitsAndBytesEngine(ModelFiles(folder)).load()


def test_missing_packages_are_one_sentence(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", _without("torch", "bitsandbytes"))
    with pytest.raises(ModelError, match=r"needs torch, bitsandbytes: pip install 'tagwright\[gpu"):
        BitsAndBytesEngine(ModelFiles(folders["llama"])).load()


def _without(*missing: str) -> Any:
    from importlib.util import find_spec

    return lambda name, *rest: None if name in missing else find_spec(name, *rest)


def test_checkpoint_saved_in_four_bits_is_loaded_as_it_is(
    tmp_path: Path, folders: dict[str, Path]
) -> None:
    # Saved before it answers: on a CPU, bitsandbytes packs the weights anew for that.
    hf = load_model(folders["llama"], None, 1.0)
    hf.model.save_pretrained(tmp_path / "saved")
    hf.tokenizer.save_pretrained(tmp_path / "saved")
    assert answer_of(ModelFiles(tmp_path / "saved")) == answer_of(ModelFiles(folders["llama"]))


def test_nothing_is_fetched_unless_that_is_allowed(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = []

    def refuse(_: socket.socket, address: Any) -> None:
        asked.append(address)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **_: refuse(None, a))  # type: ignore[arg-type]
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    assert answer_of(ModelFiles(folders["qwen2"]))
    with pytest.raises(ModelError, match="set allowDownload to fetch it once"):
        model_folder(Path("nobody/nothing"), allow_download=False)
    assert asked == []
    with pytest.raises(ModelError, match=r"nobody/nothing .* check its name and the network"):
        model_folder(Path("nobody/nothing"), allow_download=True)


def test_nothing_is_written_to_stdout_or_stderr(folders: dict[str, Path]) -> None:
    code = (
        "import sys; from pathlib import Path; from threading import Event\n"
        "from tagwright.engines.base import Limits, ModelFiles\n"
        "from tagwright.engines.bitsandbytes import BitsAndBytesEngine\n"
        "assert 'torch' not in sys.modules\n"
        "engine = BitsAndBytesEngine(ModelFiles(Path(sys.argv[1])))\n"
        "messages = [{'role': 'user', 'content': 'x'}]\n"
        "list(engine.stream(messages, Limits(max_new_tokens=3), Event()))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, folders["qwen2"]], capture_output=True, timeout=200
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


def test_embedded_model_does_the_commonest_job() -> None:
    generator = Generator(BitsAndBytesEngine(embedded("base")))
    info = generator.load()
    assert (info.base, info.codec, info.context_length) == ("tagwright-mini", "pointer", 1024)
    result = generator.generate(Request("a list with Zorbo, Quixel and Tamsin"), Limits(), Event())
    generator.close()
    assert result.complete
    assert result.html.count("<li") == 3
    assert [word for word in ("Zorbo", "Quixel", "Tamsin") if word not in result.html] == []
