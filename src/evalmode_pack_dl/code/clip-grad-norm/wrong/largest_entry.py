"""Takes the largest entry for the norm.

verdict: wrong_answer
check: returned-norm, clipped
teaches: You take the largest absolute entry, which is the infinity norm. The L2 norm is asked for: the root
  of the sum of squares.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = max((g.abs().max() for g in grads), default=torch.zeros(()))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
