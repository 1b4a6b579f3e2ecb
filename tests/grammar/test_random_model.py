"""Noise, held to the grammar by llama.cpp, is well-formed; 500 answers are in the benchmark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.grammar.random_model import random_engine, sample

ANSWERS = 100


@pytest.mark.parametrize("codec", ["pointer", "none"])
def test_noise_is_well_formed(codec: str, tmp_path: Path) -> None:
    engine = random_engine(tmp_path / "model", codec)
    try:
        ends, wrong = sample(engine, ANSWERS, 64)
    finally:
        engine.close()
    assert wrong == []
    assert ends.total() == ANSWERS
    # Noise seldom comes to an end by itself: for whole answers see test_masks.
    assert ends["whole"] + ends["mended"] > ANSWERS // 2
