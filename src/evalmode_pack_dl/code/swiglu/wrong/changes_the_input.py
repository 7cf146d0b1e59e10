"""Writes the result into x.

verdict: wrong_answer
check: inputs-untouched
teaches: You write the result into the tensor that was handed in. Return a new one.
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
        y = self.down_proj(F.silu(self.gate_proj(x.clone())) * self.up_proj(x.clone()))
        x.data.copy_(y)
        return y
