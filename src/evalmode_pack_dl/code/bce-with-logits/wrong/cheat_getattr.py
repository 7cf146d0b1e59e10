"""Assembles the banned name at run time.

verdict: forbidden
check: bans
teaches: The library's binary cross-entropy does the whole job; here you build it from the logits.
"""

import torch


def bce_with_logits(logits, target, pos_weight=None):
    name = "_".join(["binary", "cross", "entropy", "with", "logits"])
    return getattr(torch.nn.functional, name)(logits, target, pos_weight=pos_weight)
