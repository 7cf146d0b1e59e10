"""Unpacks exactly three dimensions.

verdict: runtime_error
check: values
teaches: You unpack batch, time and width, so inputs of another rank fail. Linear layers work on the last dimension
  of whatever comes.
"""

import torch
from torch import nn
import torch.nn.functional as F


class SwiGLU(nn.Module):
    def __init__(self, d_model, hidden):
        super().__init__()
        self.gate_proj = nn.Linear(d_model, hidden, bias=False)
        self.up_proj = nn.Linear(d_model, hidden, bias=False)
        self.down_proj = nn.Linear(hidden, d_model, bias=False)

    def forward(self, x):
        B, T, D = x.shape
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))
