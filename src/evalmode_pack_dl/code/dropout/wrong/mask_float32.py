"""Multiplies with a float32 mask.

verdict: wrong_answer
check: bfloat16
teaches: Your mask is float32, so bfloat16 comes back as float32. Use a boolean mask, or one in the dtype of x.
"""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        if self.p == 1:
            return x * 0
        mask = torch.rand(x.shape) >= self.p
        mask = mask.float()
        return x * mask / (1 - self.p)
