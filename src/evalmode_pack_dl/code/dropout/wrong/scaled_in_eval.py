"""Scales in eval mode, as the original dropout did.

verdict: wrong_answer
check: eval-mode
teaches: You multiply by 1 - p in eval mode. With the scaling done in training, evaluation returns x as it is.
"""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x * (1 - self.p)
        if self.p == 1:
            return x * 0
        mask = torch.rand(x.shape) >= self.p
        return x * mask / (1 - self.p)
