"""Joins the two up projections into one product."""

import torch
import torch.nn.functional as F
from torch import nn


class SwiGLU(nn.Module):
    def __init__(self, d_model, hidden):
        super().__init__()
        linear = lambda n_in, n_out: nn.Linear(n_in, n_out, bias=False)
        self.gate_proj, self.up_proj = linear(d_model, hidden), linear(d_model, hidden)
        self.down_proj = linear(hidden, d_model)

    def forward(self, x):
        joined = torch.cat([self.gate_proj.weight, self.up_proj.weight])
        gate, up = F.linear(x, joined).chunk(2, dim=-1)
        return F.linear(F.silu(gate).mul(up), self.down_proj.weight)
