"""Returns the norm after clipping.

verdict: wrong_answer
check: returned-norm
teaches: You return the norm after clipping. The norm from before is asked for: it is the one worth watching.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
