"""Returns the factor for a LambdaLR.

verdict: wrong_answer
check: warmup, cosine
teaches: You return the factor between 0 and 1 that a LambdaLR wants. The learning rate itself is asked for.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return step / warmup
    if step >= total:
        return floor / base_lr
    progress = (step - warmup) / (total - warmup)
    return (floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))) / base_lr
