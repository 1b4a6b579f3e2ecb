from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--tcp", "9257"], "give HOST:PORT"),
        (["--ws", "localhost:http"], "give HOST:PORT"),
        (["--tcp", "localhost:70000"], "give HOST:PORT"),
        (["--stdio", "--tcp", "localhost:1"], "not allowed with"),
        (["--log-level", "loud"], "no log level 'loud'"),
    ],
)
def test_bad_flags_are_one_sentence(
    cli: Callable, refused: Callable, args: list[str], words: str
) -> None:
    refused(cli("lsp", *args), words)


def test_server_whose_client_has_gone_ends(cli: Callable) -> None:
    ran = cli("lsp", "--stdio", stdin="")
    assert ran.stdout == ""
