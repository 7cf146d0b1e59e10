"""Divides by warmup even if it is zero.

verdict: runtime_error
check: no-warmup
teaches: You divide by warmup before you know that it is not 0. Without warmup the schedule starts at the base
  rate.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    ramp = step / warmup
    if ramp < 1:
        return base_lr * ramp
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
