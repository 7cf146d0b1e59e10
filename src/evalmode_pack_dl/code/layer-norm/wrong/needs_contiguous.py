"""Flattens with view.

verdict: runtime_error
check: non-contiguous
teaches: view needs a tensor that is contiguous in memory, and a transposed input is not. Use reshape, or reduce
  over the last dimension without flattening.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    shape = x.shape
    x = x.view(-1, shape[-1])
    mean = x.mean(dim=1, keepdim=True)
    var = x.var(dim=1, keepdim=True, unbiased=False)
    y = (x - mean) / torch.sqrt(var + eps) * weight + bias
    return y.view(shape)
