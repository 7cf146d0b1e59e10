"""Computes the update in float32.

verdict: wrong_answer
check: float64
teaches: You compute the update in float32, so float64 loses half of its digits.
"""

import math

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r, alpha):
        super().__init__()
        self.base = base
        for p in self.base.parameters():
            p.requires_grad = False
        self.r = r
        self.scale = alpha / r
        self.A = nn.Parameter(torch.empty(r, base.in_features, dtype=base.weight.dtype))
        self.B = nn.Parameter(torch.zeros(base.out_features, r, dtype=base.weight.dtype))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))
        self.merged = False

    def forward(self, x):
        out = self.base(x)
        if not self.merged:
            out = out + ((x.float() @ self.A.float().T) @ self.B.float().T * self.scale).to(x.dtype)
        return out

    def merge(self):
        if not self.merged:
            self.base.weight.data += self.scale * (self.B @ self.A).detach()
            self.merged = True

    def unmerge(self):
        if self.merged:
            self.base.weight.data -= self.scale * (self.B @ self.A).detach()
            self.merged = False
