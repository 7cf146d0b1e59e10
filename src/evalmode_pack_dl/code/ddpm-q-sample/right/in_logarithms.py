"""Sums logarithms and takes the noise's share by expm1; broadcasts from the other end."""

import torch


def q_sample(x0, t, noise, betas):
    log_bar = torch.log1p(-betas).cumsum(0).index_select(0, t)  # (B,)
    signal, spread = torch.exp(0.5 * log_bar), torch.sqrt(-torch.expm1(log_bar))
    axes = tuple(range(x0.ndim - 1, -1, -1))
    return (x0.permute(axes) * signal + noise.permute(axes) * spread).permute(axes)  # batch last and back
