"""Adds 1 to the forget gate's pre-activation.

verdict: wrong_answer
check: values
teaches: You add 1 to the forget gate at every step. A positive forget bias is a way to initialise b, not a part of
  the cell.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f + 1.0), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
