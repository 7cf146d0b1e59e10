"""Walks the iterable twice.

verdict: wrong_answer
check: a-generator-of-parameters
teaches: You walk params twice. A generator such as model.parameters() is empty the second time, so nothing is
  scaled; make a list first.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    total = torch.sqrt(sum(((g**2).sum() for g in (p.grad for p in params if p.grad is not None)), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for p in params:
        if p.grad is not None:
            p.grad.mul_(factor)
    return total
