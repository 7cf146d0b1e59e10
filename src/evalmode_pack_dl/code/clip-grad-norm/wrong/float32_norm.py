"""Computes in float32 always.

verdict: wrong_answer
check: float64
teaches: You go through float32, so float64 gradients lose half their digits. Compute in the gradients' own
  dtype.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g.float() ** 2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.copy_(g.float() * factor)
    return total
