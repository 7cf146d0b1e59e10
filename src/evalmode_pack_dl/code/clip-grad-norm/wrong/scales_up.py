"""Scales small gradients up to the limit.

verdict: wrong_answer
check: below-the-limit
teaches: You scale gradients up when their norm is below the limit. Clipping only ever makes them smaller: the
  factor is at most one.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = max_norm / (total + 1e-6)
    for g in grads:
        g.mul_(factor)
    return total
