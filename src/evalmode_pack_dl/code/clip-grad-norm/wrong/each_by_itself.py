"""Clips every gradient by its own norm.

verdict: wrong_answer
check: clipped
teaches: You clip each gradient by its own norm, which changes the direction of the step. Take one norm over
  all gradients and one factor for all.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.zeros(())
    for g in grads:
        norm = g.norm()
        total = torch.sqrt(total**2 + norm**2)
        g.mul_((max_norm / (norm + 1e-6)).clamp(max=1.0))
    return total
