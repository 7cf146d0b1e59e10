"""Divides by the norm without looking.

verdict: runtime_error
check: all-gradients-zero, no-gradients-at-all
teaches: You divide by the norm, which is zero when all gradients are. Only divide where the norm is above the
  limit, or add a tiny number.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = min(1.0, max_norm / total.item())
    for g in grads:
        g.mul_(factor)
    return total
