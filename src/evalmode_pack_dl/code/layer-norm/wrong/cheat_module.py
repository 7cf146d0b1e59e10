"""Wraps torch's layer and loads the weights into it.

verdict: forbidden
check: bans
teaches: You let torch's LayerNorm module do the job. Build it from tensor operations.
"""

import torch
from torch import nn as layers


def layer_norm(x, weight, bias, eps=1e-5):
    norm = layers.LayerNorm(x.shape[-1], eps=eps, elementwise_affine=False, dtype=x.dtype)
    return norm(x) * weight + bias
