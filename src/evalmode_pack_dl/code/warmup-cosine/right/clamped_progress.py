"""One expression with clamped progress, in torch and in float64."""

import torch


def lr_at(step, base_lr, warmup, total, floor=0.0):
    ramp = min(step / max(warmup, 1), 1.0) if warmup else 1.0
    if ramp < 1.0:
        return ramp * base_lr
    span = max(total - warmup, 1)
    progress = torch.tensor((step - warmup) / span, dtype=torch.float64).clamp(0, 1)
    weight = torch.cos(progress * torch.pi / 2) ** 2
    return (weight * base_lr + (1 - weight) * floor).item()
