"""Does not scale the survivors.

verdict: wrong_answer
check: survivors
teaches: You do not scale the survivors, so the expected output shrinks to (1 - p) x. Divide them by 1 - p.
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
        return x * mask
