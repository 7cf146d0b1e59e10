"""Two-dimensional convolution."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812


def conv2d(
    x: Tensor,
    w: Tensor,
    b: Tensor | None = None,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    groups: int = 1,
) -> Tensor:
    """Cross-correlate images with kernels: one strided slice of the input for each position in the kernel."""
    kh, kw = w.shape[2:]
    x = F.pad(x, (padding, padding, padding, padding))  # (B, C, H + 2 padding, W + 2 padding)
    height = (x.shape[2] - dilation * (kh - 1) - 1) // stride + 1
    width = (x.shape[3] - dilation * (kw - 1) - 1) // stride + 1
    x = x.unflatten(1, (groups, -1))  # (B, groups, C / groups, H + 2 padding, W + 2 padding)
    w = w.unflatten(0, (groups, -1))  # (groups, O / groups, C / groups, kh, kw)

    y = x.new_zeros(())
    for i in range(kh):
        for j in range(kw):
            rows = slice(i * dilation, i * dilation + (height - 1) * stride + 1, stride)
            columns = slice(j * dilation, j * dilation + (width - 1) * stride + 1, stride)
            seen = x[..., rows, columns]  # (B, groups, C / groups, H', W'): the pixels that meet weight (i, j)
            y = y + torch.einsum("bgchw,goc->bgohw", seen, w[..., i, j])
    y = y.flatten(1, 2)  # (B, O, H', W')
    return y if b is None else y + b[:, None, None]
