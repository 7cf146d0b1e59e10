"""Gives the cosine degrees.

verdict: wrong_answer
check: cosine
teaches: math.cos takes radians; you give it degrees.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(180 * progress))
