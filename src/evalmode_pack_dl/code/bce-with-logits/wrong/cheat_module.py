"""Wraps the library's module.

verdict: forbidden
check: bans
teaches: The library's binary cross-entropy does the whole job; here you build it from the logits.
"""

from torch import nn


class Wrapped(nn.BCEWithLogitsLoss):
    pass


def bce_with_logits(logits, target, pos_weight=None):
    return Wrapped(pos_weight=pos_weight)(logits, target)
