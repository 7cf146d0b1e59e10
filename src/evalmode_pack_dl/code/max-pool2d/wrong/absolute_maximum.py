"""Takes the value of the largest magnitude.

verdict: wrong_answer
check: values
teaches: You take the value that is largest in magnitude. Max pooling compares the values themselves.
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = k if stride is None else stride
    B, C, H, W = x.shape
    out_h = (H + 2 * padding - k) // stride + 1
    out_w = (W + 2 * padding - k) // stride + 1
    x = F.pad(x, (padding, padding, padding, padding), value=float("-inf"))
    windows = x.unfold(2, k, stride).unfold(3, k, stride)
    flat = windows.reshape(B, C, out_h, out_w, k * k)
    size = flat.abs().where(flat.isfinite(), torch.zeros_like(flat))
    return flat.gather(-1, size.argmax(dim=-1, keepdim=True)).squeeze(-1)
