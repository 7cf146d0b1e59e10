"""Centres the input in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You centre x in place, so the caller's tensor changes. Make a new tensor instead.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    with torch.no_grad():
        x -= x.mean(dim=-1, keepdim=True)
    x = x - x.mean(dim=-1, keepdim=True)
    var = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(var + eps) * weight + bias
