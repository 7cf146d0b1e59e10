"""Turns every channel into a row and lets layer norm do the work.

verdict: forbidden
check: bans
teaches: Layer norm over the values of each channel does the whole normalisation for you. Build it from tensor
  operations.
"""

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(num_features))
        self.bias = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))

    def forward(self, x):
        shape = (1, -1, 1, 1)
        if not self.training:
            x_hat = (x - self.running_mean.view(shape)) * (self.running_var.view(shape) + self.eps).rsqrt()
        else:
            rows = x.transpose(0, 1).flatten(1)
            with torch.no_grad():
                self.running_mean.lerp_(rows.mean(1), self.momentum)
                self.running_var.lerp_(rows.var(1), self.momentum)
            rows = nn.functional.layer_norm(rows, rows.shape[1:], eps=self.eps)
            x_hat = rows.unflatten(1, (x.shape[0], *x.shape[2:])).transpose(0, 1)
        return x_hat * self.weight.view(shape) + self.bias.view(shape)
