"""Comes down to zero.

verdict: wrong_answer
check: floor, after-the-end
teaches: You ignore the floor and come down to 0.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return 0.0
    progress = (step - warmup) / (total - warmup)
    return 0.5 * base_lr * (1 + math.cos(math.pi * progress))
