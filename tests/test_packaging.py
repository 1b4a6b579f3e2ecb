"""One wheel: what is in it, and that it imports from where it is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EMBEDDED = ROOT / "server" / "tagwright" / "models" / "embedded"


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


def test_wheel_holds_both_packages_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    (info,) = (top for top in tops if top.endswith(".dist-info"))
    assert tops == {"tagwright", "tagwright_training", info}
    assert {
        "tagwright/__init__.py",
        "tagwright/py.typed",
        "tagwright_training/cli.py",
        "tagwright_training/cases/public.jsonl",
        f"{info}/licenses/LICENSE",
    } <= set(names)
    assert not [name for name in names if "__pycache__" in name]


def test_wheel_holds_every_model_file(wheel: Path) -> None:
    if not EMBEDDED.is_dir():
        pytest.skip("no embedded model in this checkout")
    archive = zipfile.ZipFile(wheel)
    files = {path for path in EMBEDDED.rglob("*") if path.is_file()}
    assert files
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    for path in files:
        name = path.relative_to(ROOT / "server").as_posix()
        assert sizes.get(name) == path.stat().st_size, name


def test_installed_wheel_imports_and_brings_no_other_names(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target", target, wheel]
    run(sys.executable, "-X", "utf8", *install, "--disable-pip-version-check", cwd=tmp_path)
    code = (
        "import importlib.util, sys; sys.path.insert(0, sys.argv[1]);"
        "import tagwright, tagwright_training.cli;"
        "assert not any(map(importlib.util.find_spec, ('server', 'training')));"
        "print(tagwright.__file__, tagwright_training.cli.__file__, sep='\\n')"
    )
    places = run(sys.executable, "-I", "-c", code, target, cwd=tmp_path).splitlines()
    assert places and all(Path(place).is_relative_to(target) for place in places)
    assert {path.name for path in (target / "bin").iterdir()} >= {"tagwright", "tagwright-train"}
