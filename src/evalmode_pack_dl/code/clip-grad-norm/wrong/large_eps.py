"""Adds a large number to the norm.

verdict: wrong_answer
check: tiny-gradients
teaches: The number you add to the norm is too large: small gradients come out much shorter than max_norm. Use
  1e-6 at most.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-3)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
