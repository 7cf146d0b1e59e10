"""Divides by the root mean square.

verdict: wrong_answer
check: values
teaches: You divide by the root mean square without taking the mean away, which is RMS norm. Layer norm subtracts
  the mean first.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean_square = (x * x).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight + bias
