"""Lets the sum drop its dimension.

verdict: wrong_answer
check: any-dim
teaches: Your sum drops the dimension, so the division lines up the wrong axes (or fails); keep it with size one.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return e / e.sum(dim=dim)
