"""Leaves eps out.

verdict: wrong_answer
check: small-spread
teaches: You divide by the bare standard deviation. A constant row then gives 0/0, so add eps to the variance.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var) * weight + bias
