"""torch's own schedulers, walked to the step."""

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR


def lr_at(step, base_lr, warmup, total, floor=0.0):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base_lr)
    if step < warmup:
        schedule, steps = LambdaLR(optimizer, lambda s: s / warmup), step
    elif warmup == total:
        return floor
    else:
        schedule, steps = CosineAnnealingLR(optimizer, T_max=total - warmup, eta_min=floor), min(step, total) - warmup
    for _ in range(steps):
        optimizer.step()
        schedule.step()
    return float(optimizer.param_groups[0]["lr"])
