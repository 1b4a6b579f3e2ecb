"""Neovim's MessagePack-RPC over the pipes of a child process.

https://neovim.io/doc/user/api.html#rpc. pynvim leaves its pipes open, which is an error in our
tests.
"""

from __future__ import annotations

import subprocess
from typing import Any

import msgpack

_REQUEST, _RESPONSE = 0, 1


class Rpc:
    """One Neovim; requests are answered one after the other, its notifications are dropped."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=env)
        self._unpacker = msgpack.Unpacker(raw=False, unicode_errors="surrogateescape")
        self._id = 0

    def call(self, method: str, *arguments: Any) -> Any:
        """Call a function of the API. Raises ``AssertionError`` with Neovim's error."""
        self._id += 1
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        stdin.write(msgpack.packb([_REQUEST, self._id, method, arguments]))
        stdin.flush()
        while True:
            for kind, number, *rest in self._unpacker:
                if (kind, number) == (_RESPONSE, self._id):
                    error, result = rest
                    assert error is None, error
                    return result
            got = stdout.read1(65536)
            assert got, "Neovim has ended"
            self._unpacker.feed(got)

    def close(self) -> None:
        """End it, whatever its buffers hold."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.terminate()
        self._process.wait(60)
        self._process.stdout.close()
