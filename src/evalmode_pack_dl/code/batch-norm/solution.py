"""Batch normalisation of images."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class BatchNorm2d(nn.Module):
    """Normalise each channel over the batch, and remember running statistics for evaluation."""

    def __init__(self, num_features: int, eps: float = 1e-5, momentum: float = 0.1) -> None:
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x: Tensor) -> Tensor:
        """Normalise x, (B, C, H, W) to (B, C, H, W)."""
        if self.training:
            var, mean = torch.var_mean(x, dim=(0, 2, 3), correction=0)  # (C,) each
            self._remember(mean.detach(), var.detach(), count=x.numel() // x.shape[1])
        else:
            var, mean = self.running_var, self.running_mean
        scale = self.weight * torch.rsqrt(var + self.eps)  # (C,)
        shift = self.bias - mean * scale
        return x * scale[:, None, None] + shift[:, None, None]  # (C, 1, 1) broadcasts over (B, C, H, W)

    def _remember(self, mean: Tensor, biased_var: Tensor, count: int) -> None:
        """Move the running statistics towards those of a batch with this many values per channel."""
        unbiased_var = biased_var * count / (count - 1)
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(unbiased_var, self.momentum)
