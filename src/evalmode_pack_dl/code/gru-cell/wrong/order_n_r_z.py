"""Takes the candidate's block first.

verdict: wrong_answer
check: values
teaches: You take the first block for the candidate. The order here is r, z, n.
"""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    gi = x @ W_ih.T + b_ih
    gh = h @ W_hh.T + b_hh
    i_n, i_r, i_z = gi.chunk(3, dim=1)
    h_n, h_r, h_z = gh.chunk(3, dim=1)
    r = torch.sigmoid(i_r + h_r)
    z = torch.sigmoid(i_z + h_z)
    n = torch.tanh(i_n + r * h_n)
    return (1 - z) * n + z * h
