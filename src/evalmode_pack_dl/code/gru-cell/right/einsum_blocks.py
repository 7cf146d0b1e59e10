"""Gives the blocks a dimension of their own, and writes the gates with tanh."""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    blocks = (3, h.shape[1])
    from_x = torch.einsum("bd,khd->kbh", x, W_ih.unflatten(0, blocks)) + b_ih.unflatten(0, blocks)[:, None]
    from_h = torch.einsum("bj,khj->kbh", h, W_hh.unflatten(0, blocks)) + b_hh.unflatten(0, blocks)[:, None]
    reset, update = 0.5 * (1 + torch.tanh(0.5 * (from_x[:2] + from_h[:2])))
    candidate = torch.tanh(from_x[2] + reset * from_h[2])
    return candidate + update * (h - candidate)
