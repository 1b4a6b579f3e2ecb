"""One wheel and one sdist: what is in them, and that they work from where they are installed.

``make dist`` tries the same in environments that have nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WEB = ROOT / "editor-client" / "web" / "dist"
EMBEDDED = ROOT / "server" / "tagwright" / "models" / "embedded"


def run(*command: object, cwd: Path, **env: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=os.environ | env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own; its dependencies are those of this Python."""
    folder = tmp_path_factory.mktemp("site")
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, wheel]
    run(sys.executable, "-X", "utf8", *install, "--disable-pip-version-check", cwd=folder)
    return folder


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


def test_wheel_holds_the_playground(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    names = {name for name in archive.namelist() if name.startswith("tagwright/web/")}
    assert "tagwright/web/index.html" in names
    assert names == {f"tagwright/web/{path.relative_to(WEB).as_posix()}" for path in _files(WEB)}
    for path in _files(WEB):
        name = f"tagwright/web/{path.relative_to(WEB).as_posix()}"
        assert archive.read(name) == path.read_bytes(), name


def test_sdist_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """As pip does where it gets the sdist: unpacked somewhere, without git."""
    build = [sys.executable, "-m", "build", "--no-isolation"]
    run(*build, "--sdist", "-o", tmp_path, ROOT, cwd=tmp_path)
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        archive.extractall(tmp_path / "unpacked", filter="data")
    assert {"pyproject.toml", "LICENSE", "README.md", "tests/test_packaging.py"} <= names
    assert not [name for name in names if "node_modules" in name or "__pycache__" in name]
    (source,) = (tmp_path / "unpacked").iterdir()
    run(*build, "--wheel", "-o", tmp_path, source, cwd=tmp_path)
    (again,) = tmp_path.glob("*.whl")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_installed_wheel_imports_and_brings_no_other_names(site: Path, tmp_path: Path) -> None:
    code = (
        "import importlib.util, sys; sys.path.insert(0, sys.argv[1]);"
        "import tagwright, tagwright_training.cli;"
        "assert not any(map(importlib.util.find_spec, ('server', 'training')));"
        "print(tagwright.__file__, tagwright_training.cli.__file__, sep='\\n')"
    )
    places = run(sys.executable, "-I", "-c", code, site, cwd=tmp_path).splitlines()
    assert places and all(Path(place).is_relative_to(site) for place in places)
    assert {path.name for path in (site / "bin").iterdir()} >= {"tagwright", "tagwright-train"}


def test_installed_wheel_works(site: Path, tmp_path: Path) -> None:
    """The command, the language server and the HTTP server, with what the wheel brought."""
    checks = ["generate", "lsp", "serve"]
    smoke = ROOT / "tests" / "release" / "smoke.py"
    said = run(
        sys.executable,
        smoke,
        site / "bin" / "tagwright",
        *checks,
        cwd=tmp_path,
        PYTHONPATH=str(site),
    )
    assert [line.split()[1] for line in said.splitlines()] == [f"{check}:" for check in checks]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
