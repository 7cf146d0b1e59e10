"""Clip gradients by their global norm: one norm, one factor, only downwards."""

from collections.abc import Iterable

import torch
from torch import Tensor


@torch.no_grad()
def clip_grad_norm_(params: Iterable[Tensor], max_norm: float) -> Tensor | float:
    """Scale all gradients down together so that their global L2 norm is at most max_norm.

    Returns:
        The global norm before clipping.
    """
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return 0.0
    norms = torch.stack([g.norm() for g in grads])  # one per tensor
    total = norms.norm()  # the norm of the norms is the norm of everything laid end to end
    if total > max_norm:
        for g in grads:
            g.mul_(max_norm / total)
    return total
