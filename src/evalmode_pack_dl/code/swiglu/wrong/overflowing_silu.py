"""Writes SiLU as x e^x / (1 + e^x).

verdict: wrong_answer
check: large-values
teaches: You compute exp of the input in numerator and denominator, and for large inputs that is infinity over
  infinity. Use the sigmoid.
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
        return self.down_proj((lambda z: z * z.exp() / (1 + z.exp()))(self.gate_proj(x)) * self.up_proj(x))
