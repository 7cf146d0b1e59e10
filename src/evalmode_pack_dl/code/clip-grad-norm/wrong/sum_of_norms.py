"""Adds up the norms of the tensors.

verdict: wrong_answer
check: returned-norm, clipped
teaches: You add up the norms of the tensors. The norm of everything together is the root of the sum of their
  squares.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = sum((g.norm() for g in grads), torch.zeros(()))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
