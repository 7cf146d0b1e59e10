"""Splits the blocks as if they were interleaved.

verdict: wrong_answer
check: values
teaches: You treat the 3H outputs as H groups of three. They are three blocks of H, so cut the dimension into three
  consecutive pieces.
"""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    gi = x @ W_ih.T + b_ih
    gh = h @ W_hh.T + b_hh
    i_r, i_z, i_n = gi.reshape(x.shape[0], -1, 3).unbind(-1)
    h_r, h_z, h_n = gh.reshape(x.shape[0], -1, 3).unbind(-1)
    r = torch.sigmoid(i_r + h_r)
    z = torch.sigmoid(i_z + h_z)
    n = torch.tanh(i_n + r * h_n)
    return (1 - z) * n + z * h
