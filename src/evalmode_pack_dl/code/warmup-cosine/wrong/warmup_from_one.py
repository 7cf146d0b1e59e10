"""Stretches the warmup over warmup + 1 steps.

verdict: wrong_answer
check: warmup
teaches: You divide by warmup + 1, so the line does not lead to the base rate at step = warmup and the curve
  jumps there.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / (warmup + 1)
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
