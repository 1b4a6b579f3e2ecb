"""Noise, held to the grammar by llama.cpp, is well-formed; 500 answers are in the benchmark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.grammar.random_model import random_engine, sample

ANSWERS, TOKENS, LIKING = 100, 128, 5.0


@pytest.mark.parametrize("codec", ["pointer", "none"])
def test_noise_is_well_formed(codec: str, tmp_path: Path) -> None:
    engine = random_engine(tmp_path / "model", codec, liking=LIKING)
    try:
        ends, wrong = sample(engine, ANSWERS, TOKENS)
    finally:
        engine.close()
    assert wrong == []
    assert ends.total() == ANSWERS
    # Both ways of coming to an end were there.
    assert ends["whole"] > ANSWERS // 4
    assert ends["mended"] > 0
