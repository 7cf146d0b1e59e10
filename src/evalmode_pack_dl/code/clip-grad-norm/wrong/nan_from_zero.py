"""Multiplies by 0/0 where all gradients are zero.

verdict: wrong_answer
check: max-norm-zero
teaches: With all gradients zero and max_norm 0 you compute 0/0, which is NaN, and spread it over the
  gradients.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / total).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
