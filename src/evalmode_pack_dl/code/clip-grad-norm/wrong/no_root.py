"""Forgets the square root.

verdict: wrong_answer
check: returned-norm, clipped
teaches: You forgot the square root: the sum of squares is the squared norm.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = sum(((g**2).sum() for g in grads), torch.zeros(()))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
