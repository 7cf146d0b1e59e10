"""Wraps the library's module.

verdict: forbidden
check: bans
teaches: The library's module does the whole job; here you build it from exp, sum and log.
"""

from torch import nn


def log_softmax(x, dim=-1):
    return nn.LogSoftmax(dim=dim)(x)
