"""Loads the weights into torch's cell.

verdict: forbidden
check: bans
teaches: You let torch's LSTM cell do the step. Write out the gates and the update.
"""

import torch
from torch import nn


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    cell = nn.LSTMCell(W_ih.shape[1], W_hh.shape[1], dtype=x.dtype)
    weights = {"weight_ih": W_ih, "weight_hh": W_hh, "bias_ih": b_ih, "bias_hh": b_hh}
    return torch.func.functional_call(cell, weights, (x, state))
