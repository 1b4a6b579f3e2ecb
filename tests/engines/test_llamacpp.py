from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from tagwright.engines.base import Limits, Message, ModelFiles
from tagwright.engines.llamacpp import LlamaCppEngine
from tagwright.errors import InputError, ModelError

HELLO: list[Message] = [{"role": "user", "content": "hello"}]


@pytest.fixture
def engine(tiny_gguf: Path) -> Iterator[LlamaCppEngine]:
    engine = LlamaCppEngine(ModelFiles(tiny_gguf))
    yield engine
    engine.close()


def test_load_tells_what_was_loaded(engine: LlamaCppEngine) -> None:
    info = engine.load()
    assert (info.engine, info.base, info.adapter, info.codec) == (
        "llamacpp",
        "tiny-llama",
        None,
        "none",
    )
    assert info.context_length == 512
    assert engine.load() is info


def test_one_item_for_each_token_and_the_same_answer_each_time(engine: LlamaCppEngine) -> None:
    first = list(engine.stream(HELLO, Limits(max_new_tokens=50), Event()))
    again = list(engine.stream(HELLO, Limits(max_new_tokens=50), Event()))
    assert len(first) == 50
    assert not engine.finished
    assert "".join(first) == "".join(again)


def test_added_tokens_come_out_as_text(engine: LlamaCppEngine) -> None:
    answer = "".join(engine.stream(HELLO, Limits(max_new_tokens=100), Event()))
    assert "<|0|>" in answer


def test_forbidden_tokens_never_come(engine: LlamaCppEngine) -> None:
    limits = Limits(max_new_tokens=100, forbidden=("<|0|>",))
    assert "<|0|>" not in "".join(engine.stream(HELLO, limits, Event()))


def test_end_of_text_finishes_and_is_not_counted(engine: LlamaCppEngine) -> None:
    for seed in range(40):
        limits = Limits(max_new_tokens=200, temperature=3.0, seed=seed)
        tokens = list(engine.stream(HELLO, limits, Event()))
        if engine.finished:
            break
    assert engine.finished
    assert "<|end|>" not in "".join(tokens)
    exact = Limits(max_new_tokens=len(tokens), temperature=3.0, seed=seed)
    assert "".join(engine.stream(HELLO, exact, Event())) == "".join(tokens)
    assert not engine.finished


def test_seed_decides_a_sampled_answer(engine: LlamaCppEngine) -> None:
    def answer(seed: int) -> str:
        limits = Limits(max_new_tokens=40, temperature=1.5, seed=seed)
        return "".join(engine.stream(HELLO, limits, Event()))

    assert answer(1) == answer(1)
    assert answer(1) != answer(2)


def test_stop_ends_the_stream_within_one_token(engine: LlamaCppEngine) -> None:
    stop = Event()
    count = 0
    for _ in engine.stream(HELLO, Limits(max_new_tokens=400), stop):
        count += 1
        if count == 5:
            stop.set()
    assert count == 5
    assert not engine.finished
    # The engine is usable at once, and the stopped answer leaves nothing behind.
    assert len(list(engine.stream(HELLO, Limits(max_new_tokens=7), Event()))) == 7


def test_stop_set_before_the_start_gives_nothing(engine: LlamaCppEngine) -> None:
    stop = Event()
    stop.set()
    assert list(engine.stream(HELLO, Limits(), stop)) == []


def test_stream_left_by_its_reader_stops_generating(engine: LlamaCppEngine) -> None:
    stream = engine.stream(HELLO, Limits(max_new_tokens=400), Event())
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert len(list(engine.stream(HELLO, Limits(max_new_tokens=3), Event()))) == 3


def test_prompt_longer_than_the_context_is_the_users_error(engine: LlamaCppEngine) -> None:
    with pytest.raises(InputError, match="takes 512"):
        list(engine.stream([{"role": "user", "content": "word " * 600}], Limits(), Event()))
    assert len(list(engine.stream(HELLO, Limits(max_new_tokens=3), Event()))) == 3


def test_answer_ends_where_the_context_ends(engine: LlamaCppEngine) -> None:
    tokens = list(engine.stream(HELLO, Limits(max_new_tokens=5000), Event()))
    assert 400 < len(tokens) < 512
    assert not engine.finished


def test_closing_ends_a_stream_that_runs(tiny_gguf: Path) -> None:
    engine = LlamaCppEngine(ModelFiles(tiny_gguf))
    stream = engine.stream(HELLO, Limits(max_new_tokens=480), Event())
    next(stream)
    engine.close()
    with pytest.raises(ModelError, match="was closed"):
        list(stream)


