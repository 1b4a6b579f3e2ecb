"""Which engine the settings lead to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tagwright.engines import choose_engine, create_engine, model_files
from tagwright.engines.bitsandbytes import BitsAndBytesEngine
from tagwright.engines.llamacpp import LlamaCppEngine
from tagwright.engines.openai import OpenAIEngine
from tagwright.errors import ModelError, SettingsError
from tagwright.settings import Settings


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    (tmp_path / "model.safetensors").touch()
    return tmp_path


@pytest.mark.parametrize("cuda", [False, True])
def test_auto_takes_the_best_engine_for_model_and_machine(
    weights: Path, cuda: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tagwright.engines._torch_has_cuda", lambda: cuda)
    on_gpu = "bitsandbytes" if cuda else "llamacpp"
    assert choose_engine(Settings(model=str(weights))) == on_gpu
    assert choose_engine(Settings()) == "llamacpp"
    assert choose_engine(Settings(model="/models/x.gguf")) == "llamacpp"
    assert choose_engine(Settings(model=str(weights.parent))) == "llamacpp"
    assert choose_engine(Settings(base_url="http://127.0.0.1:1/v1")) == "openai"
    assert choose_engine(Settings(base_url="http://127.0.0.1:1", engine="llamacpp")) == "llamacpp"


def test_names_make_engines(weights: Path) -> None:
    made = create_engine(Settings(engine="bitsandbytes", model=str(weights)))
    assert isinstance(made, BitsAndBytesEngine)
    assert isinstance(create_engine(Settings()), LlamaCppEngine)
    assert isinstance(create_engine(Settings(base_url="http://127.0.0.1:1/v1")), OpenAIEngine)


def test_each_engine_has_its_form_of_the_embedded_model() -> None:
    assert model_files(Settings()).base.name == "base.gguf"
    files = model_files(Settings(engine="bitsandbytes"))
    assert (files.base / "model.safetensors").is_file()
    assert files.adapter == model_files(Settings()).adapter


def test_hub_ids_are_for_bitsandbytes(tmp_path: Path) -> None:
    files = model_files(Settings(engine="bitsandbytes", model="Qwen/Qwen2.5-Coder-0.5B"))
    assert files.base.as_posix() == "Qwen/Qwen2.5-Coder-0.5B"
    assert files.adapter is None
    for settings in (
        Settings(engine="llamacpp", model="Qwen/Qwen2.5-Coder-0.5B"),
        Settings(engine="bitsandbytes", model=str(tmp_path / "none")),
        Settings(engine="bitsandbytes", model="./some/model/dir"),
    ):
        with pytest.raises(ModelError, match="does not exist: check the path"):
            model_files(settings)


def test_server_without_an_address_is_one_sentence() -> None:
    with pytest.raises(SettingsError, match="set baseUrl"):
        create_engine(Settings(engine="openai"))


def test_directory_without_a_gpu_is_told_what_to_choose(
    weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tagwright.engines._torch_has_cuda", lambda: False)
    with pytest.raises(ModelError, match=r"\.gguf file, or choose the engine bitsandbytes"):
        create_engine(Settings(model=str(weights))).load()


def test_choosing_imports_no_torch(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from tagwright.engines import create_engine\n"
        "from tagwright.settings import Settings\n"
        "create_engine(Settings())\n"
        "create_engine(Settings(engine='bitsandbytes'))\n"
        "create_engine(Settings(base_url='http://127.0.0.1:1/v1'))\n"
        "print([m for m in ('torch', 'transformers', 'httpx', 'xllamacpp') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "[]", ran.stderr
