"""How a request tells each server of its grammar."""

from __future__ import annotations

from typing import Any

import pytest

from tagwright.engines.endpoint import Endpoint
from tagwright.grammar import PREFIX

GRAMMAR = 'start: "<p>"\n'


@pytest.mark.parametrize(
    ("server", "grammar", "fields"),
    [
        ("vllm", GRAMMAR, {"structured_outputs": {"grammar": GRAMMAR}}),
        ("sglang", GRAMMAR, {"ebnf": PREFIX + GRAMMAR}),
        ("llama.cpp", GRAMMAR, {"grammar": PREFIX + GRAMMAR}),
        ("vllm", "", {}),
        ("auto", GRAMMAR, {}),
        ("off", GRAMMAR, {}),
    ],
)
def test_fields_of_the_request(server: str, grammar: str, fields: dict[str, Any]) -> None:
    endpoint = Endpoint("http://127.0.0.1:8000/v1", grammar=server)
    assert endpoint.constrained(grammar) == fields
