"""From the corpus to the server's engine with a tiny model: every step, resumed once."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest

from tagwright.engines.base import Limits, ModelFiles
from tagwright.errors import AdapterMismatch, InputError
from tagwright.prompt import PROMPT_VERSION
from tagwright_training.cli import main

TINY = {
    "name": "tiny",
    "device": "cpu",
    "hidden_size": 64,
    "intermediate_size": 128,
    "layers": 1,
    "heads": 2,
    "vocab_size": 1700,
    "tokenizer_rows": 150,
    "context_length": 512,
    "longest": 256,
    "batch_tokens": 1024,
    "pool_rows": 32,
    "muon_lr": 0.02,
    "adam_lr": 0.003,
    "weight_decay": 0.0,
    "warmup": 0.1,
    "decay": 0.3,
    "seed": 3,
    "workers": 0,
    "natural": 1.0,
    "handwritten": 0.3,
    "edits": 0.1,
}


def run(*arguments: str | Path) -> None:
    assert main([str(argument) for argument in arguments]) == 0


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with recipe, tokenizer, base (3 steps, then resumed to 5), adapter and export."""
    folder = tmp_path_factory.mktemp("trained")
    recipe = folder / "tiny.yaml"
    recipe.write_text(json.dumps(TINY), encoding="utf-8")  # JSON is YAML
    data = folder / "rows.jsonl"
    made = [
        {"prompt": f"list of red, item {n}", "html": f"<ul><li>Red</li><li>Item {n}</li></ul>"}
        for n in range(20)
    ]
    data.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    adapter_recipe = folder / "adapter.yaml"
    settings = {"base": "tiny", "rank": 4, "alpha": 8, "dropout": 0.0, "learning_rate": 0.01}
    settings |= {"warmup": 0.1, "batch_size": 2, "longest": 256, "natural": 1.0, "seed": 1}
    adapter_recipe.write_text(json.dumps(settings), encoding="utf-8")
    tokenizer, base, adapter = folder / "tokenizer", folder / "base", folder / "adapter"
    run("tokenizer", "--recipe", recipe, "--out", tokenizer)
    for steps in ("3", "5"):
        pretrain = ("pretrain", "--recipe", recipe, "--tokenizer", tokenizer, "--out", base)
        run(*pretrain, "--steps", steps)
    finetune = ("finetune", "--recipe", adapter_recipe, "--base", base / "model", "--out", adapter)
    run(*finetune, "--data", data, "--steps", "2")
    run("export", "--base", base / "model", "--adapter", adapter / "adapter", "--out", folder / "x")
    return folder


def test_pretraining_goes_on_where_it_stopped(trained: Path) -> None:
    log = (trained / "base" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    ends = [entry for entry in map(json.loads, log) if "held_out" in entry]
    assert [entry["step"] for entry in ends] == [3, 5]
    assert ends[1]["tokens"] > ends[0]["tokens"]


def test_codecs_are_scored_side_by_side(trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("--recipe", trained / "tiny.yaml", "--tokenizer", trained / "tokenizer")
    wanted = ("--codec", "plain", "--codec", "word-pointers", "--steps", "1", "--rows", "2")
    run("codecs", *common, "--out", trained / "codecs", *wanted)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["codec"] for line in lines] == ["plain", "word-pointers"]
    assert lines[0]["tokens"] > lines[1]["tokens"] > 0


def test_corpus_file_is_completed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "rows.jsonl"
    run("corpus", "--rows", "2", "--out", out)
    run("corpus", "--rows", "4", "--out", out)
    run("corpus", "--rows", "4")
    assert out.read_text(encoding="utf-8") == capsys.readouterr().out


def test_adapter_says_what_it_belongs_to(trained: Path) -> None:
    record = json.loads((trained / "x" / "adapter" / "tagwright.json").read_text(encoding="utf-8"))
    assert record["codec"] == "pointer"
    assert record["prompt_version"] == PROMPT_VERSION
    assert record["base"]["name"] == "tiny"
    assert 10 < record["rows"] < 20  # some are held out


def test_the_server_engine_runs_base_and_adapter(trained: Path) -> None:
    from tagwright.engines.llamacpp import LlamaCppEngine

    engine = LlamaCppEngine(ModelFiles(trained / "x" / "base.gguf", trained / "x" / "adapter"))
    try:
        info = engine.load()
        assert (info.base, info.codec) == ("tiny", "pointer")
        message = {"role": "user", "content": " list<|0|>"}
        tokens = list(engine.stream([message], Limits(max_new_tokens=8), Event()))
        assert 1 <= len(tokens) <= 8
    finally:
        engine.close()


def test_adapter_of_another_base_is_refused(trained: Path) -> None:
    from tagwright.engines.llamacpp import LlamaCppEngine

    path = trained / "x" / "adapter" / "tagwright.json"
    saved = path.read_text(encoding="utf-8")
    path.write_text(saved.replace('"sha256": "', '"sha256": "0'), encoding="utf-8")
    engine = LlamaCppEngine(ModelFiles(trained / "x" / "base.gguf", trained / "x" / "adapter"))
    try:
        with pytest.raises(AdapterMismatch, match="tiny"):
            engine.load()
    finally:
        engine.close()
        path.write_text(saved, encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "Line 2 of"),
        ('{"prompt": "x"}', "Line 2 of"),
        ('{"prompt": "x", "html": "<p></p>", "context": {"colour": 1}}', "Line 2 of"),
    ],
)
def test_bad_data_is_named_by_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    from tagwright_training.rows import read_rows

    data = tmp_path / "rows.jsonl"
    data.write_text('{"prompt": "a", "html": "<p>a</p>"}\n' + line, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        read_rows(data)


def test_export_names_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--base", str(tmp_path), "--out", str(tmp_path / "x")]) == 2
    assert "has no config.json" in capsys.readouterr().err
