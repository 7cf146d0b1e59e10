"""Multiplies by the weights as they are stored.

verdict: runtime_error
check: values
teaches: The weights are stored as (4H, D) and (4H, H), one row for each output, so they have to be transposed in
  the product.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih + b_ih + h @ W_hh + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
