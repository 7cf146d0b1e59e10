"""Measures the parameters instead of their gradients.

verdict: wrong_answer
check: returned-norm, clipped
teaches: You measure the norm of the parameters. The norm of their gradients is asked for.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    params = list(params)
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((p**2).sum() for p in params), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
