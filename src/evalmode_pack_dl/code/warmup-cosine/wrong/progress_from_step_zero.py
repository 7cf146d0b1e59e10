"""Measures progress as step / total.

verdict: wrong_answer
check: cosine
teaches: You measure progress as a fraction of all steps, so the curve jumps at the end of the warmup. Count
  it from there: 0 at warmup, 1 at total.
"""

import math


def lr_at(step, base_lr, warmup, total, floor=0.0):
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = step / total
    return floor + 0.5 * (base_lr - floor) * (1 + math.cos(math.pi * progress))
