"""Counts the warmup from step + 1.

verdict: wrong_answer
check: warmup
teaches: Your warmup is one step ahead: step 0 must give 0, and the base rate is reached at step = warmup.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * (step + 1) / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
