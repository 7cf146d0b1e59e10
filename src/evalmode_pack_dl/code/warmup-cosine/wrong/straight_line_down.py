"""Decays in a straight line.

verdict: wrong_answer
check: cosine
teaches: You come down in a straight line. A cosine is asked for, flat at both ends and steep in the middle.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + (base_lr - floor) * (1 - progress)
