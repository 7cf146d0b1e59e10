"""Gives zeros to parameters without a gradient.

verdict: wrong_answer
check: missing-gradients
teaches: You give zeros to parameters that had no gradient, and an optimizer would then update them. Their
  grad is to stay None.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    params = list(params)
    for p in params:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
    grads = [p.grad for p in params]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
