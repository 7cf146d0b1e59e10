"""A learning rate that warms up in a straight line and decays along a cosine."""

import math


def lr_at(step: int, base_lr: float, warmup: int, total: int, floor: float = 0.0) -> float:
    """The learning rate at one step."""
    raise NotImplementedError
