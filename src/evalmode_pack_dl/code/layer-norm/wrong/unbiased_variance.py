"""Uses the unbiased variance.

verdict: wrong_answer
check: values
teaches: You divide the squared deviations by D - 1, as var() does unless told otherwise. Layer norm uses the biased
  variance, divided by D.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
