"""Forgets keepdim, so the statistics do not line up.

verdict: wrong_answer
check: values
teaches: Without keepdim the statistics have shape (...,) and line up with the wrong dimension of x. Keep the
  reduced dimension.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1)
    var = x.var(dim=-1, unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
