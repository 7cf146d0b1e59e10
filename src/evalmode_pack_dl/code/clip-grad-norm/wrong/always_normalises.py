"""Makes every gradient have the length max_norm, except zeros.

verdict: wrong_answer
check: below-the-limit
teaches: You scale to the limit whether the norm is above or below it. Gradients that are short enough stay as
  they are.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = max_norm / total if total > 0 else total
    for g in grads:
        g.mul_(factor)
    return total
