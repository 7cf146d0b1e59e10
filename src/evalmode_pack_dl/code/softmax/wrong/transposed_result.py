"""Moves `dim` to the end and forgets to move it back.

verdict: wrong_answer
check: any-dim
teaches: You move `dim` to the end to work on it and never move it back, so the result comes out transposed.
"""

import torch


def softmax(x, dim):
    x = x.transpose(dim, -1)
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)
