"""Binds the scaled gradient to a local name.

verdict: wrong_answer
check: clipped
teaches: You scale a new tensor and throw it away; p.grad is as it was. Write the result back, or scale in
  place.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g = g * factor
    total = total + 0 * factor
    return total
