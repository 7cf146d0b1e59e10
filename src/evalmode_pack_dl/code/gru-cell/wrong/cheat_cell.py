"""Loads the weights into torch's cell.

verdict: forbidden
check: bans
teaches: You let torch's GRU cell do the step. Write out the gates and the blend.
"""

import torch
from torch import nn


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    cell = nn.GRUCell(x.shape[1], h.shape[1], dtype=x.dtype)
    weights = {"weight_ih": W_ih, "weight_hh": W_hh, "bias_ih": b_ih, "bias_hh": b_hh}
    return torch.func.functional_call(cell, weights, (x, h))