def test_context_can_be_limited(tiny_gguf: Path) -> None:
    engine = LlamaCppEngine(ModelFiles(tiny_gguf), max_context=256)
    assert engine.load().context_length == 256
    engine.close()


def test_close_right_after_loading(tiny_gguf: Path) -> None:
    for _ in range(20):
        engine = LlamaCppEngine(ModelFiles(tiny_gguf))
        engine.load()
        engine.close()
    assert engine.load().base == "tiny-llama"
    engine.close()


def test_close_twice_and_load_again(tiny_gguf: Path) -> None:
    engine = LlamaCppEngine(ModelFiles(tiny_gguf))
    engine.close()
    engine.load()
    engine.close()
    engine.close()
    assert len(list(engine.stream(HELLO, Limits(max_new_tokens=3), Event()))) == 3
    engine.close()


@pytest.mark.parametrize("content", [b"", b"GGUF", b"not a model at all, but long enough" * 4])
def test_file_that_is_no_model_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="is not a GGUF model") as caught:
        LlamaCppEngine(ModelFiles(path)).load()
    assert "\n" not in str(caught.value)


def test_cut_off_weights_are_one_sentence(tmp_path: Path, tiny_gguf: Path) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(tiny_gguf.read_bytes()[:-20_000])
    with pytest.raises(ModelError, match="check that the file is complete"):
        LlamaCppEngine(ModelFiles(path)).load()


def test_directory_and_missing_file_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is a directory"):
        LlamaCppEngine(ModelFiles(tmp_path)).load()
    with pytest.raises(ModelError, match="no model file"):
        LlamaCppEngine(ModelFiles(tmp_path / "none.gguf")).load()


PROBE = """
import os, sys
from pathlib import Path
from threading import Event
from tagwright.engines.base import Limits, ModelFiles
from tagwright.engines.llamacpp import LlamaCppEngine

engine = LlamaCppEngine(ModelFiles(Path(sys.argv[1])))
list(engine.stream([{"role": "user", "content": "x"}], Limits(max_new_tokens=5), Event()))
try:
    LlamaCppEngine(ModelFiles(Path(sys.argv[2]))).load()
except Exception as error:
    assert "complete" in str(error), error
"""


def test_nothing_is_written_to_stdout_or_stderr(tiny_gguf: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(tiny_gguf.read_bytes()[:-20_000])
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, tiny_gguf, broken], capture_output=True, timeout=60
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="reads Linux's list of sockets")
def test_nothing_listens_on_the_network(engine: LlamaCppEngine) -> None:
    engine.load()
    links = list(Path("/proc/self/fd").iterdir())
    own = {str(link.readlink()) for link in links if link.is_symlink()}
    for table in ("tcp", "tcp6", "udp", "udp6"):
        rows = Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]
        assert not [row for row in rows if f"socket:[{row.split()[9]}]" in own]


def test_socket_of_the_inner_server_is_removed(
    tiny_gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    engine = LlamaCppEngine(ModelFiles(tiny_gguf))
    engine.load()
    assert list(tmp_path.iterdir()) == []
    engine.close()


def test_importing_the_engine_loads_neither_torch_nor_xllamacpp() -> None:
    code = (
        "import sys, tagwright.engines.llamacpp, tagwright.generate\n"
        "print([m for m in ('torch', 'xllamacpp', 'gguf', 'transformers') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "[]", ran.stderr


def test_header_is_read_past_the_vocabulary(tmp_path: Path) -> None:
    import gguf

    from tagwright.engines.gguf_header import read_header

    writer = gguf.GGUFWriter(tmp_path / "big.gguf", "qwen2")
    writer.add_token_list([f"token{number}" for number in range(500)])
    writer.add_token_types([1] * 500)
    writer.add_context_length(77)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    assert read_header(tmp_path / "big.gguf").number("context_length") == 77


def test_model_without_a_template_and_layers_that_no_gpu_takes(
    tmp_path: Path, make_model: Callable[..., Path]
) -> None:
    from tagwright_training.gguf_export import export_gguf

    folder = make_model(tmp_path / "plain", "qwen2")
    (folder / "chat_template.jinja").unlink()
    export_gguf(folder, tmp_path / "plain.gguf", quant="q8_0")
    answers = []
    for layers in (-1, 0, 99):
        engine = LlamaCppEngine(ModelFiles(tmp_path / "plain.gguf"), gpu_layers=layers)
        answers.append(list(engine.stream(HELLO, Limits(max_new_tokens=5), Event())))
        engine.close()
    assert len(answers[0]) == 5
    assert answers[0] == answers[1] == answers[2]
