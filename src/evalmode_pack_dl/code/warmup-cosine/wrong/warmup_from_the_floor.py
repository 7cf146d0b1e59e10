"""Warms up from the floor.

verdict: wrong_answer
check: floor
teaches: Your warmup starts at the floor. It starts at 0, whatever the floor is.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return floor + (base_lr - floor) * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
