"""Wraps the library's module.

verdict: forbidden
check: bans
teaches: The library's module does the whole job; here you build it from exp and sum.
"""

from torch.nn import Softmax as Normaliser


def softmax(x, dim):
    return Normaliser(dim=dim)(x)
