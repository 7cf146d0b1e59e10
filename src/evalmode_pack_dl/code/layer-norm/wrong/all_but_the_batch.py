"""Takes the statistics over every dimension but the first.

verdict: wrong_answer
check: values
teaches: You normalise each sample as a whole, so the positions of a sequence share one mean. Only the last
  dimension is reduced.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    dims = tuple(range(1, x.dim())) or (0,)
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
