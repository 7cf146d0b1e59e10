"""Detaches the input of the update.

verdict: wrong_answer
check: gradient-flow
teaches: No gradient reaches the input through the update, because you detach x there.
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
            out = out + (x.detach() @ self.A.T) @ self.B.T * self.scale
        return out

    def merge(self):
        if not self.merged:
            self.base.weight.data += self.scale * (self.B @ self.A).detach()
            self.merged = True

    def unmerge(self):
        if self.merged:
            self.base.weight.data -= self.scale * (self.B @ self.A).detach()
            self.merged = False
