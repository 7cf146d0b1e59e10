"""Returns zero after total.

verdict: wrong_answer
check: after-the-end
teaches: You return 0 after the end. The rate stays at the floor.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return 0.0
    progress = (step - warmup) / (total - warmup)
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
