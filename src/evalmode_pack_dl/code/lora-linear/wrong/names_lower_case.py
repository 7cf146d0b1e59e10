"""Names the factors lora_A and lora_B.

verdict: wrong_answer
check: values
teaches: Your factors are called lora_A and lora_B. The frozen names are A and B.
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
        self.lora_A = nn.Parameter(torch.empty(r, base.in_features, dtype=base.weight.dtype))
        self.lora_B = nn.Parameter(torch.zeros(base.out_features, r, dtype=base.weight.dtype))
        nn.init.kaiming_uniform_(self.lora_A, a=math.sqrt(5))
        self.merged = False

    def forward(self, x):
        out = self.base(x)
        if not self.merged:
            out = out + (x @ self.lora_A.T) @ self.lora_B.T * self.scale
        return out

    def merge(self):
        if not self.merged:
            self.base.weight.data += self.scale * (self.lora_B @ self.lora_A).detach()
            self.merged = True

    def unmerge(self):
        if self.merged:
            self.base.weight.data -= self.scale * (self.lora_B @ self.lora_A).detach()
            self.merged = False
