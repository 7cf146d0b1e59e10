"""Finds the winners' flat positions first, then gathers them from the image."""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    stride = stride if stride is not None else k
    b, c, h, w = x.shape
    with torch.no_grad():
        lowest = x.min() - 1
        shifted = F.pad(x - lowest, [padding] * 4)  # every real value is now above the zeros of the border
        place = torch.arange(h * w, device=x.device).reshape(1, 1, h, w).expand(b, c, h, w).double()
        place = F.pad(place, [padding] * 4)

        def columns(t):
            size = (t.shape[2] - k) // stride + 1
            return F.unfold(t, k, stride=stride).reshape(b, c, k * k, -1), size

        values, out_h = columns(shifted)
        places, _ = columns(place)
        winners = places.gather(2, values.argmax(dim=2, keepdim=True)).long().squeeze(2)
    pooled = x.reshape(b, c, h * w).gather(2, winners)
    return pooled.reshape(b, c, out_h, -1)
