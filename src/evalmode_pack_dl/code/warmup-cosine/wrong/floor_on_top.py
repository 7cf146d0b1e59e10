"""Adds the floor to the whole curve.

verdict: wrong_answer
check: floor
teaches: You add the floor on top, so the curve starts at base_lr + floor. Only the part between floor and
  base_lr follows the cosine.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * base_lr * (1 + math.cos(math.pi * progress))
