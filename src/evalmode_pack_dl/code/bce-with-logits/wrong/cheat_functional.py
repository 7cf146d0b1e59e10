"""Calls the library's loss under another name.

verdict: forbidden
check: bans
teaches: The library's binary cross-entropy does the whole job; here you build it from the logits.
"""

from torch.nn.functional import binary_cross_entropy_with_logits as loss


def bce_with_logits(logits, target, pos_weight=None):
    return loss(logits, target, pos_weight=pos_weight)
