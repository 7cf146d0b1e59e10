"""Flattens with view.

verdict: runtime_error
check: non-contiguous
teaches: view needs a tensor that is contiguous in memory, and a transposed input is not. Reduce over the last
  dimension, or use reshape.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    shape = x.shape
    x = x.view(-1, shape[-1])
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return (x / torch.sqrt(mean_square + eps) * weight).view(shape)
