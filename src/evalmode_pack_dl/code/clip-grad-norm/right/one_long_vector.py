"""Really lays the gradients end to end."""

import torch


def clip_grad_norm_(params, max_norm):
    owners = tuple(filter(lambda p: p.grad is not None, params))
    if len(owners) == 0:
        return torch.tensor(0.0)
    with torch.no_grad():
        flat = torch.cat([p.grad.reshape(-1) for p in owners])
        length = torch.linalg.vector_norm(flat)
        if length <= max_norm:
            return length
        flat = flat / length * max_norm
        for p, piece in zip(owners, flat.split([p.grad.numel() for p in owners])):
            p.grad.copy_(piece.view(p.grad.shape))
    return length
