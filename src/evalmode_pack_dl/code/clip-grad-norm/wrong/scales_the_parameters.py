"""Scales the parameters instead of their gradients.

verdict: wrong_answer
check: clipped, parameters-keep-their-values
teaches: You scale the parameters themselves. Only their gradients are to change.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    params = list(params)
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for p in params:
        if p.grad is not None:
            p.mul_(factor)
    return total
