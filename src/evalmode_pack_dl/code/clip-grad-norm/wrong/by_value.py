"""Clamps every entry.

verdict: wrong_answer
check: clipped
teaches: You clamp every entry by value, which changes the direction. Multiply all the gradients by one
  factor.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    for g in grads:
        g.clamp_(-max_norm, max_norm)
    return total
