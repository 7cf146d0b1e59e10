"""Flattens to rows, sums with einsum and matrix products, and puts the shape back."""

import math

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    shape = x.shape
    rows = x.reshape(-1, shape[-1])
    n_features = rows.shape[1]
    ones = torch.ones(n_features, dtype=x.dtype, device=x.device)
    rows = rows - torch.einsum("nd,d->n", rows, ones)[:, None] / n_features
    energy = torch.einsum("nd,nd->n", rows, rows)  # D times the variance
    rows = rows * math.sqrt(n_features) / (energy + n_features * eps).sqrt()[:, None]
    return torch.einsum("nd,d->nd", rows, weight).add(bias).reshape(shape)
