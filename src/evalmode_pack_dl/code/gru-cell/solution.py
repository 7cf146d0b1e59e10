"""One step of a GRU cell."""

from __future__ import annotations

import torch
from torch import Tensor


def gru_cell(x: Tensor, h: Tensor, W_ih: Tensor, W_hh: Tensor, b_ih: Tensor, b_hh: Tensor) -> Tensor:
    """Advance the hidden state by one time step."""
    r_x, z_x, n_x = (x @ W_ih.T + b_ih).chunk(3, dim=-1)  # (B, 3H) into (B, H) each
    r_h, z_h, n_h = (h @ W_hh.T + b_hh).chunk(3, dim=-1)
    r = torch.sigmoid(r_x + r_h)
    z = torch.sigmoid(z_x + z_h)
    n = torch.tanh(n_x + r * n_h)  # the reset gate scales the hidden part with its bias
    return (1 - z) * n + z * h
