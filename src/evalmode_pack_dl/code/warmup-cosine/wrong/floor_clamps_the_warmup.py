"""Never goes below the floor, not even in the warmup.

verdict: wrong_answer
check: floor
teaches: You do not let the warmup go below the floor. The floor is for the time after the warmup; step 0
  gives 0.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return max(floor, base_lr * step / warmup)
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
