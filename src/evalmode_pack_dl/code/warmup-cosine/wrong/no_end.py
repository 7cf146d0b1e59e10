"""Lets the cosine go on after total.

verdict: wrong_answer
check: after-the-end
teaches: Your cosine goes on after total, and the rate rises again. From total on it stays at the floor.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if warmup == total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
