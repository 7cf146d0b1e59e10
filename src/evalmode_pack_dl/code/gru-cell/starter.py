"""One step of a GRU cell."""

from __future__ import annotations

import torch
from torch import Tensor


def gru_cell(x: Tensor, h: Tensor, W_ih: Tensor, W_hh: Tensor, b_ih: Tensor, b_hh: Tensor) -> Tensor:
    """Advance the hidden state by one time step.

    Args:
        x: (B, D), the input.
        h: (B, H), the hidden state.
        W_ih: (3H, D), blocks of rows in the order r, z, n.
        W_hh: (3H, H), the same order.
        b_ih: (3H,).
        b_hh: (3H,).

    Returns:
        The new hidden state, (B, H).
    """
    raise NotImplementedError
