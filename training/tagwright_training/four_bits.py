"""Training that knows of the four bits in which the base is shipped (quantization-aware).

For a step the matrices hold the values that they would have after rounding, and the gradient found
there moves the unrounded ones: the straight-through estimator (Bengio et al. 2013,
arXiv:1308.3432; Jacob et al. 2018, arXiv:1712.05877). Both forms in which the base is served take
turns, so that neither is favoured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

import torch

_Q4_0_BLOCK = 32  # values with one scale; the block sizes are those of llama.cpp and bitsandbytes
_NF4_BLOCK = 64
# Dettmers et al. 2023, arXiv:2305.14314, appendix E
_NF4_LEVELS = (
    *(-1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453),
    *(-0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0.0),
    *(0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224),
    *(0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0),
)


def q4_0(weight: torch.Tensor) -> torch.Tensor:
    """The values of ``weight``, of any shape of a multiple of 32, after llama.cpp's Q4_0.

    Method: ``quantize_row_q4_0_ref`` of ggml-quants.c; the scale is a float16.
    """
    blocks = weight.float().reshape(-1, _Q4_0_BLOCK)
    largest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
    scale = largest / -8
    steps = torch.where(scale == 0, 0, blocks / scale)
    steps = (steps + 8.5).floor().clamp(0, 15) - 8
    return (steps * scale.half().float()).reshape(weight.shape).to(weight.dtype)


def nf4(weight: torch.Tensor) -> torch.Tensor:
    """The values of ``weight``, of any shape of a multiple of 64, after bitsandbytes' NF4.

    Without double quantization, which moves the scales by less than the rounding does the values.
    """
    blocks = weight.float().reshape(-1, _NF4_BLOCK)
    scale = blocks.abs().amax(1, keepdim=True)
    levels, borders = _nf4_table(weight.device)
    steps = torch.bucketize(blocks / scale.clamp(min=1e-12), borders)
    return (levels[steps] * scale).reshape(weight.shape).to(weight.dtype)


@cache
def _nf4_table(device: torch.device) -> tuple[torch.Tensor, torch.Tensor]:
    levels = torch.tensor(_NF4_LEVELS, device=device)
    return levels, (levels[1:] + levels[:-1]) / 2


FORMS = (q4_0, nf4)


@contextmanager
def rounded(matrices: Sequence[torch.Tensor], turn: int) -> Iterator[None]:
    """Let the matrices hold their values in four bits until the context ends.

    turn: number of the step; decides which form's turn it is.
    """
    kept = [matrix.detach().clone() for matrix in matrices]
    form = FORMS[turn % len(FORMS)]
    with torch.no_grad():
        for matrix in matrices:
            matrix.copy_(form(matrix))
    try:
        yield
    finally:
        with torch.no_grad():
            for matrix, own in zip(matrices, kept, strict=True):
                matrix.copy_(own)
