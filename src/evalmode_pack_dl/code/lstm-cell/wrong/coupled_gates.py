"""Writes with 1 - f instead of the input gate.

verdict: wrong_answer
check: values
teaches: You write with 1 - f, so the input gate has no effect. The candidate is scaled by the input gate i.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c + (1 - f) * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
