"""A learning rate that warms up in a straight line and decays along a cosine."""

import math


def lr_at(step: int, base_lr: float, warmup: int, total: int, floor: float = 0.0) -> float:
    """The learning rate at one step."""
    if step < warmup:
        return base_lr * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)  # 0 at the end of the warmup, 1 at the end
    fade = 0.5 * (1 + math.cos(math.pi * progress))  # from 1 to 0
    return floor + (base_lr - floor) * fade
