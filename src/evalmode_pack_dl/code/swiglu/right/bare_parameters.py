"""Holds bare parameters in modules of its own and multiplies with einsum."""

import torch
from torch import nn


class Weight(nn.Module):
    def __init__(self, n_out, n_in):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_out, n_in) / n_in**0.5)

    def forward(self, x):
        return torch.einsum("oi,...i->...o", self.weight, x)


class SwiGLU(nn.Module):
    def __init__(self, d_model, hidden):
        super().__init__()
        self.gate_proj = Weight(hidden, d_model)
        self.up_proj = Weight(hidden, d_model)
        self.down_proj = Weight(d_model, hidden)

    def forward(self, x):
        z = self.gate_proj(x)
        z = 0.5 * z * (1 + torch.tanh(0.5 * z))
        return self.down_proj(z * self.up_proj(x))
