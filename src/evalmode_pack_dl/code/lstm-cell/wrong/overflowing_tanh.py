"""Writes tanh out with exponentials.

verdict: wrong_answer
check: large-pre-activations
teaches: Your tanh divides exp by exp, and both overflow for large inputs, which gives NaN. Use torch.tanh or a form
  that saturates.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = (torch.exp(g) - torch.exp(-g)) / (torch.exp(g) + torch.exp(-g))
    c_new = f * c + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
