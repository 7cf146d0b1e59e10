"""Takes total for the number of steps after the warmup.

verdict: wrong_answer
check: cosine, after-the-end
teaches: You take total for the number of steps after the warmup. It is the step at which the schedule has
  come down, warmup included.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= warmup + total:
        return floor
    progress = (step - warmup) / total
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
