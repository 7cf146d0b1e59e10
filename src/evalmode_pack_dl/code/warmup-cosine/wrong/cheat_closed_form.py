"""Asks torch's scheduler for its closed form.

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
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=base_lr)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, total - warmup, eta_min=floor)
    schedule.last_epoch = step - warmup
    return schedule._get_closed_form_lr()[0]
