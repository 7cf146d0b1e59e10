"""Ignores the weight.

verdict: wrong_answer
check: pos-weight
teaches: pos_weight does not enter your loss; it multiplies the positive part.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    positive = target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
