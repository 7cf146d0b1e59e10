"""Forgets the factor one half.

verdict: wrong_answer
check: cosine
teaches: 1 + cos runs from 2 to 0; you forgot to halve it, so the decay starts at twice the base rate.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + (base_lr - floor) * (1 + math.cos(math.pi * progress))
