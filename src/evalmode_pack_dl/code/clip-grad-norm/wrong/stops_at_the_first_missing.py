"""Stops at the first parameter without a gradient.

verdict: wrong_answer
check: missing-gradients
teaches: You stop at the first parameter that has no gradient, so those after it are neither measured nor
  scaled. Skip it and go on.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = []
    for p in params:
        if p.grad is None:
            break
        grads.append(p.grad)
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
