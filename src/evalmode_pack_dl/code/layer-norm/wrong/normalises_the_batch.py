"""Takes the statistics over the first dimension.

verdict: wrong_answer
check: values
teaches: You take mean and variance over the first dimension, as batch norm would. Layer norm takes them over the
  last one, separately for each position.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=0, keepdim=True)
    var = x.var(dim=0, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
