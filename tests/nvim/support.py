"""A real Neovim with the plugin on its runtime path, driven through its RPC."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .rpc import Rpc

WAIT = 120.0
"""Seconds before a test gives up; never a measure of how fast something must be."""

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "editor-client" / "nvim"
CURRENT = ROOT / ".cache" / "editors" / "bin" / "nvim"
"""Where tests/editors/install.sh puts a current Neovim."""

HELLO = {"text": "<p>Hello</p>"}
SLOW = {"match": "slow", "tokens": ["<p>x</p>"] * 2000, "token_ms": 50}
"""Far more than a test waits for."""


def programs() -> dict[str, str | None]:
    """Return the Neovims to test with: the distribution's own, and a current one."""
    system = shutil.which("nvim")
    return {"system": system, "current": str(CURRENT) if CURRENT.exists() else system}


class Nvim:
    """One Neovim, with its own folder for everything that it keeps."""

    def __init__(
        self,
        program: str,
        folder: Path,
        settings: dict[str, Any] | None = None,
        options: dict[str, Any] | None = None,
        path: str | None = None,
    ) -> None:
        """settings: of the server. options: of the plugin. path: instead of the PATH where the
        server is."""
        self.folder = folder
        home = folder / "home"
        home.mkdir(exist_ok=True)
        places = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        found = path or f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        given = {"settings": settings or {}, **(options or {})}
        start = [
            program,
            *("--embed", "--headless", "--clean", "-n"),
            *("--cmd", f"set rtp^={PLUGIN}"),
            *("--cmd", f"let g:tagwright = json_decode('{json.dumps(given)}')"),
        ]
        env = {**os.environ, "HOME": str(home), **places, "PATH": found}
        self._rpc = Rpc(start, env)
        self.do("set hidden")
        # What the user is told, in order; reading :messages would cut long ones.
        self.lua("_G.told = {}; vim.notify = function(text) table.insert(_G.told, text) end")

    def close(self) -> None:
        """End it, whatever its buffers hold."""
        self._rpc.close()

    @property
    def told(self) -> list[str]:
        """What the user was told."""
        return list(self.lua("return _G.told"))

    @property
    def text(self) -> str:
        """The text of the current buffer."""
        return "\n".join(self.api("buf_get_lines", 0, 0, -1, False)) + "\n"

    def lua(self, code: str, *arguments: Any) -> Any:
        """Run Lua."""
        return self.api("exec_lua", code, arguments)

    def api(self, name: str, *arguments: Any) -> Any:
        """Call a function of Neovim's API, named without ``nvim_``."""
        return self._rpc.call(f"nvim_{name}", *arguments)

    def vim(self, name: str, *arguments: Any) -> Any:
        """Call one of Vim's functions."""
        return self.api("call_function", name, arguments)

    def has(self, version: str) -> bool:
        """Whether it is at least this version."""
        return bool(self.vim("has", f"nvim-{version}"))

    def open(self, text: str, name: str = "page.html", attached: bool = True) -> Path:
        """Write a file and edit it; returns once the server is attached."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        self.do(f"edit {file}")
        if attached:
            self.until(lambda: self.attached, "the server is attached")
        return file

    @property
    def attached(self) -> bool:
        """Whether the server is attached to the current buffer, and has said what it can do."""
        return bool(
            self.lua(
                "local client = require('tagwright.client').of(0)"
                " return client ~= nil and client.server_capabilities ~= nil"
                " and client.server_capabilities.executeCommandProvider ~= nil"
            )
        )

    def cursor(self, part: str) -> None:
        """Put the cursor at the beginning of a part of the text."""
        before = self.text[: self.text.index(part)]
        column = len(before.rpartition("\n")[2].encode())
        self.api("win_set_cursor", 0, [before.count("\n") + 1, column])

    def do(self, command: str) -> None:
        """Run an Ex command."""
        self.api("command", command)

    def until(self, happened: Callable[[], Any], what: str = "") -> Any:
        """Wait until something is true, and return it."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            found = happened()
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"{what or happened} did not happen; told: {self.told}; {self.text!r}")

    def until_text(self, text: str) -> None:
        """Wait until the buffer holds exactly this."""
        end = time.monotonic() + WAIT
        while self.text != text and time.monotonic() < end:
            time.sleep(0.05)
        assert self.text == text, self.told

    def until_told(self, part: str) -> str:
        """Wait until the user was told something, and return it."""
        found = self.until(lambda: [told for told in self.told if part in told], f"{part!r}")
        return str(found[0])
