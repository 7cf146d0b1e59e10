"""Calls the operator below the library's function.

verdict: forbidden
check: bans
teaches: The library's binary cross-entropy does the whole job; here you build it from the logits.
"""

import torch


def bce_with_logits(logits, target, pos_weight=None):
    return torch.ops.aten.binary_cross_entropy_with_logits(logits, target, None, pos_weight, 1)
