"""The factor is clamped at one, as torch does it; the new gradients are new tensors."""

import torch


def clip_grad_norm_(params, max_norm):
    params = [p for p in params if p.grad is not None]
    total = sum((p.grad.detach() ** 2).sum() for p in params) ** 0.5
    factor = max_norm / (total + 1e-6)
    for p in params:
        p.grad = p.grad * min(float(factor), 1.0)
    return total
