"""Keeps mean and variance out of the graph.

verdict: wrong_answer
check: gradients
teaches: You treat mean and variance as constants in the backward pass. They depend on x, so gradients must flow
  through them as well.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    with torch.no_grad():
        mean = x.mean(dim=-1, keepdim=True)
        var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
