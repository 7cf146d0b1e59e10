"""Takes the root of the mean square.

verdict: wrong_answer
check: returned-norm, clipped
teaches: You divide by the number of entries, which gives the root mean square. A norm is a sum, not a mean.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    count = sum(g.numel() for g in grads)
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())) / max(count, 1))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
