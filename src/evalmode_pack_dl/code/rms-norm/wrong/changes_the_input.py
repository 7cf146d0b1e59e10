"""Divides in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You divide x in place, so the caller's tensor changes. Make a new tensor.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    given, x = x, x.clone()
    given.data /= (x * x).mean(dim=-1, keepdim=True).add(eps).sqrt().detach()
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight
