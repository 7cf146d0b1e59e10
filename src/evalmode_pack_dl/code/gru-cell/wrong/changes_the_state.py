"""Writes the new state into the old one.

verdict: wrong_answer
check: inputs-untouched
teaches: You write the new state into the tensor that was handed in. Make a new one.
"""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    gi = x @ W_ih.T + b_ih
    gh = h.clone() @ W_hh.T + b_hh
    i_r, i_z, i_n = gi.chunk(3, dim=1)
    h_r, h_z, h_n = gh.chunk(3, dim=1)
    r = torch.sigmoid(i_r + h_r)
    z = torch.sigmoid(i_z + h_z)
    n = torch.tanh(i_n + r * h_n)
    new = (1 - z) * n + z * h.clone()
    h.data.copy_(new)
    return new
