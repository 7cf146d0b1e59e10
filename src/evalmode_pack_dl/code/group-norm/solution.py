"""Group normalisation."""

from __future__ import annotations

import torch
from torch import Tensor


def group_norm(x: Tensor, G: int, weight: Tensor, bias: Tensor, eps: float = 1e-5) -> Tensor:
    """Normalise blocks of channels of each sample, then scale and shift each channel."""
    channels = x.shape[1]
    if channels % G:
        raise ValueError(f"{channels} channels cannot be cut into {G} equal groups")
    rows = x.unflatten(1, (G, channels // G)).flatten(2)  # (B, G, C / G * positions)
    centred = rows - rows.mean(dim=-1, keepdim=True)
    variance = centred.square().mean(dim=-1, keepdim=True)  # (B, G, 1), biased
    y = (centred * torch.rsqrt(variance + eps)).reshape(x.shape)
    per_channel = (channels, *[1] * (x.dim() - 2))  # (C, 1, 1) for images
    return y * weight.reshape(per_channel) + bias.reshape(per_channel)
