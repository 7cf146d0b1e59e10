"""Views all windows at once with Tensor.unfold, and sums with one einsum per group."""

import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    batch, channels, height, width = x.shape
    if padding:
        padded = torch.zeros(batch, channels, height + 2 * padding, width + 2 * padding, dtype=x.dtype)
        padded[:, :, padding:-padding, padding:-padding] = x
        x = padded
    kh, kw = w.shape[-2:]
    windows = x.unfold(2, dilation * (kh - 1) + 1, stride).unfold(3, dilation * (kw - 1) + 1, stride)
    windows = windows[..., ::dilation, ::dilation]
    outputs = [
        torch.einsum("bchwij,ocij->bohw", part, kernels)
        for part, kernels in zip(windows.chunk(groups, dim=1), w.chunk(groups, dim=0), strict=True)
    ]
    y = torch.cat(outputs, dim=1)
    if b is not None:
        y = y + b.reshape(-1, 1, 1)
    return y
