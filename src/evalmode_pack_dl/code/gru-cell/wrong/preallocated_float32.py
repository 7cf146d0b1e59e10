"""Fills a float32 buffer with the gates.

verdict: wrong_answer
check: float64
teaches: You collect the gates in a buffer of the default dtype, so float64 inputs lose half of their digits. Make
  the buffer in the dtype of x.
"""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    gi = torch.zeros(x.shape[0], W_ih.shape[0])
    gi += x @ W_ih.T + b_ih
    gh = h @ W_hh.T + b_hh
    i_r, i_z, i_n = gi.chunk(3, dim=1)
    h_r, h_z, h_n = gh.chunk(3, dim=1)
    r = torch.sigmoid(i_r + h_r)
    z = torch.sigmoid(i_z + h_z)
    n = torch.tanh(i_n + r * h_n)
    return (1 - z) * n + z * h
