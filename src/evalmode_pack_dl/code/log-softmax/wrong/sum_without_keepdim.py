"""Lets the sum drop its dimension.

verdict: wrong_answer
check: any-dim
teaches: Your sum drops the dimension, so the subtraction lines up the wrong axes (or fails); keep it with size one.
"""

import torch


def log_softmax(x, dim=-1):
    z = x - x.amax(dim=dim, keepdim=True)
    return z - torch.exp(z).sum(dim=dim).log()
