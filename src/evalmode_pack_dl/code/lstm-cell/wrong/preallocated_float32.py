"""Fills a float32 buffer with the gates.

verdict: wrong_answer
check: float64
teaches: You collect the gates in a buffer of the default dtype, so float64 inputs lose half of their digits. Make
  the buffer in the dtype of x.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = torch.zeros(x.shape[0], W_ih.shape[0])
    gates += x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
