"""Does not expect missing gradients.

verdict: runtime_error
check: missing-gradients, no-gradients-at-all
teaches: A parameter that took no part in the loss has no gradient: its grad is None. Skip it.
"""

import torch


@torch.no_grad()
def clip_grad_norm_(params, max_norm):
    grads = [p.grad for p in params]
    total = torch.sqrt(sum(((g**2).sum() for g in grads), torch.zeros(())))
    factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
