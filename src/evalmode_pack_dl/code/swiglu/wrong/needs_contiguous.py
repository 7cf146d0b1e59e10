"""Flattens with view.

verdict: runtime_error
check: non-contiguous
teaches: view needs a tensor that is contiguous in memory, and a transposed input is not. No flattening is needed.
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
        shape = x.shape
        x = x.view(-1, shape[-1])
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x)).view(shape)
