"""Exchanges the shapes of A and B.

verdict: wrong_answer
check: values
teaches: Your A and B have each other's shapes. A is (r, in) and B is (out, r).
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
        self.A = nn.Parameter(torch.empty(base.in_features, r, dtype=base.weight.dtype))
        self.B = nn.Parameter(torch.zeros(r, base.out_features, dtype=base.weight.dtype))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))
        self.merged = False

    def forward(self, x):
        out = self.base(x)
        if not self.merged:
            out = out + (x @ self.A) @ self.B * self.scale
        return out

    def merge(self):
        if not self.merged:
            self.base.weight.data += self.scale * (self.A @ self.B).T.detach()
            self.merged = True

    def unmerge(self):
        if self.merged:
            self.base.weight.data -= self.scale * (self.A @ self.B).T.detach()
            self.merged = False
