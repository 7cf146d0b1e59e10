"""Has no warmup at all.

verdict: wrong_answer
check: warmup
teaches: Your schedule has no warmup: before step = warmup the rate rises in a straight line from 0.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    step = max(step, warmup)
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
