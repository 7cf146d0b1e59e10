"""Draws the survivors with bernoulli, in the dtype of x."""

import torch


class Dropout(torch.nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.keep = 1.0 - p

    def forward(self, x):
        if not self.training or self.keep == 1.0:
            return x
        if self.keep == 0.0:
            return torch.zeros_like(x)
        survivors = torch.bernoulli(torch.full_like(x, self.keep))
        return x * (survivors / self.keep)
