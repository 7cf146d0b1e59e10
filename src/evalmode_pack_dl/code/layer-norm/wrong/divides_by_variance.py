"""Divides by the variance.

verdict: wrong_answer
check: values
teaches: You divide by the variance. Divide by its square root, the standard deviation.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / (var + eps) * weight + bias
