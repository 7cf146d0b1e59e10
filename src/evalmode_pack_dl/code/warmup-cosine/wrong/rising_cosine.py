"""Has the sign of the cosine wrong.

verdict: wrong_answer
check: cosine
teaches: Your cosine has the wrong sign: the rate starts at the floor and rises to the base rate.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 - math.cos(math.pi * progress))
