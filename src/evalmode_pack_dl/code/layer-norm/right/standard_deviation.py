"""Uses torch's biased variance and a power instead of a root."""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    var, mean = torch.var_mean(x, dim=-1, correction=0, keepdim=True)
    return torch.addcmul(bias, (x - mean) * (var + eps) ** -0.5, weight)
