"""``make dist``: builds everything that is published, and tries it where nothing else is installed.

dist/ holds the sdist, the wheel and, where npm is there, the VS Code extension afterwards. The
wheel is the one built from the sdist, and the same byte for byte as one built from the checkout.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
SMOKE = Path(__file__).with_name("smoke.py")
EXTENSION = ROOT / "editor-client" / "vscode" / "scripts" / "package.sh"
VSCODE = ROOT / ".cache" / "vscode" / "lib" / "vscode" / "out" / "server-main.js"
"""The server of a real VS Code, where the tests have fetched one."""

BIN = "Scripts" if sys.platform == "win32" else "bin"


def main() -> None:
    """Build and try; ends with the first thing that fails."""
    with tempfile.TemporaryDirectory(prefix="tagwright-dist-") as name:
        folder = Path(name)
        wheel = _build(folder / "build")
        done = {
            wheel: "installed with pip and with pipx; generates offline",
            next(DIST.glob("*.tar.gz")): "the wheel is built from it",
        }
        extension = _extension(wheel)
        if extension is not None:
            done[extension] = _try_in_vscode(extension, folder / "vscode")
        _try_in_venv(wheel, folder / "venv")
        _try_with_pipx(wheel, folder / "pipx")
    print("\nBuilt and tried:")
    for path, tried in done.items():
        print(f"  {path.relative_to(ROOT)} ({path.stat().st_size / 2**20:.1f} MB): {tried}")


def _build(folder: Path) -> Path:
    print("Building sdist and wheel", flush=True)
    for old in [*DIST.glob("*.whl"), *DIST.glob("*.tar.gz")]:
        old.unlink()
    build = [sys.executable, "-m", "build", "--no-isolation"]
    _run(*build, "--outdir", DIST, ROOT)
    _run(*build, "--wheel", "--outdir", folder, ROOT)
    (wheel,), (direct,) = DIST.glob("*.whl"), folder.glob("*.whl")
    if wheel.read_bytes() != direct.read_bytes():
        sys.exit("The wheel built from the sdist differs from the one built from the checkout.")
    return wheel


def _extension(wheel: Path) -> Path | None:
    """Build it; a real VS Code tries it in ``make test``."""
    if shutil.which("npm") is None:
        print("The VS Code extension is left out: there is no npm here.")
        return None
    print("Building the VS Code extension", flush=True)
    for old in DIST.glob("*.vsix"):
        old.unlink()
    _run("sh", EXTENSION, DIST)
    (vsix,) = DIST.glob("*.vsix")
    with zipfile.ZipFile(vsix) as archive:
        about = json.loads(archive.read("extension/package.json"))
        main = (PurePosixPath("extension") / about["main"]).as_posix()
        packed = archive.read(f"extension/server/{wheel.name}")
        if archive.testzip() or main not in archive.namelist() or packed != wheel.read_bytes():
            sys.exit(f"{vsix.name} is broken, or holds another wheel.")
    return vsix


def _try_in_vscode(vsix: Path, folder: Path) -> str:
    """Install it in a VS Code that has nothing else; return what was tried, for the table."""
    node = shutil.which("node")
    if node is None or not VSCODE.is_file():
        return f"not installed, since there is no VS Code at {VSCODE.relative_to(ROOT)}"
    print("Installing the extension in a VS Code without any other", flush=True)
    with zipfile.ZipFile(vsix) as archive:
        about = json.loads(archive.read("extension/package.json"))
    folder.mkdir()
    code = (node, VSCODE, "--accept-server-license-terms", "--server-data-dir", folder / "data")
    home = os.environ | {"HOME": str(folder), "USERPROFILE": str(folder)}
    _run(*code, "--install-extension", vsix, env=home)
    listing = [*map(str, code), "--list-extensions", "--show-versions"]
    listed = subprocess.run(listing, env=home, check=False, stdout=subprocess.PIPE, text=True)
    expected = f"{about['publisher']}.{about['name']}@{about['version']}"
    if listed.stdout.split() != [expected]:
        sys.exit(f"VS Code lists {listed.stdout.split()} after the installation of {expected}.")
    return "installed in a real VS Code"


def _try_in_venv(wheel: Path, folder: Path) -> None:
    print("Trying the wheel in a new virtual environment", flush=True)
    venv.create(folder, with_pip=True)
    _pip(folder, f"{wheel}[serve]")
    command = folder / BIN / "tagwright"
    _smoke(command, "generate", "lsp", prefix=_offline())
    _smoke(command, "serve")


def _try_with_pipx(wheel: Path, folder: Path) -> None:
    """Install it as a program of its own, without any extra."""
    print("Trying the wheel with pipx", flush=True)
    venv.create(folder / "tool", with_pip=True)
    _pip(folder / "tool", "pipx")
    places = {"PIPX_HOME": str(folder / "home"), "PIPX_BIN_DIR": str(folder / "bin")}
    _run(folder / "tool" / BIN / "pipx", "install", "--quiet", wheel, env=os.environ | places)
    _smoke(folder / "bin" / "tagwright", "generate", "lsp", prefix=_offline())


def _pip(folder: Path, *what: str) -> None:
    options = ("--quiet", "--disable-pip-version-check", "-c", str(ROOT / "constraints.txt"))
    _run(folder / BIN / "python", "-m", "pip", "install", *options, *what)


def _offline() -> tuple[str, ...]:
    """Return what runs a command without any network, as far as this system has that."""
    prefix = ("unshare", "--map-root-user", "--net")
    if shutil.which("unshare") and not subprocess.run([*prefix, "true"], check=False).returncode:
        return prefix
    print("  (with the network: this system has no `unshare`)")
    return ()


def _smoke(command: Path, *checks: str, prefix: tuple[str, ...] = ()) -> None:
    # Nothing of the caller's environment may help.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    _run(*prefix, sys.executable, SMOKE, command, *checks, env=kept)


def _run(*command: object, cwd: Path | None = None, env: dict[str, str] | None = None) -> None:
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=env, check=False)
    if done.returncode:
        sys.exit(f"This failed with {done.returncode}: {' '.join(map(str, command))}")


if __name__ == "__main__":
    main()
