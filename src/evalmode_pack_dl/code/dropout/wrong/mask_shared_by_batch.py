"""Draws one mask for all samples.

verdict: wrong_answer
check: independence
teaches: You draw one mask and use it for every sample of the batch. Each element of each sample is drawn on its
  own.
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
        mask = torch.rand(x.shape[1:]) >= self.p
        return x * mask / (1 - self.p)
