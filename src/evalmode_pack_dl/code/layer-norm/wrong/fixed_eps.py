"""Ignores the eps that is passed in.

verdict: wrong_answer
check: eps-argument
teaches: You use 1e-5 whatever eps is given. The argument must count.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, keepdim=True, unbiased=False)
    return (x - mean) / torch.sqrt(var + 1e-5) * weight + bias
