"""Reaches the scheduler by names put together at run time.

verdict: forbidden
check: bans
teaches: The task is to write the schedule yourself; torch's own schedulers are out of bounds, however they
  are reached.
"""

import torch


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    home = getattr(torch.optim, "lr_" + "scheduler")
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=base_lr)
    schedule = getattr(home, "Cosine" + "AnnealingLR")(optimizer, total - warmup, floor)
    for _ in range(step - warmup):
        optimizer.step()
        schedule.step()
    return optimizer.param_groups[0]["lr"]
