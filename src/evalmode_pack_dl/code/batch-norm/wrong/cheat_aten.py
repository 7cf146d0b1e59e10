"""Calls the operator behind torch's layer.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's batch norm. Build it from tensor operations.
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
        run = torch.ops.aten.native_batch_norm
        stored = (self.running_mean, self.running_var)
        return run(x, self.weight, self.bias, *stored, self.training, self.momentum, self.eps)[0]
