"""Writes tanh out with exponentials.

verdict: wrong_answer
check: large-pre-activations
teaches: Your tanh divides exp by exp, and both overflow for large inputs, which gives NaN. Use torch.tanh or a form
  that saturates.
"""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    gi = x @ W_ih.T + b_ih
    gh = h @ W_hh.T + b_hh
    i_r, i_z, i_n = gi.chunk(3, dim=1)
    h_r, h_z, h_n = gh.chunk(3, dim=1)
    r = torch.sigmoid(i_r + h_r)
    z = torch.sigmoid(i_z + h_z)
    a = i_n + r * h_n
    n = (a.exp() - (-a).exp()) / (a.exp() + (-a).exp())
    return (1 - z) * n + z * h
