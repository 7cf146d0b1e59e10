"""One step of an LSTM cell."""

from __future__ import annotations

import torch
from torch import Tensor


def lstm_cell(
    x: Tensor, state: tuple[Tensor, Tensor], W_ih: Tensor, W_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> tuple[Tensor, Tensor]:
    """Advance the state by one time step.

    Args:
        x: (B, D), the input.
        state: (h, c), each (B, H).
        W_ih: (4H, D), blocks of rows in the order i, f, g, o.
        W_hh: (4H, H), the same order.
        b_ih: (4H,).
        b_hh: (4H,).

    Returns:
        The new (h, c), each (B, H).
    """
    raise NotImplementedError
