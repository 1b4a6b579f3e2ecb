"""``tagwright-train export``: put a trained base and adapter where the server finds them."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

_EMBEDDED = Path("server/tagwright/models/embedded")
_MOST_BYTES = 40_000_000
# What a base directory needs to be trained on and exported again.
_BASE_FILES = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")
_BASE_EXTRAS = ("chat_template.jinja", "generation_config.json", "tagwright.json")
_ADAPTER_FILES = ("adapter_config.json", "adapter_model.safetensors", "tagwright.json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", type=Path, default=Path("runs/mini/base/model"))
    parser.add_argument("--adapter", type=Path, help="PEFT adapter directory")
    parser.add_argument("--out", type=Path, default=_EMBEDDED)
    parser.add_argument("--quant", choices=["q4_0", "q8_0", "f16"], default="q4_0")


def run(args: argparse.Namespace) -> int:
    """Copy base and adapter into ``--out`` and write the base as ``base.gguf``."""
    from tagwright.errors import InputError
    from tagwright_training.gguf_export import export_gguf
    from tagwright_training.joblog import JobLog

    for directory, names in ((args.base, _BASE_FILES), (args.adapter, _ADAPTER_FILES)):
        for name in names if directory else ():
            if not (directory / name).is_file():
                raise InputError(f"{directory} has no {name}; train it first.")
    _copy(args.base, args.out / "base", _BASE_FILES + _BASE_EXTRAS)
    export_gguf(args.out / "base", args.out / "base.gguf", quant=args.quant)
    if args.adapter:
        _copy(args.adapter, args.out / "adapter", _ADAPTER_FILES)
    total = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{total / 1e6:.1f} MB in {args.out}")
    JobLog(args.base.parent / "export.jsonl").write(
        "exported", out=str(args.out), quant=args.quant, bytes=total
    )
    if total > _MOST_BYTES:
        raise InputError(f"The model files are over {_MOST_BYTES // 1_000_000} MB together.")
    return 0


def _copy(source: Path, target: Path, names: tuple[str, ...]) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in names:
        if (source / name).is_file():
            shutil.copyfile(source / name, target / name)
