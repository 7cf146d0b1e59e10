"""Cuts the curve off at the floor.

verdict: wrong_answer
check: floor
teaches: You let the cosine run to 0 and cut it off at the floor. It should be squeezed between base_lr and
  floor, and reach the floor only at total.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return max(floor, 0.5 * base_lr * (1 + math.cos(math.pi * progress)))
