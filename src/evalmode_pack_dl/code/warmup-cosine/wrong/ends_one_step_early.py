"""Reaches the floor one step before total.

verdict: wrong_answer
check: cosine
teaches: You reach the floor at total - 1. Progress is 1 at total.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / max(1, total - warmup - 1)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
