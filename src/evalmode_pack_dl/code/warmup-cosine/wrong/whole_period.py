"""Takes a whole period of the cosine.

verdict: wrong_answer
check: cosine
teaches: You run through a whole period, so the rate comes back up. Half a period is meant: angles from 0 to
  pi.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(2 * math.pi * progress))
