"""Rounding in training is the rounding of what is shipped."""

import gguf
import numpy as np
import pytest
import torch

from tagwright_training.four_bits import nf4, q4_0, rounded


@pytest.fixture
def matrix() -> torch.Tensor:
    made = torch.randn(96, 128, generator=torch.Generator().manual_seed(1))
    made[0, :64] = 0.0  # a block without a scale
    return made


def test_q4_0_rounds_as_llama_cpp(matrix: torch.Tensor) -> None:
    stored = gguf.quantize(matrix.numpy(), gguf.GGMLQuantizationType.Q4_0)
    expected = gguf.dequantize(stored, gguf.GGMLQuantizationType.Q4_0)
    assert np.array_equal(q4_0(matrix).numpy(), expected)


def test_nf4_rounds_as_bitsandbytes(matrix: torch.Tensor) -> None:
    functional = pytest.importorskip("bitsandbytes.functional")
    stored, state = functional.quantize_4bit(matrix, blocksize=64, quant_type="nf4")
    expected = functional.dequantize_4bit(stored, state)
    assert torch.allclose(nf4(matrix), expected, atol=1e-5)


def test_forms_take_turns_and_weights_come_back(matrix: torch.Tensor) -> None:
    weight = torch.nn.Parameter(matrix.clone())
    for turn, form in enumerate((q4_0, nf4, q4_0)):
        with rounded([weight], turn):
            assert torch.equal(weight.detach(), form(matrix))
            (weight**2).sum().backward()
        assert torch.equal(weight.detach(), matrix)
        assert weight.grad is not None
        assert torch.equal(weight.grad, 2 * form(matrix))
        weight.grad = None


def test_weights_come_back_after_an_error(matrix: torch.Tensor) -> None:
    weight = torch.nn.Parameter(matrix.clone())
    with pytest.raises(KeyboardInterrupt), rounded([weight], 0):
        raise KeyboardInterrupt
    assert torch.equal(weight.detach(), matrix)
