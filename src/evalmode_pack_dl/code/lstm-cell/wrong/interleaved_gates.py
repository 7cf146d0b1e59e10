"""Splits the gates as if they were interleaved.

verdict: wrong_answer
check: values
teaches: You treat the 4H outputs as H groups of four. They are four blocks of H, so cut the dimension into four
  consecutive pieces.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.reshape(x.shape[0], -1, 4).unbind(dim=-1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
