"""Leaves the base trainable.

verdict: wrong_answer
check: start
teaches: Your base still trains. Freeze its weight and bias; only A and B learn.
"""

import math

import torch
from torch import nn


class LoRALinear(nn.Module):
    def __init__(self, base, r, alpha):
        super().__init__()
        self.base = base
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
