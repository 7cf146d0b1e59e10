"""torch's own LSTM cell behind the same interface."""

from __future__ import annotations

import torch
from torch import Tensor


def lstm_cell(
    x: Tensor, state: tuple[Tensor, Tensor], W_ih: Tensor, W_hh: Tensor, b_ih: Tensor, b_hh: Tensor
) -> tuple[Tensor, Tensor]:
    """Call the function behind nn.LSTMCell."""
    return torch.lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh)
