"""Cuts the gradient of the old cell.

verdict: wrong_answer
check: gradients
teaches: You detach the old cell state, so no gradient reaches earlier steps along it. That path is what the cell is
  for.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c.detach() + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
