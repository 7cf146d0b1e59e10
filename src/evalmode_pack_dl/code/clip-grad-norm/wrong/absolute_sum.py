"""Takes the L1 norm.

verdict: wrong_answer
check: returned-norm, clipped
teaches: You add up absolute values, which is the L1 norm. The L2 norm is asked for: the root of the sum of
  squares.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = sum((g.abs().sum() for g in grads), torch.zeros(()))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
