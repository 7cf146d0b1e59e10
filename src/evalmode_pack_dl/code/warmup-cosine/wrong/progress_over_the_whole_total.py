"""Divides by total instead of total - warmup.

verdict: wrong_answer
check: cosine
teaches: Your progress begins at the end of the warmup but is divided by all the steps, so the rate never
  comes down to the floor. Divide by the steps that are left.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / total
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
