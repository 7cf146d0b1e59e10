"""Computes each gate for itself, from its own slice of the weights."""

import torch
import torch.nn.functional as F


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    hidden, cell = state
    H = hidden.size(1)

    def gate(n):
        rows = slice(n * H, (n + 1) * H)
        return F.linear(x, W_ih[rows], b_ih[rows]) + F.linear(hidden, W_hh[rows], b_hh[rows])

    write, forget, show = (torch.sigmoid(gate(n)) for n in (0, 1, 3))
    content = torch.tanh(gate(2))
    cell = torch.addcmul(write * content, forget, cell)
    return show * cell.tanh(), cell
