"""Takes a quarter of a period.

verdict: wrong_answer
check: cosine
teaches: You use a quarter of a period: an angle from 0 to pi/2 and no shift. Half a cosine runs from 1 to -1
  and is rescaled to the range from 1 to 0.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + (base_lr - floor) * math.cos(0.5 * math.pi * progress)
