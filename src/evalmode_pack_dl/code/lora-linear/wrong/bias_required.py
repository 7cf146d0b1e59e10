"""Takes a bias for granted.

verdict: runtime_error
check: values
teaches: Your code needs a bias, but the base may have none.
"""

import math

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r, alpha):
        super().__init__()
        self.base = base
        self.base.weight.requires_grad = False
        self.base.bias.requires_grad = False
        self.r = r
        self.scale = alpha / r
        self.A = nn.Parameter(torch.empty(r, base.in_features, dtype=base.weight.dtype))
        self.B = nn.Parameter(torch.zeros(base.out_features, r, dtype=base.weight.dtype))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))
        self.merged = False

    def forward(self, x):
        out = self.base(x)
        if not self.merged:
            out = out + (x @ self.A.T) @ self.B.T * self.scale
        return out

    def merge(self):
        if not self.merged:
            self.base.weight.data += self.scale * (self.B @ self.A).detach()
            self.merged = True

    def unmerge(self):
        if self.merged:
            self.base.weight.data -= self.scale * (self.B @ self.A).detach()
            self.merged = False
